// A value, or the reason why there is none.
#pragma once

#include <whence/base/config.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Either a `Value` or an `Error`, with the names of the standard's expected (an alias of it would change with the
/// language mode). Both need a default constructor, which can be private if this class is a friend; a caller never gets
/// a default value. Reading the wrong half is an error at compile time, and ends the program at run time.
template <class Value, class Error>
class [[nodiscard]] Result {
 public:
  constexpr Result(const Value& value) : value_(value), has_value_(true) {}                   // NOLINT: as in expected
  constexpr Result(Value&& value) : value_(static_cast<Value&&>(value)), has_value_(true) {}  // NOLINT: as in expected
  constexpr Result(const Error& error) : error_(error) {}                                     // NOLINT: as in expected

  [[nodiscard]] constexpr bool has_value() const noexcept { return has_value_; }
  constexpr explicit operator bool() const noexcept { return has_value_; }

  [[nodiscard]] constexpr const Value& operator*() const& {
    if (!has_value_) detail::stop();
    return value_;
  }
  [[nodiscard]] constexpr Value operator*() && {
    if (!has_value_) detail::stop();
    return static_cast<Value&&>(value_);
  }
  [[nodiscard]] constexpr const Value* operator->() const { return &**this; }
  [[nodiscard]] constexpr const Error& error() const {
    if (has_value_) detail::stop();
    return error_;
  }
  [[nodiscard]] constexpr Value value_or(Value other) const& {
    return has_value_ ? value_ : static_cast<Value&&>(other);
  }

 private:
  Value value_{};
  Error error_{};
  bool has_value_ = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
