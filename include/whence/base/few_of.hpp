// A list that needs no heap.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A list of at most `Most` elements, so that it can be made and checked by the compiler. One too many is left
/// out, and said.
template <class Element, std::size_t Most>
class FewOf {
 public:
  static constexpr std::size_t most = Most;

  constexpr Element& add(const Element& element) {
    if (size_ < Most)
      elements_[size_++] = element;
    else
      full_ = true;
    return elements_[size_ - 1];
  }
  /// Whether something had no room.
  [[nodiscard]] constexpr bool overflows() const { return full_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const Element* begin() const { return elements_; }
  [[nodiscard]] constexpr const Element* end() const { return elements_ + size_; }
  [[nodiscard]] constexpr const Element& operator[](std::size_t at) const { return elements_[at]; }

 private:
  Element elements_[Most]{};
  std::size_t size_ = 0;
  bool full_ = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
