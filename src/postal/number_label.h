// The words beside a number in running text: what its writer says it is. Rows: data/number_words.json and the
// names of carriers in data/other_families.json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postal {

enum class LabelKind : std::uint8_t {
    none,
    tracking,  ///< a parcel, a shipment, a tracking number
    carrier,   ///< the name of a carrier
    other,     ///< an order, a telephone, an account
};

struct NumberLabel {
    LabelKind kind = LabelKind::none;
    /// Those of the carrier named last before it, or first behind it: bit n for family n + 1.
    std::uint32_t families = 0;
};

/// The nearest word before the number decides; where there is none, the first behind it. `begin` and `end`:
/// the bytes of the number. Looks at a few dozen bytes on each side, of the same line and of the end of the
/// line before.
NumberLabel label_of(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace postal
