#include <cmath>
#include <string>

#include "doctest/doctest.h"
#include "view/look.h"

namespace {

using app::Tone;
using view::Colour;

/// WCAG 2.2, relative luminance and contrast ratio.
double channel(Colour colour, int shift) {
    const double value = (colour >> shift & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(Colour colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 16);
}
double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

constexpr Tone tones[] = {Tone::ink,     Tone::secondary, Tone::quiet, Tone::accent, Tone::moving,
                          Tone::customs, Tone::attention, Tone::done,  Tone::problem};

constexpr double of_text = 4.5, of_shapes = 3;

template <class Check>
void in_every_theme(Check&& check) {
    using view::Theme;
    for (Theme theme :
         {Theme::light, Theme::dark, Theme::high_contrast_light, Theme::high_contrast_dark, Theme::forced}) {
        view::Appearance appearance;
        appearance.theme = theme;
        // Windows' "Desert" and the like: what the system says; here its plain black on white.
        appearance.forced = {.canvas = 0xFFFFFF,
                             .canvas_text = 0,
                             .link = 0x0000FF,
                             .button_face = 0xF0F0F0,
                             .button_text = 0,
                             .highlight = 0x0078D7,
                             .highlight_text = 0xFFFFFF,
                             .gray_text = 0x6D6D6D};
        view::set_appearance(appearance);
        CAPTURE(static_cast<int>(theme));
        check();
    }
    view::set_appearance({});
}

}  // namespace

TEST_CASE("black on white is 21, and a colour on itself is 1") {
    CHECK(contrast(0xFF000000, 0xFFFFFFFF) == doctest::Approx(21));
    CHECK(contrast(0xFF123456, 0xFF123456) == doctest::Approx(1));
}

TEST_CASE("every tone can be read on the page and on panels") {
    in_every_theme([] {
        for (Tone tone : tones) {
            CAPTURE(static_cast<int>(tone));
            CHECK(contrast(view::colour_of(tone), view::palette().background) >= of_text);
            CHECK(contrast(view::colour_of(tone), view::palette().panel) >= of_text);
        }
    });
}

TEST_CASE("every tone can be read on its own soft colour") {
    in_every_theme([] {
        for (Tone tone : tones) {
            CAPTURE(static_cast<int>(tone));
            // A quiet chip is written in the next stronger tone.
            const Tone words = tone == Tone::quiet ? Tone::secondary : tone;
            CHECK(contrast(view::colour_of(words), view::soft_of(tone)) >= of_text);
        }
    });
}

TEST_CASE("text on cards of a soft colour and on buttons can be read") {
    in_every_theme([] {
        const view::Palette& colours = view::palette();
        CHECK(contrast(colours.ink, colours.attention_soft) >= of_text);
        CHECK(contrast(colours.ink, colours.accent_soft) >= of_text);
        CHECK(contrast(colours.on_accent, colours.accent) >= of_text);
        CHECK(contrast(colours.accent, colours.accent_soft) >= of_text);
    });
}

TEST_CASE("the ring round the focus and the frame of a field can be seen") {
    in_every_theme([] {
        const view::Palette& colours = view::palette();
        CHECK(contrast(colours.focus, colours.background) >= of_shapes);
        CHECK(contrast(colours.focus, colours.panel) >= of_shapes);
        CHECK(contrast(colours.quiet, colours.panel) >= of_shapes);
        CHECK(contrast(colours.problem, colours.panel) >= of_shapes);
    });
}

TEST_CASE("asking for more contrast gives at least seven to one for running text") {
    for (view::Theme theme : {view::Theme::high_contrast_light, view::Theme::high_contrast_dark}) {
        view::Appearance appearance;
        appearance.theme = theme;
        view::set_appearance(appearance);
        for (Tone tone : {Tone::ink, Tone::secondary, Tone::quiet})
            CHECK(contrast(view::colour_of(tone), view::palette().panel) >= 7);
        CHECK_FALSE(view::palette().has_shadow);
    }
    view::set_appearance({});
}

TEST_CASE("what is pressed with a finger is larger, and with larger text too") {
    view::Appearance appearance;
    CHECK((view::set_appearance(appearance), view::target_height()) == 34);
    appearance.coarse_pointer = true;
    CHECK((view::set_appearance(appearance), view::target_height()) == 44);
    appearance.text_scale = 2;
    CHECK((view::set_appearance(appearance), view::target_height()) == 68);
    view::set_appearance({});
}
