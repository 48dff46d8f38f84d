#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "postal/bar_code.h"

// Section numbers are those of ISO/IEC 18004:2015.

namespace postal {

namespace {

constexpr int side = 21, quiet = 4;                     // version 1
constexpr int data_codewords = 13, all_codewords = 26;  // level Q, table 7
constexpr int level_q = 3;                              // table 12
constexpr int masks = 8;

using Codewords = std::array<std::uint8_t, all_codewords>;

/// Table 5: digits, then letters.
int value_of(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

bool may_stand(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

class Bits {
public:
    explicit Bits(Codewords& words) : words_(words) {}
    void put(int value, int count) {
        while (count-- > 0) {
            if (value >> count & 1) words_[static_cast<std::size_t>(size_ / 8)] |= 0x80 >> size_ % 8;
            ++size_;
        }
    }
    int size() const { return size_; }

private:
    Codewords& words_;
    int size_ = 0;
};

/// 7.4: mode, length, pairs of characters, end, padding.
void put_data(Codewords& words, std::string_view text) {
    Bits bits(words);
    bits.put(0b0010, 4);
    bits.put(static_cast<int>(text.size()), 9);
    std::size_t at = 0;
    for (; at + 1 < text.size(); at += 2) bits.put(value_of(text[at]) * 45 + value_of(text[at + 1]), 11);
    if (at < text.size()) bits.put(value_of(text[at]), 6);
    bits.put(0, std::min(4, data_codewords * 8 - bits.size()));
    bits.put(0, (8 - bits.size() % 8) % 8);
    for (int pad = 0xEC; bits.size() < data_codewords * 8; pad ^= 0xEC ^ 0x11) bits.put(pad, 8);
}

/// In GF(256) by x^8 + x^4 + x^3 + x^2 + 1 (7.5.2).
std::uint8_t product(std::uint8_t a, std::uint8_t b) {
    int result = 0;
    for (int bit = 7; bit >= 0; --bit) {
        result = result << 1 ^ (result >> 7) * 0x11D;
        if (b >> bit & 1) result ^= a;
    }
    return static_cast<std::uint8_t>(result);
}

/// The rest of the division by (x - 1)(x - 2)...(x - 2^12) stands behind the data.
void put_correction(Codewords& words) {
    constexpr int degree = all_codewords - data_codewords;
    std::array<std::uint8_t, degree> generator{};
    generator[degree - 1] = 1;
    std::uint8_t root = 1;
    for (int i = 0; i < degree; ++i) {
        for (std::size_t j = 0; j < degree; ++j) {
            generator[j] = product(generator[j], root);
            if (j + 1 < degree) generator[j] ^= generator[j + 1];
        }
        root = product(root, 2);
    }
    std::uint8_t* const rest = words.data() + data_codewords;
    for (int i = 0; i < data_codewords; ++i) {
        const std::uint8_t factor = words[static_cast<std::size_t>(i)] ^ rest[0];
        std::copy(rest + 1, rest + degree, rest);
        rest[degree - 1] = 0;
        for (int j = 0; j < degree; ++j) rest[j] ^= product(generator[static_cast<std::size_t>(j)], factor);
    }
}

struct Symbol {
    bool dark[side][side] = {};
    bool is_function[side][side] = {};  ///< patterns and format: neither data nor masked

    void set(int x, int y, bool value) {
        dark[y][x] = value;
        is_function[y][x] = true;
    }
};

/// 6.3.3, 6.3.4: a finder in three corners, each with a light line round it, and the timing between them.
void put_patterns(Symbol& symbol) {
    for (int i = 0; i < side; ++i) {
        symbol.set(6, i, i % 2 == 0);
        symbol.set(i, 6, i % 2 == 0);
    }
    constexpr int centres[][2] = {{3, 3}, {side - 4, 3}, {3, side - 4}};
    for (const auto& [x, y] : centres)
        for (int dy = -4; dy <= 4; ++dy)
            for (int dx = -4; dx <= 4; ++dx) {
                const int distance = std::max(std::abs(dx), std::abs(dy));
                if (x + dx >= 0 && x + dx < side && y + dy >= 0 && y + dy < side)
                    symbol.set(x + dx, y + dy, distance != 2 && distance != 4);
            }
}

/// 7.9: level and mask with their own correction, twice.
void put_format(Symbol& symbol, int mask) {
    const int format = level_q << 3 | mask;
    int rest = format;
    for (int i = 0; i < 10; ++i) rest = rest << 1 ^ (rest >> 9) * 0x537;
    const int bits = (format << 10 | rest) ^ 0x5412;
    const auto bit = [&](int i) { return (bits >> i & 1) != 0; };
    for (int i = 0; i < 15; ++i) {
        // Down the right of the upper left finder and along its foot, both without the timing line.
        if (i < 8)
            symbol.set(8, i < 6 ? i : i + 1, bit(i));
        else
            symbol.set(i == 8 ? 7 : 14 - i, 8, bit(i));
        if (i < 8)
            symbol.set(side - 1 - i, 8, bit(i));
        else
            symbol.set(8, side - 15 + i, bit(i));
    }
    symbol.set(8, side - 8, true);
}

/// 7.7.3: two columns at a time from the right, up and down in turn.
void put_codewords(Symbol& symbol, const Codewords& words) {
    int at = 0;
    for (int right = side - 1; right >= 1; right -= 2) {
        if (right == 6) right = 5;
        const bool upward = ((right + 1) & 2) == 0;
        for (int i = 0; i < side; ++i)
            for (int x = right; x > right - 2; --x) {
                const int y = upward ? side - 1 - i : i;
                if (symbol.is_function[y][x] || at == all_codewords * 8) continue;
                symbol.dark[y][x] = (words[static_cast<std::size_t>(at / 8)] >> (7 - at % 8) & 1) != 0;
                ++at;
            }
    }
}

/// Table 10.
bool is_masked(int mask, int x, int y) {
    switch (mask) {
        case 0: return (x + y) % 2 == 0;
        case 1: return y % 2 == 0;
        case 2: return x % 3 == 0;
        case 3: return (x + y) % 3 == 0;
        case 4: return (x / 3 + y / 2) % 2 == 0;
        case 5: return x * y % 2 + x * y % 3 == 0;
        case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
        default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

Symbol masked(Symbol symbol, int mask) {
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            if (!symbol.is_function[y][x] && is_masked(mask, x, y)) symbol.dark[y][x] = !symbol.dark[y][x];
    put_format(symbol, mask);
    return symbol;
}

/// Of one row or column: runs of a colour, and what looks like a finder (table 11).
int penalty_of_line(const bool (&line)[side]) {
    int penalty = 0, run = 0;
    unsigned seen = 0;
    for (int i = 0; i < side; ++i) {
        run = i > 0 && line[i] == line[i - 1] ? run + 1 : 1;
        if (run == 5) penalty += 3;
        if (run > 5) ++penalty;
        seen = (seen << 1 | (line[i] ? 1u : 0u)) & 0x7FF;
        if (i >= 10 && (seen == 0b00001011101 || seen == 0b10111010000)) penalty += 40;
    }
    return penalty;
}

/// 7.8.3: the lower, the easier it is to read.
int penalty_of(const Symbol& symbol) {
    int penalty = 0, dark = 0;
    for (int y = 0; y < side; ++y) {
        bool column[side];
        for (int x = 0; x < side; ++x) {
            column[x] = symbol.dark[x][y];
            dark += symbol.dark[y][x] ? 1 : 0;
            if (x > 0 && y > 0 && symbol.dark[y][x] == symbol.dark[y][x - 1] &&
                symbol.dark[y][x] == symbol.dark[y - 1][x] && symbol.dark[y][x] == symbol.dark[y - 1][x - 1])
                penalty += 3;
        }
        penalty += penalty_of_line(symbol.dark[y]) + penalty_of_line(column);
    }
    return penalty + std::abs(dark * 20 - side * side * 10) / (side * side) * 10;
}

std::string picture_of(const Symbol& symbol) {
    const std::string light_row = std::string(side + 2 * quiet, '0') + '\n';
    const std::string margin(quiet, '0');
    std::string picture;
    for (int i = 0; i < quiet; ++i) picture += light_row;
    for (const auto& row : symbol.dark) {
        picture += margin;
        for (const bool module : row) picture += module ? '1' : '0';
        picture += margin + '\n';
    }
    for (int i = 0; i < quiet; ++i) picture += light_row;
    return picture;
}

}  // namespace

std::string qr_code(std::string_view number) {
    if (number.empty() || number.size() > qr_code_limit || !std::ranges::all_of(number, may_stand)) return {};
    Codewords words{};
    put_data(words, number);
    put_correction(words);
    Symbol plain;
    put_patterns(plain);
    put_format(plain, 0);  // its place is taken before the data are put
    put_codewords(plain, words);
    Symbol best = masked(plain, 0);
    for (int mask = 1; mask < masks; ++mask)
        if (const Symbol symbol = masked(plain, mask); penalty_of(symbol) < penalty_of(best)) best = symbol;
    return picture_of(best);
}

}  // namespace postal
