// Compares base64 text with the bytes that it encodes.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>

namespace whence {

/// Whether `encoded` (RFC 4648, with padding) is the base64 of `bytes`; unknown if it is not base64. Not for secrets:
/// the time depends on the value. Complexity: linear; no allocation.
[[nodiscard]] constexpr Truth stands_for(Text encoded, Text bytes) {
  const auto value_of = [](char c) {
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : ascii::is_digit(c)   ? c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
  };
  if (encoded.size() % 4 != 0) return Truth::unknown;
  std::size_t digits = encoded.size();
  while (digits > 0 && encoded.size() - digits < 2 && encoded[digits - 1] == '=') --digits;
  std::uint32_t bits = 0;
  int held = 0;
  std::size_t at = 0;
  bool same = true;
  for (std::size_t i = 0; i < digits; ++i) {
    const int value = value_of(encoded[i]);
    if (value < 0) return Truth::unknown;
    bits = ((bits << 6) | static_cast<std::uint32_t>(value)) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const auto byte = static_cast<unsigned char>((bits >> held) & 0xFFU);
    same = same && at < bytes.size() && static_cast<unsigned char>(bytes[at]) == byte;
    ++at;
  }
  return truth(same && at == bytes.size());
}

}  // namespace whence
