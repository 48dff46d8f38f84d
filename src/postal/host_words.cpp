#include "postal/host_words.h"

#include <algorithm>

#include "postal/code_point.h"
#include "postal/generated/cue_rows.h"
#include "postal/web_address.h"

namespace postal {

namespace {

bool is_trade_word(std::string_view word) { return holds_word(trade_words, word); }

/// `text` is made of at most three words of the trade and joining words; digits between them do not count.
bool is_made_of_fillings(std::string_view text, int words) {
    text = without_digits(text);
    if (is_filling(text)) return true;
    for (std::size_t cut = 1; words > 1 && cut < text.size(); ++cut) {
        if (is_filling(text.substr(0, cut)) && is_made_of_fillings(text.substr(cut), words - 1)) return true;
    }
    return false;
}

/// What stands before a name of three letters is a word of the trade or "my": items is no it-ems.
bool may_stand_before(std::string_view text, std::string_view name) {
    if (name.size() >= short_name_length) return is_made_of_fillings(text, 2);
    text = without_digits(text);
    return text.empty() || is_trade_word(text);
}

bool has_vowel(std::string_view name) { return name.find_first_of("aeiouy") != std::string_view::npos; }

/// Two letters behind a short name make other words (seurat, upsat) unless no word has such letters.
bool may_stand_behind(std::string_view text, std::string_view name) {
    constexpr std::size_t long_enough = 5;
    text = without_digits(text);
    return (text.size() != 2 || name.size() >= long_enough || !has_vowel(name)) &&
           is_made_of_fillings(text, 2);
}

/// The name with words of the trade glued to it: mydpd, upstracking24.
bool is_glued(std::string_view word, std::string_view name) {
    constexpr std::size_t longest = 32;
    if (word.size() > longest)
        return word.starts_with(name) && is_filling(without_digits(word.substr(name.size())));
    for (std::size_t at = word.find(name); at != std::string_view::npos; at = word.find(name, at + 1)) {
        const std::string_view before = word.substr(0, at), after = word.substr(at + name.size());
        if ((before.empty() && after.empty()) ||
            (may_stand_before(before, name) && may_stand_behind(after, name))) {
            return true;
        }
    }
    return false;
}

/// tracking, and courierab: a longer word of the trade with anything behind it.
bool begins_with_trade_word(std::string_view word) {
    constexpr std::size_t shortest = 6, longest = 12;
    for (std::size_t length = shortest; length <= std::min(longest, word.size()); ++length) {
        if (is_trade_word(word.substr(0, length))) return true;
    }
    return false;
}

bool has_trade_word_beside(const HostParts& parts, std::string_view except, std::string_view country) {
    return std::any_of(parts.words.begin(), parts.words.end(), [&](std::string_view word) {
        if ((word.size() == 2 && word == country) ||
            (word.data() != except.data() && begins_with_trade_word(word)))
            return true;
        return word.data() != except.data() && is_made_of_fillings(word, 2) &&
               !without_digits(word).empty() && without_digits(word) != "www" &&
               !holds_word(joining_words, word);
    });
}

/// The name with a few letters of no meaning at one end, under an ending such hosts mostly have: evritcb.top.
bool is_lengthened(const HostParts& parts, std::string_view word, std::string_view name) {
    constexpr std::size_t few = 4;
    if (!holds_word(cheap_endings, parts.owner.suffix)) return false;
    if (!has_vowel(name)) return word.starts_with(name);  // begins no word
    return name.size() >= short_name_length && word.size() <= name.size() + few &&
           (word.starts_with(name) || word.ends_with(name));
}

/// The word stands in the registrable domain, not below it.
bool is_in_domain(const HostParts& parts, std::string_view word) {
    return !parts.owner.domain.empty() && word.data() >= parts.owner.domain.data();
}

}  // namespace

HostParts parts_of(std::string_view host) {
    HostParts parts{host, registrable_domain(host), host_in_letters(host), {}, {}};
    std::string_view names = host;
    if (!parts.owner.domain.empty())
        names.remove_suffix(parts.owner.suffix.size() + (host.ends_with('.') ? 1 : 0));
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = at;
        while (end < names.size() && !is_host_separator(names[end])) ++end;
        if (end > at) parts.words.push_back(names.substr(at, end - at));
        at = end + 1;
    }
    for (const std::string_view word : parts.words) parts.joined += word;
    return parts;
}

std::string_view without_digits(std::string_view word) {
    while (!word.empty() && is_ascii_digit(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
    while (!word.empty() && is_ascii_digit(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
    return word;
}

bool is_filling(std::string_view word) {
    return word.empty() || is_trade_word(word) || holds_word(joining_words, word);
}

std::string_view word_with(const HostParts& parts, std::string_view name, NameKind kind,
                           std::string_view country) {
    for (std::size_t i = 0; i < parts.words.size(); ++i) {
        const std::string_view word = parts.words[i];
        const std::size_t next = i + 1;
        if (kind == NameKind::word_name && next < parts.words.size() &&
            word.size() + parts.words[next].size() == name.size() && name.starts_with(word) &&
            name.ends_with(parts.words[next])) {
            return word;
        }
        const bool alone = without_digits(word) == name;
        const bool glued = !alone && word.find(name) != std::string_view::npos && is_glued(word, name);
        switch (kind) {
            case NameKind::name:
                if (word.find(name) != std::string_view::npos) return word;
                break;
            case NameKind::word_name:
                if (glued || is_lengthened(parts, word, name)) return word;
                // Below somebody's domain an abbreviation may be a department or a group.
                if (alone && (name.size() > 3 || is_in_domain(parts, word) ||
                              has_trade_word_beside(parts, word, country)))
                    return word;
                break;
            case NameKind::short_name:
                if (glued || (alone && has_trade_word_beside(parts, word, country))) return word;
                break;
        }
    }
    return {};
}

}  // namespace postal
