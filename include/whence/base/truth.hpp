// Yes, no or unknown.
#pragma once

#include <cstdint>

namespace whence {

/// The answer of a rule. `unknown` is an answer, not an error: the facts do not decide, or the sources disagree. The
/// library never takes it for yes.
/// A class, because Clang tries hundreds of built-in operators for each `=` and `==` of an enumeration.
struct Truth {
  std::uint8_t rank = 0;

  static const Truth no, unknown, yes;
  friend constexpr bool operator==(Truth, Truth) = default;
  friend constexpr bool operator<(Truth left, Truth right) { return left.rank < right.rank; }
  friend constexpr bool operator>(Truth left, Truth right) { return left.rank > right.rank; }
  friend constexpr bool operator<=(Truth left, Truth right) { return left.rank <= right.rank; }
  friend constexpr bool operator>=(Truth left, Truth right) { return left.rank >= right.rank; }
};
inline constexpr Truth Truth::no{0}, Truth::unknown{1}, Truth::yes{2};

[[nodiscard]] constexpr Truth truth(bool known) { return known ? Truth::yes : Truth::no; }
/// Yes only if both are yes; no if one is no.
[[nodiscard]] constexpr Truth both(Truth left, Truth right) { return left < right ? left : right; }
/// Yes if one is yes; no only if both are no.
[[nodiscard]] constexpr Truth either(Truth left, Truth right) { return left < right ? right : left; }
[[nodiscard]] constexpr Truth negated(Truth value) {
  return value == Truth::unknown ? Truth::unknown : truth(value == Truth::no);
}

}  // namespace whence
