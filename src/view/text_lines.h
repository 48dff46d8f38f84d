// Breaking text into lines: at blanks, between characters of scripts written without them, and anywhere when
// a word alone is too long.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/look.h"

namespace view {

struct TextLine {
    std::string text;  ///< as ImGui draws it (see view/text.h)
    float width = 0;
};

/// `text` is UTF-8 of a Part. No line is wider than `width` unless a single character is.
std::vector<TextLine> break_lines(std::string_view text, const Type& type, float width);

/// Of the widest of them; 0 without lines.
float widest(const std::vector<TextLine>& lines);

/// One line, cut with an ellipsis when it does not fit.
TextLine fitted_line(std::string_view text, const Type& type, float width);

float text_width(std::string_view text, const Type& type);

}  // namespace view
