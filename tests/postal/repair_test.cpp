#include "postal/repair.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include "postal/item_number.h"

using namespace postal;

namespace {

struct Slip {
    std::string meant;
    std::string typed;
};

using Random = std::mt19937;

char any_digit(Random& random) { return static_cast<char>('0' + random() % 10); }

std::string any_number(Random& random) {
    static const char* const services[] = {"EE", "EA", "RR", "RB", "LZ", "LX", "CP", "CD",
                                           "VV", "UA", "HD", "LO", "RD", "EI", "CI", "CQ"};
    static const char* const countries[] = {"CN", "US", "DE", "GB", "FR", "JP", "HK", "NL",
                                            "ES", "IT", "SG", "KR", "RU", "IN", "BR", "DO"};
    std::string serial;
    for (int i = 0; i < 8; ++i) serial += any_digit(random);
    return services[random() % std::size(services)] + serial + check_digit(serial) +
           countries[random() % std::size(countries)];
}

/// What eyes and scanners of printed labels take for one another, written down apart from the table of
/// repairs; the number is how often, of a hundred, this pair is the one.
struct LookAlike {
    char digit;
    char letter;
    unsigned weight;
};
constexpr LookAlike seen_alike[] = {
    {'0', 'O', 34}, {'1', 'I', 14}, {'1', 'L', 10}, {'5', 'S', 12}, {'8', 'B', 9}, {'2', 'Z', 7},
    {'6', 'G', 5},  {'0', 'D', 4},  {'0', 'Q', 2},  {'7', 'T', 1},  {'4', 'A', 1}, {'9', 'P', 1},
};

const LookAlike& any_look_alike(Random& random) {
    unsigned drawn = random() % 100;
    for (const LookAlike& pair : seen_alike) {
        if (drawn < pair.weight) return pair;
        drawn -= pair.weight;
    }
    return seen_alike[0];
}

Slip letter_for_digit(Random& random) {
    for (;;) {
        const LookAlike& pair = any_look_alike(random);
        Slip slip{any_number(random), {}};
        const std::size_t place = 2 + random() % 9;
        if (slip.meant[place] != pair.digit) continue;
        slip.typed = slip.meant;
        slip.typed[place] = pair.letter;
        return slip;
    }
}

Slip digit_for_letter(Random& random) {
    for (;;) {
        const LookAlike& pair = any_look_alike(random);
        Slip slip{any_number(random), {}};
        constexpr std::size_t places[] = {0, 1, 11, 12};
        const std::size_t place = places[random() % 4];
        if (slip.meant[place] != pair.letter) continue;
        slip.typed = slip.meant;
        slip.typed[place] = pair.digit;
        return slip;
    }
}

Slip swapped(Random& random) {
    for (;;) {
        Slip slip{any_number(random), {}};
        slip.typed = slip.meant;
        const std::size_t place = 2 + random() % 8;
        std::swap(slip.typed[place], slip.typed[place + 1]);
        if (slip.typed != slip.meant) return slip;
    }
}

Slip doubled(Random& random) {
    Slip slip{any_number(random), {}};
    slip.typed = slip.meant;
    const std::size_t place = 2 + random() % 9;
    slip.typed.insert(place, 1, slip.typed[place]);
    return slip;
}

Slip one_digit_more(Random& random) {
    Slip slip{any_number(random), {}};
    slip.typed = slip.meant;
    slip.typed.insert(2 + random() % 10, 1, any_digit(random));
    return slip;
}

Slip wrong_digit(Random& random) {
    Slip slip{any_number(random), {}};
    slip.typed = slip.meant;
    const std::size_t place = 2 + random() % 9;
    while (slip.typed == slip.meant) slip.typed[place] = any_digit(random);
    return slip;
}

/// Digits people misread for one another, again a list of its own.
Slip misread_digit(Random& random) {
    static const char* const pairs[] = {"17", "38", "56", "68", "08", "49", "06", "27", "35"};
    for (;;) {
        Slip slip{any_number(random), {}};
        slip.typed = slip.meant;
        const std::string pair = pairs[random() % std::size(pairs)];
        const std::size_t place = 2 + random() % 9;
        const std::size_t found = pair.find(slip.meant[place]);
        if (found == std::string::npos) continue;
        slip.typed[place] = pair[1 - found];
        return slip;
    }
}

struct Shares {
    double shown;   ///< of the slips that the check notices: the number meant is among those shown
    double caught;  ///< the check notices the slip
};

Shares shares(Slip (*make)(Random&), int count) {
    Random random(20261122);
    int caught = 0;
    int shown = 0;
    for (int i = 0; i < count; ++i) {
        const Slip slip = make(random);
        if (verdict_of(slip.typed) != Verdict::faulty) continue;
        ++caught;
        const auto found = repairs(check_number(slip.typed).number);
        REQUIRE(found.size() <= repair_limit);
        if (std::ranges::any_of(
                found, [&](const Repair& repair) { return !repair.hidden && repair.number == slip.meant; }))
            ++shown;
    }
    return {static_cast<double>(shown) / std::max(1, caught), static_cast<double>(caught) / count};
}

}  // namespace

TEST_CASE("repairs name the cause, the likeliest first") {
    struct Row {
        const char* typed;
        const char* meant;
        RepairReason reason;
        int position;
    };
    for (const Row& row : {
             Row{"EE12345678SCN", "EE123456785CN", RepairReason::look_alike, 10},
             Row{"EE1234567B5CN", "EE123456785CN", RepairReason::look_alike, 9},
             Row{"3E123456785CN", "EE123456785CN", RepairReason::look_alike, 0},
             Row{"EE123456785C0", "EE123456785CO", RepairReason::look_alike, 12},
             Row{"EEI234S6785CN", "EE123456785CN", RepairReason::look_alike, 2},
             Row{"EE132456785CN", "EE123456785CN", RepairReason::neighbours_swapped, 3},
             Row{"E1E23456785CN", "EE123456785CN", RepairReason::neighbours_swapped, 1},
             Row{"EE1234567855CN", "EE123456785CN", RepairReason::extra_character, 10},
             Row{"EEE123456785CN", "EE123456785CN", RepairReason::extra_character, 0},
         }) {
        CAPTURE(std::string(row.typed));
        const auto found = repairs(row.typed);
        const auto meant = std::ranges::find(found, std::string(row.meant), &Repair::number);
        REQUIRE(meant != found.end());
        CHECK(meant->reason == row.reason);
        CHECK(meant->position == row.position);
        CHECK_FALSE(meant->hidden);
    }
}

TEST_CASE("the check digit computed anew comes last and is hidden") {
    const auto found = repairs("EL123456789CN");
    REQUIRE_FALSE(found.empty());
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i].hidden == (found[i].reason == RepairReason::check_digit));
    for (std::size_t i = 0; i + 1 < found.size(); ++i) CHECK_FALSE(found[i].hidden);
    Random random(3);
    int last = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto slips = repairs(wrong_digit(random).typed);
        for (std::size_t j = 0; j + 1 < slips.size(); ++j) REQUIRE_FALSE(slips[j].hidden);
        if (!slips.empty() && slips.back().hidden) ++last;
    }
    CHECK(last > 100);
}

TEST_CASE("what is right, too short or no number has no repairs") {
    for (const char* text :
         {"EE123456785CN", "JN202501019IN", "EE12345678CN", "EE123456785C", "", "HELLOHELLOHEL",
          "EE12345678#CN", "EE123456785CNCNCN", "123456789012345", "ee123456785cn"}) {
        CAPTURE(std::string(text));
        CHECK(repairs(text).empty());
    }
}

TEST_CASE("every repair is a number that passes, and none is told twice") {
    Random random(4);
    for (const auto make :
         {letter_for_digit, digit_for_letter, swapped, doubled, one_digit_more, wrong_digit}) {
        for (int i = 0; i < 1000; ++i) {
            const auto found = repairs(make(random).typed);
            for (std::size_t j = 0; j < found.size(); ++j) {
                REQUIRE(check_number(found[j].number).verdict >= Verdict::warning);
                for (std::size_t k = 0; k < j; ++k) REQUIRE(found[k].number != found[j].number);
            }
        }
    }
}

TEST_CASE("the number meant is among the three shown") {
    struct Row {
        const char* kind;
        Slip (*make)(Random&);
        int count;
        double at_least;
    };
    for (const Row& row : {
             Row{"letter for a digit it looks like", letter_for_digit, 30000, 0.99},
             Row{"digit for a letter it looks like", digit_for_letter, 20000, 0.99},
             Row{"neighbours swapped", swapped, 20000, 0.9},
             Row{"digit doubled", doubled, 10000, 0.95},
             Row{"one digit more", one_digit_more, 5000, 0.8},
             Row{"digit misread", misread_digit, 7500, 0.5},
             Row{"any wrong digit", wrong_digit, 7500, 0.1},
         }) {
        const Shares share = shares(row.make, row.count);
        MESSAGE(std::string(row.kind)
                << ": of " << row.count << " slips " << 100 * share.caught << " % noticed, of those "
                << 100 * share.shown << " % among the three");
        CHECK(share.shown >= row.at_least);
    }
}
