// Searching the list: what is typed is compared with what is known of an item in one plain spelling.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"

namespace app {

/// Lower case without marks for Latin letters (U+0000 to U+017F), lower case for Greek and Cyrillic,
/// full-width forms as plain ones, and the wide blank as a blank; every other character as it is. Linear.
std::string folded(std::string_view text);

/// Title, number, note, tags, order number, shop, countries and places of an item, folded, a line each.
std::string search_text(const State& state, const postal::Item& item);

/// The words of a search. Each has to stand somewhere; blanks typed into a number do no harm.
class SearchWords {
public:
    /// `piecemeal`: scripts written without blanks are taken apart, each character for itself.
    explicit SearchWords(std::string_view typed, bool piecemeal = false);
    bool all_stand_in(std::string_view text) const;

private:
    std::vector<std::string> words_;
};

}  // namespace app
