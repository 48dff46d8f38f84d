#include "web/module/number_text.h"

#include "postal/country.h"
#include "postal/item_number.h"
#include "postal/item_number_parts.h"
#include "postal/official_post.h"
#include "postal/other_number.h"
#include "postal/passport.h"
#include "postal/repair.h"
#include "web/module/ids.h"
#include "web/module/json_text.h"
#include "web/module/utf16.h"

namespace postwatch {

namespace {

using postal::FindingCode;

void character(JsonText& json, std::string_view name, char character) {
    json.name(name);
    if (character)
        json.value(std::string_view(&character, 1));
    else
        json.null();
}

std::string_view found_text(const postal::Finding& finding, std::string_view typed) {
    if (finding.found && finding.typed_length <= 1) return std::string_view(&finding.found, 1);
    return typed.substr(finding.typed_begin, finding.typed_length);
}

void finding_text(JsonText& json, const postal::Finding& finding, std::string_view typed,
                  Utf16Places& places) {
    json.begin_object().member("code", id_of(finding.code)).member("severity", id_of(finding.severity));
    json.member("position", places.at(finding.typed_begin));
    if (finding.code == FindingCode::too_short || finding.code == FindingCode::too_long) {
        json.member("found", std::to_string(finding.found_count));
        json.member("expected", std::to_string(postal::item_number_length));
    } else {
        const std::string_view found = found_text(finding, typed);
        json.name("found");
        if (found.empty())
            json.null();
        else
            json.value(found);
        character(json, "expected", finding.expected);
    }
    if (finding.code == FindingCode::normalised) json.member("what", id_of(finding.disguise));
    if (finding.code == FindingCode::several_numbers) json.member("count", finding.found_count);
    json.end_object();
}

bool is_letter(char character) { return character >= 'A' && character <= 'Z'; }

void parts_text(JsonText& json, std::string_view number, bool shape_is_right) {
    json.name("service");
    if (number.size() >= 2 && is_letter(number[0]) && is_letter(number[1])) {
        const std::string_view code = number.substr(0, 2);
        json.begin_object().member("code", code);
        json.member("class", id_of(postal::service_class(code))).end_object();
    } else {
        json.null();
    }
    json.name("country");
    const std::string_view country = shape_is_right ? number.substr(11, 2) : std::string_view();
    if (postal::is_country(country))
        json.value(country);
    else
        json.null();
}

postal::Verdict verdict_while_typed(const postal::NumberCheck& check, std::string_view typed) {
    const bool is_short = !check.findings.empty() && check.findings.front().code == FindingCode::too_short;
    return is_short ? postal::verdict_of(typed, postal::Typing::going_on) : check.verdict;
}

/// Where in the text as typed the canonical characters stand, for the suggestions.
void suggestions_text(JsonText& json, const postal::NumberCheck& check, std::string_view typed) {
    json.name("suggestions").begin_array();
    if (check.verdict == postal::Verdict::faulty && typed.size() <= postal::typed_text_limit) {
        postal::TypedText read;
        postal::read_typed(typed, read);
        const std::size_t first = postal::number_place(read.characters()).first;
        for (const postal::Repair& repair : postal::repairs(check.number)) {
            if (repair.hidden) continue;
            const std::size_t begin = read.storage[first + repair.position].begin;
            json.begin_object().member("number", repair.number).member("reason", id_of(repair.reason));
            json.member("position", utf16_length(typed.substr(0, begin))).end_object();
        }
    }
    json.end_array();
}

}  // namespace

std::string number_text(std::string_view typed) {
    const postal::NumberCheck check = postal::check_number(typed);
    Utf16Places places(typed);
    JsonText json;
    json.begin_object().member("verdict", id_of(verdict_while_typed(check, typed)));
    json.member("number", check.number).member("grouped", postal::grouped(check.number));
    json.name("findings").begin_array();
    for (const postal::Finding& finding : check.findings) finding_text(json, finding, typed, places);
    json.end_array();
    suggestions_text(json, check, typed);
    parts_text(json, check.number, check.shape_is_right);
    if (!check.families.empty()) json.member("family", family_id(check.families.front()));
    return json.end_object().take();
}

std::string passport_text(std::string_view typed) {
    const auto passport = postal::explain_parts(postal::check_number(typed).number);
    JsonText json;
    if (!passport) return json.null().take();
    json.begin_object().member("number", passport->number);
    json.name("service").begin_object().member("code", passport->service);
    json.member("class", id_of(passport->service_class)).end_object();
    json.member("serial", passport->serial).member("example", passport->is_example);
    json.name("checkDigit").begin_object().name("steps").begin_array();
    for (const postal::CheckDigitStep& step : passport->steps) {
        json.begin_object().member("digit", step.digit).member("weight", step.weight);
        json.member("product", step.product).end_object();
    }
    json.end_array().member("sum", passport->sum).member("remainder", passport->remainder);
    json.member("difference", passport->difference);
    character(json, "expected", passport->expected);
    character(json, "found", passport->found);
    json.end_object().name("country").begin_object().member("code", passport->country);
    json.member("known", passport->country_known).end_object();
    json.name("officialHost");
    if (const postal::OfficialPost* post = postal::official_post(passport->country))
        json.value(post->domains.front());
    else
        json.null();
    json.name("untold").begin_array();
    for (const postal::Untold untold : postal::what_no_number_tells()) json.value(postal::id_of(untold));
    return json.end_array().end_object().take();
}

std::string families_text() {
    JsonText json;
    json.begin_array();
    for (std::size_t family = 0; family <= postal::family_count(); ++family)
        json.value(family_id(static_cast<std::uint8_t>(family)));
    return json.end_array().take();
}

}  // namespace postwatch
