// Questions to the proxy with the Emscripten Fetch API. Simple GETs without a header of our own, so no
// preflight; that nothing stored is served again is the proxy's part (`Cache-Control: no-store`), as is the
// page's `no-referrer`. Cookies never go to another origin, and the page sets none.
#pragma once

#include "app/effect.h"

namespace web::fetch {

/// Each ends in exactly one AnswerArrived or FetchFailed, at the latest after deadline_ms.
inline constexpr int deadline_ms = 20'000;

/// A guard only, how many are asked at once is decided by the app. More wait here for their turn, and their
/// deadline runs meanwhile.
inline constexpr int at_once_limit = 8;

/// Any HTTP status is an answer, with its body and, where the browser lets us see it, Retry-After. Faults:
/// timed_out, offline, not_reachable (network, TLS, CORS, not an address at all), and too_large: a body above
/// formats::answer_size_limit is stopped by its Content-Length or, without one, as soon as that much has
/// arrived.
void ask(const app::FetchAnswer& question);

/// Nothing is heard of that question any more.
void cancel(const app::CancelFetch& question);

/// Answered by one ConnectionTested within deadline_ms. A later test replaces one under way.
///   works         the status is the proxy's own, and says that this page may ask
///   not_allowed   the proxy says this page may not ask; or something answers which this page is not allowed
///   to read not_a_proxy   something else answers not_reachable nothing answers, or not in time
void test(const app::TestConnection& question);

}  // namespace web::fetch
