// WHENCE_RULE: id, sentence and source of a rule, and the classes whose only content is its error.
#pragma once

// GCC prints no expansion notes for a macro of a system header: without this line they are half of every error.
#if defined(__GNUC__)
#pragma GCC system_header
#endif

// A macro only because the message of a static_assert must be a literal before C++26. The last arguments are the source
// and, if it is neither AccessDenied nor ValidationError, the error of STS.
#define WHENCE_RULE(ID, WHEN_BROKEN, SENTENCE, ...)                                         \
  static constexpr ::whence::RuleInfo info{ID, SENTENCE, WHEN_BROKEN, __VA_ARGS__};         \
  template <class... Evidence>                                                              \
  struct Broken {                                                                           \
    static_assert(::whence::broken_by<Evidence...>, "[" ID "] " SENTENCE);                  \
  };                                                                                        \
  template <class... Evidence>                                                              \
  struct Undecided {                                                                        \
    static_assert(::whence::undecided_for<Evidence...>, "[" ID "] not decided: " SENTENCE); \
  }
