// Received text made fit to be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace formats {

/// UTF-8 in, valid UTF-8 out, at most `limit` bytes, cut at a character boundary; cleaning it again changes
/// nothing. Bytes that are no UTF-8 become U+FFFD (one for each maximal broken piece, as browsers do); tabs
/// and line ends become blanks; other control characters, bidi controls, zero-width and other invisible
/// characters are removed: they can make a text read as something it is not. The two joiners U+200C and
/// U+200D stay behind a character that is not ASCII, where scripts and emoji need them.
std::string clean_text(std::string_view text, std::size_t limit);

/// Without blanks at either end: posts pad their office names.
std::string_view trimmed(std::string_view text);

bool is_utf8(std::string_view text);

/// The same text with every broken piece replaced by U+FFFD and nothing else changed.
std::string repaired_utf8(std::string_view text);

}  // namespace formats
