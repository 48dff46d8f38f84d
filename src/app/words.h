// Every sentence a user can read, in the language whose words were given last. src/app/words/en.json says
// which sentences there are; a further language is one more file with the same ids. Each becomes a text of
// its own, so that only the language in use is fetched; see cmake/words.py for its form.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/generated/word_ids.h"
#include "app/sentences.h"

namespace app {

/// From here on everything is said in the words of `text`, which is copied. False, and nothing changes, when
/// it is not a whole text made for this very program: another stamp, line count, plural rule or number of
/// forms.
bool use_words(std::string_view text);

/// BCP 47; empty as long as no words were given, and every sentence is empty too.
std::string_view words_language();

/// The sentence with every {name} replaced. A name without an argument stays as it is, so that a test finds
/// it.
std::string say(Word word, std::initializer_list<Argument> arguments = {});

/// The same for a sentence that counts: {count} is filled in and decides on the plural form.
std::string say_count(Word word, std::int64_t count, std::initializer_list<Argument> arguments = {});

/// With its {names}; the last plural form where it counts. Stands until the next use_words().
std::string_view raw_sentence(Word word);

}  // namespace app
