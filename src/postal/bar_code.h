// The bar codes of an item's number, for the scanner at a counter. A picture is text: a row of modules, '1'
// dark and '0' light, each row ended by '\n', with the quiet zone its standard asks for round it.
#pragma once

#include <string>
#include <string_view>

namespace postal {

/// More would be wider than a phone can show sharply.
inline constexpr std::size_t code_128_limit = 24;

/// Code 128 (ISO/IEC 15417), the symbology UPU S10 names: one row, 10 light modules on either side, pairs of
/// digits in code set C. Empty unless `number` is 1 to code_128_limit characters of A-Z and 0-9.
std::string code_128(std::string_view number);

/// What a QR code of this size holds: 16 characters with a quarter of it lost (version 1, level Q).
inline constexpr std::size_t qr_code_limit = 16;

/// QR code (ISO/IEC 18004), version 1 at level Q in alphanumeric mode: 21 rows of 21 modules, and 4 light
/// ones on every side. Empty unless `number` is 1 to qr_code_limit characters of A-Z and 0-9.
std::string qr_code(std::string_view number);

}  // namespace postal
