// A short list that needs no heap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A list of at most `Most` elements, stored in the list itself, so that it can be part of a constant.
template <class Element, std::size_t Most>
class Few {
 public:
  static constexpr std::size_t most = Most;

  constexpr Few() = default;
  /// `{first, second}`. More than `Most` elements are a compile error; at run time they end the program.
  constexpr Few(std::initializer_list<Element> elements) {
    if (elements.size() > Most) detail::stop();
    for (const Element& each : elements) elements_[size_++] = each;
  }

  /// Adds an element at the end. An element beyond `Most` is dropped, and overflows() becomes true.
  constexpr Element& add(const Element& element) {
    if (size_ < Most)
      elements_[size_++] = element;
    else
      full_ = true;
    return elements_[size_ - 1];
  }
  /// Whether an element was dropped.
  [[nodiscard]] constexpr bool overflows() const { return full_; }

  [[nodiscard]] constexpr const Element* data() const { return elements_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const Element* begin() const { return elements_; }
  [[nodiscard]] constexpr const Element* end() const { return elements_ + size_; }
  [[nodiscard]] constexpr const Element& operator[](std::size_t at) const { return elements_[at]; }

 private:
  Element elements_[Most]{};
  std::uint32_t size_ = 0;
  bool full_ = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
