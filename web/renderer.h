// Dear ImGui's draw data in WebGL2.
#pragma once

struct ImDrawData;

namespace web::renderer {

/// False when there is no WebGL2.
bool start();

/// False when there never was a WebGL2 context or while it is lost.
bool can_draw();

/// Uploads what changed in the textures and draws. Glyphs are moved to whole device pixels, so that text is
/// as sharp as in the atlas wherever it stands. `background`: ImU32.
void draw(ImDrawData& data, unsigned background);

}  // namespace web::renderer
