// SHA-256 in base64: a Content-Security-Policy names the styles and scripts that it permits by their hash.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/whence.hpp>

namespace atlas {

using namespace whence;

struct Sha256Text {
  char characters[45]{};

  [[nodiscard]] constexpr Text view() const { return {characters, 44}; }
};

namespace detail {

// The first 32 fractional bits of the square roots of the first 8 primes, and of the cube roots of the first 64.
inline constexpr std::uint32_t sha256_start[] = {0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                                                 0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
inline constexpr std::uint32_t sha256_rounds[] = {
    0x428a2f98U, 0x71374491U, 0xb5c0fbcfU, 0xe9b5dba5U, 0x3956c25bU, 0x59f111f1U, 0x923f82a4U, 0xab1c5ed5U,
    0xd807aa98U, 0x12835b01U, 0x243185beU, 0x550c7dc3U, 0x72be5d74U, 0x80deb1feU, 0x9bdc06a7U, 0xc19bf174U,
    0xe49b69c1U, 0xefbe4786U, 0x0fc19dc6U, 0x240ca1ccU, 0x2de92c6fU, 0x4a7484aaU, 0x5cb0a9dcU, 0x76f988daU,
    0x983e5152U, 0xa831c66dU, 0xb00327c8U, 0xbf597fc7U, 0xc6e00bf3U, 0xd5a79147U, 0x06ca6351U, 0x14292967U,
    0x27b70a85U, 0x2e1b2138U, 0x4d2c6dfcU, 0x53380d13U, 0x650a7354U, 0x766a0abbU, 0x81c2c92eU, 0x92722c85U,
    0xa2bfe8a1U, 0xa81a664bU, 0xc24b8b70U, 0xc76c51a3U, 0xd192e819U, 0xd6990624U, 0xf40e3585U, 0x106aa070U,
    0x19a4c116U, 0x1e376c08U, 0x2748774cU, 0x34b0bcb5U, 0x391c0cb3U, 0x4ed8aa4aU, 0x5b9cca4fU, 0x682e6ff3U,
    0x748f82eeU, 0x78a5636fU, 0x84c87814U, 0x8cc70208U, 0x90befffaU, 0xa4506cebU, 0xbef9a3f7U, 0xc67178f2U};

constexpr std::uint32_t turned(std::uint32_t word, unsigned by) { return word >> by | word << (32U - by); }

}  // namespace detail

/// Complexity: linear.
/// Source: FIPS 180-4, Secure Hash Standard, https://doi.org/10.6028/NIST.FIPS.180-4
[[nodiscard]] constexpr Sha256Text sha256_as_base64(Text text) {
  std::uint32_t state[8];
  for (std::size_t i = 0; i < 8; ++i) state[i] = detail::sha256_start[i];
  const std::uint64_t bits = std::uint64_t{text.size()} * 8;
  const std::size_t blocks = (text.size() + 9 + 63) / 64;
  const auto byte_at = [&](std::size_t at) -> std::uint32_t {
    if (at < text.size()) return static_cast<unsigned char>(text[at]);
    if (at == text.size()) return 0x80U;
    const std::size_t to_end = blocks * 64 - 1 - at;
    return to_end < 8 ? static_cast<std::uint32_t>(bits >> (8 * to_end)) & 0xFFU : 0U;
  };
  for (std::size_t block = 0; block < blocks; ++block) {
    std::uint32_t words[64]{};
    for (std::size_t i = 0; i < 64; ++i) {
      if (i < 16) {
        for (std::size_t k = 0; k < 4; ++k) words[i] = words[i] << 8U | byte_at(block * 64 + i * 4 + k);
      } else {
        const std::uint32_t near = words[i - 2], far = words[i - 15];
        words[i] = words[i - 16] + words[i - 7] + (detail::turned(far, 7) ^ detail::turned(far, 18) ^ far >> 3U) +
                   (detail::turned(near, 17) ^ detail::turned(near, 19) ^ near >> 10U);
      }
    }
    std::uint32_t v[8];
    for (std::size_t i = 0; i < 8; ++i) v[i] = state[i];
    for (std::size_t i = 0; i < 64; ++i) {
      const std::uint32_t one = v[7] + (detail::turned(v[4], 6) ^ detail::turned(v[4], 11) ^ detail::turned(v[4], 25)) +
                                ((v[4] & v[5]) ^ (~v[4] & v[6])) + detail::sha256_rounds[i] + words[i];
      const std::uint32_t two = (detail::turned(v[0], 2) ^ detail::turned(v[0], 13) ^ detail::turned(v[0], 22)) +
                                ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      for (std::size_t k = 7; k > 0; --k) v[k] = v[k - 1];
      v[4] += one;
      v[0] = one + two;
    }
    for (std::size_t i = 0; i < 8; ++i) state[i] += v[i];
  }
  Sha256Text out;
  constexpr const char* digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto bit_at = [&](std::size_t at) { return at < 256 ? state[at / 32] >> (31 - at % 32) & 1U : 0U; };
  for (std::size_t i = 0; i < 43; ++i) {
    std::uint32_t six = 0;
    for (std::size_t k = 0; k < 6; ++k) six = six << 1U | bit_at(i * 6 + k);
    out.characters[i] = digits[six];
  }
  out.characters[43] = '=';
  return out;
}

}  // namespace atlas
