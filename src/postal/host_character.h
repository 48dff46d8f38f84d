// What becomes of characters in host names: the mapping of UTS 46 (nontransitional) and the composition NFC,
// for Latin, Greek and Cyrillic letters, full-width forms and whatever turns into ASCII; characters that look
// like ASCII ones (UTS 39). Rows: data/host_characters.json, data/confusables.json. Other scripts pass as
// they are: a host in them is read, but its spelling may differ from the browser's in compatibility forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postal {

/// The host's characters as UTS 46 maps them, composed. Nothing when one of them may stand in no host.
std::optional<std::u32string> mapped_host(std::u32string_view host);

/// Zero-width characters, soft hyphens and direction marks: not seen, and meant to break the comparison of
/// words (Unicode: Default_Ignorable_Code_Point, as far as found in messages).
bool is_unseen(char32_t point);

/// A combining mark of those blocks that hold nothing else.
bool is_mark(char32_t point);

/// The letter without its marks: é -> e. Any other character as it is.
char32_t without_marks(char32_t point);

/// What the character, one of a mapped host, looks like in ASCII: а (Cyrillic) -> a, ꝏ -> oo; empty when
/// like nothing. Letters with marks are taken without them. ASCII is not looked up.
std::string_view looks_like(char32_t point);

enum class Script : std::uint8_t { none, latin, greek, cyrillic, other };

/// The script of a letter; digits, hyphens, marks and signs have none.
Script script_of(char32_t point);

}  // namespace postal
