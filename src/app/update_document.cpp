#include "app/families.h"
#include "app/present_parts.h"
#include "app/words.h"
#include "formats/saved_item.h"

namespace app {

Effects open_document(State& state) {
    const postal::Item* item = find_item(state, state.selected);
    state.document = {};
    state.document.asked = ++state.last_message_ticket;
    std::string request(words_language());
    for (const postal::SourceRecord& record : item->sources) {
        const formats::Source* source = state.config.source(record.source);
        request += '\n';
        request += source ? source->name : record.source;
    }
    request += "\n\n";
    request += formats::write_item(*item);
    const auto kind = state.page == Page::enquiry ? DocumentKind::enquiry : DocumentKind::evidence;
    return {MakeDocument{state.document.asked, std::move(request), kind}};
}

Effects on(State& state, const DocumentMade& made) {
    Document& document = state.document;
    if (made.ticket == 0 || made.ticket != document.asked) return {};
    document.asked = 0;
    Part page;
    const bool is_whole = add_document(page, state, made.document);
    document.text = is_whole ? made.document : "";
    document.check = is_whole ? CheckState::ready : CheckState::unavailable;
    return {};
}

void miss_document(State& state, const MessageCheckUnavailable& unavailable) {
    Document& document = state.document;
    if (unavailable.ticket == 0 || unavailable.ticket != document.asked) return;
    document.asked = 0;
    document.check = CheckState::unavailable;
}

}  // namespace app
