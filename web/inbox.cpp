#include "web/inbox.h"

#include <utility>

#include "web/canvas.h"

namespace web::inbox {

namespace {
std::vector<app::Action> waiting;
}

void put(app::Action action) {
    waiting.push_back(std::move(action));
    canvas::wake();
}

std::vector<app::Action> take() { return std::exchange(waiting, {}); }

bool is_empty() { return waiting.empty(); }

}  // namespace web::inbox
