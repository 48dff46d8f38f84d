#include "web/touch.h"

#include "doctest/doctest.h"

using web::Gesture;
using web::Touch;

namespace {

// A finger that moves up at 1 px per ms for 200 ms, beginning at time 0.
void throw_up(Touch& touch) {
    touch.down(50, 500, 0);
    for (int time = 10; time <= 200; time += 10) touch.move(50, 500 - static_cast<float>(time), time);
}

}  // namespace

TEST_CASE("a finger that stays where it is taps") {
    Touch touch;
    CHECK(touch.down(50, 60, 0) == Gesture::hover);
    CHECK(touch.move(54, 63, 40) == Gesture::none);
    CHECK(touch.up(90) == Gesture::tap);
    CHECK(touch.x() == 50);
    CHECK(touch.y() == 60);
    CHECK_FALSE(touch.is_gliding());
}

TEST_CASE("a finger that moves scrolls one to one and presses nothing") {
    Touch touch;
    touch.down(50, 500, 0);
    CHECK(touch.move(50, 490, 20) == Gesture::let_go);
    CHECK(touch.move(50, 470, 40) == Gesture::scroll);
    CHECK(touch.scrolled_by() == 20);
    CHECK(touch.move(50, 475, 60) == Gesture::scroll);
    CHECK(touch.scrolled_by() == -5);
    CHECK(touch.up(80) == Gesture::none);
}

TEST_CASE("a finger that comes back to where it began does not tap") {
    Touch touch;
    touch.down(50, 500, 0);
    touch.move(50, 480, 20);
    touch.move(50, 500, 40);
    CHECK(touch.up(60) == Gesture::none);
}

TEST_CASE("a long press is told once and then taps no more") {
    Touch touch;
    touch.down(50, 60, 0);
    CHECK(touch.held() == Gesture::long_press);
    CHECK(touch.move(50, 100, 600) == Gesture::none);
    CHECK(touch.up(700) == Gesture::let_go);
}

TEST_CASE("a long press that nobody wanted becomes a slow tap, or scrolls") {
    Touch touch;
    touch.down(50, 60, 0);
    touch.held();
    touch.resume();
    CHECK(touch.held() == Gesture::none);
    SUBCASE("lifted where it came down") { CHECK(touch.up(700) == Gesture::tap); }
    SUBCASE("moved on") {
        CHECK(touch.move(50, 100, 600) == Gesture::let_go);
        CHECK(touch.move(50, 110, 620) == Gesture::scroll);
        CHECK(touch.up(700) == Gesture::none);
    }
}

TEST_CASE("a finger that has moved is not held") {
    Touch touch;
    touch.down(50, 60, 0);
    touch.move(50, 80, 20);
    CHECK(touch.held() == Gesture::none);
}

TEST_CASE("a throw glides on, ever slower, and comes to rest") {
    Touch touch;
    throw_up(touch);
    touch.up(205);
    REQUIRE(touch.is_gliding());
    float distance = 0;
    float last = 1e6f;
    double time = 205;
    while (touch.is_gliding() && time < 10'000) {
        time += 16;
        const float step = touch.glide(time);
        CHECK(step > 0);
        CHECK(step < last);
        last = step;
        distance += step;
    }
    CHECK_FALSE(touch.is_gliding());
    CHECK(distance > 250);  // the whole way of 1 px per ms is 325 px
    CHECK(distance < 325);
}

TEST_CASE("a finger that rested before it left throws nothing") {
    Touch touch;
    throw_up(touch);
    touch.up(400);
    CHECK_FALSE(touch.is_gliding());
}

TEST_CASE("touching a gliding page stops it and presses nothing") {
    Touch touch;
    throw_up(touch);
    touch.up(205);
    REQUIRE(touch.is_gliding());
    CHECK(touch.down(50, 300, 300) == Gesture::none);
    CHECK_FALSE(touch.is_gliding());
    CHECK(touch.held() == Gesture::none);
    CHECK(touch.up(350) == Gesture::none);
    CHECK(touch.glide(400) == 0);
}

TEST_CASE("a second finger cancels the first") {
    Touch touch;
    touch.down(50, 60, 0);
    touch.cancel();
    CHECK(touch.move(50, 200, 50) == Gesture::none);
    CHECK(touch.up(90) == Gesture::none);
    CHECK_FALSE(touch.is_gliding());
}
