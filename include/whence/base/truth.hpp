// A third value beside yes and no: not known.
#pragma once

#include <cstdint>

namespace whence {

/// The answer of a rule. `unknown` is a result, not a failure: the facts do not decide, or the sources
/// disagree. Nothing in this library turns it into yes.
enum class Truth : std::uint8_t { no, unknown, yes };

[[nodiscard]] constexpr Truth truth(bool known) { return known ? Truth::yes : Truth::no; }
/// Yes only when both are; no when one is.
[[nodiscard]] constexpr Truth both(Truth left, Truth right) { return left < right ? left : right; }
/// Yes when one is; no only when both are.
[[nodiscard]] constexpr Truth either(Truth left, Truth right) { return left < right ? right : left; }
[[nodiscard]] constexpr Truth negated(Truth value) {
  return value == Truth::unknown ? Truth::unknown : truth(value == Truth::no);
}

}  // namespace whence
