#include "app/words.h"

#include <algorithm>
#include <vector>

#include "app/plurals.h"

namespace app {

namespace {

constexpr char line_end = '\n', form_end = '\t';

/// Everything up to `end`, which is taken off `text` too; all of it when there is no end.
std::string_view take(std::string_view& text, char end) {
    const std::size_t length = text.find(end);
    const std::string_view piece = text.substr(0, length);
    text.remove_prefix(length == text.npos ? text.size() : length + 1);
    return piece;
}

struct Words {
    std::string text;
    std::vector<std::uint32_t> starts;  ///< of each sentence in `text`, and of what would follow
    std::string language;
    PluralRule rule = PluralRule::other;

    std::string_view forms(Word word) const {
        const std::size_t index = static_cast<std::size_t>(word);
        if (index + 1 >= starts.size()) return {};
        return std::string_view(text).substr(starts[index], starts[index + 1] - starts[index] - 1);
    }
};

/// Nothing sensible when the head is not one of this program's.
bool read_head(std::string_view head, Words& words) {
    if (take(head, form_end) != words_mark || take(head, form_end) != words_stamp) return false;
    words.language = take(head, form_end);
    const auto rule = plural_rule(head);
    if (!rule || words.language.empty()) return false;
    words.rule = *rule;
    return true;
}

bool read_sentences(std::string_view rest, Words& words) {
    const auto start = [&] { return static_cast<std::uint32_t>(words.text.size() - rest.size()); };
    const std::int64_t more_forms = plural_forms(words.rule) - 1;
    words.starts.reserve(word_count + 1u);
    while (!rest.empty() && words.starts.size() < word_count) {
        words.starts.push_back(start());
        const std::string_view line = take(rest, line_end);
        const auto tabs = std::ranges::count(line, form_end);
        if (line.empty() || (tabs != 0 && tabs != more_forms)) return false;
    }
    words.starts.push_back(start());
    return rest.empty() && words.starts.size() == word_count + 1u;
}

Words& words_in_use() {
    static Words words;
    return words;
}

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

/// Of a sentence with one form only, that one.
std::string_view form_for(Word word, std::int64_t count) {
    std::string_view forms = words_in_use().forms(word);
    std::string_view form = take(forms, form_end);
    for (auto left = plural_form(words_in_use().rule, count); left > 0 && !forms.empty(); --left)
        form = take(forms, form_end);
    return form;
}

}  // namespace

bool use_words(std::string_view text) {
    if (text.size() > words_size_limit || !text.ends_with(line_end)) return false;
    Words words;
    words.text = text;
    std::string_view rest = words.text;
    if (!read_head(take(rest, line_end), words) || !read_sentences(rest, words)) return false;
    words_in_use() = std::move(words);
    return true;
}

std::string_view words_language() { return words_in_use().language; }

std::string say(Word word, std::initializer_list<Argument> arguments) {
    return filled(raw_sentence(word), arguments);
}

std::string say_count(Word word, std::int64_t count, std::initializer_list<Argument> arguments) {
    const std::string number = std::to_string(count);
    return filled(filled(form_for(word, count), {{"count", number}}), arguments);
}

std::string_view raw_sentence(Word word) {
    const std::string_view forms = words_in_use().forms(word);
    return forms.substr(forms.rfind(form_end) + 1);  // npos + 1 is 0
}

}  // namespace app
