// WHENCE_RULE: id, source and sentence of a rule, and the classes whose only content is its error.
#pragma once

// GCC prints no expansion notes for a macro of a system header: without this line they are half of every error.
#if defined(__GNUC__)
#pragma GCC system_header
#endif

// A macro only because the message of a static_assert must be a literal before C++26. Clang prints all lines of its use
// and every macro in between: so the sentence is last, and no macro is defined by another.
#define WHENCE_RULE(ID, WHEN_BROKEN, SOURCE, SENTENCE)                                      \
  static constexpr ::whence::RuleInfo info{ID, SENTENCE, WHEN_BROKEN, SOURCE};              \
  template <class... Evidence>                                                              \
  struct Broken {                                                                           \
    static_assert(::whence::broken_by<Evidence...>, "[" ID "] " SENTENCE);                  \
  };                                                                                        \
  template <class... Evidence>                                                              \
  struct Undecided {                                                                        \
    static_assert(::whence::undecided_for<Evidence...>, "[" ID "] not decided: " SENTENCE); \
  }

// The same if the error of STS is neither AccessDenied nor, for an invalid request, ValidationError.
#define WHENCE_RULE_WITH_ERROR(ID, WHEN_BROKEN, SOURCE, ERROR, SENTENCE)                    \
  static constexpr ::whence::RuleInfo info{ID, SENTENCE, WHEN_BROKEN, SOURCE, ERROR};       \
  template <class... Evidence>                                                              \
  struct Broken {                                                                           \
    static_assert(::whence::broken_by<Evidence...>, "[" ID "] " SENTENCE);                  \
  };                                                                                        \
  template <class... Evidence>                                                              \
  struct Undecided {                                                                        \
    static_assert(::whence::undecided_for<Evidence...>, "[" ID "] not decided: " SENTENCE); \
  }
