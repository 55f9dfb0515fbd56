// Character classes and comparisons of ASCII text. Locale-free and constexpr.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/text.hpp>

namespace whence::ascii {

/// A set of ASCII characters, one bit each: one look-up instead of many comparisons, which matters at compile time.
struct CharacterSet {
  std::uint64_t low = 0;   // 0x00 to 0x3F
  std::uint64_t high = 0;  // 0x40 to 0x7F

  consteval explicit CharacterSet(const char* members) {
    for (; *members != '\0'; ++members) {
      const auto bit = static_cast<unsigned char>(*members);
      (bit < 0x40 ? low : high) |= std::uint64_t{1} << (bit & 0x3FU);
    }
  }
  [[nodiscard]] constexpr bool has(char c) const {
    return static_cast<unsigned char>(c) < 0x80 && (((c < 0x40 ? low : high) >> (c & 0x3F)) & 1U) != 0;
  }
};

inline constexpr CharacterSet letters_and_digits{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"};
/// `\w`, in ASCII only: whether AWS accepts other word characters is open (U-8).
inline constexpr CharacterSet word_characters{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"};
/// `[\w+=,.@-]`, the alphabet of nearly every name in IAM and STS.
inline constexpr CharacterSet name_characters{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-"};

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
/// 0x21 to 0x7E: printable and not a space.
[[nodiscard]] constexpr bool is_graphic(char c) { return c > ' ' && c < '\x7f'; }
[[nodiscard]] constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether a text has bytes outside ASCII. Complexity: linear.
[[nodiscard]] constexpr bool has_bytes_outside(Text text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  }
  return false;
}

/// Compares from the end, because names of AWS often begin alike.
[[nodiscard]] constexpr bool equal_ignoring_case(Text left, Text right) {
  if (left.size() != right.size()) return false;
#if defined(__GNUC__) || defined(__clang__)
  // Most equal names are written alike, and a compiler compares bytes faster than letters.
  if (!__builtin_is_constant_evaluated() && !left.empty()) {
    const std::size_t last = left.size() - 1;
    if (to_lower(left[last]) != to_lower(right[last])) return false;
    if (__builtin_memcmp(left.data(), right.data(), last) == 0) return true;
  }
#endif
  for (std::size_t i = left.size(); i > 0; --i) {
    if (left[i - 1] != right[i - 1] && to_lower(left[i - 1]) != to_lower(right[i - 1])) return false;
  }
  return true;
}

[[nodiscard]] constexpr bool starts_with_ignoring_case(Text text, Text prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.part(0, prefix.size()), prefix);
}

}  // namespace whence::ascii
