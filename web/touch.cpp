#include "web/touch.h"

#include <algorithm>
#include <cmath>

namespace web {
namespace {

constexpr double decay_time = 325;  // ms in which a glide loses 63 % of its speed, as phones do it
constexpr double memory_time = 40;  // ms over which a finger's speed is averaged
constexpr double rest_time = 80;    // ms: a finger that lay still this long before it left throws nothing
constexpr float least_velocity = 0.03f;  // px per ms, below that a glide is over
constexpr float most_velocity = 6;       // px per ms

}  // namespace

Gesture Touch::down(float x, float y, double time) {
    const bool was_gliding = is_gliding();
    stop();
    first_x_ = x;
    first_y_ = last_y_ = y;
    last_time_ = time;
    phase_ = was_gliding ? Phase::scrolling : Phase::waiting;
    return was_gliding ? Gesture::none : Gesture::hover;
}

Gesture Touch::move(float x, float y, double time) {
    if (phase_ == Phase::waiting || phase_ == Phase::slow) {
        if (std::hypot(x - first_x_, y - first_y_) <= slop) return Gesture::none;
        phase_ = Phase::scrolling;
        last_y_ = y;
        last_time_ = time;
        return Gesture::let_go;
    }
    if (phase_ != Phase::scrolling) return Gesture::none;
    step_ = last_y_ - y;
    const double elapsed = std::max(time - last_time_, 1.0);
    const auto share = static_cast<float>(1 - std::exp(-elapsed / memory_time));
    velocity_ += (step_ / static_cast<float>(elapsed) - velocity_) * share;
    last_y_ = y;
    last_time_ = time;
    return Gesture::scroll;
}

Gesture Touch::up(double time) {
    const Phase was = phase_;
    phase_ = Phase::none;
    if (was == Phase::waiting || was == Phase::slow) return Gesture::tap;
    if (was != Phase::scrolling || time - last_time_ > rest_time || std::abs(velocity_) < least_velocity)
        stop();
    velocity_ = std::clamp(velocity_, -most_velocity, most_velocity);
    last_time_ = time;
    return was == Phase::done ? Gesture::let_go : Gesture::none;
}

Gesture Touch::held() {
    if (phase_ != Phase::waiting) return Gesture::none;
    phase_ = Phase::done;
    return Gesture::long_press;
}

void Touch::resume() {
    if (phase_ == Phase::done) phase_ = Phase::slow;
}

void Touch::cancel() {
    phase_ = Phase::none;
    stop();
}

float Touch::glide(double time) {
    if (!is_gliding() || phase_ != Phase::none) return 0;
    const double elapsed = std::clamp(time - last_time_, 0.0, 100.0);
    last_time_ = time;
    const auto left = static_cast<float>(std::exp(-elapsed / decay_time));
    const float distance = velocity_ * static_cast<float>(decay_time) * (1 - left);
    velocity_ *= left;
    if (std::abs(velocity_) < least_velocity) stop();
    return distance;
}

}  // namespace web
