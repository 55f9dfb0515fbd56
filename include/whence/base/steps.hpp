// A bound of the work for one answer.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The work that the evaluation of one question may still do. A step is one comparison, or 64 bytes of a longer one.
/// Complexity: constant.
class Steps {
 public:
  /// Far more than the policies that AWS stores can need, and less than a second.
  static constexpr std::int32_t most = 1 << 22;

  /// Whether there were as many steps left.
  constexpr bool take(std::size_t count) {
    left_ -= static_cast<std::int64_t>(count);
    return left_ >= 0;
  }
  /// For the comparison of texts of this size together.
  constexpr bool take_for(std::size_t bytes) { return take(1 + bytes / 64); }
  /// Whether more steps were needed than there are: an answer that needed them is not known.
  [[nodiscard]] constexpr bool are_spent() const { return left_ < 0; }

  /// For a part of the work that another bound stops.
  constexpr void leave_out() { left_out_ = true; }
  [[nodiscard]] constexpr bool left_something_out() const { return left_out_ || are_spent(); }

 private:
  std::int64_t left_ = most;
  bool left_out_ = false;
};

/// The keys of a request have such a bound: once it is reached, all that is left is unknown.
class Bounded {
 public:
  [[nodiscard]] constexpr Steps& steps() { return steps_; }

 private:
  Steps steps_;
};

}  // namespace whence
WHENCE_TEMPLATES_END
