#include <bit>
#include <type_traits>

#include "postal/eight_bytes.h"
#include "postal/meant_characters.h"
#include "postal/sixteen_bytes.h"
#include "postal/verdict_tables.h"

namespace postal {

namespace {

#ifdef POSTWATCH_SIXTEEN_BYTES

/// What is read at once: a number, its line feed and two more.
constexpr std::size_t block = 16;

/// A line of 13 characters with the shape of a number, and a line feed behind them. 0 and 255 are no part of
/// one.
class NumberLine {
public:
    bool is(Bytes16 bytes) const {
        constexpr unsigned all = (1U << (item_number_length + 1)) - 1;
        return bits_of(reinterpret_cast<Bytes16>(bytes - least_ < count_)) == all;
    }

private:
    static constexpr unsigned char shape[2][17] = {"AA000000000AA\n\0\0",
                                                   "\32\32\12\12\12\12\12\12\12\12\12\32\32\1\0\0"};
    static Bytes16 loaded(const unsigned char* bytes) {
        asm("" : "+r"(bytes));  // a vector known while compiling is made anew for every line
        return sixteen_bytes<Bytes16>(bytes);
    }

    Bytes16 least_ = loaded(shape[0]);
    Bytes16 count_ = loaded(shape[1]);
};

template <typename Character>
Verdict verdict_of_number(const Character* text, std::uint64_t serial) {
    const auto pair_at = [text](std::size_t place) {
        return pair_place(static_cast<char>(text[place]), static_cast<char>(text[place + 1]));
    };
    return verdict_of_parts(
        pair_at(0), pair_at(country_begin), serial,
        digits_of_sums[weighted_sum(serial)] == static_cast<char>(text[check_digit_place]));
}

/// Of such a line; else `empty`.
Verdict verdict_of_block(const NumberLine& line, const char* text) {
    if (!line.is(sixteen_bytes<Bytes16>(text))) return Verdict::empty;
    return verdict_of_number(text, eight_bytes(text + serial_begin));
}

Verdict verdict_of_block(const NumberLine& line, const char16_t* text) {
    const Bytes16 bytes = bytes_of(sixteen_bytes<Units8>(text), sixteen_bytes<Units8>(text + 8));
    if (!line.is(bytes)) return Verdict::empty;
    const auto halves = reinterpret_cast<Halves2>(bytes);
    return verdict_of_number(text, halves[0] >> 8 * serial_begin | halves[1] << (64 - 8 * serial_begin));
}

/// One bit for each of sixteen characters that is a line feed, the first in the lowest.
unsigned line_feeds(const char* text) {
    return bits_of(reinterpret_cast<Bytes16>(sixteen_bytes<Bytes16>(text) == Bytes16{} + '\n'));
}
unsigned line_feeds(const char16_t* text) {
    const Bytes16 bytes = bytes_of(sixteen_bytes<Units8>(text), sixteen_bytes<Units8>(text + 8));
    return bits_of(reinterpret_cast<Bytes16>(bytes == Bytes16{} + '\n'));
}

template <typename Character>
std::size_t line_end(const Character* text, std::size_t at, std::size_t size) {
    for (; at + block <= size; at += block) {
        if (const unsigned feeds = line_feeds(text + at))
            return at + static_cast<std::size_t>(std::countr_zero(feeds));
    }
    while (at < size && text[at] != '\n') ++at;
    return at;
}

#else

constexpr std::size_t block = item_number_length + 1;
struct NumberLine {};

template <typename Character>
Verdict verdict_of_block(NumberLine, const Character* text) {
    if (text[item_number_length] != '\n') return Verdict::empty;
    char characters[item_number_length];
    for (std::size_t i = 0; i < item_number_length; ++i) {
        if (static_cast<std::make_unsigned_t<Character> >(text[i]) >= 0x80) return Verdict::empty;
        characters[i] = static_cast<char>(text[i]);
    }
    return verdict_of_shape(characters);
}

template <typename Character>
std::size_t line_end(const Character* text, std::size_t at, std::size_t size) {
    while (at < size && text[at] != '\n') ++at;
    return at;
}

#endif

bool is_high_surrogate(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The code point at `at`, which is moved behind it. What is half of a pair is U+FFFD, as in TextEncoder.
char32_t next_point(const char16_t* line, std::size_t size, std::size_t& at) {
    const char16_t unit = line[at++];
    if (is_high_surrogate(unit) && at < size && is_low_surrogate(line[at]))
        return 0x10000 + ((unit - 0xD800U) << 10) + (line[at++] - 0xDC00U);
    return is_high_surrogate(unit) || is_low_surrogate(unit) ? U'\uFFFD' : char32_t{unit};
}

std::size_t utf8_length(char32_t point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/// The line in UTF-8; false when it is longer than verdict_of reads.
bool write_utf8(const char16_t* line, std::size_t size, char (&bytes)[typed_text_limit],
                std::size_t& length) {
    length = 0;
    for (std::size_t at = 0; at < size;) {
        const char32_t point = next_point(line, size, at);
        const std::size_t more = utf8_length(point);
        if (length + more > typed_text_limit) return false;
        constexpr unsigned leads[] = {0, 0xC0, 0xE0, 0xF0};
        for (std::size_t i = 0; i < more; ++i) {
            const unsigned six = point >> 6 * (more - 1 - i) & 0x3F;
            bytes[length + i] = static_cast<char>(more == 1 ? point
                                                  : i == 0  ? leads[more - 1] | six
                                                            : 0x80 | six);
        }
        length += more;
    }
    return true;
}

char meaning_of_point(char32_t point) {
    return point < 0x10000 ? meaning_of_unit(point) : rare_meaning(point);
}

/// As verdict_of_units, for any line.
Verdict verdict_of_any_units(const char16_t* line, std::size_t size, Typing typing) {
    char bytes[typed_text_limit];
    std::size_t length = 0;
    if (size > typed_text_limit || !write_utf8(line, size, bytes, length)) return Verdict::faulty;
    MeantCharacters meant;
    for (std::size_t at = 0; at < size;) {
        if (!meant.take(meaning_of_point(next_point(line, size, at)), size - at)) return Verdict::faulty;
    }
    return meant.is_plain() ? meant.verdict(typing) : verdict_of({bytes, length}, typing);
}

/// The verdict of a line of UTF-16: that of verdict_of on the same text in UTF-8. What a line holds cannot be
/// foreseen, so the characters of a usual one are read without branches and asked about afterwards.
Verdict verdict_of_units(const char16_t* line, std::size_t size, Typing typing) {
    constexpr std::size_t usual_size = 64;  // below the limit in UTF-8 too
    if (size > usual_size) return verdict_of_any_units(line, size, typing);
    char characters[usual_size + 1];
    std::size_t count = 0;
    unsigned strange = 0;  // CharacterMeaning::foreign or UnitMeanings::half, whatever was met
    for (std::size_t at = 0; at < size; ++at) {
        const char meant = meaning_of_unit(line[at]);
        const bool canonical = meant > UnitMeanings::half;
        characters[count] = meant;
        count += static_cast<std::size_t>(canonical);
        strange |= canonical ? 0U : static_cast<unsigned>(meant);
    }
    if (strange == 0 && count == item_number_length) return verdict_of_thirteen(characters);
    if (strange == 0 && count < item_number_length) return verdict_of_beginning(characters, count, typing);
    if (strange == CharacterMeaning::foreign && count < item_number_length) return Verdict::faulty;
    return verdict_of_any_units(line, size, typing);
}

Verdict verdict_of_line(const char* line, std::size_t size, Typing typing) {
    return verdict_of({line, size}, typing);
}
Verdict verdict_of_line(const char16_t* line, std::size_t size, Typing typing) {
    return verdict_of_units(line, size, typing);
}

template <typename Character>
std::size_t write_verdicts(const Character* text, std::size_t size, Typing typing, char* verdicts) {
    const NumberLine line;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= size;) {
        std::size_t end = begin + item_number_length;
        Verdict verdict = Verdict::empty;
        if (begin + block <= size) verdict = verdict_of_block(line, text + begin);
        if (verdict == Verdict::empty) {
            end = line_end(text, begin, size);
            verdict = verdict_of_line(text + begin, end - begin, typing);
        }
        // Each line before took at least its line feed: what is written over has been read.
        verdicts[count++] = static_cast<char>(verdict);
        begin = end + 1;
    }
    return count;
}

}  // namespace

std::size_t write_verdicts_of_lines(char* text, std::size_t size, Typing typing) {
    return write_verdicts(text, size, typing, text);
}

std::size_t write_verdicts_of_lines(char16_t* text, std::size_t size, Typing typing) {
    return write_verdicts(text, size, typing, reinterpret_cast<char*>(text));
}

}  // namespace postal
