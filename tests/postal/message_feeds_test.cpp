// What is measured on public feeds: only with the folder of POSTWATCH_FEEDS, which is never part of the
// project. Sources and dates: docs/sources.md, "links and messages". Each file has one host or one message
// (\n, \r and \\ escaped) a line:
//   phish_*.txt     hosts that imitate posts       genuine_*.txt  hosts of posts and carriers
//   benign_*.txt    hosts of everybody             smish_delivery*.txt, ham*.txt  messages
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "postal/message_check.h"

using namespace postal;

namespace {

std::string unescaped(const std::string& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size();
        const char letter = escape ? line[++i] : line[i];
        text += escape && letter == 'n' ? '\n' : escape && letter == 'r' ? '\r' : letter;
    }
    return text;
}

void measure(const std::filesystem::path& path) {
    const bool messages =
        path.stem().string().starts_with("smish_d") || path.stem().string().starts_with("ham");
    std::ifstream file(path);
    int counts[5] = {}, all = 0;
    for (std::string line; std::getline(file, line); ++all) {
        const std::string text = messages ? unescaped(line) : "https://" + line + "/";
        ++counts[static_cast<std::size_t>(check_message(text, {}).verdict)];
    }
    MESSAGE(path.filename().string() << ", " << all << ": official " << counts[0] << ", lookalike "
                                     << counts[1] << ", suspicious " << counts[2] << ", unknown " << counts[3]
                                     << ", nothing " << counts[4]);
}

}  // namespace

TEST_CASE("public feeds, when there are any, are measured") {
    const char* folder = std::getenv("POSTWATCH_FEEDS");
    if (!folder) {
        MESSAGE("not measured: POSTWATCH_FEEDS is not set");
        return;
    }
    REQUIRE(std::filesystem::is_directory(folder));
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") measure(entry.path());
    }
}
