// The numbers of postal items and parcels that are not S10: domestic numbers of posts, carriers, pallet
// labels. Rows with their sources: data/other_families.json. A number of the shape AA999999999AA is never
// looked for here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postal {

/// Where the number can be followed instead; the words for each stand in app/words.
enum class HandOver : std::uint8_t {
    carrier_site,        ///< the carrier's own site
    post_site,           ///< the site of the post that issued it
    domestic_china_ems,  ///< the official site of China Post EMS, where "domestic" must be chosen
    not_an_item,         ///< the number of a bag full of items: nobody can follow it
};

/// The published spelling: "carrier_site".
std::string_view id_of(HandOver hand_over);

struct Family {
    std::string_view id;   ///< "ups_1z"
    std::string_view who;  ///< "UPS"
    HandOver hand_over;
    bool has_check_digit;
};

/// Families are counted from 1; 0 is S10 and not among them.
std::size_t family_count();
Family family(std::uint8_t number);

struct FamilyCandidate {
    std::uint8_t family;      ///< for family()
    bool check_digit_passes;  ///< false also for families without one
    bool self_evident;        ///< a shape that hardly any other number has
};

/// The likeliest first: those whose check digit passes before those that have none.
struct FamilyCandidates {
    static constexpr std::size_t limit = 8;

    std::array<FamilyCandidate, limit> rows{};
    std::size_t count = 0;

    const FamilyCandidate* begin() const { return rows.data(); }
    const FamilyCandidate* end() const { return rows.data() + count; }
};

/// No number of any family is longer.
inline constexpr std::size_t other_number_limit = 40;

/// The families that `number` may belong to. It holds capitals and digits alone. Left out is a family whose
/// check digit fails, unless its shape is self-evident: a UPS number with a slip is still one.
FamilyCandidates families_of(std::string_view number);

}  // namespace postal
