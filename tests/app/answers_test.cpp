#include <set>

#include "app/refresh.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;
using postal::Fault;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt"]})";
const std::string number = number_of(4711'0815);

App asked() { return started({}, consented).add(number); }

std::string fault_words(const App& app) { return app.words("item/fault/text"); }

}  // namespace

TEST_CASE("events are shown with stage, place, the post's words and who told them") {
    App app = asked();
    app.answer(number, 200, posted(number), noon);
    CHECK(contains(app.words("item/standing"), "Accepted by the post at SHENZHEN 2 days ago."));
    const std::string journey = app.words("journey");
    for (const char* shown : {"Accepted by the post", "SHENZHEN", "“Posting/Collection”",
                              "UPU Global Track & Trace", "Wednesday 11 March"}) {
        CAPTURE(shown);
        CHECK(contains(journey, shown));
    }
    CHECK_FALSE(app.shows("item/fault"));
    CHECK(first<SaveItem>(app.effects));
    CHECK(contains(app.words("channels"), "Land of FR"));  // the source said where it goes
}

TEST_CASE("no records is an answer, not a fault") {
    const struct {
        std::int32_t status;
        const char* body;
    } rows[] = {{200, ""}, {200, "[]"}, {200, "1"}, {404, ""}};
    for (const auto& row : rows) {
        App app = asked();
        CAPTURE(row.status);
        CAPTURE(row.body);
        app.answer(number, row.status, row.body, noon);
        CHECK(app.record(number)->last_outcome == postal::Outcome::no_records);
        CHECK_FALSE(app.shows("item/fault"));
        CHECK(contains(app.words("item/standing"), "No records yet."));
        CHECK(contains(app.words("item/meaning"), "24 to 48 hours"));
        CHECK(contains(app.words("row/" + number), "No records yet"));
    }
}

TEST_CASE("after three days without a scan the advice changes") {
    App app = asked();
    app.answer(number, 404, "", noon);
    app.on(ClockTicked{noon + 3 * day_ms});
    CHECK(contains(app.words("item/meaning"), "No scan 3 days after posting is longer than usual."));
}

TEST_CASE("every fault has its own sentence, and what was known stays") {
    const struct {
        Fault fault;
        std::int32_t status;  ///< 0: told by the browser
        std::string body;
        const char* said;
    } rows[] = {
        {Fault::offline, 0, "", "You are offline."},
        {Fault::not_reachable, 0, "", "could not be reached, or does not allow this page"},
        {Fault::refused, 401, "", "The source refused the question."},
        {Fault::refused, 403, "", "The source refused the question."},
        {Fault::too_many_requests, 429, "", "Too many questions"},
        {Fault::upstream_down, 500, "", "The source has a fault of its own."},
        {Fault::upstream_down, 502, "<html>Bad Gateway</html>", "The source has a fault of its own."},
        {Fault::timed_out, 0, "", "No answer within 20 seconds."},
        {Fault::timed_out, 504, "", "No answer within 20 seconds."},
        {Fault::not_json, 200, "<html><body>Maintenance</body></html>",
         "A web page came back instead of data"},
        {Fault::broken_json, 200, R"([{"ID":"EE4711)", "The answer was damaged"},
        {Fault::broken_json, 200, std::string(200, '[') + std::string(200, ']'), "The answer was damaged"},
        {Fault::broken_json, 200, R"([{"Events":3}])", "The answer was damaged"},
        {Fault::too_large, 0, "", "larger than 1 MB"},
        {Fault::too_large, 200, "[\"" + std::string(1'000'001, 'x') + "\"]", "larger than 1 MB"},
        {Fault::wrong_number, 200, posted(number_of(1)), "The answer was about another number."},
        {Fault::unexpected_status, 302, "", "makes no sense here"},
        {Fault::unexpected_status, 404, R"({"status":404,"reason":"unknown-source"})", "makes no sense here"},
        {Fault::unexpected_status, 418, "", "makes no sense here"},
    };
    std::set<Fault> met;
    std::set<std::string> sentences;
    for (const auto& row : rows) {
        CAPTURE(row.status);
        CAPTURE(row.said);
        App app = asked();
        app.answer(number, 200, posted(number), noon);
        app.on(ClockTicked{noon + hour_ms}).on(CheckNow{number});
        REQUIRE(app.ticket(number) != 0);
        const auto events = app.record(number)->events;
        if (row.status == 0)
            app.on(FetchFailed{app.ticket(number), row.fault, noon + hour_ms});
        else
            app.answer(number, row.status, row.body, noon + hour_ms);
        CHECK(app.record(number)->last_fault == row.fault);
        CHECK(contains(fault_words(app), row.said));
        CHECK(app.record(number)->events == events);
        CHECK(app.record(number)->answered_at == noon);
        CHECK(contains(app.words("journey"), "SHENZHEN"));
        CHECK(contains(app.words("item/fault"), "What was known before stays below."));
        CHECK(first<SaveItem>(app.effects));
        met.insert(row.fault);
        sentences.insert(fault_words(app));
    }
    // All but `cancelled`, which only a removal makes, and then nothing is left to say it at.
    CHECK(met.size() == static_cast<std::size_t>(Fault::cancelled));
    CHECK(sentences.size() == met.size());
}

TEST_CASE("a cancelled question leaves no fault behind") {
    App app = asked();
    app.on(FetchFailed{app.ticket(number), Fault::cancelled, noon});
    CHECK_FALSE(app.shows("item/fault"));
    CHECK(app.state.tickets.empty());
}

TEST_CASE("after a fault an answer makes the fault go") {
    App app = asked();
    app.answer(number, 500, "", noon);
    CHECK(app.shows("item/fault"));
    app.on(ClockTicked{noon + hour_ms}).on(CheckNow{number}).on(ClockTicked{noon + hour_ms + patience});
    CHECK_FALSE(app.shows("item/fault"));  // something new is asked
    app.answer(number, 200, posted(number), noon + hour_ms);
    CHECK_FALSE(app.shows("item/fault"));
}

TEST_CASE("news are told once, the first answer is none") {
    App app = asked();
    app.answer(number, 200, posted(number), noon);
    CHECK_FALSE(contains(app.words("status"), "Accepted by the post"));
    app.on(ClockTicked{noon + hour_ms}).on(CheckNow{number});
    app.answer(number, 200, posted(number), noon + hour_ms);
    CHECK_FALSE(contains(app.words("status"), "Accepted by the post"));
    app.on(ClockTicked{noon + 2 * hour_ms}).on(CheckNow{number});
    app.answer(number, 200, delivered(number), noon + 2 * hour_ms);
    CHECK(contains(app.words("status"), "EE 471 108 151 CN: Delivered."));
}

TEST_CASE("an event the source no longer tells stays, and says so") {
    App app = asked();
    app.answer(number, 200, delivered(number), noon);
    app.on(ClockTicked{noon + day_ms}).on(CheckNow{number});
    app.answer(number, 200, posted(number), noon + day_ms);
    CHECK(contains(app.words("journey"), "Delivered"));
    CHECK(contains(app.words("journey"), "no longer told by the source since Friday 13 March"));
}

TEST_CASE("a forecast is told apart from a scan") {
    App app = asked();
    app.answer(number, 200,
               answer_body(number, event("EMA", "Posting/Collection", noon - day_ms, "SHENZHEN") + "," +
                                       event("DLV", "Expected delivery", noon + 5 * day_ms, "")),
               noon);
    CHECK(contains(app.words("item/standing"), "Accepted by the post"));
    CHECK(contains(app.words("item/expected"), "Wednesday 18 March. A forecast is not a scan."));
    CHECK_FALSE(contains(app.words("day/20525/events"), "Expected"));
}

TEST_CASE("received text is shown as text") {
    App app = asked();
    app.answer(number, 200,
               answer_body(number, event("EMA", "<b>Click</b> https://evil.example", noon - day_ms,
                                         "javascript:alert(1)")),
               noon);
    CHECK(contains(app.words("journey"), "<b>Click</b> https://evil.example"));
    const auto no_such_link = [](const Part& part, const auto& self) -> bool {
        for (const Part& child : part.parts)
            if (!self(child, self)) return false;
        return !contains(part.href, "evil") && !contains(part.href, "javascript");
    };
    CHECK(no_such_link(app.screen().root, no_such_link));
}
