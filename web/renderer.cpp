#include "web/renderer.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/canvas.h"

extern "C" {
int renderer_start();
int renderer_is_lost();
int renderer_create(int width, int height);
void renderer_upload(int id, int x, int y, int width, int height, const void* pixels, int row);
void renderer_destroy(int id);
void renderer_begin(int width, int height, float ratio, float red, float green, float blue);
void renderer_list(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);
void renderer_draw(int texture, int count, int first_index, int first_vertex, int x, int y, int width,
                   int height);
}

static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2, "as web/js/renderer.js reads them");

namespace web::renderer {
namespace {

void upload(const ImTextureData& texture, const ImTextureRect& rect) {
    renderer_upload(static_cast<int>(texture.TexID), rect.x, rect.y, rect.w, rect.h,
                    texture.Pixels + (rect.x + static_cast<std::size_t>(rect.y) * texture.Width) * 4,
                    texture.Width);
}

void update(ImTextureData& texture) {
    switch (texture.Status) {
        case ImTextureStatus_WantCreate: {
            texture.SetTexID(static_cast<ImTextureID>(renderer_create(texture.Width, texture.Height)));
            const auto width = static_cast<unsigned short>(texture.Width);
            const auto height = static_cast<unsigned short>(texture.Height);
            upload(texture, {0, 0, width, height});
            texture.SetStatus(ImTextureStatus_OK);
            break;
        }
        case ImTextureStatus_WantUpdates:
            for (const ImTextureRect& rect : texture.Updates) upload(texture, rect);
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            renderer_destroy(static_cast<int>(texture.TexID));
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        default: break;
    }
}

// The four corners of a glyph, as ImFont::RenderText writes them. The corners of shapes all have the uv of
// the white pixel.
bool is_glyph(const ImDrawVert* v) {
    return v[0].uv.x != v[1].uv.x && v[0].uv.y == v[1].uv.y && v[1].uv.x == v[2].uv.x &&
           v[1].uv.y != v[2].uv.y && v[2].uv.y == v[3].uv.y && v[3].uv.x == v[0].uv.x;
}

// Pen positions are fractions of a device pixel. A glyph drawn there would be smeared over two; its bitmap is
// whole device pixels wide and high, so moving its corner is enough.
void sharpen_glyphs(ImDrawList& list, float ratio) {
    ImDrawVert* const end = list.VtxBuffer.end();
    for (ImDrawVert* v = list.VtxBuffer.begin(); v + 4 <= end;) {
        if (!is_glyph(v)) {
            v++;
            continue;
        }
        const float dx = std::round(v->pos.x * ratio) / ratio - v->pos.x;
        const float dy = std::round(v->pos.y * ratio) / ratio - v->pos.y;
        for (int corner = 0; corner < 4; corner++, v++) v->pos = {v->pos.x + dx, v->pos.y + dy};
    }
}

void draw_list(const ImDrawList& list, float ratio, int width, int height) {
    renderer_list(list.VtxBuffer.Data, list.VtxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                  list.IdxBuffer.size_in_bytes());
    const auto device = [ratio](float length, int limit) {
        return std::clamp(static_cast<int>(std::round(length * ratio)), 0, limit);
    };
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const int left = device(command.ClipRect.x, width);
        const int top = device(command.ClipRect.y, height);
        const int right = device(command.ClipRect.z, width);
        const int bottom = device(command.ClipRect.w, height);
        if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
        renderer_draw(static_cast<int>(command.GetTexID()), static_cast<int>(command.ElemCount),
                      static_cast<int>(command.IdxOffset), static_cast<int>(command.VtxOffset), left, top,
                      right - left, bottom - top);
    }
}

}  // namespace

bool start() { return renderer_start() != 0; }

bool can_draw() { return renderer_is_lost() == 0; }

void draw(ImDrawData& data, unsigned background) {
    if (data.Textures) {
        for (ImTextureData* texture : *data.Textures) update(*texture);
    }
    const float ratio = data.FramebufferScale.x;
    const int width = static_cast<int>(std::round(data.DisplaySize.x * ratio));
    const int height = static_cast<int>(std::round(data.DisplaySize.y * ratio));
    const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(background);
    renderer_begin(width, height, ratio, clear.x, clear.y, clear.z);
    for (ImDrawList* list : data.CmdLists) {
        sharpen_glyphs(*list, ratio);
        draw_list(*list, ratio, width, height);
    }
}

}  // namespace web::renderer

// The textures died with the old context; ImGui keeps their pixels and asks for them anew.
extern "C" EMSCRIPTEN_KEEPALIVE void postwatch_renderer_restored() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    web::canvas::wake();
}
