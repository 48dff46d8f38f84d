// Words of an operator in one spelling, so that phrases and guards need one spelling each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postal {

/// Longer words are not judged: no scan text is as long, and a cut could hide the word that turns it round.
inline constexpr std::size_t judged_words_limit = 2000;

/// Lower case; single blanks, none between Chinese characters; plain forms of full-width characters; straight
/// apostrophes; "n't" written " not"; the commonest traditional characters as simplified ones; zero-width
/// characters left out. Other bytes stay as they are, also when they are no UTF-8. Nothing is allocated.
class PlainWords {
public:
    explicit PlainWords(std::string_view words);

    std::string_view text() const { return {buffer_.data(), size_}; }  ///< empty for words over the limit

    /// Whether the three bytes may stand somewhere in the text: a quick no for most phrases.
    bool may_hold(std::string_view three) const;

private:
    void read(std::string_view words);
    void put(std::string_view piece);
    void put_ascii(char character);
    void hide_harmless();
    void note_threes();

    // "n't" grows from three bytes to four; nothing else grows.
    std::array<char, judged_words_limit + judged_words_limit / 3 + 4> buffer_;
    std::array<std::uint64_t, 32> threes_{};
    std::size_t size_ = 0;
};

}  // namespace postal
