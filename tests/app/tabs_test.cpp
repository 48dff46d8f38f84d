// Several tabs over one database: what one writes the others hear, in the order of writing.
#include <algorithm>
#include <deque>
#include <map>
#include <random>

#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

/// A database as web/js/storage_writing.js keeps it: of each key the last record, and its writer. A writer
/// that has not heard of the last record writes nothing; it hears, joins and saves again.
class Browser {
public:
    explicit Browser(std::size_t tabs) : tabs_(tabs), known_(tabs), news_(tabs) {
        for (App& tab : tabs_) tab = started({}, R"({"version":1,"consented":["upu-gtt"]})");
    }

    App& tab(std::size_t index) { return tabs_[index]; }

    void on(std::size_t tab, const Action& action) {
        tabs_[tab].on(action);
        perform(tab, Effects(tabs_[tab].effects));
    }

    /// The tab hears what it has been told; false when there was nothing.
    bool hear(std::size_t tab) {
        if (news_[tab].empty()) return false;
        const std::string number = news_[tab].front();
        news_[tab].pop_front();
        const Row& row = rows_[number];
        if (row.revision <= known_[tab][number] || row.by == tab) return true;
        known_[tab][number] = row.revision;
        on(tab, ItemChangedElsewhere{number, row.record});
        return true;
    }

    /// Until nobody has news; the number of messages heard, or `limit` when there is no end.
    int settle(int limit = 2000) {
        int heard = 0;
        for (bool more = true; more && heard < limit;) {
            more = false;
            for (std::size_t tab = 0; tab < tabs_.size(); ++tab)
                if (hear(tab)) more = true, ++heard;
        }
        return heard;
    }

private:
    struct Row {
        std::string record;
        std::uint64_t revision = 0;
        std::size_t by = 0;
    };

    void write(std::size_t tab, const std::string& number, std::string record) {
        Row& row = rows_[number];
        row = {std::move(record), row.revision + 1, tab};
        known_[tab][number] = row.revision;
        for (std::size_t other = 0; other < tabs_.size(); ++other)
            if (other != tab) news_[other].push_back(number);
    }

    void perform(std::size_t tab, const Effects& effects) {
        for (const Effect& effect : effects) {
            if (const auto* save = std::get_if<SaveItem>(&effect)) {
                const Row& row = rows_[save->number];
                if (row.revision > known_[tab][save->number] && row.by != tab) {
                    known_[tab][save->number] = row.revision;
                    on(tab, ItemChangedElsewhere{save->number, row.record});
                } else {
                    write(tab, save->number, save->record);
                    on(tab, Saved{save->number, save->revision});
                }
            } else if (const auto* removed = std::get_if<DeleteItem>(&effect)) {
                write(tab, removed->number, {});
            }
        }
    }

    std::vector<App> tabs_;
    std::vector<std::map<std::string, std::uint64_t>> known_;
    std::vector<std::deque<std::string>> news_;
    std::map<std::string, Row> rows_;
};

/// The items by number, without what only counts writes, and without the time of a question that is still
/// open: that is kept with its outcome.
std::map<std::string, postal::Item> content(const App& app) {
    std::map<std::string, postal::Item> items;
    for (postal::Item item : app.state.items) {
        item.revision = 0;
        for (postal::SourceRecord& record : item.sources) record.asked_at = 0;
        std::erase_if(item.sources, [](const postal::SourceRecord& record) {
            return record.last_outcome == postal::Outcome::never_asked && record.events.empty();
        });
        items[item.number] = std::move(item);
    }
    return items;
}

}  // namespace

TEST_CASE("two tabs that change different things of one item end with both, and fall silent") {
    Browser browser(2);
    const std::string number = number_of(1);
    browser.on(0, FieldTyped{FieldId::tracking_number, number});
    browser.on(0, NumberSubmitted{});
    browser.settle();
    REQUIRE(browser.tab(1).item(number));
    browser.on(1, PageOpened{Page::item, number});
    // At the same time: a label here, an answer there.
    browser.on(1, FieldTyped{FieldId::item_label, "Tea"});
    browser.on(0, AnswerArrived{browser.tab(0).ticket(number), 200, posted(number), "", noon + second_ms});
    CHECK(browser.settle() < 10);
    CHECK(content(browser.tab(0)) == content(browser.tab(1)));
    CHECK(browser.tab(0).item(number)->label == "Tea");
    CHECK(browser.tab(1).record(number)->events.size() == 1);
}

TEST_CASE("the same item added in two tabs at the same time is one item") {
    Browser browser(2);
    for (std::size_t tab : {0u, 1u}) {
        browser.on(tab, FieldTyped{FieldId::tracking_number, number_of(1)});
        if (tab == 1) browser.on(tab, FieldTyped{FieldId::label, "Tea"});
        browser.on(tab, NumberSubmitted{});
    }
    CHECK(browser.settle() < 10);
    CHECK(content(browser.tab(0)) == content(browser.tab(1)));
    CHECK(browser.tab(0).state.items.size() == 1);
}

TEST_CASE("a removal in one tab reaches the other, and so does undoing it") {
    Browser browser(2);
    browser.on(0, FieldTyped{FieldId::tracking_number, number_of(1)});
    browser.on(0, NumberSubmitted{});
    browser.settle();
    browser.on(1, ItemsChanged{ItemChange::remove, number_of(1)});
    browser.settle();
    CHECK(browser.tab(0).followed().empty());
    browser.on(1, ChangeUndone{});
    browser.settle();
    CHECK(browser.tab(0).followed().size() == 1);
    CHECK(content(browser.tab(0)) == content(browser.tab(1)));
}

TEST_CASE("after random changes in three tabs all show the same, and no event is lost") {
    constexpr int rounds = 300;
    for (unsigned seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto one_of = [&](std::uint32_t count) { return random() % count; };
        Browser browser(3);
        Instant now = noon;
        std::map<std::string, std::vector<std::int64_t>>
            told;  // of items never removed: the walls of their events
        for (int step = 0; step < 40; ++step) {
            const std::size_t tab = one_of(3);
            App& app = browser.tab(tab);
            const std::string number = number_of(static_cast<int>(one_of(3)));
            now += one_of(3) * 40 * second_ms;
            browser.on(tab, ClockTicked{now});
            switch (one_of(8)) {
                case 0:
                case 1:
                    browser.on(tab, FieldTyped{FieldId::tracking_number, number});
                    browser.on(tab, NumberSubmitted{});
                    break;
                case 2:
                    browser.on(tab, PageOpened{Page::item, number});
                    browser.on(tab, FieldTyped{FieldId::item_label,
                                               std::string(1, static_cast<char>('a' + one_of(26)))});
                    break;
                case 3: browser.on(tab, CheckNow{number}); break;
                case 4:
                case 5:
                    if (!app.state.tickets.empty()) {
                        const Ticket ticket = app.state.tickets[0];
                        const Instant wall = noon - (1 + one_of(5)) * day_ms;
                        browser.on(tab, AnswerArrived{ticket.id, 200, posted(ticket.number, wall), "", now});
                        told[ticket.number].push_back(wall / 1000);
                    }
                    break;
                case 6:
                    if (!app.state.tickets.empty())
                        browser.on(tab, FetchFailed{app.state.tickets[0].id, postal::Fault::timed_out, now});
                    break;
                case 7:
                    if (seed % 2 == 0) {
                        browser.on(tab, ItemsChanged{ItemChange::remove, number});
                        told[number].clear();
                    }
                    break;
            }
            for (std::size_t other = 0; other < 3; ++other)
                if (one_of(3) == 0) browser.hear(other);
        }
        CHECK(browser.settle() < 500);
        const bool alike = content(browser.tab(0)) == content(browser.tab(1)) &&
                           content(browser.tab(1)) == content(browser.tab(2));
        CHECK(alike);
        if (!alike) return;
        if (seed % 2 == 0) continue;
        for (const auto& [number, walls] : told)
            for (std::int64_t wall : walls) {
                const postal::SourceRecord* record = browser.tab(0).record(number);
                CHECK(record);
                if (!record) return;
                CHECK(std::ranges::any_of(record->events, [&](const postal::KnownEvent& known) {
                    return known.event.at.seconds == wall;
                }));
            }
    }
}
