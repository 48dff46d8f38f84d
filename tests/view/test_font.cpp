#include "view/test_font.h"

#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace test_font {
namespace {

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = 0.8f * baked->Size;
    baked->Descent = -0.2f * baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* only_advance) {
    const float width = advance(code_point) * baked->Size;
    if (only_advance) {
        *only_advance = width;
        return true;
    }
    glyph->Codepoint = code_point;
    glyph->AdvanceX = width;
    if (code_point == ' ' || code_point == '\t' || code_point == 0xA0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, 1, 1);
    if (id == ImFontAtlasRectId_Invalid) return false;
    glyph->PackId = id;
    glyph->Visible = 1;
    glyph->X1 = width;
    glyph->Y1 = baked->Size;
    const unsigned char ink = 255;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id), &ink,
                                       ImTextureFormat_Alpha8, 1);
    return true;
}

// What a renderer would do with textures, so that ImGui goes on as in the browser.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}  // namespace

float advance(ImWchar code_point) {
    if (code_point >= 0xE000 && code_point < 0xF900) return 2;
    return code_point >= 0x2E80 ? 1 : 0.5f;
}

Page::Page(float width, float height) : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImFontConfig config;
    config.SizePixels = 15;
    config.FontLoader = ImGuiFreeType::GetFontLoader();  // ImGui asks for font data where there is none
    font_ = io.Fonts->AddFont(&config);
}

Page::~Page() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Page::begin() {
    ImGui::GetIO().DeltaTime = 1 / 60.0f;
    ImGui::NewFrame();
}

const ImDrawData& Page::end() {
    ImGui::Render();
    accept_textures();
    return *ImGui::GetDrawData();
}

}  // namespace test_font

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "fixed advances";
        made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
        made.FontBakedInit = test_font::init_baked;
        made.FontBakedLoadGlyph = test_font::load_glyph;
        return made;
    }();
    return &loader;
}
