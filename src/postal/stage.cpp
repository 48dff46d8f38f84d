#include "postal/stage.h"

#include <array>

#include "postal/generated/stage_rows.h"

namespace postal {

namespace {

std::string_view text_of(StageText place) { return stage_texts.substr(place.begin, place.length); }

constexpr auto facts_table = [] {
    std::array<StageFacts, stage_count> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        const StageRow& row = stage_rows[i];
        made[i] = {stage_texts.substr(row.id.begin, row.id.length), row.milestone, row.kind, row.terminal,
                   row.order};
    }
    return made;
}();

}  // namespace

const StageFacts& facts(Stage stage) { return facts_table[static_cast<std::size_t>(stage)]; }

std::string_view id_of(Reason reason) { return text_of(reason_ids[static_cast<std::size_t>(reason)]); }

std::string_view id_of(Provider provider) {
    return text_of(provider_ids[static_cast<std::size_t>(provider)]);
}

Reason reason_by_id(std::string_view id) {
    for (int i = 0; i < reason_count; ++i)
        if (id_of(static_cast<Reason>(i)) == id) return static_cast<Reason>(i);
    return Reason::none;
}

std::optional<Provider> provider_by_id(std::string_view id) {
    for (int i = 0; i < provider_count; ++i)
        if (id_of(static_cast<Provider>(i)) == id) return static_cast<Provider>(i);
    return std::nullopt;
}

bool is_kept_after_delivered(Stage stage) {
    return stage_rows[static_cast<std::size_t>(stage)].kept_after_delivered;
}

}  // namespace postal
