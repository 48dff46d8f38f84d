#include "formats/saved_settings.h"

#include <doctest/doctest.h>

#include "tests/formats/samples.h"

using namespace formats;

namespace {

Settings settings_with(std::string proxy, std::vector<std::string> consented) {
    Settings made;
    made.proxy = std::move(proxy);
    made.consented = std::move(consented);
    return made;
}

Settings full_settings() {
    Settings made = settings_with("https://proxy.example", {"upu-gtt", "sample@https://proxy.example"});
    made.language = "zh-Hans";
    ListQuery query{.scope = ListScope::archived,
                    .search = "thé",
                    .group = ListGroupKind::customs,
                    .country = "FR",
                    .stage = postal::Stage::customs_hold,
                    .tag = "gift",
                    .direction = postal::Direction::outgoing,
                    .sort = ListSort::silence};
    made.views = {{"Held gifts", query}, {"Everything", {}}};
    made.sort = ListSort::title;
    made.theme = ThemeChoice::contrast;
    made.text_size = 150;
    made.compact_rows = true;
    made.single_keys = false;
    made.introduced = true;
    return made;
}

}  // namespace

TEST_CASE("settings come back as they were") {
    for (const Settings& settings : {Settings{}, full_settings()})
        CHECK(read_settings(write_settings(settings)) == settings);
}

TEST_CASE("every order, group and scope of a view comes back") {
    for (int i = 0; i < list_sort_count; ++i) {
        Settings settings;
        settings.sort = static_cast<ListSort>(i);
        ListQuery query;
        query.scope = static_cast<ListScope>(i % list_scope_count);
        query.group = static_cast<ListGroupKind>(i % list_group_count);
        query.sort = static_cast<ListSort>(i);
        settings.views = {{"A", query}};
        CHECK(read_settings(write_settings(settings)) == settings);
    }
}

TEST_CASE("of a damaged view the name stays, and a view without a name is none") {
    const auto settings = read_settings(
        R"({"version":1,"views":[{"name":"A","stage":"x","country":"ZZZ","group":7},{"search":"tea"},{"name":"A"},5]})");
    REQUIRE(settings.has_value());
    CHECK(settings->views == std::vector<ListView>{{"A", {}}});
}

TEST_CASE("settings of version 1 are read for ever") {
    CHECK(read_settings(postwatch::sample("saved-settings.v1.json")) ==
          settings_with("https://proxy.example", {"upu-gtt"}));
}

TEST_CASE("what is missing or wrong in settings has its default") {
    CHECK(read_settings(R"({"version":1})") == Settings{});
    CHECK(
        read_settings(
            R"({"version":1,"proxy":"ftp://x","consented":[7,"../x","upu-gtt","upu-gtt@","upu-gtt@ftp://x"],"x":1})") ==
        settings_with("", {"upu-gtt"}));
    CHECK(read_settings(R"({"version":1,"language":7,"theme":"pink","text_size":140,"sort":"x"})") ==
          Settings{});
}

TEST_CASE("an agreement names the source, and the proxy unless it is the page's own") {
    CHECK(agreement("upu-gtt", "") == "upu-gtt");
    CHECK(agreement("upu-gtt", "https://proxy.example") == "upu-gtt@https://proxy.example");
}

TEST_CASE("unreadable settings and those of a newer version are nothing") {
    for (const std::string_view text : {"", "[]", "{}", R"({"version":2})", R"({"version":1)"})
        CHECK_MESSAGE(!read_settings(text).has_value(), text);
}
