#include "formats/config.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/formats/samples.h"

using namespace formats;

TEST_CASE("the served config is read") {
    const auto config = read_config(postwatch::sample("config.json"));
    REQUIRE(config.has_value());
    CHECK(config->proxies == std::vector<std::string>{"", "https://proxy.example"});
    REQUIRE(config->sources.size() == 2);

    const Source* upu = config->source("upu-gtt");
    REQUIRE(upu != nullptr);
    CHECK(upu->dialect == Dialect::upu_gtt);
    CHECK(upu->name == "UPU Global Track & Trace");
    CHECK(upu->host == "globaltracktrace.ptc.post");
    CHECK_FALSE(upu->samples);
    CHECK(config->default_source() == upu);
    REQUIRE(config->sample_source() != nullptr);
    CHECK(config->sample_source()->id == "sample");
    CHECK(config->source("17track") == nullptr);
}

TEST_CASE("what is no config, or of another version, is nothing") {
    for (const std::string_view text :
         {"", "[]", "{}", "<html>", R"({"version":1})", R"({"version":1,"sources":{}})",
          R"({"version":2,"sources":[]})", R"({"sources":[]})"})
        CHECK_MESSAGE(!read_config(text).has_value(), text);
}

TEST_CASE("only a source that can be used and named is listed") {
    const auto config = read_config(R"({"version":1,"colour":"red","proxies":[""],"sources":[
        {"id":"good","dialect":"upu-gtt","name":"Good"},
        {"id":"good","dialect":"upu-gtt","name":"The same id again"},
        {"id":"new","dialect":"morse","name":"Unknown dialect"},
        {"id":"no-name","dialect":"upu-gtt"},
        {"id":"../up","dialect":"upu-gtt","name":"Not a route"},
        {"id":"elsewhere","dialect":"upu-gtt","name":"Proxy that is not listed","proxy":"https://other.example"},
        7, null]})");
    REQUIRE(config.has_value());
    REQUIRE(config->sources.size() == 1);
    CHECK(config->sources.front().name == "Good");
    CHECK(config->sample_source() == nullptr);
}

TEST_CASE("the page's own origin is asked when no proxy is listed") {
    CHECK(read_config(R"({"version":1,"sources":[]})")->proxies == std::vector<std::string>{""});
    CHECK(read_config(R"({"version":1,"proxies":["http://proxy.example"],"sources":[]})")->proxies.empty());
}

TEST_CASE("a proxy is an https origin, or http on this device") {
    for (const std::string_view origin :
         {"", "https://proxy.example", "https://proxy.example:8443", "http://localhost:8080",
          "http://127.0.0.1", "http://[::1]:8080", "https://localhost"})
        CHECK_MESSAGE(is_proxy_origin(origin), origin);
    for (const std::string_view other : {"proxy.example",
                                         "//proxy.example",
                                         "http://proxy.example",
                                         "https://",
                                         "https://proxy.example/",
                                         "https://proxy.example/x",
                                         "https://user@proxy.example",
                                         "https://proxy.example?x",
                                         "https://proxy.example#x",
                                         "https://proxy.example:",
                                         "https://proxy.example:123456",
                                         "https://proxy.example:8a",
                                         "https://PROXY.example",
                                         "https://proxy..example",
                                         "https://.example",
                                         "http://localhost.evil.example",
                                         "http://127.0.0.1.evil.example",
                                         "http://[::1].evil.example",
                                         "http://[::1",
                                         "ftp://proxy.example",
                                         "javascript:alert(1)",
                                         "https://proxy.example\n",
                                         " https://proxy.example"})
        CHECK_MESSAGE(!is_proxy_origin(other), other);
    CHECK_FALSE(is_proxy_origin("https://" + std::string(300, 'a')));
}

TEST_CASE("an address is made of checked parts only") {
    CHECK(answer_url("", "upu-gtt", "EE123456785CN") == "/v1/upu-gtt/EE123456785CN");
    CHECK(answer_url("https://proxy.example", "sample", "EL123456789CN") ==
          "https://proxy.example/v1/sample/EL123456789CN");
    CHECK(answer_url("", "upu-gtt", "ee123456785cn").empty());
    CHECK(answer_url("", "upu-gtt", "EE123456785CN/..").empty());
    CHECK(answer_url("", "upu/gtt", "EE123456785CN").empty());
    CHECK(answer_url("https://proxy.example/", "upu-gtt", "EE123456785CN").empty());
}
