// Decimal numbers as text, compared without rounding.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// A number such as -12.50, as views of its digits. Any length; compared exactly.
class Decimal {
 public:
  /// Reads [+-]digits[.digits]. False for anything else, such as an exponent. Complexity: linear; no allocation.
  [[nodiscard]] static constexpr bool parse(Text text, Decimal& out) {
    std::size_t at = 0;
    out.negative_ = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;
    std::size_t whole_end = at;
    while (whole_end < text.size() && ascii::is_digit(text[whole_end])) ++whole_end;
    if (whole_end == at) return false;
    std::size_t first = at;
    while (first < whole_end && text[first] == '0') ++first;
    out.whole_ = text.part(first, whole_end - first);
    out.fraction_ = {};
    if (whole_end < text.size()) {
      if (text[whole_end] != '.' || whole_end + 1 == text.size()) return false;
      std::size_t last = text.size();
      for (std::size_t i = whole_end + 1; i < last; ++i) {
        if (!ascii::is_digit(text[i])) return false;
      }
      while (last > whole_end + 1 && text[last - 1] == '0') --last;
      out.fraction_ = text.part(whole_end + 1, last - whole_end - 1);
    }
    if (out.whole_.empty() && out.fraction_.empty()) out.negative_ = false;  // there is one zero
    return true;
  }

  /// Negative, zero or positive, as left is less than, equal to or greater than right. Complexity: linear.
  [[nodiscard]] static constexpr int compare(const Decimal& left, const Decimal& right) {
    if (left.negative_ != right.negative_) return left.negative_ ? -1 : 1;
    const int size = compare_magnitude(left, right);
    return left.negative_ ? -size : size;
  }

 private:
  static constexpr int compare_magnitude(const Decimal& left, const Decimal& right) {
    if (left.whole_.size() != right.whole_.size()) return left.whole_.size() < right.whole_.size() ? -1 : 1;
    for (std::size_t i = 0; i < left.whole_.size(); ++i) {
      if (left.whole_[i] != right.whole_[i]) return left.whole_[i] < right.whole_[i] ? -1 : 1;
    }
    const std::size_t longer =
        left.fraction_.size() < right.fraction_.size() ? right.fraction_.size() : left.fraction_.size();
    for (std::size_t i = 0; i < longer; ++i) {
      const char one = i < left.fraction_.size() ? left.fraction_[i] : '0';
      const char other = i < right.fraction_.size() ? right.fraction_[i] : '0';
      if (one != other) return one < other ? -1 : 1;
    }
    return 0;
  }

  bool negative_ = false;
  Text whole_;     // without leading zeros
  Text fraction_;  // without trailing zeros
};

}  // namespace whence
