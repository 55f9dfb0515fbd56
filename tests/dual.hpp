// One test body, which the compiler evaluates and doctest runs again.
//
//   DUAL_TEST_CASE("a role assumes nothing") { EXPECT(!may_assume(role, role)); }
//
// If a check fails, the compilation fails at its line. With WHENCE_TEST_RUN_TIME_ONLY the compiler does not evaluate
// the body: doctest then reports the failed check with its values, and a debugger can step through it. A test that
// cannot be constexpr is a plain TEST_CASE.
#pragma once

#ifndef __cpp_exceptions  // without it, doctest has no REQUIRE
#define DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
#endif
#include <doctest/doctest.h>

#include "show.hpp"

#include <type_traits>

namespace dual {

// Not constexpr, so a constant evaluation that calls it fails. A throw would need exceptions.
inline void expectation_failed(const char*) {}

// Like CHECK, without the values: the compiler has already found the failed check, and each CHECK takes time to
// compile. Defined in main.cpp.
void report(bool holds, const char* text, const char* file, int line);

constexpr void expect(bool holds, const char* text, const char* file, int line) {
  if (!std::is_constant_evaluated()) {
    report(holds, text, file, line);
  } else if (!holds) {
    expectation_failed(text);
  }
}

template <class Test>
void both() {
#ifndef WHENCE_TEST_RUN_TIME_ONLY
  // A template is instantiated again at the end of the file, after the definition of the body.
  static_assert((Test::run(), true), "an EXPECT of this test does not hold");
#endif
  Test::run();
}

}  // namespace dual

#define DUAL_TEST_CASE(name) DUAL_TEST_CASE_AS(DOCTEST_ANONYMOUS(dual_test_), name)
#define DUAL_TEST_CASE_AS(id, name)       \
  namespace {                             \
  struct id {                             \
    static constexpr void run();          \
  };                                      \
  }                                       \
  TEST_CASE(name) { ::dual::both<id>(); } \
  constexpr void id::run()

#ifdef WHENCE_TEST_RUN_TIME_ONLY
// The lambda contains doctest's local variables, which C++20 does not allow in a constexpr function. Because of it,
// Clang 14 accepts no structured binding inside EXPECT.
#define EXPECT(...)                          \
  do {                                       \
    if (std::is_constant_evaluated()) {      \
      ::dual::expect(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__); \
    } else {                                 \
      [&] { CHECK(__VA_ARGS__); }();         \
    }                                        \
  } while (false)
#else
#define EXPECT(...) ::dual::expect(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
#endif
