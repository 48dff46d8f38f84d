#include "view/box_frame.h"

namespace view {

using app::Look;

BoxFrame frame_of(Look look) {
    switch (look) {
        case Look::card: return {18, 16, 10};
        case Look::attention_card:
        case Look::accent_card: return {18, 16, 8};
        case Look::notice: return {12, 4, 8};
        case Look::tight_column: return {0, 0, 4};
        case Look::row:
        case Look::wrap_row: return {0, 0, 8};
        case Look::joined_row: return {0, 0, 0};
        case Look::command: return {12, 6, 12};
        case Look::columns: return {0, 0, 20};
        case Look::strip: return {0, 0, 4};
        case Look::strip_step: return {10, 8, 2};
        case Look::column: return {0, 0, 16};
        default: return {0, 0, 8};
    }
}

bool is_empty(const app::Part& part) {
    return part.text.empty() && part.parts.empty() && !part.field && part.icon == app::Icon::none;
}

}  // namespace view
