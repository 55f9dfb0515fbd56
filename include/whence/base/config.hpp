// The library's version, and the macros that its own headers use.
#pragma once

// A file that does not exist ends the compilation: after #error there would be hundreds of errors about the rest. Every
// header of the interface includes this one first.
#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#include "whence needs C++20: compile with -std=c++20 (CMake: target_compile_features, Meson: cpp_std=c++20)"
#endif

#define WHENCE_VERSION_MAJOR 0
#define WHENCE_VERSION_MINOR 1
#define WHENCE_VERSION_PATCH 0

// A deleted function with its reason. Before C++26 the compiler quotes the declaration, and so the reason. Clang
// defines the feature macro in every mode but warns before C++26: hence the second half of the test.
#if defined(__cpp_deleted_function) && __cpp_deleted_function >= 202403L && __cplusplus > 202302L
#define WHENCE_REFUSED(why) = delete (why)
#else
#define WHENCE_REFUSED(why) = delete
#endif

// Around templates. GCC looks for shadowed names at the point where a template is used, and so warns about names of the
// user, such as "role" or "policies".
#if defined(__GNUC__) && !defined(__clang__)
#define WHENCE_TEMPLATES_BEGIN _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wshadow\"")
#define WHENCE_TEMPLATES_END _Pragma("GCC diagnostic pop")
#else
#define WHENCE_TEMPLATES_BEGIN
#define WHENCE_TEMPLATES_END
#endif

namespace whence::detail {

template <class Type, class... Parameter>
struct MadeDependent {
  using type = Type;
};
/// The type itself, as a dependent type: code of a template that uses it is compiled only if the template is used.
template <class Type, class... Parameter>
using Later = typename MadeDependent<Type, Parameter...>::type;

/// The numbers from 0 to Count - 1, as template arguments.
template <decltype(sizeof 0)... Index>
struct Indices {};
template <class, decltype(sizeof 0)... Index>
using IndicesOf = Indices<Index...>;
template <decltype(sizeof 0) Count>
#if defined(__clang__) || defined(_MSC_VER)
using IndicesBelow = __make_integer_seq<IndicesOf, decltype(sizeof 0), Count>;
#else
using IndicesBelow = Indices<__integer_pack(Count)...>;
#endif

/// Ends the program if a precondition is broken at run time, instead of undefined behavior; in a constant expression
/// the call itself is the error.
[[noreturn]] inline void stop() noexcept {
#if defined(__GNUC__) || defined(__clang__)
  __builtin_trap();
#else
  for (volatile int wait = 0;; wait = 1 - wait) {}
#endif
}

}  // namespace whence::detail
