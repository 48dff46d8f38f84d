// Sixteen bytes of a text at once, where the processor can: SSE2, which every x86-64 has, and the SIMD of
// WebAssembly where it is asked for (-msimd128). Elsewhere the files that use this go eight bytes at a time.
#pragma once

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__) || defined(__SSE2__)
#define POSTWATCH_SIXTEEN_BYTES 1

namespace postal {

typedef std::uint8_t Bytes16 __attribute__((vector_size(16)));
typedef std::uint16_t Units8 __attribute__((vector_size(16)));
typedef std::uint64_t Halves2 __attribute__((vector_size(16)));

template <typename Vector>
Vector sixteen_bytes(const void* from) {
    Vector vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

/// The units as bytes: those of 256 and more become 255, those of 32,768 and more 0.
inline Bytes16 bytes_of(Units8 first, Units8 last) {
#if defined(__wasm_simd128__)
    return reinterpret_cast<Bytes16>(
        wasm_u8x16_narrow_i16x8(reinterpret_cast<v128_t>(first), reinterpret_cast<v128_t>(last)));
#else
    return reinterpret_cast<Bytes16>(
        _mm_packus_epi16(reinterpret_cast<__m128i>(first), reinterpret_cast<__m128i>(last)));
#endif
}

/// One bit for each byte of a comparison's result, the first in the lowest.
inline unsigned bits_of(Bytes16 compared) {
#if defined(__wasm_simd128__)
    return wasm_i8x16_bitmask(reinterpret_cast<v128_t>(compared));
#else
    return static_cast<unsigned>(_mm_movemask_epi8(reinterpret_cast<__m128i>(compared)));
#endif
}

}  // namespace postal
#endif
