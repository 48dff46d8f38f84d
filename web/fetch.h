// Questions to the proxy with the Emscripten Fetch API.
#pragma once

#include "app/effect.h"

namespace web::fetch {

/// Each ends in exactly one AnswerArrived or FetchFailed, at the latest after deadline_ms.
inline constexpr int deadline_ms = 20'000;

void ask(const app::FetchAnswer& question);
void cancel(const app::CancelFetch& question);
void test(const app::TestConnection& question);

}  // namespace web::fetch
