// The errors of literals of names: each fault with its sentence.
#pragma once

// GCC then leaves out how the macros expand, which is half of the error.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC system_header
#endif

#include <whence/base/config.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The compiler prints it beside the sentence: the first wrong byte of the literal, counted from 1.
template <unsigned Number>
struct character;

namespace detail {

template <bool IsValid, class... Evidence>
inline constexpr bool valid_name = IsValid;  // the compiler prints its arguments

#if defined(__clang__)
template <NameFault Fault, class... Evidence>
struct NameLiteral {};
#define WHENCE_CHECK(name, sentence)                         \
  template <class... Evidence>                               \
  struct NameLiteral<NameFault::name, Evidence...> {         \
    static_assert(valid_name<false, Evidence...>, sentence); \
  };
WHENCE_NAME_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK
#else
// One class for all faults: for GCC, a class for each would be dear to include.
template <NameFault Fault, class... Evidence>
struct NameLiteral {
#define WHENCE_CHECK(name, sentence) static_assert(valid_name<Fault != NameFault::name, Evidence...>, sentence);
  WHENCE_NAME_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK
};
#endif

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
