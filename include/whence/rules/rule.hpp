// What a rule is: a type with an id, one sentence, a source, and holds(). The same sentence is the compiler's message,
// the explanation at run time and the row of the reference. Further static members, each optional, say everything else that
// the rule means; verdict_of (decide/verdict.hpp) copies them into the verdict when the rule decides:
//
//   gate(facts)   a GateOutcome: the verdict cites its place, the action it is needed for, and its open question
//   limit(facts)  a LimitOutcome: the verdict shows the parameter and its limit
//   open(facts)   the OpenQuestion behind an undecided verdict; null where there is none
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/decision.hpp>
#include <whence/model/sts_error.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/limits.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A rule's id never changes and is never used again. The sentence states what has to be so.
struct RuleInfo {
  Text id;
  Text sentence;
  Decision when_broken = Decision::denied_implicitly;
  Source source{};
  /// The error by which STS answers a call that breaks the rule.
  StsError error = when_broken == Decision::invalid_request ? StsError::validation_error : StsError::access_denied;
};

/// What a rule about a limit finds: whether the limit is kept; where it is not, the parameter by its limit, which element of
/// a list, counted from 0, what is wrong with its text, and the most that holds in this case, where that is less.
struct LimitOutcome {
  Truth passes = Truth::yes;
  const Limit* limit = nullptr;
  int element = -1;
  NameError error{};
  std::int64_t at_most = -1;
};

/// Never true: these exist to be printed by the compiler, with the evidence as their arguments.
template <class... Evidence>
inline constexpr bool broken_by = false;
template <class... Evidence>
inline constexpr bool undecided_for = false;

// A macro only because the message of a static_assert must be a literal before C++26. The last arguments are the source and,
// where it is neither AccessDenied nor ValidationError, the error of STS.
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
  std::size_t index = 0;  // of the rule in the list
};

namespace detail {

constexpr void take(Judgement& judgement, const RuleInfo& rule, Truth truth, std::size_t index) {
  if (truth == Truth::no || (truth == Truth::unknown && judgement.truth == Truth::yes)) {
    judgement = {&rule, truth, index};
  }
}

}  // namespace detail

/// Complexity: each rule once, and no further than the first that is broken.
template <class... Rule, class Facts>
[[nodiscard]] constexpr Judgement judge(RuleList<Rule...>, const Facts& facts) {
  Judgement judgement;
  std::size_t index = 0;
  // No function template for each rule: instantiating them is a good part of what including the model costs.
  ((judgement.truth == Truth::no ? void() : detail::take(judgement, Rule::info, Rule::holds(facts), index), ++index),
   ...);
  return judgement;
}

}  // namespace whence
WHENCE_TEMPLATES_END
