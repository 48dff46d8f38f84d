// What codes of the 14 lists in data/events.json mean, and the order of evidence round them.

#include <algorithm>
#include <array>
#include <span>

#include "postal/affirmation.h"
#include "postal/generated/stage_rows.h"
#include "postal/plain_words.h"
#include "postal/stage.h"

namespace postal {

namespace {

std::string_view text_of(StageText place) { return stage_texts.substr(place.begin, place.length); }

const CodeRow* find_code(std::size_t list, std::string_view code) {
    const std::span rows = std::span(code_rows).subspan(
        code_rows_begin[list], static_cast<std::size_t>(code_rows_begin[list + 1] - code_rows_begin[list]));
    const auto code_of = [](const CodeRow& row) { return text_of(row.code); };
    const auto row = std::ranges::lower_bound(rows, code, {}, code_of);
    return row != rows.end() && text_of(row->code) == code ? &*row : nullptr;
}

const CodeRow* find_code(Provider provider, std::string_view code) {
    return find_code(static_cast<std::size_t>(provider), code);
}

/// The row of the coarser status that a detailed code begins with: "Exception" of "Exception_099".
const CodeRow* find_main_status(Provider provider, std::string_view code) {
    const int main = main_status_of[static_cast<std::size_t>(provider)];
    if (main < 0) return nullptr;
    std::string_view status = code.substr(0, code.find('_'));
    while (!status.empty() && status.back() >= '0' && status.back() <= '9') status.remove_suffix(1);
    return find_code(static_cast<std::size_t>(main), status);
}

/// The documents of TrackingMore write some codes with a blank: "not found001".
struct WithoutBlanks {
    explicit WithoutBlanks(std::string_view code) {
        for (const char character : code)
            if (character != ' ' && size < buffer.size()) buffer[size++] = character;
    }
    std::string_view text() const { return {buffer.data(), size}; }

    std::array<char, 40> buffer{};  // longer than any code
    std::size_t size = 0;
};

bool is_from_china(std::string_view number) { return number.empty() || number.ends_with("CN"); }

bool is_trouble(Stage stage) {
    return facts(stage).kind == StageKind::attention || facts(stage).kind == StageKind::failure;
}

/// A code that reports a delivery against its own words is not believed.
Classified delivered_unless_denied(std::string_view words, const Classified& said) {
    if (said.forecast) return {Stage::unknown, true};
    if (is_trouble(said.stage) && said.stage != Stage::ready_for_pickup) return said;
    if (words.size() > judged_words_limit || denies_delivery(PlainWords(words).text()))
        return {Stage::unknown, false};
    return {Stage::delivered, false};
}

Classified by_code(const CodeRow& row, std::string_view words, std::string_view number) {
    Stage stage = row.stage;
    if (row.when == OtherStage::not_from_china && !is_from_china(number)) stage = row.other;
    const bool needs_words =
        stage == Stage::delivered || row.when == OtherStage::words_say || row.reason == Reason::none;
    if (!needs_words || words.empty()) return {stage, false, row.reason};
    const Classified said = classify_words(words);
    if (stage == Stage::delivered) return delivered_unless_denied(words, said);
    if (row.when == OtherStage::words_say && said.stage == row.other) stage = row.other;
    const bool takes_reason = row.reason == Reason::none && is_trouble(stage) && is_trouble(said.stage);
    return {stage, false, takes_reason ? said.reason : row.reason};
}

}  // namespace

Classified classify_upu(std::string_view code, std::string_view words) {
    return classify(Provider::upu_emsevt, code, words);
}

Classified classify(Provider provider, std::string_view code, std::string_view words,
                    std::string_view number) {
    constexpr std::string_view forecast_code = "DLV";
    if (provider == Provider::upu_emsevt && code == forecast_code) return {Stage::unknown, true};
    const WithoutBlanks plain_code(code);
    const CodeRow* row = find_code(provider, code);
    if (!row && provider == Provider::trackingmore_substatus) row = find_code(provider, plain_code.text());
    if (!row && provider == Provider::china_post_opcode) row = find_code(Provider::china_post_state, words);
    if (row) return by_code(*row, words, number);

    const Classified said = classify_words(words);
    row = find_main_status(provider, plain_code.text());
    if (!row || said.forecast) return said;
    const bool words_alone_deliver = said.stage == Stage::delivered && row->stage != Stage::delivered;
    if (said.stage != Stage::unknown && !words_alone_deliver) return said;
    return by_code(*row, words_alone_deliver ? std::string_view{} : words, number);
}

Reason reason_by_code(ReasonList list, std::string_view code) {
    const CodeRow* row =
        find_code(static_cast<std::size_t>(provider_count) + static_cast<std::size_t>(list), code);
    return row ? row->reason : Reason::none;
}

}  // namespace postal
