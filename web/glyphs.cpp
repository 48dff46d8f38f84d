#include "web/glyphs.h"

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "view/text.h"

extern "C" {
int glyphs_start();
void glyphs_line(int face, float size, float* ascent_descent);
void glyphs_measure(int face, float size, const char* text, int length, int is_run, float* measures);
int glyphs_draw(unsigned char* pixels);
}

namespace web::glyphs {
namespace {

// The run table is the private use area of the BMP.
constexpr ImWchar first_run = 0xE000;
constexpr std::size_t most_runs = 0xF900 - 0xE000;
constexpr std::size_t many_runs = most_runs / 2;       // then the table starts anew between two frames
constexpr std::size_t much_drawable_text = 1'000'000;  // bytes; a screen of 1,000 items takes a tenth of it

// A run wider than this is drawn smaller and stretched: the atlas is not made wider for one label.
constexpr float widest_glyph = 2048;  // device pixels
constexpr int widest_atlas = 4096;    // what every WebGL2 can hold

bool readable = true;
std::map<std::string, char16_t> run_codes;
std::vector<const std::string*> runs;

char16_t intern(std::string_view run) {
    std::string text(run);
    if (auto known = run_codes.find(text); known != run_codes.end()) return known->second;
    if (runs.size() == most_runs) return 0xFFFD;
    const auto code = static_cast<char16_t>(first_run + runs.size());
    runs.push_back(&run_codes.emplace(std::move(text), code).first->first);
    return code;
}

struct Measures {
    float advance, left, top, width, height;  // in the order of glyphs_measure
};

Measures measure(int face, float size, ImWchar code_point) {
    Measures measures;
    if (code_point >= first_run && code_point < first_run + runs.size()) {
        const std::string& run = *runs[code_point - first_run];
        glyphs_measure(face, size, run.data(), static_cast<int>(run.size()), 1, &measures.advance);
    } else {
        char text[5];
        ImTextCharToUtf8(text, code_point);
        glyphs_measure(face, size, text, static_cast<int>(strlen(text)), 0, &measures.advance);
    }
    return measures;
}

float density(const ImFontConfig* source, const ImFontBaked* baked) {
    return source->RasterizerDensity * baked->RasterizerDensity;
}

int face_of(const ImFontConfig* source) { return static_cast<int>(source->FontNo); }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}  // the browser looks in every font it has

// The baseline stands where CSS puts it in a line box as high as the font's size, so that a DOM element with
// that line-height lies exactly over the drawing.
bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float scale = density(source, baked);
    const float size = baked->Size * scale;
    float line[2];
    glyphs_line(face_of(source), size, line);
    baked->Ascent = (line[0] + std::floor((size - line[0] - line[1]) / 2)) / scale;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    float scale = density(source, baked);
    Measures measures = measure(face_of(source), baked->Size * scale, code_point);
    const float advance = measures.advance / scale;
    if (only_advance) {
        *only_advance = advance;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = advance;
    if (measures.width > widest_glyph) {
        scale *= widest_glyph / (measures.width + 2);
        measures = measure(face_of(source), baked->Size * scale, code_point);
    }
    if (measures.width == 0) return true;

    const int width = static_cast<int>(measures.width);
    const int height = static_cast<int>(measures.height);
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
    pixels.resize(width * height * 4);
    glyph->Colored = glyphs_draw(pixels.Data) != 0;
    glyph->X0 = measures.left / scale;
    glyph->Y0 = baked->Ascent + measures.top / scale;
    glyph->X1 = glyph->X0 + measures.width / scale;
    glyph->Y1 = glyph->Y0 + measures.height / scale;
    glyph->Visible = 1;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                       pixels.Data, ImTextureFormat_RGBA32, width * 4);
    return true;
}

ImFont* add_face(int face) {
    ImFontConfig config;
    config.FontNo = static_cast<ImU32>(face);
    config.SizePixels = 15;
    config.FontLoader = ImGuiFreeType::GetFontLoader();  // ImGui asks for font data where there is none
    return ImGui::GetIO().Fonts->AddFont(&config);
}

void forget_runs() {
    runs.clear();
    run_codes.clear();
    view::forget_drawables();
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    if (atlas->Builder) ImFontAtlasBuildDiscardBakes(atlas, 0);
}

}  // namespace

Fonts load() {
    readable = glyphs_start() != 0;
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    atlas->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas->TexMinWidth = 1024;
    atlas->TexMaxWidth = atlas->TexMaxHeight = widest_atlas;
    view::set_run_interner(intern);
    return {add_face(0), add_face(1), add_face(2), add_face(3)};
}

void forget_all() {
    readable = glyphs_start() != 0;
    forget_runs();
}

void recycle_runs() {
    if (runs.size() > many_runs || view::drawable_bytes() > much_drawable_text) forget_runs();
}

bool are_readable() { return readable; }

}  // namespace web::glyphs

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcContainsGlyph = web::glyphs::contains;
        made.FontBakedInit = web::glyphs::init_baked;
        made.FontBakedLoadGlyph = web::glyphs::load_glyph;
        return made;
    }();
    return &loader;
}
