// What the browser said, waiting for the next frame.
#pragma once

#include <vector>

#include "app/action.h"

namespace web::inbox {

/// Puts an Action in and wakes the frame. Of several Saved or ItemChangedElsewhere behind each other all but
/// the last say that there are more.
void put(app::Action action);

/// The same for what hardly ever changes the picture and comes in hundreds (Saved after an import): one frame
/// for all that come within quiet_ms. The order of Actions stays.
inline constexpr int quiet_ms = 100;
void put_quietly(app::Action action);

std::vector<app::Action> take();
bool is_empty();

}  // namespace web::inbox
