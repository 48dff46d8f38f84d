// What a container leaves round and between its children. Internal to src/view.
#pragma once

#include "app/screen.h"

namespace view {

/// CSS pixels.
struct BoxFrame {
    float horizontal = 0, vertical = 0;  ///< padding
    float gap = 0;                       ///< between children
};

BoxFrame frame_of(app::Look look);

/// It takes no place and no gap.
bool is_empty(const app::Part& part);

}  // namespace view
