// Every sentence a user can read. The ids come from src/app/words/en.json; a further language is one more
// file with the same ids.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/generated/word_ids.h"

namespace app {

/// `one` is empty where a sentence counts nothing.
struct Sentence {
    std::string_view one, other;
};

struct Argument {
    std::string_view name;
    std::string_view value;
};

/// The sentence with every {name} replaced. A name without an argument stays as it is, so that a test finds
/// it.
std::string say(Word word, std::initializer_list<Argument> arguments = {});

/// The same for a sentence that counts: {count} is filled in and decides between `one` and `other`.
std::string say_count(Word word, std::int64_t count, std::initializer_list<Argument> arguments = {});

std::string_view raw_sentence(Word word);  ///< with its {names}; `other` where it counts

}  // namespace app
