#include "formats/saved_settings.h"

#include <doctest/doctest.h>

#include "tests/formats/samples.h"

using namespace formats;

TEST_CASE("settings come back as they were") {
    for (const Settings& settings :
         {Settings{},
          Settings{"zh-Hans", "https://proxy.example", {"upu-gtt", "sample@https://proxy.example"}}})
        CHECK(read_settings(write_settings(settings)) == settings);
}

TEST_CASE("settings of version 1 are read for ever") {
    CHECK(read_settings(postwatch::sample("saved-settings.v1.json")) ==
          Settings{"", "https://proxy.example", {"upu-gtt"}});
}

TEST_CASE("what is missing or wrong in settings has its default") {
    CHECK(read_settings(R"({"version":1})") == Settings{});
    CHECK(
        read_settings(
            R"({"version":1,"proxy":"ftp://x","consented":[7,"../x","upu-gtt","upu-gtt@","upu-gtt@ftp://x"],"x":1})") ==
        Settings{"", "", {"upu-gtt"}});
    CHECK(read_settings(R"({"version":1,"language":7})") == Settings{});
}

TEST_CASE("an agreement names the source, and the proxy unless it is the page's own") {
    CHECK(agreement("upu-gtt", "") == "upu-gtt");
    CHECK(agreement("upu-gtt", "https://proxy.example") == "upu-gtt@https://proxy.example");
}

TEST_CASE("unreadable settings and those of a newer version are nothing") {
    for (const std::string_view text : {"", "[]", "{}", R"({"version":2})", R"({"version":1)"})
        CHECK_MESSAGE(!read_settings(text).has_value(), text);
}
