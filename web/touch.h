// What a finger means: a tap, a long press or scrolling. Pure: time comes in, gestures come out.
#pragma once

#include <cstdint>

namespace web {

enum class Gesture : std::uint8_t { none, hover, tap, long_press, scroll, let_go };

/// Times in ms, places and lengths in CSS pixels. One finger at a time; a second one cancels the first.
class Touch {
public:
    /// hover: the finger may become a tap, none: it only stopped a glide.
    Gesture down(float x, float y, double time);
    /// scroll: by scrolled_by(), or the beginning of it: let_go of what was hovered.
    Gesture move(float x, float y, double time);
    /// tap, let_go (of what was hovered) or none. A glide may begin.
    Gesture up(double time);
    Gesture held();  ///< to be told long_press_after ms after down: long_press, or none when it moved
    void resume();   ///< nobody wanted the long press: it may still become a slow tap, or scroll
    void cancel();

    float x() const { return first_x_; }  ///< where the finger came down
    float y() const { return first_y_; }
    float scrolled_by() const { return step_; }  ///< positive: towards the end of the page

    /// After the finger has left: how far to go on until `time`; 0 when at rest.
    float glide(double time);
    bool is_gliding() const { return velocity_ != 0; }
    void stop() { velocity_ = 0; }

    static constexpr float slop = 8;  ///< farther than this it is no tap
    static constexpr double long_press_after = 500;

private:
    enum class Phase : std::uint8_t { none, waiting, slow, scrolling, done };

    Phase phase_ = Phase::none;
    float first_x_ = 0, first_y_ = 0;
    float last_y_ = 0;
    float step_ = 0;
    double last_time_ = 0;
    float velocity_ = 0;  ///< px per ms
};

}  // namespace web
