// As in web/c_library.cpp: the C library's own versions print and read every floating-point number exactly,
// by arithmetic that takes a tenth of the download. Here they are asked for less.
#include <__verbose_abort>
#include <cmath>
#include <cstdio>
#include <cstdlib>

/// Only the JSON parser calls it, for numbers with a fraction or an exponent, and has checked their form.
/// What it wants is whether the number is finite: formats keeps no such value (formats::OtherNumber).
extern "C" double strtod(const char* text, char** end) {
    constexpr int far_beyond_a_double = 10'000;
    const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
    const char* at = text;
    const bool negative = *at == '-';
    if (negative) ++at;
    double value = 0;
    int exponent = 0;
    for (; is_digit(*at); ++at) value = value * 10 + (*at - '0');
    if (*at == '.')
        for (++at; is_digit(*at); ++at, --exponent) value = value * 10 + (*at - '0');
    if (*at == 'e' || *at == 'E') {
        ++at;
        const bool small = *at == '-';
        if (*at == '-' || *at == '+') ++at;
        int told = 0;
        for (; is_digit(*at); ++at)
            if (told < far_beyond_a_double) told = told * 10 + (*at - '0');
        exponent += small ? -told : told;
    }
    for (; exponent > 0 && value != 0 && std::isfinite(value); --exponent) value *= 10;
    for (; exponent < 0 && value != 0; ++exponent) value /= 10;
    if (end) *end = const_cast<char*>(at);
    return negative ? -value : value;
}

// They stand in the same object of the C library, and libc++ names them beside std::to_string.
extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }

/// Only the JSON library calls it, for the messages of its errors, which nobody reads here.
extern "C" int snprintf(char* buffer, std::size_t size, const char*, ...) {
    if (size > 0) buffer[0] = '\0';
    return 0;
}

/// libc++ says here what went wrong before it ends the program, and provides for replacing it.
void std::__libcpp_verbose_abort(const char*, ...) noexcept { std::abort(); }
