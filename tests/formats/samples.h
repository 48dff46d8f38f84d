// The files of tests/samples, compiled in.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace postwatch {

struct Sample {
    std::string_view name;
    std::string_view bytes;
};

std::span<const Sample> samples();

/// The file of this name; a test that asks for one that is not there stops.
inline std::string_view sample(std::string_view name) {
    for (const Sample& one : samples())
        if (one.name == name) return one.bytes;
    std::fprintf(stderr, "there is no sample %.*s\n", static_cast<int>(name.size()), name.data());
    std::abort();
}

}  // namespace postwatch
