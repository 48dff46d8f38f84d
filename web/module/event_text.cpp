#include "web/module/event_text.h"

#include "formats/item_ids.h"
#include "web/module/ids.h"

namespace postwatch {

void stage_text(JsonText& json, const postal::Classified& classified) {
    const postal::StageFacts& facts = postal::facts(classified.stage);
    json.member("stage", facts.id).member("milestone", id_of(facts.milestone));
    if (classified.reason != postal::Reason::none) json.member("reason", postal::id_of(classified.reason));
    json.member("forecast", classified.forecast);
}

void event_text(JsonText& json, const postal::Event& event) {
    json.member("code", event.code).member("words", event.words).member("place", event.place);
    json.member("wall", event.at.seconds);
    if (event.at.trust != postal::OffsetTrust::unknown) json.member("offset", event.at.offset_minutes);
    json.member("trust", formats::id_of(formats::offset_trusts, event.at.trust));
    json.member("precision", formats::id_of(formats::precisions, event.at.precision));
    stage_text(json, {event.stage, event.forecast, event.reason});
}

}  // namespace postwatch
