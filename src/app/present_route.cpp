// The countries on the way as dots, the legs between them, and the same in words.
#include <optional>

#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/country_place.h"
#include "postal/office_code.h"

namespace app {

namespace {

using postal::Holder;
using postal::Stage;

/// No item is seen in more countries on its way.
constexpr std::size_t transit_limit = 4;

bool is_transit(Stage stage) {
    return stage == Stage::transit || stage == Stage::transit_exchange_arrival ||
           stage == Stage::transit_exchange_departure;
}

/// Where the offices of carriage are that name their country.
std::vector<std::string_view> transit_countries(const postal::SourceRecord& record, std::string_view origin,
                                                std::string_view destination) {
    std::vector<std::string_view> countries;
    for (const postal::KnownEvent& known : record.events) {
        if (known.event.forecast || !is_transit(known.event.stage)) continue;
        const std::string_view country =
            postal::country_of_place(known.event.place, postal::BareCodes::not_read);
        const bool is_new =
            country != origin && country != destination && (countries.empty() || countries.back() != country);
        if (!country.empty() && is_new && countries.size() < transit_limit) countries.push_back(country);
    }
    return countries;
}

/// How far it is: at a stop, or on the leg that ends there.
struct Position {
    std::size_t stop = 0;
    bool on_the_leg = false;
};

Position position_of(const postal::Journey& journey, std::size_t stops, bool goes_back) {
    const std::size_t last = stops - 1;
    if (journey.closed && journey.custody.holder == Holder::handed_over) return {last, false};
    if (goes_back) return {last, journey.custody.holder != Holder::handed_over};
    switch (journey.custody.holder) {
        case Holder::carriage:
            if (journey.stage == Stage::transit_exchange_arrival && last > 1) return {last - 1, false};
            return {last, true};
        case Holder::border:
        case Holder::import_customs:
        case Holder::destination_post:
        case Holder::handed_over: return {last, false};
        default: return {0, false};
    }
}

void mark_passages(std::vector<Part>& stops, Position at) {
    for (std::size_t i = 0; i < stops.size(); ++i) {
        RouteStop& stop = stops[i].stop;
        const bool reached = i < at.stop || (i == at.stop && !at.on_the_leg);
        stop.leg = reached ? Passage::passed : i == at.stop ? Passage::present : Passage::to_come;
        stop.here = i < at.stop ? Passage::passed : reached ? Passage::present : Passage::to_come;
    }
}

Word word_of(Passage passage) {
    switch (passage) {
        case Passage::passed: return Word::step_done;
        case Passage::present: return Word::step_now;
        case Passage::to_come: break;
    }
    return Word::step_next;
}

void add(std::string& words, const std::string& place, Passage passage) {
    const std::string next = say(Word::route_stop, {{"place", place}, {"state", say(word_of(passage))}});
    words = words.empty() ? next : say(Word::listed, {{"before", words}, {"next", next}});
}

std::string words_of(const std::vector<Part>& stops) {
    std::string words;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (i > 0)
            add(words, say(Word::row_route, {{"origin", stops[i - 1].text}, {"destination", stops[i].text}}),
                stops[i].stop.leg);
        add(words, stops[i].text, stops[i].stop.here);
    }
    return say(Word::route_name, {{"stops", words}});
}

}  // namespace

Part present_route(const State& state, const Reading& reading) {
    const std::string_view origin = origin_of(*reading.item), destination = destination_of(*reading.item);
    Part picture = part(Role::image, Look::route_picture, "item/route", {}, reading.tone);
    if (origin.empty() || destination.empty() || origin == destination) return picture;
    std::vector<std::string_view> countries{origin};
    if (const auto* record = postal::find_source(*reading.item, reading.journey.source)) {
        const auto between = transit_countries(*record, origin, destination);
        countries.insert(countries.end(), between.begin(), between.end());
    }
    countries.push_back(destination);
    const bool goes_back = reading.journey.custody.going_back;
    if (goes_back) countries.push_back(origin);
    for (const std::string_view country : countries) {
        const auto place = postal::place_of_country(country);
        if (!place) {
            picture.parts.clear();
            return picture;
        }
        Part stop = part(Role::picture, Look::route_stop,
                         "item/route/" + std::to_string(picture.parts.size()), country_name(state, country));
        stop.stop = {.latitude = place->latitude, .longitude = place->longitude};
        put(picture, std::move(stop));
    }
    mark_passages(picture.parts, position_of(reading.journey, picture.parts.size(), goes_back));
    picture.name = words_of(picture.parts);
    return picture;
}

}  // namespace app
