// The checkbox and the field of several lines: their places, and what pressing does.
#include "app/parts.h"
#include "doctest/doctest.h"
#include "tests/view/test_font.h"
#include "view/box.h"
#include "view/painter.h"

namespace {

struct Fonts {
    test_font::Page page{800, 600};
    Fonts() {
        view::set_appearance({});
        view::set_fonts(page.font(), page.font(), page.font(), page.font());
    }
};

app::Part box_of(std::string text, bool checked = false) {
    app::Part made = app::checkbox("one", std::move(text), checked, app::PlainViewToggled{});
    made.name = "one";
    return made;
}

view::Box laid_out(const app::Part& part, float width) {
    Fonts fonts;
    view::Box box;
    fonts.page.frame([&] { box = view::lay_out(part, 10, 10, width); });
    return box;
}

void paint(const app::Part& part, view::Drawn& drawn) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({800, 600});
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
    view::Painter(drawn, {}, false, false).paint(view::lay_out(part, 10, 10, 300));
    ImGui::End();
}

int vertices_of(const app::Part& part) {
    Fonts fonts;
    int vertices = 0;
    for (int frame = 0; frame < 2; ++frame) {
        view::Drawn drawn;
        vertices = fonts.page.frame([&] { paint(part, drawn); }).TotalVtxCount;
    }
    return vertices;
}

}  // namespace

TEST_CASE("a checkbox without words is as large as what can be pressed") {
    const view::Box box = laid_out(box_of(""), 300);
    CHECK(box.rect.width == view::target_height());
    CHECK(box.rect.height == view::target_height());
    CHECK(box.lines.empty());
}

TEST_CASE("the words of a checkbox stand beside its box, and break where there is no room") {
    const view::Box one_line = laid_out(box_of("Yes"), 300);
    CHECK(one_line.text_x > view::checkbox_size());
    CHECK(one_line.rect.height == view::target_height());
    const view::Box many =
        laid_out(box_of("This is said in more than one line, which needs more height"), 120);
    CHECK(many.lines.size() > 2);
    CHECK(many.rect.height >= many.type.line_height * static_cast<float>(many.lines.size()));
    CHECK(many.rect.width <= 120);
}

TEST_CASE("pressing a checkbox or its words gives its Action, unless it is switched off") {
    app::Part part = box_of("Words beside it");
    for (const float x : {18.f, 90.f})
        for (const bool enabled : {true, false}) {
            Fonts fonts;
            part.enabled = enabled;
            view::Drawn drawn;
            fonts.page.press(x, 27, [&] { paint(part, drawn); });
            CHECK(drawn.actions.size() == (enabled ? 1 : 0));
        }
}

TEST_CASE("a checked box is drawn with its tick") {
    CHECK(vertices_of(box_of("Yes", true)) > vertices_of(box_of("Yes", false)));
}

TEST_CASE("a field of several lines is higher than a field of one") {
    app::FieldFacts facts;
    const view::Box line = laid_out(app::field(app::Look::plain_field, "a", "Label", facts), 300);
    facts.kind = app::FieldKind::long_text;
    const view::Box text = laid_out(app::field(app::Look::plain_field, "a", "Label", facts), 300);
    CHECK(text.rect.height > 2.5f * line.rect.height);
}
