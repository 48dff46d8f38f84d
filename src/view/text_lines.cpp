#include "view/text_lines.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "view/text.h"

namespace view {

namespace {

constexpr std::string_view ellipsis = "…";

bool is_blank(unsigned code) { return code == ' ' || code == '\t' || code == 0x3000; }

/// Scripts written without blanks: a line may break before and after each of their characters.
bool breaks_anywhere(unsigned code) {
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF00 && code <= 0xFFEF);
}

/// Closing punctuation stays with what it closes, opening punctuation with what it opens. Classes CL, OP, EX,
/// IS and QU of UAX 14, as far as Chinese sentences hold them.
bool never_begins_a_line(unsigned code) {
    return std::u32string_view(U"、。》」』】〕），：；！？”’…,.):;!?%").find(static_cast<char32_t>(code)) !=
           std::u32string_view::npos;
}

bool never_ends_a_line(unsigned code) {
    return std::u32string_view(U"《「『【〔（“‘(").find(static_cast<char32_t>(code)) !=
           std::u32string_view::npos;
}

class Breaker {
public:
    Breaker(std::string_view text, const Type& type, float width)
        : text_(text), width_(width), baked_(font_of(type)->GetFontBaked(type.size)) {}

    std::vector<TextLine> lines() {
        while (next_ < text_.size()) take_character();
        if (text_.size() > line_begin_ || lines_.empty()) close_line(text_.size(), ink_width_);
        return std::move(lines_);
    }

private:
    void take_character() {
        unsigned code = 0;
        const int length = ImTextCharFromUtf8(&code, text_.data() + next_, text_.data() + text_.size());
        if (code == '\n') {
            close_line(next_, ink_width_);
            begin_line(next_ + static_cast<std::size_t>(length));
            next_ = line_begin_;
            return;
        }
        const float advance = baked_->GetCharAdvance(static_cast<ImWchar>(code));
        const bool is_between_wide = (breaks_anywhere(code) && next_ > line_begin_) || after_wide_;
        if (is_between_wide && !is_blank(code) && !after_opening_ && !never_begins_a_line(code))
            remember_break(next_);
        if (line_width_ + advance > width_ && !is_blank(code) && next_ > line_begin_) {
            break_line();
            return;  // the same character again, on the new line or after the break
        }
        next_ += static_cast<std::size_t>(length);
        line_width_ += advance;
        if (is_blank(code))
            remember_break(next_);
        else
            ink_width_ = line_width_;
        after_wide_ = breaks_anywhere(code);
        after_opening_ = never_ends_a_line(code);
    }

    void remember_break(std::size_t at) {
        break_at_ = at;
        break_ink_width_ = ink_width_;
    }

    void break_line() {
        const bool has_break = break_at_ > line_begin_;
        const std::size_t at = has_break ? break_at_ : next_;
        close_line(at, has_break ? break_ink_width_ : line_width_);
        begin_line(at);
        next_ = at;
    }

    void close_line(std::size_t end, float width) {
        std::size_t last = end;
        while (last > line_begin_ && text_[last - 1] == ' ') --last;
        lines_.push_back({std::string(text_.substr(line_begin_, last - line_begin_)), width});
    }

    void begin_line(std::size_t at) {
        line_begin_ = break_at_ = at;
        line_width_ = ink_width_ = break_ink_width_ = 0;
        after_wide_ = after_opening_ = false;
    }

    std::string_view text_;
    float width_;
    ImFontBaked* baked_;
    std::vector<TextLine> lines_;
    std::size_t next_ = 0, line_begin_ = 0, break_at_ = 0;
    float line_width_ = 0, ink_width_ = 0, break_ink_width_ = 0;
    bool after_wide_ = false, after_opening_ = false;
};

float width_of(std::string_view drawable_text, const Type& type) {
    return font_of(type)
        ->CalcTextSizeA(type.size, FLT_MAX, 0, drawable_text.data(),
                        drawable_text.data() + drawable_text.size())
        .x;
}

}  // namespace

std::vector<TextLine> break_lines(std::string_view text, const Type& type, float width) {
    return Breaker(drawable(text), type, width).lines();
}

float text_width(std::string_view text, const Type& type) { return width_of(drawable(text), type); }

float widest(const std::vector<TextLine>& lines) {
    float width = 0;
    for (const TextLine& line : lines) width = std::max(width, line.width);
    return width;
}

TextLine fitted_line(std::string_view text, const Type& type, float width) {
    std::string line(drawable(text));
    line.resize(std::min(line.size(), line.find('\n')));  // what follows is not on one line
    float wide = width_of(line, type);
    if (wide <= width) return {std::move(line), wide};
    const float room = width - width_of(ellipsis, type);
    const char* end = line.data() + line.size();
    const char* rest = nullptr;
    wide = font_of(type)->CalcTextSizeA(type.size, std::max(room, 0.f), 0, line.data(), end, &rest).x;
    line.resize(static_cast<std::size_t>(rest - line.data()));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    line += ellipsis;
    return {std::move(line), std::min(width, wide + width_of(ellipsis, type))};
}

}  // namespace view
