#include "view/look.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace view {

namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return 0xFF000000u | (hex & 0xFF) << 16 | (hex & 0xFF00) | (hex >> 16 & 0xFF);
}

constexpr Palette light{
    .background = rgb(0xf6f5f2),
    .panel = rgb(0xffffff),
    .line = rgb(0xe4e2dc),
    .ink = rgb(0x1c2024),
    .secondary = rgb(0x4d5560),
    .quiet = rgb(0x686f78),
    .neutral_soft = rgb(0xe4e2dc),
    .accent = rgb(0x0b6e5f),
    .on_accent = rgb(0xffffff),
    .accent_soft = rgb(0xe2f1ee),
    .moving = rgb(0x1f5fbf),
    .moving_soft = rgb(0xe6eefb),
    .customs = rgb(0x6b3fb3),
    .customs_soft = rgb(0xefe8fa),
    .attention = rgb(0x8a5000),
    .attention_soft = rgb(0xfdf0d9),
    .done = rgb(0x2c7a3f),
    .done_soft = rgb(0xe4f3e7),
    .problem = rgb(0xb3261e),
    .problem_soft = rgb(0xfbe6e4),
    .focus = rgb(0x0b6e5f),
    .has_shadow = true,
    .border_width = 1,
};

constexpr Palette dark{
    .background = rgb(0x14171a),
    .panel = rgb(0x1b1f23),
    .line = rgb(0x2c3238),
    .ink = rgb(0xeceff1),
    .secondary = rgb(0xa7b0b8),
    .quiet = rgb(0x98a1a9),
    .neutral_soft = rgb(0x2c3238),
    .accent = rgb(0x4fc3ae),
    .on_accent = rgb(0x06231e),
    .accent_soft = rgb(0x17332e),
    .moving = rgb(0x8ab4f8),
    .moving_soft = rgb(0x1d2a3f),
    .customs = rgb(0xc3a6f5),
    .customs_soft = rgb(0x2c2340),
    .attention = rgb(0xf2b45a),
    .attention_soft = rgb(0x3a2b13),
    .done = rgb(0x7ecb8f),
    .done_soft = rgb(0x1a3220),
    .problem = rgb(0xf28b82),
    .problem_soft = rgb(0x3d1f1d),
    .focus = rgb(0x4fc3ae),
    .has_shadow = true,
    .border_width = 1,
};

/// More contrast is asked for: black on white, lines as strong as text, no quiet text.
constexpr Palette stronger(Palette base, Colour ink, Colour background) {
    base.background = base.panel = base.neutral_soft = background;
    base.ink = base.secondary = base.quiet = base.line = ink;
    base.has_shadow = false;
    base.border_width = 2;
    return base;
}
constexpr Palette strong_light = stronger(light, rgb(0x000000), rgb(0xffffff));
constexpr Palette strong_dark = stronger(dark, rgb(0xffffff), rgb(0x000000));

/// Forced colours know no states: text is text, what can be pressed is a link or a button.
Palette forced(const Appearance::ForcedColours& system) {
    const Colour canvas = rgb(system.canvas), text = rgb(system.canvas_text), link = rgb(system.link);
    return {
        .background = canvas,
        .panel = canvas,
        .line = text,
        .ink = text,
        .secondary = text,
        .quiet = text,
        .neutral_soft = canvas,
        .accent = link,
        .on_accent = canvas,
        .accent_soft = canvas,
        .moving = text,
        .moving_soft = canvas,
        .customs = text,
        .customs_soft = canvas,
        .attention = text,
        .attention_soft = canvas,
        .done = text,
        .done_soft = canvas,
        .problem = text,
        .problem_soft = canvas,
        .focus = rgb(system.highlight),
        .has_shadow = false,
        .border_width = 1,
    };
}

Appearance current;
Palette colours = light;
ImFont *regular_font = nullptr, *strong_font = nullptr, *mono_font = nullptr, *mono_strong_font = nullptr;

Palette palette_of(const Appearance& appearance) {
    switch (appearance.theme) {
        case Theme::light: return light;
        case Theme::dark: return dark;
        case Theme::high_contrast_light: return strong_light;
        case Theme::high_contrast_dark: return strong_dark;
        case Theme::forced: return forced(appearance.forced);
    }
    return light;
}

Type base_type(app::Look look) {
    using app::Look;
    switch (look) {
        case Look::brand: return {17, 24, true, false};
        case Look::title: return {26, 32, true, false};
        case Look::sentence: return {20, 27, true, false};
        case Look::section: return {15, 21, true, false};
        case Look::body: return {15, 22, false, false};
        case Look::secondary: return {13, 18, false, false};
        case Look::small_head:
        case Look::timeline_day:
        case Look::chip: return {12, 16, true, false};
        case Look::mono: return {15, 20, false, true};
        case Look::number_choice:
        case Look::passport_cell: return {15, 20, true, true};
        case Look::primary_button:
        case Look::plain_button:
        case Look::quiet_button:
        case Look::link_text: return {14, 20, true, false};
        default: return {14, 20, false, false};
    }
}

}  // namespace

void set_appearance(const Appearance& appearance) {
    current = appearance;
    colours = palette_of(appearance);
}

void set_fonts(ImFont* regular, ImFont* strong, ImFont* mono, ImFont* mono_strong) {
    regular_font = regular;
    strong_font = strong;
    mono_font = mono;
    mono_strong_font = mono_strong;
}

const Appearance& appearance() { return current; }
const Palette& palette() { return colours; }

Colour colour_of(app::Tone tone) {
    using app::Tone;
    switch (tone) {
        case Tone::ink: return colours.ink;
        case Tone::secondary: return colours.secondary;
        case Tone::quiet: return colours.quiet;
        case Tone::accent: return colours.accent;
        case Tone::moving: return colours.moving;
        case Tone::customs: return colours.customs;
        case Tone::attention: return colours.attention;
        case Tone::done: return colours.done;
        case Tone::problem: return colours.problem;
    }
    return colours.ink;
}

Colour text_colour(const app::Part& part) {
    if (!part.enabled) return colours.quiet;
    return colour_of(part.role == app::Role::link ? app::Tone::accent : part.tone);
}

Colour soft_of(app::Tone tone) {
    using app::Tone;
    switch (tone) {
        case Tone::accent: return colours.accent_soft;
        case Tone::moving: return colours.moving_soft;
        case Tone::customs: return colours.customs_soft;
        case Tone::attention: return colours.attention_soft;
        case Tone::done: return colours.done_soft;
        case Tone::problem: return colours.problem_soft;
        default: return colours.neutral_soft;
    }
}

Colour mixed(Colour base, Colour over, float share) {
    Colour out = 0xFF000000u;
    for (int shift = 0; shift < 24; shift += 8) {
        const auto a = static_cast<float>(base >> shift & 0xFF), b = static_cast<float>(over >> shift & 0xFF);
        out |= static_cast<Colour>(a + (b - a) * share) << shift;
    }
    return out;
}

float scaled(float pixels) { return std::round(pixels * current.text_scale); }

Type type_of(const app::Part& part) {
    Type type = base_type(part.look);
    type.size = scaled(type.size);
    type.line_height = scaled(type.line_height);
    type.strong = type.strong || part.strong;
    return type;
}

Type label_type() { return {scaled(13), scaled(18), false, false}; }

ImFont* font_of(const Type& type) {
    if (type.mono) return type.strong ? mono_strong_font : mono_font;
    return type.strong ? strong_font : regular_font;
}

float target_height() { return std::max(current.coarse_pointer ? 44.f : 34.f, scaled(34)); }

float checkbox_size() { return scaled(20); }

float snapped(float position) {
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    return std::round(position * ratio) / ratio;
}

float hairline() {
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    return std::max(1.f, std::floor(colours.border_width * ratio)) / ratio;
}

}  // namespace view
