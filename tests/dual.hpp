// One test body, proved by the compiler and run again by doctest.
//
//   DUAL_TEST_CASE("a role assumes nothing") { EXPECT(!may_assume(role, role)); }
//
// A check that does not hold stops the compilation, and the compilers point at its line. Defining
// WHENCE_TEST_RUN_TIME_ONLY leaves out the proof: doctest then reports the same check with its values, and a
// debugger can step through it. What cannot be constexpr is a plain TEST_CASE.
#pragma once

#ifndef __cpp_exceptions  // without this, doctest has no REQUIRE
#define DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
#endif
#include <doctest/doctest.h>

#include "show.hpp"

#include <type_traits>

namespace dual {

// Not constexpr, so a constant evaluation that arrives here is over. A throw would need exceptions.
inline void expectation_failed(const char*) {}

// What CHECK does, without the values: the proof has told already what does not hold, and each CHECK takes its time to
// compile. It is in main.cpp.
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
  // A template is instantiated again at the end of the file, where the body of the test is known.
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
// The lambda is for doctest's local variables, which C++20 does not allow in a constexpr function. Because of
// it, Clang 14 accepts no structured binding inside EXPECT.
#define EXPECT(...) [&] { CHECK(__VA_ARGS__); }()
#else
#define EXPECT(...) ::dual::expect(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
#endif
