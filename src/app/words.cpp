#include "app/words.h"

namespace app {

namespace {

constexpr SentencesForm form{words_mark, words_stamp, word_count};

Sentences& words_in_use() {
    static Sentences words;
    return words;
}

}  // namespace

bool use_words(std::string_view text) { return words_in_use().read(text, form); }

std::string_view words_language() { return words_in_use().language(); }

std::string say(Word word, std::initializer_list<Argument> arguments) {
    return filled(raw_sentence(word), arguments);
}

std::string say_count(Word word, std::int64_t count, std::initializer_list<Argument> arguments) {
    return filled(words_in_use().form_for(static_cast<std::size_t>(word), count), count, arguments);
}

std::string_view raw_sentence(Word word) { return words_in_use().raw(static_cast<std::size_t>(word)); }

}  // namespace app
