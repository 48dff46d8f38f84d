#include "web/inbox.h"

#include <emscripten/eventloop.h>

#include <utility>
#include <variant>

#include "web/canvas.h"

namespace web::inbox {

namespace {
std::vector<app::Action> waiting;
bool wakes_soon = false;

/// The one before it, of the same kind, is told that another one follows.
template <typename Kind>
void join(const app::Action& action) {
    auto* before = waiting.empty() ? nullptr : std::get_if<Kind>(&waiting.back());
    if (before && std::holds_alternative<Kind>(action)) before->more = true;
}

void add(app::Action action) {
    join<app::ItemChangedElsewhere>(action);
    join<app::Saved>(action);
    waiting.push_back(std::move(action));
}

}  // namespace

void put(app::Action action) {
    add(std::move(action));
    canvas::wake();
}

void put_quietly(app::Action action) {
    add(std::move(action));
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
