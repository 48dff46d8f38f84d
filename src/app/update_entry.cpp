#include <algorithm>

#include "app/families.h"
#include "app/refresh.h"
#include "postal/country.h"

namespace app {

namespace {

constexpr std::size_t proxy_address_limit = 200;

void type_number(State& state, const FieldTyped& typed) {
    clear_confirmations(state);

    auto [text, caret] = postal::group_as_typed(typed.text, typed.caret);
    state.entry.text = std::move(text);
    state.entry.caret = caret;
    state.entry.check = postal::check_number(state.entry.text, postal::Typing::going_on);
}

Effects choose_proxy(State& state, const std::string& proxy) {
    if (proxy.size() > proxy_address_limit ||
        std::ranges::find(state.config.proxies, proxy) == state.config.proxies.end())
        return {};
    state.settings.proxy = proxy;
    state.connection.reset();
    return {SaveSettings{formats::write_settings(state.settings)}};
}

/// Takes the number into the list, or shows the one that is there already.
Effects take_in(State& state) {
    const std::string number = state.entry.check.number;
    Effects effects;
    const bool was_known = find_item(state, number) != nullptr;
    if (find_followed(state, number)) {
        add_notice(state, NoticeKind::already_listed, number);
    } else {
        postal::Item item;
        item.number = number;
        item.label = cut_to(state.entry.label, postal::label_bytes_limit);
        item.posted_on = postal::parse_civil_date(state.entry.posted_on);
        item.going_to = state.entry.going_to;
        item.added_at = state.now;
        // A number alone must not win over the label it has in the storage or in another tab.
        if (!item.label.empty() || item.posted_on || !item.going_to.empty()) item.changed_at = state.now;
        Change& change = begin_change(state, was_known ? NoticeKind::item_back : NoticeKind::item_added);
        const bool is_new = follow(state, effects, std::move(item), change);
        remember(state);
        if (!is_new) return effects;
        state.consent_put_off = false;
    }
    state.entry = {};
    state.selected = number;
    if (state.layout == Layout::wide) state.page = Page::item;
    return effects;
}

}  // namespace

std::string cut_to(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    return std::string(text.substr(0, limit));
}

Effects on(State& state, const FieldTyped& typed) {
    switch (typed.field) {
        case FieldId::tracking_number: type_number(state, typed); return {};
        case FieldId::label: state.entry.label = typed.text; return {};
        case FieldId::posted_on: state.entry.posted_on = typed.text; return {};
        case FieldId::going_to:
            state.entry.going_to = postal::is_country(typed.text) ? typed.text : "";
            return {};
        case FieldId::proxy: return choose_proxy(state, typed.text);
        case FieldId::language: return choose_language(state, typed.text);
        case FieldId::search:
        case FieldId::list_scope:
        case FieldId::list_group:
        case FieldId::list_country:
        case FieldId::list_stage:
        case FieldId::list_tag:
        case FieldId::list_direction:
        case FieldId::list_sort:
        case FieldId::view_name: return type_query(state, typed);
        case FieldId::item_label:
        case FieldId::item_posted_on:
        case FieldId::item_going_to:
        case FieldId::item_note:
        case FieldId::item_order_number:
        case FieldId::item_shop:
        case FieldId::item_direction:
        case FieldId::new_tag: return type_detail(state, typed);
        case FieldId::command: return search_commands(state, typed.text);
        case FieldId::theme: return choose_theme(state, typed.text);
        case FieldId::text_size: return choose_text_size(state, typed.text);
        case FieldId::pasted_text: return paste(state, typed.text);
        case FieldId::message_text: return check_message(state, typed.text, state.message.claimed);
        case FieldId::message_claimed: return check_message(state, state.message.text, typed.text);
    }
    return {};
}

Effects on(State& state, const NumberSubmitted&) {
    state.entry.check = postal::check_number(state.entry.text, postal::Typing::finished);
    const auto verdict = state.entry.check.verdict;
    if (verdict != postal::Verdict::valid && verdict != postal::Verdict::warning)
        return {MoveFocus{"number"}};
    return take_in(state);
}

Effects on(State& state, const LookUpAnyway&) {
    state.entry.check = postal::check_number(state.entry.text, postal::Typing::finished);
    if (!state.entry.check.shape_is_right) return {};
    return take_in(state);
}

Effects on(State& state, const DetailsToggled&) {
    state.entry.details_open = !state.entry.details_open;
    if (state.entry.details_open) return {MoveFocus{"new-label"}};
    return {};
}

}  // namespace app
