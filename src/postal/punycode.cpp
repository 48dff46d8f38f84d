#include "postal/punycode.h"

#include <cstdint>

namespace postal {

namespace {

constexpr std::uint32_t base = 36, t_min = 1, t_max = 26, skew = 38, damp = 700, initial_bias = 72;
constexpr std::uint32_t initial_n = 0x80;
constexpr std::size_t name_limit = 253;
constexpr std::uint32_t largest = 0x7FFFFFFF;

// Section 6.1
std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool first) {
    delta = first ? delta / damp : delta / 2;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > ((base - t_min) * t_max) / 2; k += base) delta /= base - t_min;
    return k + (base - t_min + 1) * delta / (delta + skew);
}

constexpr std::uint32_t threshold(std::uint32_t k, std::uint32_t bias) {
    return k <= bias + t_min ? t_min : k >= bias + t_max ? t_max : k - bias;
}

std::uint32_t digit_of(char letter) {
    if (letter >= 'a' && letter <= 'z') return static_cast<std::uint32_t>(letter - 'a');
    if (letter >= 'A' && letter <= 'Z') return static_cast<std::uint32_t>(letter - 'A');
    if (letter >= '0' && letter <= '9') return static_cast<std::uint32_t>(letter - '0' + 26);
    return base;
}

constexpr char letter_of(std::uint32_t digit) {
    return static_cast<char>(digit < 26 ? 'a' + digit : '0' + (digit - 26));
}

}  // namespace

// Section 6.2
std::optional<std::u32string> punycode_decoded(std::string_view label) {
    if (label.size() > name_limit) return std::nullopt;
    std::u32string text;
    std::size_t at = 0;
    if (const std::size_t delimiter = label.rfind('-'); delimiter != std::string_view::npos) {
        for (const char letter : label.substr(0, delimiter)) text += static_cast<unsigned char>(letter);
        at = delimiter + 1;
    }
    std::uint32_t n = initial_n, i = 0, bias = initial_bias;
    while (at < label.size()) {
        const std::uint32_t before = i;
        std::uint32_t weight = 1;
        for (std::uint32_t k = base;; k += base) {
            if (at == label.size()) return std::nullopt;
            const std::uint32_t digit = digit_of(label[at++]);
            if (digit >= base || digit > (largest - i) / weight) return std::nullopt;
            i += digit * weight;
            const std::uint32_t t = threshold(k, bias);
            if (digit < t) break;
            if (weight > largest / (base - t)) return std::nullopt;
            weight *= base - t;
        }
        const auto length = static_cast<std::uint32_t>(text.size() + 1);
        bias = adapted(i - before, length, before == 0);
        n += i / length;
        i %= length;
        if (n > 0x10FFFF || (n >= 0xD800 && n <= 0xDFFF)) return std::nullopt;
        text.insert(text.begin() + i, static_cast<char32_t>(n));
        ++i;
    }
    return text;
}

// Section 6.3
std::optional<std::string> punycode_encoded(std::u32string_view label) {
    if (label.size() > name_limit) return std::nullopt;
    std::string text;
    for (const char32_t point : label) {
        if (point < initial_n) text += static_cast<char>(point);
    }
    const auto basic = static_cast<std::uint32_t>(text.size());
    std::uint32_t handled = basic;
    if (basic > 0) text += '-';
    std::uint32_t n = initial_n, delta = 0, bias = initial_bias;
    while (handled < label.size()) {
        std::uint32_t next = largest;
        for (const char32_t point : label) {
            if (point >= n && point < next) next = point;
        }
        delta += (next - n) * (handled + 1);  // at most 0x10FFFF * 254: no overflow
        n = next;
        for (const char32_t point : label) {
            if (point < n) ++delta;
            if (point != n) continue;
            std::uint32_t q = delta;
            for (std::uint32_t k = base;; k += base) {
                const std::uint32_t t = threshold(k, bias);
                if (q < t) break;
                text += letter_of(t + (q - t) % (base - t));
                q = (q - t) / (base - t);
            }
            text += letter_of(q);
            bias = adapted(delta, handled + 1, handled == basic);
            delta = 0;
            ++handled;
        }
        ++delta;
        ++n;
    }
    return text;
}

}  // namespace postal
