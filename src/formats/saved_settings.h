// The stored settings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

inline constexpr int saved_settings_version = 1;

struct Settings {
    std::string proxy;                   ///< one of the allowed origins, "" = the page's own
    std::vector<std::string> consented;  ///< source ids the user said yes to
    bool first_run_done = false;         ///< an item was added once

    bool operator==(const Settings&) const = default;
};

std::string write_settings(const Settings& settings);
/// Defaults for what is missing; nothing when it cannot be read or is of a newer version.
std::optional<Settings> read_settings(std::string_view record);

}  // namespace formats
