#include "postal/event.h"

namespace postal {

bool is_same_event(const Event& a, const Event& b) {
    return a.code == b.code && a.at.seconds == b.at.seconds && a.place == b.place;
}

}  // namespace postal
