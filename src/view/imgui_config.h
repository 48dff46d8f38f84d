// How Dear ImGui is compiled here (IMGUI_USER_CONFIG): everywhere the same, because its structures depend on it.
#pragma once

// Not used, and each costs download: see docs/figures.md.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS  // removes Emscripten's whole file system
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT  // glyphs come from the browser's own fonts

// Glyphs come from ImGuiFreeType::GetFontLoader(), which is ours: web/glyphs.cpp in the browser,
// tests/view/test_font.cpp in tests. FreeType itself is not used; stb_truetype is left out this way.
#define IMGUI_ENABLE_FREETYPE

// ImWchar stays at 16 bits: the lookup arrays of every baked size reach up to the largest code point used.
#undef IMGUI_USE_WCHAR32

#ifdef NDEBUG
#define IM_ASSERT(_EXPR) ((void)(_EXPR))
#endif
