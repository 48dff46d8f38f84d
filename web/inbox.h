// What the browser said, waiting for the next frame.
#pragma once

#include <vector>

#include "app/action.h"

namespace web::inbox {

/// Puts an Action in and wakes the frame.
void put(app::Action action);
std::vector<app::Action> take();
bool is_empty();

}  // namespace web::inbox
