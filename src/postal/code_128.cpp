#include <algorithm>
#include <vector>

#include "postal/bar_code.h"

namespace postal {

namespace {

/// Widths of bar, space, bar, space, bar, space of each symbol value; ISO/IEC 15417, table 1. The start
/// symbols are 103 to 105; the stop symbol stands apart, it has a bar more.
constexpr char widths[] =
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122"
    "123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323"
    "131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131"
    "213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122"
    "141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112"
    "124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141"
    "411131211412211214211232";
constexpr std::size_t elements = 6;
static_assert(sizeof widths - 1 == 106 * elements);
constexpr char stop_widths[] = "2331112";

constexpr int start_b = 104, start_c = 105, to_c = 99, to_b = 100, check_modulus = 103;
constexpr std::size_t quiet_modules = 10;
/// Shorter runs of digits are no shorter in code set C, with the change to it and back.
constexpr std::size_t digits_for_c = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

/// Symbol values from the start symbol on, without check and stop.
std::vector<int> symbols_of(std::string_view text) {
    bool in_c = digits_from(text, 0) >= digits_for_c && digits_from(text, 0) % 2 == 0;
    std::vector<int> symbols{in_c ? start_c : start_b};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t digits = digits_from(text, at);
        // An odd run begins with a single digit, so that it ends with a pair.
        const bool wants_c = in_c ? digits >= 2 : digits >= digits_for_c && digits % 2 == 0;
        if (wants_c != in_c) symbols.push_back(wants_c ? to_c : to_b);
        in_c = wants_c;
        symbols.push_back(in_c ? (text[at] - '0') * 10 + text[at + 1] - '0' : text[at] - ' ');
        at += in_c ? 2 : 1;
    }
    return symbols;
}

void add(std::string& row, std::string_view element_widths) {
    char module = '1';
    for (const char width : element_widths) {
        row.append(static_cast<std::size_t>(width - '0'), module);
        module = module == '1' ? '0' : '1';
    }
}

}  // namespace

std::string code_128(std::string_view number) {
    const auto may_stand = [](char c) { return is_digit(c) || is_capital(c); };
    if (number.empty() || number.size() > code_128_limit || !std::ranges::all_of(number, may_stand))
        return {};
    std::vector<int> symbols = symbols_of(number);
    int sum = symbols[0];
    for (std::size_t i = 1; i < symbols.size(); ++i) sum += static_cast<int>(i) * symbols[i];
    symbols.push_back(sum % check_modulus);
    std::string row(quiet_modules, '0');
    for (const int symbol : symbols)
        add(row, std::string_view(widths).substr(static_cast<std::size_t>(symbol) * elements, elements));
    add(row, stop_widths);
    row.append(quiet_modules, '0');
    return row + '\n';
}

}  // namespace postal
