// The visual system: colours by role, type scale, spacing. CSS pixels throughout; every metric is multiplied
// by the user's text scale where it holds text. Figures: the design's tokens, contrast checked there.
#pragma once

#include <cstdint>

#include "app/screen.h"
#include "view/draw_screen.h"

struct ImFont;

namespace view {

/// 0xAABBGGRR, as ImGui's draw lists take it.
using Colour = std::uint32_t;

struct Palette {
    Colour background, panel, line;
    Colour ink, secondary, quiet;
    Colour neutral_soft;  ///< behind chips and buttons that stand for no state
    Colour accent, on_accent, accent_soft;
    Colour moving, moving_soft, customs, customs_soft, attention, attention_soft;
    Colour done, done_soft, problem, problem_soft;
    Colour focus;        ///< the ring round what has the focus
    bool has_shadow;     ///< false where contrast is asked for: outlines instead of soft shadows and colours
    float border_width;  ///< of cards and fields
};

struct Type {
    float size, line_height;
    bool strong, mono;
};

namespace space {
inline constexpr float tiny = 4, small = 8, medium = 12, large = 16, wide = 20, huge = 28, vast = 40;
}
namespace radius {
inline constexpr float chip = 6, button = 9, field = 12, card = 14;
}

const Appearance& appearance();
const Palette& palette();
Colour colour_of(app::Tone tone);
Colour text_colour(const app::Part& part);  ///< of the words of a leaf
Colour soft_of(app::Tone tone);
Colour mixed(Colour base, Colour over, float share);  ///< opaque; share 0..1 of `over`

/// Type of a leaf, text scale applied.
Type type_of(const app::Part& part);
ImFont* font_of(const Type& type);

/// Of the words above a field, and how far below its top they begin.
Type label_type();
inline constexpr float label_top = 4;

/// Height of what can be pressed: 34 with a mouse, 44 under a finger, more with larger text.
float target_height();
float checkbox_size();       ///< of the box that is drawn
float scaled(float pixels);  ///< by the text scale

/// The nearest position that is a whole device pixel, and the thinnest sharp line.
float snapped(float position);
float hairline();

}  // namespace view
