// The stored settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

inline constexpr int saved_settings_version = 1;

struct Settings {
    std::string language;                ///< BCP 47, "" = the browser's
    std::string proxy;                   ///< one of the allowed origins, "" = the page's own
    std::vector<std::string> consented;  ///< agreement() of each source and proxy the user said yes to

    bool operator==(const Settings&) const = default;
};

/// Whom a yes was about: the source's id, with `@origin` behind it unless the page's own proxy asks it.
std::string agreement(std::string_view source, std::string_view proxy);

std::string write_settings(const Settings& settings);
/// Defaults for what is missing; nothing when it cannot be read or is of a newer version.
std::optional<Settings> read_settings(std::string_view record);

}  // namespace formats
