// A text that is built piece by piece, without a heap.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A text of at most `Most` characters that grows at its end. It has data() and size(): it converts to Text and can be
/// the message of a static_assert. Complexity: adding is linear in the text; an empty buffer costs nothing at run time.
template <std::size_t Most>
class Buffer {
 public:
  constexpr Buffer() {
    // At run time the characters beyond size() stay uninitialized; a constant must not contain such characters.
    if (__builtin_is_constant_evaluated()) *this = Buffer(Zeros::written);
  }

  /// Adds a text. Characters that do not fit are dropped, and is_cut() becomes true.
  constexpr Buffer& add(Text text) {
    const std::size_t room = Most - size_;
    cut_ = cut_ || text.size() > room;
    for (const char c : text.part(0, room)) characters_[size_++] = c;
    return *this;
  }
  constexpr Buffer& add_character(char c) { return add(Text(&c, 1)); }
  /// Adds a whole number in decimal digits, after a minus sign if it is negative.
  constexpr Buffer& add_number(std::int64_t number) {
    const bool negative = number < 0;
    std::uint64_t rest = negative ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    char digits[20];
    std::size_t first = sizeof digits;
    do {
      digits[--first] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (negative) digits[--first] = '-';
    return add(Text(digits + first, sizeof digits - first));
  }
  constexpr void clear() {
    size_ = 0;
    cut_ = false;
  }

  /// Whether characters were dropped.
  [[nodiscard]] constexpr bool is_cut() const { return cut_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr const char* data() const { return characters_; }
  [[nodiscard]] constexpr char operator[](std::size_t at) const { return characters_[at]; }
  [[nodiscard]] constexpr Text view() const { return {characters_, size_}; }

 private:
  enum class Zeros : std::uint8_t { written };
  constexpr explicit Buffer(Zeros) : characters_{} {}

  char characters_[Most];
  std::uint32_t size_ = 0;
  bool cut_ = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
