// Drives update() and present() as web does, for the tests of `app`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/generated/word_texts.h"
#include "app/present.h"
#include "app/update.h"
#include "app/words.h"
#include "formats/found_numbers.h"
#include "formats/saved_item.h"
#include "postal/country.h"
#include "postal/time.h"

namespace driver {

using namespace app;
using postal::day_ms;
using postal::hour_ms;
using postal::minute_ms;
using postal::second_ms;

/// 2026-03-13T12:00:00Z, a Friday; the device is one hour east of UTC.
inline constexpr Instant noon = 1'773'403'200'000;

inline constexpr std::string_view config_body = R"({"version": 1, "proxies": ["", "https://proxy.example"],
    "sources": [
      {"id": "upu-gtt", "dialect": "upu-gtt", "name": "UPU Global Track & Trace", "host": "globaltracktrace.ptc.post"},
      {"id": "sample", "dialect": "upu-gtt", "name": "Sample items", "host": "127.0.0.1:8081", "samples": true}]})";

/// A right number: letters, any serial, its check digit, country.
inline std::string number_of(int serial, std::string_view service = "EE", std::string_view country = "CN") {
    std::string digits = std::to_string(100'000'000 + serial % 100'000'000).substr(1);
    return std::string(service) + digits + postal::check_digit(digits) + std::string(country);
}

/// The text of a language's words; empty when there is none.
inline std::string_view words_of(std::string_view language) {
    for (const WordText& words : word_texts)
        if (words.tag == language) return words.text;
    return {};
}
inline const bool has_words = use_words(words_of("en"));  // as the page gives them before anything is shown

/// English again at the end, whatever a test has spoken.
struct BackToEnglish {
    BackToEnglish() = default;
    BackToEnglish(const BackToEnglish&) = delete;
    BackToEnglish& operator=(const BackToEnglish&) = delete;
    ~BackToEnglish() { use_words(words_of("en")); }
};

inline LocaleArrived english(Instant at = noon) {
    LocaleArrived locale;
    locale.language = "en";
    for (std::string_view code : postal::country_codes()) {
        locale.country_names.push_back("Land of " + std::string(code));
        locale.countries_by_name += code;
    }
    locale.month_names = {"January", "February", "March",     "April",   "May",      "June",
                          "July",    "August",   "September", "October", "November", "December"};
    locale.weekday_names = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    locale.day_pattern = "{weekday} {day} {month}";
    locale.date_pattern = "{day} {month} {year}";
    locale.offset_minutes = 60;
    locale.at = at;
    return locale;
}

template <class Wanted>
const Wanted* first(const Effects& effects) {
    for (const Effect& effect : effects)
        if (const auto* found = std::get_if<Wanted>(&effect)) return found;
    return nullptr;
}

template <class Wanted>
std::vector<Wanted> all(const Effects& effects) {
    std::vector<Wanted> found;
    for (const Effect& effect : effects)
        if (const auto* one = std::get_if<Wanted>(&effect)) found.push_back(*one);
    return found;
}

/// A scan as a source tells it; `wall`: seconds on the clock on the wall.
inline postal::Event scan(std::string code, std::int64_t wall, postal::Stage stage = postal::Stage::unknown) {
    postal::Event made;
    made.code = std::move(code);
    made.at.seconds = wall;
    made.stage = stage;
    return made;
}
inline postal::Answer told_scans(std::vector<postal::Event> scans) {
    postal::Answer answer;
    answer.events = std::move(scans);
    return answer;
}

/// Every text below a Part, in order, a line each.
inline std::string words_in(const Part& part) {
    std::string words = part.text.empty() ? std::string() : part.text + "\n";
    for (const Part& child : part.parts) words += words_in(child);
    return words;
}

inline bool contains(std::string_view text, std::string_view piece) { return text.find(piece) != text.npos; }

/// As web/message_check answers it.
inline NumbersFound numbers_found(const FindNumbers& asked) {
    const auto eagerness = asked.is_eager ? postal::Eagerness::eager : postal::Eagerness::strict;
    return {asked.ticket, formats::find_numbers(asked.text, eagerness)};
}

/// One page in one browser.
struct App {
    State state;
    Effects effects;  ///< of the last Action

    App& on(const Action& action) {
        effects = update(state, action);
        return *this;
    }
    App& type(std::string text) {
        const std::size_t caret = text.size();
        return on(FieldTyped{FieldId::tracking_number, std::move(text), caret});
    }
    /// Answers FindNumbers of the last Action, and what is asked next, as web/message_check does.
    App& find_numbers() {
        while (const auto* asked = first<FindNumbers>(effects)) on(numbers_found(*asked));
        return *this;
    }
    App& add(const std::string& number) { return type(number).on(NumberSubmitted{}); }
    App& agree(const std::string& source = "upu-gtt") { return on(ConsentAnswered{source, true}); }

    Screen screen() const { return present(state); }
    bool shows(std::string_view key) const {
        const Screen made = screen();
        return find(made, key) != nullptr;
    }
    /// What stands below a Part; empty when there is none.
    std::string words(std::string_view key) const {
        const Screen made = screen();
        const Part* part = find(made, key);
        return part ? words_in(*part) : std::string();
    }
    std::string all_words() const { return words_in(screen().root); }
    /// As the browser does when a button is pressed; false when it is not there or not enabled.
    bool press(std::string_view key) {
        const Screen made = screen();
        const Part* part = find(made, key);
        if (!part || !part->press || !part->enabled) return false;
        on(*part->press);
        return true;
    }
    const postal::Item* item(std::string_view number) const {
        for (const postal::Item& one : state.items)
            if (one.number == number) return &one;
        return nullptr;
    }
    const postal::SourceRecord* record(std::string_view number, std::string_view source = "upu-gtt") const {
        const postal::Item* found = item(number);
        return found ? postal::find_source(*found, source) : nullptr;
    }
    /// What the list holds, without the archived and removed.
    std::vector<std::string> followed() const {
        std::vector<std::string> numbers;
        for (const postal::Item& one : state.items)
            if (one.removed_at == 0 && !one.archived) numbers.push_back(one.number);
        return numbers;
    }
    /// The question that is open about a number; 0 for none.
    std::uint32_t ticket(std::string_view number) const {
        for (const Ticket& open : state.tickets)
            if (open.number == number) return open.id;
        return 0;
    }
    App& answer(std::string_view number, std::int32_t status, std::string body, Instant at,
                std::string retry_after = {}) {
        return on(AnswerArrived{ticket(number), status, std::move(body), std::move(retry_after), at});
    }
};

/// The key of the Part that the last Action gave the focus; empty for none.
inline std::string focus(const App& app) {
    const auto* moved = first<MoveFocus>(app.effects);
    return moved ? moved->key : std::string();
}

/// As the page stands when everything has been read: wide, online, nothing followed.
inline App started(std::vector<std::string> records = {}, std::string settings = {}) {
    App app;
    app.on(english());
    app.on(ViewportChanged{1280, 800});
    app.on(OnlineChanged{true, noon});
    app.on(ConfigArrived{std::string(config_body), "https://postwatch.example"});
    app.on(StorageRead{std::move(records), std::move(settings), noon});
    return app;
}

inline postal::Item labelled(int serial, std::string label) {
    postal::Item item;
    item.number = number_of(serial);
    item.label = std::move(label);
    item.added_at = item.changed_at = noon - day_ms;
    return item;
}

/// One event as UPU Global Track & Trace tells it; `wall` is the time on a clock eight hours east of UTC.
inline std::string event(std::string_view code, std::string_view name, Instant wall, std::string_view place) {
    return R"({"EventCd":")" + std::string(code) + R"(","EventNm":")" + std::string(name) +
           R"(","EventDT":"\/Date()" + std::to_string(wall - 8 * hour_ms) + R"(+0800)\/","EventLocation":")" +
           std::string(place) + R"("})";
}

/// A whole answer; `events` as event() makes them, with commas between, oldest first.
inline std::string answer_body(std::string_view number, std::string_view events) {
    return R"([{"ID":")" + std::string(number) +
           R"(","OriginCountryCd":"CN","DestinationCountryCd":"FR","Events":[)" + std::string(events) + "]}]";
}

inline std::string posted(std::string_view number, Instant wall = noon - 2 * day_ms) {
    return answer_body(number, event("EMA", "Posting/Collection", wall, "SHENZHEN"));
}
inline std::string delivered(std::string_view number, Instant wall = noon - day_ms) {
    return answer_body(number, event("EMA", "Posting/Collection", wall - 3 * day_ms, "SHENZHEN") + "," +
                                   event("EMI", "Final delivery", wall, "PARIS"));
}

/// With one item that was asked about after a yes, and was handed in.
inline App with_posted_item() {
    App app = started({}, R"({"version":1,"consented":["upu-gtt","sample"]})");
    const std::string number = number_of(1);
    app.add(number).answer(number, 200, posted(number), noon);
    return app;
}

}  // namespace driver
