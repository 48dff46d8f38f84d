#include "web/inbox.h"

#include <emscripten/eventloop.h>

#include <utility>

#include "web/canvas.h"

namespace web::inbox {

namespace {
std::vector<app::Action> waiting;
bool wakes_soon = false;
}  // namespace

void put(app::Action action) {
    waiting.push_back(std::move(action));
    canvas::wake();
}

void put_quietly(app::Action action) {
    waiting.push_back(std::move(action));
    if (std::exchange(wakes_soon, true)) return;
    emscripten_set_timeout(
        [](void*) {
            wakes_soon = false;
            if (!waiting.empty()) canvas::wake();
        },
        quiet_ms, nullptr);
}

std::vector<app::Action> take() { return std::exchange(waiting, {}); }

bool is_empty() { return waiting.empty(); }

}  // namespace web::inbox
