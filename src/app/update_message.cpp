#include <algorithm>

#include "app/families.h"
#include "postal/journey.h"

namespace app {

namespace {

/// What the user follows, for a message that names it: see CheckMessage::items.
std::string followed_items(const State& state) {
    std::string lines;
    for (const ListEntry& entry : state.order.entries) {
        const postal::Item& item = state.items[entry.item];
        if (postal::is_sample(item.number)) continue;
        const bool is_delivered =
            entry.group == ListGroupKind::done &&
            postal::read_journey(item, state.now, state.locale.offset_minutes).delivered;
        lines += is_delivered ? '+' : '-';
        lines += item.number;
        lines += '\n';
    }
    return lines;
}

}  // namespace

Effects open_message(State& state) {
    state.message.followed = followed_items(state);
    return ask_about_message(state);
}

Effects ask_about_message(State& state) {
    Message& message = state.message;
    message.has_changed = message.asked != 0;
    if (message.has_changed) return {};
    if (message.check == CheckState::unavailable) message.check = CheckState::awaited;
    message.asked = ++state.last_message_ticket;
    return {CheckMessage{message.asked, message.text, message.claimed, message.followed}};
}

Effects check_message(State& state, const std::string& text, const std::string& claimed) {
    if (state.page != Page::message) return {};
    Message& message = state.message;
    const bool is_known =
        std::ranges::find(state.senders, claimed, &formats::Sender::id) != state.senders.end();
    message.text = text;
    message.claimed = is_known ? claimed : "";
    if (message.text.empty()) message.answer.reset();
    return ask_about_message(state);
}

void forget_message(State& state, Effects& effects) {
    Message& message = state.message;
    if (message.text.empty() && message.asked == 0 && message.check == CheckState::awaited) return;
    std::ranges::fill(message.text, '\0');
    message = {};
    effects.push_back(ForgetMessage{});
}

Effects on(State& state, const MessageCheckReady& ready) {
    state.senders = formats::read_senders(ready.senders);
    if (state.page == Page::message) state.message.check = CheckState::ready;
    return {};
}

Effects on(State& state, const MessageCheckSlow&) {
    const auto wait_on = [](std::uint32_t asked, CheckState& check) {
        if (asked != 0 && check == CheckState::awaited) check = CheckState::slow;
    };
    wait_on(state.message.asked, state.message.check);
    wait_on(state.paste.asked, state.paste.check);
    wait_on(state.document.asked, state.document.check);
    return {};
}

Effects on(State& state, const MessageChecked& checked) {
    Message& message = state.message;
    if (checked.ticket == 0 || checked.ticket != message.asked) return {};
    message.asked = 0;
    if (message.has_changed) return ask_about_message(state);
    message.answer = formats::read_message_answer(checked.answer, message.text);
    message.check = message.answer ? CheckState::ready : CheckState::unavailable;
    return {};
}

Effects on(State& state, const MessageCheckUnavailable& unavailable) {
    miss_numbers(state, unavailable);
    miss_document(state, unavailable);
    Message& message = state.message;
    if (unavailable.ticket == 0 || unavailable.ticket != message.asked) return {};
    message.asked = 0;
    message.has_changed = false;
    message.answer.reset();
    message.check = CheckState::unavailable;
    return {};
}

}  // namespace app
