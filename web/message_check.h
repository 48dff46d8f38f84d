// Is this message real, which numbers stand in a text, and what is to be asked about an item? The rules and
// their tables are a wasm of their own, fetched when they are first asked (shell/page/message_check.js).
// Texts are handed over in memory; none of them goes anywhere else.
#pragma once

#include "app/effect.h"

namespace web::message_check {

void check(const app::CheckMessage& effect);
void find(const app::FindNumbers& effect);
void make(const app::MakeDocument& effect);

/// Overwrites the memory the check has used.
void forget();

}  // namespace web::message_check
