// A few functions of the C and C++ libraries, in the little that is asked of them here. The libraries' own
// versions print and read every floating-point number exactly, by 128-bit arithmetic that wasm has to be
// taught: 22 KB (10 KB compressed). A linker prefers the program's own definition to a library's.
#include <__verbose_abort>
#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

constexpr int digits_of_a_double = 17;
constexpr int far_beyond_a_double = 10'000;  // as a power of ten; larger exponents mean the same

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// digits, "." digits: their value is mantissa * 10^exponent.
struct Decimal {
    double mantissa = 0;
    int exponent = 0;
    int digits = 0;

    void add(char digit, bool behind_the_point) {
        if (digits == 0 && digit == '0') {
            exponent -= behind_the_point;
        } else if (digits < digits_of_a_double) {
            mantissa = mantissa * 10 + (digit - '0');
            exponent -= behind_the_point;
            ++digits;
        } else {
            exponent += !behind_the_point;
        }
    }
};

int read_exponent(const char*& at) {
    const char* digits = at + 1;
    const bool negative = *digits == '-';
    if (*digits == '-' || *digits == '+') ++digits;
    if (!is_digit(*digits)) return 0;
    int exponent = 0;
    for (; is_digit(*digits); ++digits)
        if (exponent < far_beyond_a_double) exponent = exponent * 10 + (*digits - '0');
    at = digits;
    return negative ? -exponent : exponent;
}

}  // namespace

/// Only the JSON parser calls it, for numbers with a fraction or an exponent, and has checked their form.
/// What it wants is whether the number is finite: formats keeps no such value (formats::OtherNumber). The
/// last bits of the result may differ from the nearest double.
extern "C" double strtod(const char* text, char** end) {
    const char* at = text;
    const bool negative = *at == '-';
    if (negative) ++at;
    Decimal decimal;
    for (; is_digit(*at); ++at) decimal.add(*at, false);
    if (*at == '.')
        for (++at; is_digit(*at); ++at) decimal.add(*at, true);
    if (*at == 'e' || *at == 'E') decimal.exponent += read_exponent(at);
    if (end) *end = const_cast<char*>(at);
    double value = decimal.mantissa;
    for (; decimal.exponent > 0 && value != 0 && std::isfinite(value); --decimal.exponent) value *= 10;
    for (; decimal.exponent < 0 && value != 0; ++decimal.exponent) value /= 10;
    return negative ? -value : value;
}

// They stand in the same object of the C library, and libc++ names them beside std::to_string.
extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }

/// Only the JSON library calls it: \u%04x for control characters, <U+%.4X> in its messages.
extern "C" int snprintf(char* buffer, std::size_t size, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int length = ImFormatStringV(buffer, size, format, arguments);
    va_end(arguments);
    return length;
}

/// Only drawing calls them, for points of circles and arcs: a few turns at most, and a pixel is enough. The
/// libraries' own reduce any angle exactly. Error below 1e-6 for angles within ten turns.
extern "C" float sinf(float angle) {
    constexpr float pi = 3.14159265f;
    float x = angle - 2 * pi * std::floor(angle / (2 * pi) + 0.5f);  // -pi to pi
    if (x > pi / 2) x = pi - x;
    if (x < -pi / 2) x = -pi - x;
    const float square = x * x;
    float value = 1 - square / 110;
    for (const float divisor : {72.f, 42.f, 20.f, 6.f}) value = 1 - square / divisor * value;
    return x * value;
}

extern "C" float cosf(float angle) { return sinf(angle + 3.14159265f / 2); }

/// Only a gliding finger asks for it: how much of its speed is left. Relative error below 1e-6 from -8 to 8.
extern "C" double exp(double exponent) {
    constexpr int squarings = 12;
    const double part = exponent / (1 << squarings);
    double value = 1 + part * (1 + part / 2 * (1 + part / 3));
    for (int i = 0; i < squarings; ++i) value *= value;
    return value;
}

/// Only ImGui calls it, for a handful of windows.
extern "C" void qsort(void* data, std::size_t count, std::size_t size,
                      int (*compare)(const void*, const void*)) {
    auto* bytes = static_cast<char*>(data);
    for (std::size_t i = 1; i < count; ++i)
        for (std::size_t j = i; j > 0 && compare(bytes + j * size, bytes + (j - 1) * size) < 0; --j)
            std::swap_ranges(bytes + (j - 1) * size, bytes + j * size, bytes + j * size);
}

/// What a type says of its bases, for catching and dynamic_cast. The program is built without either, but the
/// libraries' own classes name these tables, which bring the whole search through bases along: 2 KB.
extern "C" {
#define POSTWATCH_EMPTY_TABLE(name, symbol)          \
    extern const void* const name[] __asm__(symbol); \
    const void* const name[8] = {}
POSTWATCH_EMPTY_TABLE(without_bases, "_ZTVN10__cxxabiv117__class_type_infoE");
POSTWATCH_EMPTY_TABLE(with_a_base, "_ZTVN10__cxxabiv120__si_class_type_infoE");
POSTWATCH_EMPTY_TABLE(with_bases, "_ZTVN10__cxxabiv121__vmi_class_type_infoE");
}

/// libc++ says here what went wrong before it ends the program, and provides for replacing it.
void std::__libcpp_verbose_abort(const char*, ...) noexcept { std::abort(); }
