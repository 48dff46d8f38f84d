// The stored settings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/list_view.h"

namespace formats {

inline constexpr int saved_settings_version = 1;

/// Of the whole interface; `system`: as the browser says.
enum class ThemeChoice : std::uint8_t { system, light, dark, contrast };
inline constexpr int theme_count = 4;

/// In per cent; what the user may choose (WCAG 2.2, 1.4.4: up to 200).
inline constexpr std::uint16_t text_sizes[] = {100, 115, 130, 150, 175, 200};

struct Settings {
    std::string language;                ///< BCP 47, "" = the browser's
    std::string proxy;                   ///< one of the allowed origins, "" = the page's own
    std::vector<std::string> consented;  ///< agreement() of each source and proxy the user said yes to
    std::vector<ListView> views;         ///< in the order they were made; names once each
    ListSort sort = ListSort::news;
    ThemeChoice theme = ThemeChoice::system;
    std::uint16_t text_size = 100;  ///< one of text_sizes
    bool compact_rows = false;
    bool single_keys =
        true;  ///< `/`, `n`, `r` alone do something (WCAG 2.2, 2.1.4: they can be switched off)
    bool introduced = false;  ///< the first steps have been read or put away

    bool operator==(const Settings&) const = default;
};

/// Whom a yes was about: the source's id, with `@origin` behind it unless the page's own proxy asks it.
std::string agreement(std::string_view source, std::string_view proxy);

std::string write_settings(const Settings& settings);
/// Defaults for what is missing; nothing when it cannot be read or is of a newer version.
std::optional<Settings> read_settings(std::string_view record);

}  // namespace formats
