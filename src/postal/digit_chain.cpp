#include "postal/digit_chain.h"

#include <array>

#include "postal/sixteen_bytes.h"

namespace postal {

namespace {

/// Every number has three digits side by side somewhere, so looks this far apart meet one of them.
constexpr std::size_t step = 3;
/// Full-width digits have three bytes each, EF BC 90 to EF BC 99: a look may meet any of these.
constexpr unsigned char full_width_lead = 0xEF;
constexpr unsigned char full_width_middle = 0xBC;
constexpr unsigned char full_width_zero = 0x90;

bool is_digit(char character) { return character >= '0' && character <= '9'; }
unsigned char byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

constexpr std::array<bool, 256> made_worth_a_look() {
    std::array<bool, 256> table{};
    for (int digit = '0'; digit <= '9'; ++digit) table[static_cast<std::size_t>(digit)] = true;
    table[full_width_lead] = table[full_width_middle] = true;
    for (std::size_t digit = 0; digit < 10; ++digit) table[full_width_zero + digit] = true;
    return table;
}
constexpr auto worth_a_look = made_worth_a_look();

/// No chain is followed back further: longer than any number, and it keeps the whole search linear.
constexpr std::size_t furthest_back = 128;

/// U+FF10 to U+FF5A: EF BC 90 to EF BD 9A.
NumberCharacter full_width(std::string_view text, std::size_t at) {
    if (at + 3 > text.size() || byte(text, at) != full_width_lead) return {};
    const unsigned middle = byte(text, at + 1);
    const unsigned last = byte(text, at + 2);
    if ((middle != 0xBC && middle != 0xBD) || last < 0x80 || last > 0xBF) return {};
    const unsigned ascii = '!' + ((middle - 0xBC) << 6) + last - 0x81;
    NumberCharacter character;
    if (ascii < 0x7F) character = plain_character(static_cast<char>(ascii));
    if (character.length > 0) character.length = 3;
    return character;
}

/// A blank people see, or a character nobody sees. In UTF-8 and as HTML writes them. A narrow choice: what
/// the senders of mails put inside numbers.
struct SeparatorCharacter {
    std::string_view bytes;
    bool seen;
};
constexpr SeparatorCharacter separators[] = {
    {" ", true},
    {"-", true},
    {".", true},
    {"\xC2\xA0", true},       // no-break blank
    {"\xC2\xAD", false},      // soft hyphen
    {"\xE2\x80\x87", true},   // blank as wide as a digit
    {"\xE2\x80\x89", true},   // thin blank
    {"\xE2\x80\x8B", false},  // zero-width blank
    {"\xE2\x80\x8C", false},
    {"\xE2\x80\x8D", false},
    {"\xE2\x80\x8E", false},  // direction marks
    {"\xE2\x80\x8F", false},
    {"\xE2\x80\x90", true},  // hyphens and dashes
    {"\xE2\x80\x91", true},
    {"\xE2\x80\x93", true},
    {"\xE2\x80\xAF", true},   // narrow no-break blank
    {"\xE2\x81\xA0", false},  // word joiner
    {"\xE3\x80\x80", true},   // ideographic blank
    {"\xEF\xBB\xBF", false},
    {"&nbsp;", true},
    {"&#160;", true},
    {"&#xA0;", true},
    {"&#xa0;", true},
    {"&shy;", false},
    {"=\n", false},  // soft line breaks of quoted-printable, RFC 2045 section 6.7
    {"=\r\n", false},
};

/// One seen separator and a few unseen ones; two seen ones part two things.
constexpr int unseen_limit = 4;

template <typename Matches>
Separator separator(Matches matches) {
    Separator found;
    for (int count = 0; count <= unseen_limit; ++count) {
        std::size_t more = 0;
        for (const SeparatorCharacter& one : separators) {
            if (!matches(one.bytes, found.length)) continue;
            if (one.seen && found.seen) return {};
            found.seen = found.seen || one.seen;
            more = one.bytes.size();
            break;
        }
        if (more == 0) break;
        found.length += more;
    }
    return found;
}

bool is_plain_separator(char character) { return character == ' ' || character == '-' || character == '.'; }

/// Most characters beside a digit are no separator; asked before the list is gone through.
bool may_begin_separator(unsigned char lead) {
    return lead == ' ' || lead == '-' || lead == '.' || lead == '&' || lead == '=' || lead >= 0xC2;
}
bool may_end_separator(unsigned char last) {
    return last == ' ' || last == '-' || last == '.' || last == ';' || last == '\n' ||
           (last >= 0x80 && last <= 0xBF);
}

}  // namespace

NumberCharacter wide_character_at(std::string_view text, std::size_t at) { return full_width(text, at); }

NumberCharacter wide_character_before(std::string_view text, std::size_t at) {
    return at < 3 ? NumberCharacter{} : full_width(text, at - 3);
}

Separator separator_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || !may_begin_separator(byte(text, at))) return {};
    if (is_plain_separator(text[at])) {
        if (at + 1 == text.size() || !may_begin_separator(byte(text, at + 1))) return {1, true};
        if (is_plain_separator(text[at + 1])) return {};
    }
    return separator([&](std::string_view bytes, std::size_t passed) {
        return text.substr(at + passed).starts_with(bytes);
    });
}

Separator separator_before(std::string_view text, std::size_t at) {
    if (at == 0 || !may_end_separator(byte(text, at - 1))) return {};
    if (is_plain_separator(text[at - 1])) {
        if (at == 1 || !may_end_separator(byte(text, at - 2))) return {1, true};
        if (is_plain_separator(text[at - 2])) return {};
    }
    return separator([&](std::string_view bytes, std::size_t passed) {
        return text.substr(0, at - passed).ends_with(bytes);
    });
}

bool DigitChains::is_digit_at(std::size_t at) const { return is_digit(character_at(text_, at).canonical); }

/// Where the digit that has a byte at `at` begins; `at` itself when there is none.
std::size_t DigitChains::digit_around(std::size_t at) const {
    for (std::size_t back = 1; back <= 2 && at >= done_ + back && byte(text_, at) >= 0x80; ++back) {
        if (is_digit_at(at - back) && byte(text_, at - back) == full_width_lead) return at - back;
    }
    return at;
}

/// The first digit of the chain that holds the digit at `at`, as far back as is looked.
std::size_t DigitChains::beginning(std::size_t at) const {
    const std::size_t furthest = at > done_ + furthest_back ? at - furthest_back : done_;
    for (;;) {
        while (at > furthest && is_digit(text_[at - 1])) --at;
        NumberCharacter before = character_before(text_, at);
        std::size_t back = before.length;
        if (back == 0) {
            back = separator_before(text_, at).length;
            if (back == 0 || back >= at) return at;
            before = character_before(text_, at - back);
            back += before.length;
        }
        if (!is_digit(before.canonical) || at < furthest + back) return at;
        at -= back;
    }
}

void DigitChains::read(DigitChain& chain, std::size_t begin) {
    chain.digit_count = chain.group_count = 0;
    std::size_t at = begin;
    bool parted = true;
    for (;;) {
        if (parted && chain.group_count == DigitChain::group_limit) break;
        if (parted) chain.groups[chain.group_count++] = {at, at, 0};
        DigitGroup& group = chain.groups[chain.group_count - 1];
        const std::size_t plain = at;
        while (at < text_.size() && is_digit(text_[at])) ++at;
        std::size_t count = at - plain;
        for (NumberCharacter digit = character_at(text_, at); is_digit(digit.canonical);
             digit = character_at(text_, at)) {
            at += digit.length;
            ++count;
        }
        group.count += count;
        chain.digit_count += count;
        group.end = at;
        const Separator gap = separator_at(text_, at);
        if (gap.length == 0 || !is_digit_at(at + gap.length)) break;
        at += gap.length;
        parted = gap.seen;
    }
    done_ = chain.end();
}

#ifdef POSTWATCH_SIXTEEN_BYTES

/// The way of most numbers in most texts: the same as read() and read_s10() find, in one look at 16 bytes.
bool DigitChains::read_plain_s10(DigitChain& chain, std::size_t digit) {
    constexpr std::size_t digits = 9, before = 3,
                          block = 16;  // a character and two letters before the digits
    while (digit > done_ && is_digit(text_[digit - 1])) --digit;
    if (digit < before || digit - before + block > text_.size()) return false;
    constexpr Bytes16 least = {0, 'A', 'A', '0', '0', '0', '0', '0', '0', '0', '0', '0', 'A', 'A', 0, 0};
    constexpr Bytes16 count = {128, 26, 26, 10, 10, 10, 10, 10, 10, 10, 10, 10, 26, 26, 128, 255};
    constexpr unsigned number_and_neighbours = 0x7FFF;
    const auto bytes = sixteen_bytes<Bytes16>(text_.data() + digit - before);
    const unsigned fits = bits_of(reinterpret_cast<Bytes16>(bytes - least < count));
    const auto is_part_of_word = [](char neighbour) {
        return plain_character(neighbour).length > 0 || neighbour == '_';
    };
    if ((fits & number_and_neighbours) != number_and_neighbours || is_part_of_word(text_[digit - before]) ||
        is_part_of_word(text_[digit + digits + 2]))
        return false;
    done_ = digit + digits;
    chain.is_plain_s10 = true;
    chain.digit_count = digits;
    chain.group_count = 1;
    chain.groups[0] = {digit, done_, digits};
    return true;
}

#else

bool DigitChains::read_plain_s10(DigitChain&, std::size_t) { return false; }

#endif

bool DigitChains::next(DigitChain& chain) {
    chain.is_plain_s10 = false;
    // A chain told in pieces goes on without a look: its rest may be short.
    for (std::size_t at = done_;;) {
        while (at < text_.size() && !worth_a_look[byte(text_, at)]) at += step;
        if (at >= text_.size()) return false;
        if (is_digit(text_[at]) && read_plain_s10(chain, at)) return true;
        const std::size_t digit = digit_around(at);
        if (!is_digit_at(digit)) {
            at += step;
            continue;
        }
        read(chain, beginning(digit));
        if (chain.digit_count >= fewest_digits) return true;
        at = done_;
    }
}

}  // namespace postal
