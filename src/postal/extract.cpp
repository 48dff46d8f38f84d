#include "postal/extract.h"

#include <algorithm>

#include "postal/country.h"
#include "postal/digit_chain.h"
#include "postal/service_indicator.h"

namespace postal {

namespace {

constexpr std::size_t serial_and_check = 9;

/// The equal numbers of a text. A table of places, because a text may hold millions of them.
class SeenNumbers {
public:
    /// True when `number` is not among `found` yet.
    bool is_new(const std::vector<FoundNumber>& found, std::string_view number, std::uint8_t family) {
        if (2 * (found.size() + 1) > places_.size()) grow(found);
        std::uint32_t& place = places_[place_of(found, number, family)];
        if (place != 0) return false;
        place = static_cast<std::uint32_t>(found.size() + 1);
        return true;
    }

private:
    /// FNV-1a.
    static std::uint32_t hash(std::string_view number) {
        std::uint32_t hash = 2166136261U;
        for (const char character : number) hash = (hash ^ static_cast<unsigned char>(character)) * 16777619U;
        return hash;
    }

    std::size_t place_of(const std::vector<FoundNumber>& found, std::string_view number,
                         std::uint8_t family) const {
        const std::size_t mask = places_.size() - 1;
        std::size_t place = hash(number) & mask;
        while (places_[place] != 0) {
            const FoundNumber& there = found[places_[place] - 1];
            if (there.family == family && there.number == number) break;
            place = (place + 1) & mask;
        }
        return place;
    }

    void grow(const std::vector<FoundNumber>& found) {
        places_.assign(std::max<std::size_t>(64, 2 * places_.size()), 0);
        for (std::size_t i = 0; i < found.size(); ++i)
            places_[place_of(found, found[i].number, found[i].family)] = static_cast<std::uint32_t>(i + 1);
    }

    std::vector<std::uint32_t> places_;  ///< 1 + place in the list; a power of two of them
};

/// A letter, digit or underline beside a number makes it a part of something else.
bool is_word_character(std::string_view text, std::size_t at) {
    return at < text.size() && (character_at(text, at).length > 0 || text[at] == '_');
}
bool is_word_before(std::string_view text, std::size_t at) {
    return at > 0 && (character_before(text, at).length > 0 || text[at - 1] == '_');
}

struct Letters {
    char letters[2];
    std::size_t begin;
    std::size_t end;
    bool apart;  ///< from the digits
    bool lower_case;
};

bool is_letter(NumberCharacter character) { return character.canonical >= 'A'; }

bool letters_before(std::string_view text, std::size_t digits, Letters& found) {
    const Separator gap = separator_before(text, digits);
    found.end = digits - gap.length;
    const NumberCharacter second = character_before(text, found.end);
    if (!is_letter(second)) return false;
    const NumberCharacter first = character_before(text, found.end - second.length);
    if (!is_letter(first)) return false;
    found.begin = found.end - second.length - first.length;
    found.letters[0] = first.canonical;
    found.letters[1] = second.canonical;
    found.apart = gap.seen;
    found.lower_case = first.lower_case || second.lower_case;
    return !is_word_before(text, found.begin);
}

bool letters_after(std::string_view text, std::size_t digits, Letters& found) {
    const Separator gap = separator_at(text, digits);
    found.begin = digits + gap.length;
    const NumberCharacter first = character_at(text, found.begin);
    if (!is_letter(first)) return false;
    const NumberCharacter second = character_at(text, found.begin + first.length);
    if (!is_letter(second)) return false;
    found.end = found.begin + first.length + second.length;
    found.letters[0] = first.canonical;
    found.letters[1] = second.canonical;
    found.apart = gap.seen;
    found.lower_case = first.lower_case || second.lower_case;
    return !is_word_character(text, found.end);
}

void append_digits(std::string& number, std::string_view text, const DigitChain& chain) {
    for (std::size_t i = 0; i < chain.group_count; ++i) {
        for (std::size_t at = chain.groups[i].begin; at < chain.groups[i].end;) {
            const NumberCharacter digit = character_at(text, at);
            if (digit.length > 0) number += digit.canonical;
            at += digit.length > 0 ? digit.length : separator_at(text, at).length;
        }
    }
}

/// As S10 numbers are printed: in one piece, 3-3-3, or the serial apart from its check digit.
bool is_s10_layout(const DigitChain& chain) {
    if (chain.group_count == 1) return true;
    if (chain.group_count == 2) return chain.groups[1].count == 1;
    return chain.group_count == 3 && chain.groups[0].count == 3 && chain.groups[1].count == 3;
}

class Extraction {
public:
    Extraction(std::string_view text, Eagerness eagerness) : text_(text), eagerness_(eagerness) {}

    std::vector<FoundNumber> run() {
        DigitChains chains(text_);
        for (DigitChain chain; chains.next(chain);) judge_as_s10(chain);
        return std::move(found_);
    }

private:
    void judge_as_s10(const DigitChain& chain) {
        if (chain.digit_count != serial_and_check) return;
        Letters service, country;
        if (!letters_before(text_, chain.begin(), service) || !letters_after(text_, chain.end(), country))
            return;
        std::string number(service.letters, 2);
        append_digits(number, text_, chain);
        number.append(country.letters, 2);
        const Verdict verdict = verdict_of(number);
        if (eagerness_ == Eagerness::strict && !is_s10_beyond_doubt(chain, service, country, verdict)) return;
        take({static_cast<std::uint32_t>(service.begin), static_cast<std::uint32_t>(country.end),
              std::move(number), verdict, 0});
    }

    /// In a text full of other numbers two letters, nine digits and two letters may stand side by side by
    /// chance, the more so in groups ("us 612 345 678 in"), and one of ten passes the check.
    static bool is_s10_beyond_doubt(const DigitChain& chain, const Letters& service, const Letters& country,
                                    Verdict verdict) {
        const bool service_known =
            service_class(std::string_view(service.letters, 2)) != ServiceClass::unassigned;
        const bool country_known = is_country(std::string_view(country.letters, 2));
        const bool in_one_piece = chain.group_count == 1 && !service.apart && !country.apart;
        const bool lower_case = service.lower_case || country.lower_case;
        if (verdict == Verdict::faulty) return in_one_piece && !lower_case && service_known && country_known;
        if (in_one_piece) return country_known || (service_known && !lower_case);
        return is_s10_layout(chain) && !lower_case && service_known && country_known;
    }

    void take(FoundNumber number) {
        if (seen_.is_new(found_, number.number, number.family)) found_.push_back(std::move(number));
    }

    std::string_view text_;
    Eagerness eagerness_;
    std::vector<FoundNumber> found_;
    SeenNumbers seen_;
};

}  // namespace

std::vector<FoundNumber> extract(std::string_view text, Eagerness eagerness) {
    return Extraction(text.substr(0, extracted_text_limit), eagerness).run();
}

}  // namespace postal
