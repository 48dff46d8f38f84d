#include "web/message_check.h"

#include <emscripten/em_macros.h>

#include <cstddef>

#include "web/inbox.h"

extern "C" {
void message_check_ask(std::uint32_t ticket, const char* text, std::size_t text_size, const char* claimed,
                       std::size_t claimed_size, const char* items, std::size_t items_size);
void message_check_find(std::uint32_t ticket, const char* text, std::size_t text_size, bool is_eager);
void message_check_make(std::uint32_t ticket, app::DocumentKind kind, const char* request, std::size_t size);
void message_check_forget();
}

namespace web::message_check {

void check(const app::CheckMessage& effect) {
    message_check_ask(effect.ticket, effect.text.data(), effect.text.size(), effect.claimed.data(),
                      effect.claimed.size(), effect.items.data(), effect.items.size());
}

void find(const app::FindNumbers& effect) {
    message_check_find(effect.ticket, effect.text.data(), effect.text.size(), effect.is_eager);
}

void make(const app::MakeDocument& effect) {
    message_check_make(effect.ticket, effect.kind, effect.request.data(), effect.request.size());
}

void forget() { message_check_forget(); }

}  // namespace web::message_check

using namespace web;

extern "C" {

EMSCRIPTEN_KEEPALIVE void postwatch_message_check_ready(const char* senders) {
    inbox::put(app::MessageCheckReady{senders});
}

EMSCRIPTEN_KEEPALIVE void postwatch_message_check_slow() { inbox::put(app::MessageCheckSlow{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_message_checked(const char* answer, std::uint32_t ticket) {
    inbox::put(app::MessageChecked{ticket, answer});
}

EMSCRIPTEN_KEEPALIVE void postwatch_numbers_found(const char* numbers, std::uint32_t ticket) {
    inbox::put(app::NumbersFound{ticket, numbers});
}

EMSCRIPTEN_KEEPALIVE void postwatch_document_made(const char* document, std::uint32_t ticket) {
    inbox::put(app::DocumentMade{ticket, document});
}

EMSCRIPTEN_KEEPALIVE void postwatch_message_check_unavailable(std::uint32_t ticket) {
    inbox::put(app::MessageCheckUnavailable{ticket});
}

}  // extern "C"
