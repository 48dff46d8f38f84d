#pragma once

#include <cstddef>

namespace postwatch {

/// Judges every line of `text`: what stands between line feeds, so that there is one more than there are of
/// them. The verdicts are written over the text, one byte each, in the values of postal::Verdict; `text` has
/// room for size + 1 bytes. Returns how many there are.
std::size_t write_line_verdicts(char* text, std::size_t size);

}  // namespace postwatch
