// The 12-digit number of an AWS account.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/name_fault.hpp>

namespace whence {
namespace detail {
struct AccountIdLiteral;
}  // namespace detail

/// An account id: exactly 12 digits, leading zeros included.
/// Source: IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
class AccountId {
 public:
  /// The error's offset is the first byte that is not a digit, or the end of the text. Complexity: constant.
  [[nodiscard]] static constexpr Result<AccountId, NameError> parse(Text text) {
    std::uint64_t number = 0;
    for (std::uint32_t i = 0; i < text.size() && i <= 12; ++i) {
      if (i == 12 || !ascii::is_digit(text[i])) return NameError{NameFault::account_id_is_not_12_digits, i};
      number = number * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    if (text.size() != 12) {
      return NameError{NameFault::account_id_is_not_12_digits, static_cast<std::uint32_t>(text.size())};
    }
    return AccountId{number};
  }

  [[nodiscard]] constexpr std::uint64_t number() const { return number_; }

  /// The 12 digits, as a value.
  [[nodiscard]] constexpr FixedText<13> digits() const {
    FixedText<13> text;
    std::uint64_t rest = number_;
    for (int i = 11; i >= 0; --i, rest /= 10) text.characters[i] = static_cast<char>('0' + rest % 10);
    return text;
  }

  /// Whether the compiler has refused the literal, so that a question about it is not a second error.
  [[nodiscard]] constexpr bool is_refused() const { return number_ == refused_number; }

  friend constexpr bool operator==(AccountId, AccountId) = default;

  /// 000000000000, which no account has.
  constexpr AccountId() = default;

 private:
  friend struct detail::AccountIdLiteral;
  static constexpr std::uint64_t refused_number = 1000000000000;  // more than an account can have
  constexpr explicit AccountId(std::uint64_t number) : number_(number) {}
  std::uint64_t number_ = 0;
};

}  // namespace whence
