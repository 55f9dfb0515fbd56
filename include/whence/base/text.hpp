// Text as data: a view of characters, a string that can be a template argument, slices of a text, a view of an array.
// The model does not use the standard's views: including them costs several times as much as all of base/ and names/.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
template <class Type>
inline constexpr bool is_lvalue = false;
template <class Type>
inline constexpr bool is_lvalue<Type&> = true;

// A temporary string that owns its characters: a view of it would dangle.
template <class String> concept dying_string = !is_lvalue<String> && requires { typename String::allocator_type; };
}  // namespace detail

/// A view of characters, which must outlive it. It converts to and from the standard's string_view; literals,
/// std::string and every other class with data() and size() convert to it too.
class Text {
 public:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  constexpr Text() = default;
  constexpr Text(const char* first, std::size_t size) : first_(first), size_(size) {}
  /// A string literal or another C string, up to its NUL; a null pointer is empty. Complexity: linear. (Not a template
  /// with one instance for each length, which compilers take many times as long to convert.)
  constexpr Text(const char* text)  // NOLINT: a view converts
      : first_(text), size_(text == nullptr ? 0 : __builtin_strlen(text)) {}
  /// A buffer, up to its NUL, or all of it if it has none.
  template <std::size_t Size>
  constexpr Text(char (&buffer)[Size]) : first_(buffer) {  // NOLINT: a view converts
    while (size_ < Size && first_[size_] != '\0') ++size_;
  }
  template <class Characters>
  requires(__is_class(Characters)) && requires(const Characters& characters) {
    static_cast<const char*>(characters.data());
    static_cast<std::size_t>(characters.size());
  }
  constexpr Text(const Characters& characters)  // NOLINT: a view converts
      : first_(characters.data()), size_(characters.size()) {}

  /// To the standard's string_view, or another view that is made from a pointer and a size.
  template <class View>
  requires requires(const char* first, std::size_t size) {
    typename View::traits_type;
    View(first, size);
  } &&(!requires { typename View::allocator_type; }) constexpr operator View() const {  // NOLINT: a view converts
    return View(first_, size_);
  }

  [[nodiscard]] constexpr const char* data() const { return first_; }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const char* begin() const { return first_; }
  [[nodiscard]] constexpr const char* end() const { return first_ + size_; }
  [[nodiscard]] constexpr char operator[](std::size_t at) const { return first_[at]; }

  /// At most `count` characters from `at` on.
  [[nodiscard]] constexpr Text part(std::size_t at, std::size_t count = npos) const {
    if (at > size_) at = size_;
    return {first_ + at, count < size_ - at ? count : size_ - at};
  }
  /// The first `wanted` from `from` on, or npos.
  [[nodiscard]] constexpr std::size_t find(char wanted, std::size_t from = 0) const {
    for (std::size_t i = from; i < size_; ++i) {
      if (first_[i] == wanted) return i;
    }
    return npos;
  }
  /// The last `wanted`, or npos.
  [[nodiscard]] constexpr std::size_t find_last(char wanted) const {
    for (std::size_t i = size_; i > 0; --i) {
      if (first_[i - 1] == wanted) return i - 1;
    }
    return npos;
  }
  [[nodiscard]] constexpr bool starts_with(Text prefix) const {
    return size_ >= prefix.size_ && equal(first_, prefix.first_, prefix.size_);
  }
  [[nodiscard]] constexpr bool ends_with(Text suffix) const {
    return size_ >= suffix.size_ && equal(first_ + (size_ - suffix.size_), suffix.first_, suffix.size_);
  }

  friend constexpr bool operator==(Text left, Text right) {
    return left.size_ == right.size_ && equal(left.first_, right.first_, left.size_);
  }
  /// With a literal or another string. A template, so that it is not ambiguous with the comparisons of the standard.
  template <class Other>
  requires requires(const Other& other) { Text(other); }
  friend constexpr bool operator==(Text left, const Other& right) { return left == Text(right); }

 private:
  static constexpr bool equal(const char* left, const char* right, std::size_t size) {
#if defined(__GNUC__) || defined(__clang__)
    if (!__builtin_is_constant_evaluated()) return size == 0 || __builtin_memcmp(left, right, size) == 0;
#endif
    for (std::size_t i = 0; i < size; ++i) {
      if (left[i] != right[i]) return false;
    }
    return true;
  }

  const char* first_ = nullptr;
  std::size_t size_ = 0;
};

namespace literals {

/// A literal with all its characters, including NULs: "a\0b"_text.
constexpr Text operator""_text(const char* first, std::size_t size) { return {first, size}; }

}  // namespace literals

/// The characters of a string literal as a structural value, so that a literal operator can read them at compile time.
/// It keeps the terminating NUL: compilers print the value as text only if it has one.
template <std::size_t Size>
struct FixedText {
  char characters[Size]{};

  constexpr FixedText() = default;
  consteval FixedText(const char (&literal)[Size]) {  // NOLINT: a literal operator needs the conversion
    for (std::size_t i = 0; i < Size; ++i) characters[i] = literal[i];
  }

  [[nodiscard]] constexpr Text view() const { return {characters, Size - 1}; }
};

/// The position of a piece of a text. Slices stay valid when the text is copied or moved.
struct Slice {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
  friend constexpr bool operator==(Slice, Slice) = default;
};

/// The position of consecutive elements of an array.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  friend constexpr bool operator==(Range, Range) = default;
};

/// A view of an array, which must outlive it.
template <class Element>
class Span {
 public:
  constexpr Span() = default;
  constexpr Span(const Element* first, std::size_t count) : first_(first), count_(count) {}
  template <std::size_t Count>
  constexpr Span(const Element (&array)[Count]) : first_(array), count_(Count) {}  // NOLINT: a view converts
  /// A std::vector or another container with data() and size().
  template <class Container>
  requires requires(const Container& container) {
    static_cast<const Element*>(container.data());
    static_cast<std::size_t>(container.size());
  }
  constexpr Span(const Container& container)  // NOLINT: a view converts
      : first_(container.data()), count_(container.size()) {}
  // Compilers quote one line of a deleted function.
  // clang-format off
  template <detail::dying_string Container>
  Span(Container&&) WHENCE_REFUSED("this views a container: give the container a name first, so that it outlives the view");
  template <std::size_t Count>
  Span(const Element (&&)[Count]) WHENCE_REFUSED("this views an array: give the array a name first, so that it outlives the view");
  // clang-format on

  [[nodiscard]] constexpr const Element* begin() const { return first_; }
  [[nodiscard]] constexpr const Element* end() const { return first_ + count_; }
  [[nodiscard]] constexpr std::size_t size() const { return count_; }
  [[nodiscard]] constexpr bool empty() const { return count_ == 0; }
  [[nodiscard]] constexpr const Element& operator[](std::size_t at) const { return first_[at]; }

  /// The elements of one range of this array. Complexity: constant.
  [[nodiscard]] constexpr Span part(Range range) const { return {first_ + range.first, range.count}; }

 private:
  const Element* first_ = nullptr;
  std::size_t count_ = 0;
};

/// The number of elements of an array.
template <class Element, std::size_t Count>
[[nodiscard]] constexpr std::size_t count_of(const Element (&)[Count]) {
  return Count;
}

/// Whether the rows of a table are in the order of their enumerators, so that the enumerator is the index of its row.
template <class Row, class Enumeration, std::size_t Count>
[[nodiscard]] consteval bool is_in_order(const Row (&rows)[Count], Enumeration Row::*enumerator) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (static_cast<std::size_t>(rows[i].*enumerator) != i) return false;
  }
  return true;
}

/// Whether a byte of UTF-8 belongs to the character that begins before it.
[[nodiscard]] constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

/// The number of characters of a UTF-8 text. Complexity: linear.
[[nodiscard]] constexpr std::size_t count_characters(Text text) {
  std::size_t count = 0;
  for (const char byte : text) count += continues_character(byte) ? 0U : 1U;
  return count;
}

/// Line and column, both counted from 1; a column is a byte.
struct SourcePosition {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(SourcePosition, SourcePosition) = default;
};

/// The line and column of `offset` in `source`. Complexity: linear in the offset, so call it only for a report.
[[nodiscard]] constexpr SourcePosition position_of(Text source, std::size_t offset) {
  SourcePosition position;
  for (std::size_t i = 0; i < offset && i < source.size(); ++i) {
    if (source[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else {
      ++position.column;
    }
  }
  return position;
}

/// The line of `source` at `offset`, without its end. Complexity: linear in the line.
[[nodiscard]] constexpr Text line_of(Text source, std::size_t offset) {
  if (offset > source.size()) offset = source.size();
  std::size_t first = offset;
  while (first > 0 && source[first - 1] != '\n') --first;
  std::size_t last = offset;
  while (last < source.size() && source[last] != '\n' && source[last] != '\r') ++last;
  return source.part(first, last - first);
}

}  // namespace whence
WHENCE_TEMPLATES_END
