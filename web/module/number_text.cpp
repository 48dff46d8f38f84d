#include "web/module/number_text.h"

#include "postal/country.h"
#include "postal/item_number.h"
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

void finding_text(JsonText& json, const postal::Finding& finding, std::string_view typed,
                  Utf16Places& places) {
    json.begin_object().member("code", id_of(finding.code)).member("severity", id_of(finding.severity));
    json.member("position", places.at(finding.typed_begin));
    if (finding.code == FindingCode::too_short || finding.code == FindingCode::too_long) {
        json.member("found", std::to_string(finding.found_count));
        json.member("expected", std::to_string(postal::item_number_length));
    } else if (!finding.found && finding.typed_length > 0) {
        json.member("found", typed.substr(finding.typed_begin, finding.typed_length));
        character(json, "expected", finding.expected);
    } else {
        character(json, "found", finding.found);
        character(json, "expected", finding.expected);
    }
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

}  // namespace

std::string number_text(std::string_view typed) {
    const postal::NumberCheck check = postal::check_number(typed, postal::Typing::going_on);
    Utf16Places places(typed);
    JsonText json;
    json.begin_object().member("verdict", id_of(check.verdict)).member("number", check.number);
    json.member("grouped", postal::grouped(check.number));
    json.name("findings").begin_array();
    for (const postal::Finding& finding : check.findings) finding_text(json, finding, typed, places);
    json.end_array();
    json.name("suggestions").begin_array().end_array();
    parts_text(json, check.number, check.shape_is_right);
    return json.end_object().take();
}

std::string families_text() {
    JsonText json;
    json.begin_array().value("s10").end_array();
    return json.take();
}

}  // namespace postwatch
