// How Dear ImGui is compiled here (IMGUI_USER_CONFIG): everywhere the same, because its structures depend on
// it.
#pragma once

// Not used, and each costs download: see docs/figures.md.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS  // removes Emscripten's whole file system
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT  // glyphs come from the browser's own fonts

// imgui_left_out.cpp has what is needed of them.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// Glyphs come from ImGuiFreeType::GetFontLoader(), which is ours: web/glyphs.cpp in the browser,
// tests/view/test_font.cpp in tests. FreeType itself is not used; stb_truetype is left out this way.
#define IMGUI_ENABLE_FREETYPE

// ImWchar stays at 16 bits: the lookup arrays of every baked size reach up to the largest code point used.
#undef IMGUI_USE_WCHAR32

#ifdef NDEBUG
#define IM_ASSERT(_EXPR) ((void)(_EXPR))
#endif

// What the core calls although nothing here asks for it, so that no linker could drop it. The definition of a
// function declared weak before gives way to the one in imgui_left_out.cpp, which itself must not see this.
#ifndef POSTWATCH_IMGUI_LEFT_OUT
#if defined(__GNUC__)
#define POSTWATCH_LEFT_OUT __attribute__((weak))
enum ImGuiKey : int;
struct ImGuiErrorRecoveryState;
struct ImGuiSettingsHandler;
struct ImGuiWindow;
struct ImRect;
struct ImVec2;
namespace ImGui {
POSTWATCH_LEFT_OUT void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*);
POSTWATCH_LEFT_OUT void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*);
POSTWATCH_LEFT_OUT bool ErrorLog(const char*);
POSTWATCH_LEFT_OUT void AddSettingsHandler(const ImGuiSettingsHandler*);
POSTWATCH_LEFT_OUT void LoadIniSettingsFromDisk(const char*);
POSTWATCH_LEFT_OUT void SaveIniSettingsToDisk(const char*);
POSTWATCH_LEFT_OUT bool IsKeyPressed(ImGuiKey, int, unsigned);
POSTWATCH_LEFT_OUT bool IsKeyDown(ImGuiKey, unsigned);
POSTWATCH_LEFT_OUT bool IsKeyChordPressed(int, int, unsigned);
POSTWATCH_LEFT_OUT bool Shortcut(int, int, unsigned);
POSTWATCH_LEFT_OUT const char* GetKeyName(ImGuiKey);
POSTWATCH_LEFT_OUT void NavInitWindow(ImGuiWindow*, bool);
POSTWATCH_LEFT_OUT void NavInitRequestApplyResult();
POSTWATCH_LEFT_OUT void NavMoveRequestApplyResult();
POSTWATCH_LEFT_OUT void RenderNavCursor(const ImRect&, unsigned, int);
POSTWATCH_LEFT_OUT void RenderMouseCursor(ImVec2, float, int, unsigned, unsigned, unsigned);
POSTWATCH_LEFT_OUT ImVec2 FindBestWindowPosForPopup(ImGuiWindow*);
POSTWATCH_LEFT_OUT void SetTooltip(const char*, ...);
POSTWATCH_LEFT_OUT void LogRenderedText(const ImVec2*, const char*, const char*);
}  // namespace ImGui
#endif
#endif
