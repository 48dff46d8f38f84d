#include "app/parts.h"

namespace app {

void add_text(Part& column, Look look, std::string_view end, std::string words, Tone tone) {
    column.parts.push_back(text(look, column.key + std::string(end), std::move(words), tone));
}

void add_head(Part& column, std::string_view end, std::string words) {
    Part head = heading(4, Look::card_text, column.key + std::string(end), std::move(words));
    head.strong = true;
    column.parts.push_back(std::move(head));
}

}  // namespace app
