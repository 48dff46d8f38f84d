#include "app/words.h"

#include "app/generated/words_en.h"

namespace app {

namespace {

const Argument* find(std::initializer_list<Argument> arguments, std::string_view name) {
    for (const Argument& argument : arguments)
        if (argument.name == name) return &argument;
    return nullptr;
}

std::string filled(std::string_view sentence, std::initializer_list<Argument> arguments) {
    std::string out;
    out.reserve(sentence.size() + 32);
    while (true) {
        const auto open = sentence.find('{');
        const auto close = open == sentence.npos ? sentence.npos : sentence.find('}', open);
        if (close == sentence.npos) return out.append(sentence);
        out.append(sentence.substr(0, open));
        if (const Argument* argument = find(arguments, sentence.substr(open + 1, close - open - 1)))
            out.append(argument->value);
        else
            out.append(sentence.substr(open, close - open + 1));
        sentence.remove_prefix(close + 1);
    }
}

const Sentence& sentence_of(Word word) { return sentences[static_cast<std::uint16_t>(word)]; }

}  // namespace

std::string say(Word word, std::initializer_list<Argument> arguments) {
    return filled(sentence_of(word).other, arguments);
}

std::string say_count(Word word, std::int64_t count, std::initializer_list<Argument> arguments) {
    const Sentence& sentence = sentence_of(word);
    const bool singular = count == 1 && !sentence.one.empty();
    const std::string number = std::to_string(count);
    return filled(filled(singular ? sentence.one : sentence.other, {{"count", number}}), arguments);
}

std::string_view raw_sentence(Word word) { return sentence_of(word).other; }

}  // namespace app
