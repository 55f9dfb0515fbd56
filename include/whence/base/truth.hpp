// Yes, no or unknown.
#pragma once

#include <cstdint>

namespace whence {

/// The answer of a rule. `unknown` is an answer, not an error: the facts do not decide, or the sources disagree. The
/// library never takes it for yes.
enum class Truth : std::uint8_t { no, unknown, yes };

[[nodiscard]] constexpr Truth truth(bool known) { return known ? Truth::yes : Truth::no; }
/// Yes only if both are yes; no if one is no.
[[nodiscard]] constexpr Truth both(Truth left, Truth right) { return left < right ? left : right; }
/// Yes if one is yes; no only if both are no.
[[nodiscard]] constexpr Truth either(Truth left, Truth right) { return left < right ? right : left; }
[[nodiscard]] constexpr Truth negated(Truth value) {
  return value == Truth::unknown ? Truth::unknown : truth(value == Truth::no);
}

}  // namespace whence
