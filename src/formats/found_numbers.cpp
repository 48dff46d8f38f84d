#include "formats/found_numbers.h"

#include <algorithm>
#include <charconv>

#include "formats/mail_text.h"
#include "postal/item.h"
#include "postal/item_number_parts.h"

namespace formats {

namespace {

constexpr int last_verdict = static_cast<int>(postal::Verdict::valid);

/// Takes a number and the blank behind it from the front of `line`.
std::optional<int> take_number(std::string_view& line, std::size_t highest) {
    std::uint8_t value = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    const auto length = static_cast<std::size_t>(end - line.data());
    if (error != std::errc() || value > highest || length == line.size() || *end != ' ') return {};
    line.remove_prefix(length + 1);
    return value;
}

bool is_canonical(std::string_view number, int family) {
    if (family == 0) return postal::has_s10_shape(number);
    return !number.empty() && number.size() <= postal::other_number_limit &&
           std::ranges::all_of(number, [](char c) { return postal::is_digit(c) || postal::is_letter(c); });
}

}  // namespace

std::string find_numbers(std::string_view text, postal::Eagerness eagerness) {
    std::string lines;
    std::size_t count = 0;
    for (const postal::FoundNumber& found : postal::extract(mail_text(text), eagerness)) {
        if (found.family == 0 && postal::is_sample(found.number)) continue;
        if (count++ == found_numbers_limit) break;
        lines += std::to_string(static_cast<int>(found.verdict));
        lines += ' ';
        lines += std::to_string(found.family);
        lines += ' ';
        lines += std::string_view(found.number);
        lines += '\n';
    }
    return lines;
}

std::optional<std::vector<FoundNumber>> read_found_numbers(std::string_view lines) {
    std::vector<FoundNumber> numbers;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        if (end == lines.npos || numbers.size() == found_numbers_limit) return {};
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + 1);
        const auto verdict = take_number(line, last_verdict);
        const auto family = verdict ? take_number(line, postal::family_count()) : std::nullopt;
        if (!family || !is_canonical(line, *family)) return {};
        numbers.push_back(
            {std::string(line), static_cast<std::uint8_t>(*family), static_cast<postal::Verdict>(*verdict)});
    }
    return numbers;
}

}  // namespace formats
