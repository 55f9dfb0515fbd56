// A view of one object, or of none.
#pragma once

#include <whence/base/config.hpp>

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

}  // namespace whence
WHENCE_TEMPLATES_END
