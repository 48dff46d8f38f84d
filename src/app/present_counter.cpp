// The number for a counter: to be read out, and as bar codes to be scanned.
#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/bar_code.h"

namespace app {

namespace {

Part bars(std::string_view key, std::string modules, Word name, const std::string& number) {
    Part made = part(Role::image, Look::bar_code, key, std::move(modules));
    made.name = say(name, {{"number", number}});
    return made;
}

}  // namespace

Part present_counter(const postal::Item& item) {
    const std::string number = postal::grouped(item.number);
    Part made = region(Look::column, "counter", Word::counter_button);
    Part head = group(Look::tight_column, "counter/head");
    put(head, heading(2, Look::title, "counter/number", number));
    if (!item.label.empty()) put(head, text(Look::body, "counter/label", item.label));
    put(made, std::move(head));
    put(made, bars("counter/bars", postal::code_128(item.number), Word::counter_bars_name, number));
    put(made, bars("counter/qr", postal::qr_code(item.number), Word::counter_qr_name, number));
    put(made, text(Look::card_text, "counter/text", Word::counter_text, Tone::secondary));
    return made;
}

}  // namespace app
