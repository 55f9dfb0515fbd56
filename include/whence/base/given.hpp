// A fact that was given, or that is assumed because nobody gave it.
#pragma once

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Converts from and to the fact. `Given<Fact>::assumed(value)` is a value that nobody gave.
template <class Fact>
class Given {
 public:
  constexpr Given(Fact fact) : fact_(fact) {}  // NOLINT: a fact is given
  [[nodiscard]] static constexpr Given assumed(Fact fact) {
    Given given(fact);
    given.is_given_ = false;
    return given;
  }
  constexpr operator Fact() const { return fact_; }  // NOLINT
  constexpr explicit operator int() const requires(!requires(Fact fact, int number) { number = fact; }) {
    return static_cast<int>(fact_);
  }
  [[nodiscard]] constexpr bool is_given() const { return is_given_; }

 private:
  Fact fact_;
  bool is_given_ = true;
};

}  // namespace whence
WHENCE_TEMPLATES_END
