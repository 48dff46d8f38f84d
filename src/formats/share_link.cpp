#include "formats/share_link.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "formats/clean_text.h"
#include "postal/item_number.h"

namespace formats {

namespace {

/// 500 numbers of 13 characters and a three-character %2C need 8,000 bytes; the rest is for blanks and
/// dashes.
constexpr std::size_t fragment_limit = 65'536;
constexpr std::size_t faulty_limit = 40;  // bytes, as the header promises

std::optional<std::uint8_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    return std::nullopt;
}

/// A percent sign that begins no escape stands for itself, as in browsers.
std::string percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool room = text[i] == '%' && i + 2 < text.size();
        const auto high = room ? hex_digit(text[i + 1]) : std::nullopt;
        const auto low = room ? hex_digit(text[i + 2]) : std::nullopt;
        if (high && low) {
            decoded += static_cast<char>(*high << 4 | *low);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

/// Takes the text up to the next comma off the front.
std::string_view take_piece(std::string_view& list) {
    const std::size_t comma = list.find(',');
    const std::string_view piece = list.substr(0, comma);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    return trimmed(piece);
}

void read_piece(std::string_view piece, SharedItems& items, std::set<std::string>& seen) {
    postal::NumberCheck check = postal::check_number(piece, postal::Typing::finished);
    const bool right = check.verdict == postal::Verdict::valid || check.verdict == postal::Verdict::warning;
    std::string told = right ? std::move(check.number) : clean_text(piece, faulty_limit);
    if (!seen.insert(told).second) return;
    if (items.numbers.size() + items.faulty.size() == shared_items_limit)
        items.too_many = true;
    else
        (right ? items.numbers : items.faulty).push_back(std::move(told));
}

}  // namespace

SharedItems read_fragment(std::string_view fragment) {
    SharedItems items;
    if (fragment.starts_with('#')) fragment.remove_prefix(1);
    if (!fragment.starts_with("n=")) return items;
    items.present = true;
    fragment.remove_prefix(2);
    fragment = fragment.substr(0, fragment.find('&'));
    items.too_many = fragment.size() > fragment_limit;
    const std::string decoded = percent_decoded(fragment.substr(0, fragment_limit));
    std::string_view list = decoded;
    // The piece that the limit cut through is not what somebody shared.
    if (items.too_many)
        list = list.substr(0, list.rfind(',') == std::string_view::npos ? 0 : list.rfind(','));
    std::set<std::string> seen;
    while (!list.empty()) {
        const std::string_view piece = take_piece(list);
        if (!piece.empty()) read_piece(piece, items, seen);
        if (items.numbers.size() + items.faulty.size() == shared_items_limit && items.too_many) break;
    }
    return items;
}

std::string write_fragment(const std::vector<std::string>& numbers) {
    std::string fragment = "#n=";
    const std::size_t count = std::min(numbers.size(), shared_items_limit);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) fragment += ',';
        fragment += numbers[i];
    }
    return fragment;
}

}  // namespace formats
