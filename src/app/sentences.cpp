#include "app/sentences.h"

#include <algorithm>
#include <utility>

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

const Argument* find(std::initializer_list<Argument> arguments, std::string_view name) {
    for (const Argument& argument : arguments)
        if (argument.name == name) return &argument;
    return nullptr;
}

}  // namespace

bool Sentences::read(std::string_view text, const SentencesForm& form) {
    if (text.size() > words_size_limit || !text.ends_with(line_end)) return false;
    Sentences made;
    made.text_ = text;
    std::string_view rest = made.text_;
    if (!made.read_head(take(rest, line_end), form) || !made.read_lines(rest, form.count)) return false;
    *this = std::move(made);
    return true;
}

/// Nothing sensible when the head is not one of this program's.
bool Sentences::read_head(std::string_view head, const SentencesForm& form) {
    if (take(head, form_end) != form.mark || take(head, form_end) != form.stamp) return false;
    language_ = take(head, form_end);
    const auto rule = plural_rule(head);
    if (!rule || language_.empty()) return false;
    rule_ = *rule;
    return true;
}

bool Sentences::read_lines(std::string_view rest, std::size_t count) {
    const auto start = [&] { return static_cast<std::uint32_t>(text_.size() - rest.size()); };
    const std::int64_t more_forms = plural_forms(rule_) - 1;
    starts_.reserve(count + 1);
    while (!rest.empty() && starts_.size() < count) {
        starts_.push_back(start());
        const std::string_view line = take(rest, line_end);
        const auto tabs = std::ranges::count(line, form_end);
        if (line.empty() || (tabs != 0 && tabs != more_forms)) return false;
    }
    starts_.push_back(start());
    return rest.empty() && starts_.size() == count + 1;
}

std::string_view Sentences::forms(std::size_t index) const {
    if (index + 1 >= starts_.size()) return {};
    return std::string_view(text_).substr(starts_[index], starts_[index + 1] - starts_[index] - 1);
}

std::string_view Sentences::raw(std::size_t index) const {
    const std::string_view all = forms(index);
    return all.substr(all.rfind(form_end) + 1);  // npos + 1 is 0
}

std::string_view Sentences::form_for(std::size_t index, std::int64_t count) const {
    std::string_view all = forms(index);
    std::string_view form = take(all, form_end);
    for (auto left = plural_form(rule_, count); left > 0 && !all.empty(); --left) form = take(all, form_end);
    return form;
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

std::string filled(std::string_view sentence, std::int64_t count, std::initializer_list<Argument> arguments) {
    const std::string number = std::to_string(count);
    return filled(filled(sentence, {{"count", number}}), arguments);
}

}  // namespace app
