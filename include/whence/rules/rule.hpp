// What a rule is: a type with an id, one sentence, a source, and holds(). The same sentence is the compiler's message,
// the explanation at run time and the row of the reference.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/decision.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A rule's id never changes and is never used again. The sentence states what has to be so.
struct RuleInfo {
  Text id;
  Text name;
  Text sentence;
  Source source;
  Decision when_broken = Decision::denied_implicitly;
};

/// Never true: these exist to be printed by the compiler, with the evidence as their arguments.
template <class... Evidence>
inline constexpr bool broken_by = false;
template <class... Evidence>
inline constexpr bool undecided_for = false;

// A macro only because the message of a static_assert must be a literal before C++26.
#define WHENCE_RULE(ID, NAME, WHEN_BROKEN, SENTENCE, ...)                                   \
  static constexpr ::whence::RuleInfo info{ID, #NAME, SENTENCE, __VA_ARGS__, WHEN_BROKEN};  \
  template <class... Evidence>                                                              \
  struct Broken {                                                                           \
    static_assert(::whence::broken_by<Evidence...>, "[" ID "] " SENTENCE);                  \
  };                                                                                        \
  template <class... Evidence>                                                              \
  struct Undecided {                                                                        \
    static_assert(::whence::undecided_for<Evidence...>, "[" ID "] not decided: " SENTENCE); \
  }

// For a rule that is a note of the matrix of who may call what (call_matrix.hpp): its letter there, and what it says of a
// call by a kind of caller.
#define WHENCE_NOTE(NOTE)                            \
  static constexpr char note = NOTE;                 \
  template <class Facts>                             \
  static constexpr Truth holds(const Facts& facts) { \
    return facts.noted(NOTE);                        \
  }

/// Rules in the order in which they are asked.
template <class... Rule>
struct RuleList {
  static constexpr std::size_t size = sizeof...(Rule);
};

namespace detail {
template <class First, class Second>
struct Join;
template <class... First, class... Second>
struct Join<RuleList<First...>, RuleList<Second...>> {
  using type = RuleList<First..., Second...>;
};
}  // namespace detail

/// The rules of one list, then those of the other.
template <class First, class Second>
using Joined = typename detail::Join<First, Second>::type;

/// Which rule of a list decides: the first that is broken; else the first that is open; else none.
struct Judgement {
  const RuleInfo* rule = nullptr;
  Truth truth = Truth::yes;
};

namespace detail {

constexpr void take(Judgement& judgement, const RuleInfo& rule, Truth truth) {
  if (truth == Truth::no || (truth == Truth::unknown && judgement.truth == Truth::yes)) judgement = {&rule, truth};
}

}  // namespace detail

/// Complexity: each rule once, and no further than the first that is broken.
template <class... Rule, class Facts>
[[nodiscard]] constexpr Judgement judge(RuleList<Rule...>, const Facts& facts) {
  Judgement judgement;
  // No function template for each rule: instantiating them is a good part of what including the model costs.
  ((judgement.truth == Truth::no ? void() : detail::take(judgement, Rule::info, Rule::holds(facts))), ...);
  return judgement;
}

}  // namespace whence
WHENCE_TEMPLATES_END
