// The picture of the way and the cells of a number: where things lie, and that nothing is drawn beside them.
#include "view/route_picture.h"

#include <cmath>

#include "doctest/doctest.h"
#include "imgui.h"
#include "tests/view/drawing.h"
#include "view/number_cells.h"

using namespace driver;
using view::Point;
using view::Rect;

namespace {

struct Place {
    float latitude, longitude;
};
constexpr Place china{31.5f, 121.5f}, france{48.75f, 3}, us{40.5f, -73.5f}, japan{35.25f, 139.5f},
    chile{-33.75f, -70.5f}, new_zealand{-36.75f, 175.5f}, germany{52.5f, 13.5f};

Part way(std::initializer_list<Place> places, Passage last = Passage::present) {
    Part picture;
    picture.role = Role::image;
    picture.look = Look::route_picture;
    picture.key = "route";
    for (const Place& place : places) {
        Part stop;
        stop.role = Role::picture;
        stop.look = Look::route_stop;
        stop.key = "stop" + std::to_string(picture.parts.size());
        stop.text = stop.key;
        stop.stop = {place.latitude, place.longitude, Passage::passed, Passage::passed};
        picture.parts.push_back(std::move(stop));
    }
    picture.parts.back().stop.here = picture.parts.back().stop.leg = last;
    return picture;
}

/// The vertices a picture is drawn with, inside a window of the whole page.
std::vector<ImDrawVert> vertices(const Part& picture, const Rect& rect) {
    test_font::Page page(800, 600);
    view::set_fonts(page.font(), page.font(), page.font(), page.font());
    std::vector<ImDrawVert> all;
    const auto draw = [&] {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({800, 600});
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
        view::draw_route(picture, rect);
        const ImDrawList& list = *ImGui::GetWindowDrawList();
        all.assign(list.VtxBuffer.begin(), list.VtxBuffer.end());
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.ElemCount == 0) continue;
            CHECK(command.ClipRect.x >= rect.x);
            CHECK(command.ClipRect.y >= rect.y);
            CHECK(command.ClipRect.z <= rect.x + rect.width);
            CHECK(command.ClipRect.w <= rect.y + rect.height);
        }
        ImGui::End();
    };
    page.frame(draw);
    page.frame(draw);
    return all;
}

bool same(const std::vector<ImDrawVert>& a, const std::vector<ImDrawVert>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].pos.x != b[i].pos.x || a[i].pos.y != b[i].pos.y || a[i].col != b[i].col) return false;
    return true;
}

constexpr Rect frame{100, 80, 420, 180};

}  // namespace

TEST_CASE("all stops lie inside the picture, as far apart as there is room") {
    for (const Part& picture :
         {way({china, france}), way({us, japan}), way({chile, new_zealand}), way({france, germany}),
          way({china, germany, chile}), way({china, france, china})}) {
        for (const float width : {280.f, 420.f, 760.f}) {
            const Rect rect{10, 20, width, 150};
            for (const Point& at : view::points_of(picture.parts, view::project(picture.parts, rect))) {
                CHECK(at.x > rect.x + 20);
                CHECK(at.x < rect.x + rect.width - 20);
                CHECK(at.y > rect.y + 20);
                CHECK(at.y < rect.y + rect.height - 20);
            }
        }
    }
}

TEST_CASE("east is right and north is up") {
    const Part picture = way({china, france});
    const auto points = view::points_of(picture.parts, view::project(picture.parts, frame));
    CHECK(points[0].x > points[1].x);
    CHECK(points[0].y > points[1].y);
}

TEST_CASE("the way over the Pacific is not torn at the date line") {
    const Part picture = way({japan, us});
    const auto projection = view::project(picture.parts, frame);
    const auto points = view::points_of(picture.parts, projection);
    CHECK(points[1].x > points[0].x);  // on to the east
    CHECK((points[1].x - points[0].x) / projection.x_per_degree == doctest::Approx(147));
}

TEST_CASE("a way inside Europe is not larger than the outline is good for") {
    const Part picture = way({france, germany});
    const auto projection = view::project(picture.parts, frame);
    CHECK(frame.width / projection.x_per_degree > 60);
}

TEST_CASE("the picture is drawn inside its frame, the same each time, and shows how far it is") {
    for (const view::Theme theme :
         {view::Theme::light, view::Theme::dark, view::Theme::high_contrast_light}) {
        view::Appearance appearance;
        appearance.theme = theme;
        view::set_appearance(appearance);
        const auto first = vertices(way({china, france}), frame);
        CHECK(first.size() > 1000);  // land, an arc, two dots, two names
        CHECK(same(first, vertices(way({china, france}), frame)));
        CHECK_FALSE(same(first, vertices(way({china, france}, Passage::to_come), frame)));
        CHECK_FALSE(same(first, vertices(way({china, germany}), frame)));
    }
    view::set_appearance({});
}

TEST_CASE("what is not to be seen costs nothing") {
    CHECK(vertices(way({china, france}), {100, 5000, 420, 180}).size() < 10);
}

TEST_CASE("the cells of a number keep their groups and are large enough for a mouse or a finger") {
    Part cells;
    cells.look = Look::passport;
    cells.key = "cells";
    for (int i = 0; i < 13; ++i) {
        Part cell;
        cell.role = Role::button;
        cell.look = Look::passport_cell;
        cell.key = "cell" + std::to_string(i);
        cell.text = "5";
        cells.parts.push_back(std::move(cell));
    }
    test_font::Page page(800, 600);
    view::set_fonts(page.font(), page.font(), page.font(), page.font());
    for (const bool finger : {false, true}) {
        view::Appearance appearance;
        appearance.coarse_pointer = finger;
        view::set_appearance(appearance);
        for (const float width : {260.f, 314.f, 380.f, 700.f}) {
            CAPTURE(finger);
            CAPTURE(width);
            const view::Box box = view::lay_out_cells(cells, 5, 7, width);
            REQUIRE(box.boxes.size() == 13);
            for (const view::Box& cell : box.boxes) {
                CHECK(cell.rect.width >= (finger ? 44 : 24));
                CHECK(cell.rect.height >= (finger ? 44 : 34));
                CHECK(cell.rect.x >= 5);
                CHECK(cell.right() <= 5 + width);
                CHECK(cell.bottom() <= box.bottom());
            }
            for (const auto& [a, b] : {std::pair{0, 1}, {2, 4}, {5, 7}, {8, 10}, {11, 12}})
                CHECK(box.boxes[static_cast<std::size_t>(a)].rect.y ==
                      box.boxes[static_cast<std::size_t>(b)].rect.y);
            if (!finger && width >= 380) CHECK(box.boxes[0].rect.y == box.boxes[12].rect.y);
        }
    }
    view::set_appearance({});
}

TEST_CASE("a cell is explained when the focus or the mouse comes to it, once") {
    App app = started();
    app.type("EE123456785CN").on(PassportToggled{PassportPlace::entry});
    drawing::Window window(app, 1280, 900);
    window.pressed.clear();
    window.focused = "entry/passport/7";
    window.draw();
    REQUIRE(window.pressed.size() == 1);
    CHECK(std::get<PassportCellPointed>(window.pressed[0]).cell == 7);
    window.act(window.pressed[0]);
    window.pressed.clear();
    window.settle();
    CHECK(window.pressed.empty());
    const Rect cell = window.place("entry/passport/3")->rect;
    const auto done = window.press_at(cell.x + 5, cell.y + 5);
    REQUIRE_FALSE(done.empty());  // the mouse comes, then presses
    for (const Action& one : done) CHECK(std::get<PassportCellPointed>(one).cell == 3);
}

TEST_CASE("the boxes of the legs stand in rows when the page is narrow, and keep their heights alike") {
    Part strip;
    strip.look = Look::strip;
    strip.key = "strip";
    for (int i = 0; i < 6; ++i) {
        Part step;
        step.look = Look::strip_step;
        step.key = "step" + std::to_string(i);
        Part name;
        name.look = Look::small_head;
        name.key = step.key + "/name";
        name.text = i == 1 ? "A name that takes more lines" : "Name";
        step.parts.push_back(std::move(name));
        strip.parts.push_back(std::move(step));
    }
    test_font::Page page(800, 600);
    view::set_fonts(page.font(), page.font(), page.font(), page.font());
    const view::Box wide = view::lay_out(strip, 0, 0, 900), narrow = view::lay_out(strip, 0, 0, 350);
    CHECK(wide.boxes[5].rect.y == wide.boxes[0].rect.y);
    CHECK(narrow.boxes[0].rect.y == narrow.boxes[2].rect.y);
    CHECK(narrow.boxes[3].rect.y > narrow.boxes[0].bottom());
    CHECK(narrow.boxes[0].rect.height == narrow.boxes[1].rect.height);
    CHECK(narrow.boxes[5].right() == doctest::Approx(350));
    CHECK(narrow.boxes[5].bottom() == doctest::Approx(narrow.bottom()));
}
