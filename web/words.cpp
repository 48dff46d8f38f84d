#include "web/words.h"

#include <emscripten/em_macros.h>

#include "web/inbox.h"

extern "C" {
void words_start();
void words_fetch(const char* language);
}

namespace web::words {

void start() { words_start(); }

void fetch(const app::FetchWords& effect) { words_fetch(effect.language.c_str()); }

}  // namespace web::words

extern "C" EMSCRIPTEN_KEEPALIVE void postwatch_words_arrived(const char* wanted, const char* text) {
    web::inbox::put(app::WordsArrived{wanted, text});
}
