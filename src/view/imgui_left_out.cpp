// The parts of Dear ImGui this program does without: tables, columns, error recovery, settings files, its own
// keyboard, tooltips and the log. Its core calls into all of them, which keeps them in the program: 56 KB.
// Each function the core calls stands here with what it does when that part is not in use. A definition whose
// declaration the library has changed does not compile.
#define POSTWATCH_IMGUI_LEFT_OUT
#include <charconv>
#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

/// Writes into a buffer of fixed size and counts what had no room, as snprintf does.
struct Line {
    char* begin;
    std::size_t size;
    std::size_t length = 0;

    void put(char character) {
        if (begin && length + 1 < size) begin[length] = character;
        ++length;
    }
    void put(const char* text, int longest) {
        while (*text && longest-- != 0) put(*text++);
    }
    void put_number(long long number, int base, int width, bool capital = false) {
        char digits[24];
        const char* end = std::to_chars(digits, digits + sizeof digits, number, base).ptr;
        for (auto count = end - digits; count < width; ++count) put('0');
        for (const char* digit = digits; digit != end; ++digit)
            put(capital && *digit >= 'a' ? static_cast<char>(*digit - 'a' + 'A') : *digit);
    }
};

}  // namespace

// ---- text -----------------------------------------------------------------------------------------------

/// Of the formats of printf what is in use: %s, %.*s, %d, %x and %X, of which numbers can be filled up with
/// noughts (%08X or %.8X). Returns what snprintf returns.
int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list arguments) {
    Line line{buffer, size};
    for (; *format; ++format) {
        if (*format != '%') {
            line.put(*format);
            continue;
        }
        int width = 0, longest = -1;
        for (++format; *format == '.' || *format == '*' || (*format >= '0' && *format <= '9'); ++format) {
            if (*format == '*')
                longest = va_arg(arguments, int);
            else if (*format != '.')
                width = width * 10 + (*format - '0');
        }
        switch (*format) {
            case 's': line.put(va_arg(arguments, const char*), longest); break;
            case 'd': line.put_number(va_arg(arguments, int), 10, width); break;
            case 'x': line.put_number(va_arg(arguments, unsigned), 16, width); break;
            case 'X': line.put_number(va_arg(arguments, unsigned), 16, width, true); break;
            default: IM_ASSERT(false && "a format imgui_left_out.cpp does not know"); return -1;
        }
    }
    if (buffer && size > 0) buffer[line.length < size ? line.length : size - 1] = 0;
    return static_cast<int>(line.length);
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int length = ImFormatStringV(buffer, size, format, arguments);
    va_end(arguments);
    return length;
}

// ---- mistakes of the caller: asserted in debug builds, not repaired --------------------------------------

void ImGui::ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*) {}
void ImGui::ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*) {}
bool ImGui::ErrorLog(const char*) { return true; }

// ---- settings files: io.IniFilename is null --------------------------------------------------------------

void ImGui::AddSettingsHandler(const ImGuiSettingsHandler*) {}
void ImGui::LoadIniSettingsFromDisk(const char*) {}
void ImGui::SaveIniSettingsToDisk(const char*) {}
void ImGui::TableSettingsAddSettingsHandler() {}

// ---- keyboard: the browser moves the focus between real elements ------------------------------------------

bool ImGui::IsKeyPressed(ImGuiKey, ImGuiInputFlags, ImGuiID) { return false; }
bool ImGui::IsKeyDown(ImGuiKey, ImGuiID) { return false; }
bool ImGui::IsKeyChordPressed(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
bool ImGui::Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
const char* ImGui::GetKeyName(ImGuiKey) { return ""; }
void ImGui::NavInitWindow(ImGuiWindow*, bool) {}
void ImGui::NavInitRequestApplyResult() {}
void ImGui::NavMoveRequestApplyResult() {}
void ImGui::RenderNavCursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags) {}

// ---- popups, tooltips, a drawn mouse cursor, the log
// -------------------------------------------------------

void ImGui::RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) {}
ImVec2 ImGui::FindBestWindowPosForPopup(ImGuiWindow* window) { return window->Pos; }
void ImGui::SetTooltip(const char*, ...) {}
void ImGui::LogRenderedText(const ImVec2*, const char*, const char*) {}

// ---- tables and columns: imgui_tables.cpp is not compiled
// --------------------------------------------------

void ImGui::EndTable() {}
void ImGui::TableEndRow(ImGuiTable*) {}
void ImGui::TableEndCell(ImGuiTable*) {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void ImGui::EndColumns() {}
void ImGui::PushColumnsBackground() {}
void ImGui::PopColumnsBackground() {}
float ImGui::GetColumnOffset(int) { return 0; }
