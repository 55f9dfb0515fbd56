// Views of one object or of none, and of a braced list.
#pragma once

#include <initializer_list>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A view: the object must outlive it. (The flag is there because GCC cannot compare the address of a temporary with
/// null at compile time.)
template <class Object>
class ViewOf {
 public:
  constexpr ViewOf() = default;
  constexpr ViewOf(const Object& object) : object_(&object), is_given_(true) {}  // NOLINT: a view converts
  constexpr explicit operator bool() const { return is_given_; }
  constexpr const Object& operator*() const { return *object_; }
  constexpr const Object* operator->() const { return object_; }

 private:
  const Object* object_ = nullptr;
  bool is_given_ = false;
};

/// A braced list as a member of a constant: of any size, and never copied. The elements live as long as the constant
/// that the braces initialize. (Those of a class of our own would die with its constructor.)
template <class Element>
using List = std::initializer_list<Element>;

template <class Element>
[[nodiscard]] constexpr Span<Element> view_of(const List<Element>& list) {
  return {list.begin(), list.size()};
}

}  // namespace whence
WHENCE_TEMPLATES_END
