// A text of sentences as cmake/words.py makes it, read: a head, then a line for each id.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/plurals.h"

namespace app {

/// A text of words is smaller; anything longer is something else.
inline constexpr std::size_t words_size_limit = 250'000;  // bytes

/// Which texts are whole: those with this head and so many sentences.
struct SentencesForm {
    std::string_view mark, stamp;
    std::size_t count;
};

class Sentences {
public:
    /// `text` is copied. False, and nothing changes, when it is not a whole text of this form: another mark,
    /// stamp or line count, an unknown plural rule, or a wrong number of forms.
    bool read(std::string_view text, const SentencesForm& form);

    std::string_view language() const { return language_; }  ///< BCP 47; empty before anything was read

    /// With its {names}; the last plural form where it counts. Empty when there is none.
    std::string_view raw(std::size_t index) const;

    /// The plural form for `count`; of a sentence with one form only, that one.
    std::string_view form_for(std::size_t index, std::int64_t count) const;

private:
    bool read_head(std::string_view head, const SentencesForm& form);
    bool read_lines(std::string_view rest, std::size_t count);
    std::string_view forms(std::size_t index) const;

    std::string text_;
    std::vector<std::uint32_t> starts_;  ///< of each sentence in text_, and of what would follow
    std::string language_;
    PluralRule rule_ = PluralRule::other;
};

struct Argument {
    std::string_view name;
    std::string_view value;
};

/// The sentence with every {name} replaced. A name without an argument stays as it is, so that a test finds
/// it.
std::string filled(std::string_view sentence, std::initializer_list<Argument> arguments);

/// The same for a sentence that counts: {count} is filled in too.
std::string filled(std::string_view sentence, std::int64_t count, std::initializer_list<Argument> arguments);

}  // namespace app
