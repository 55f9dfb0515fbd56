// The errors of policy literals: each fault with its sentence.
#pragma once

// GCC then leaves out how the macros expand, which is half of the error.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC system_header
#endif

#include <whence/base/config.hpp>
#include <whence/policy/policy_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The compiler prints them beside the sentence: the position in the JSON text, counted from 1.
template <unsigned Number>
struct line;
template <unsigned Number>
struct column;

namespace detail {

template <bool IsValid, class... Evidence>
inline constexpr bool valid_policy_at = IsValid;  // the compiler prints its arguments

#if defined(__clang__)
template <PolicyFault Fault, class... Evidence>
struct PolicyLiteral {};
#define WHENCE_CHECK(name, sentence)                                         \
  template <class... Evidence>                                               \
  struct PolicyLiteral<PolicyFault::name, Evidence...> {                     \
    static_assert(valid_policy_at<false, Evidence...>, "policy: " sentence); \
  };
WHENCE_JSON_FAULTS(WHENCE_CHECK)
WHENCE_NAME_FAULTS(WHENCE_CHECK)
WHENCE_POLICY_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK
#define WHENCE_CHECK(name, id, sentence, ...)                                                                \
  template <class... Evidence>                                                                               \
  struct PolicyLiteral<PolicyFault::name, Evidence...> {                                                     \
    static_assert(valid_policy_at<false, Evidence...>, "AWS does not save this policy (" id "): " sentence); \
  };
WHENCE_SAVE_CHECKS(WHENCE_CHECK)
#undef WHENCE_CHECK
#else
// One class for all faults: for GCC, a class for each would be dear to include.
template <PolicyFault Fault, class... Evidence>
struct PolicyLiteral {
#define WHENCE_CHECK(name, sentence) \
  static_assert(valid_policy_at<Fault != PolicyFault::name, Evidence...>, "policy: " sentence);
  WHENCE_JSON_FAULTS(WHENCE_CHECK)
  WHENCE_NAME_FAULTS(WHENCE_CHECK)
  WHENCE_POLICY_FAULTS(WHENCE_CHECK)
#undef WHENCE_CHECK
#define WHENCE_CHECK(name, id, sentence, ...)                             \
  static_assert(valid_policy_at<Fault != PolicyFault::name, Evidence...>, \
                "AWS does not save this policy (" id "): " sentence);
  WHENCE_SAVE_CHECKS(WHENCE_CHECK)
#undef WHENCE_CHECK
};
#endif

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
