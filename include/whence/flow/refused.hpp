// Compile-time proof of a refusal: refused<question, facts...>, the opposite of holds.
#pragma once

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/place.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Never true: the compiler prints it, with the rule that allows, the objects and the place in the policies.
template <class... Evidence>
inline constexpr bool allowed_by = false;

namespace detail {
// The rule because of which a question is allowed, if one of them is: the trust policy names the caller, its own
// policies allow the call, or the readers of the place include the reader. Null if none is.
template <class Subject>
constexpr const RuleInfo* rule_that_lets_read(const Subject& place) {
  switch (place.readers) {
    case Readers::superuser: return &rules::only_the_superuser_reads_the_agents_files::info;
    case Readers::owner_and_superuser: return &rules::only_the_owner_and_superuser_read_a_private_place::info;
    case Readers::holder_of_the_key:
    case Readers::holder_of_the_proofs: return &rules::only_the_signer_gets_the_reply::info;
    case Readers::the_workload: return &rules::only_the_workload_reads_its_own::info;
    default: break;
  }
  return place.is(Medium::metadata_path)     ? &rules::imds_answers_the_whole_instance::info
         : place.plane.is_on(Plane::control) ? &rules::aws_exposes_the_credential_to_the_plane::info
                                             : &rules::only_its_own_machine_reads_a_credential::info;
}
constexpr const Place* as_place(const Place& place) { return &place; }
template <class Other>
constexpr const Place* as_place(const Other&) {
  return nullptr;
}
template <class Question, class... Facts>
constexpr const RuleInfo* rule_that_allows(const Question& question, const Verdict& verdict, const Facts&... facts) {
  const Place* place = nullptr;
  ((place = place == nullptr ? as_place(facts) : place), ...);
  if constexpr (requires { question.reading(facts...).place; }) {
    if (place == nullptr) place = question.reading(facts...).place;
  }
  if (place != nullptr) return rule_that_lets_read(*place);
  if (verdict.cited.is_at(Gate::trust)) return &rules::the_trust_policy_names_the_caller::info;
  return verdict.cited.is_at(Gate::identity) ? &rules::the_callers_own_policies_allow::info : nullptr;
}

// Text of an open question: only its id if the compiler prints each character, to keep the error short.
template <class Question>
constexpr auto text_of(const Question* open) {
  Buffer<512> text;
  if (open == nullptr) return text;
  text.add(open->id);
#if !defined(__clang__) || __clang_major__ >= 15
  text.add(": ").add(open->question);
#endif
  return text;
}

template <class... Evidence>
struct Allowance {
  static_assert(allowed_by<Evidence...>, "the answer must be a refusal, but it is allowed: no rule is broken");
};

// The last pieces of evidence are the place in the policies and the open question, if there are.
template <class Rules, const auto& Refused, const Text& Place, const Text& Open, class... Evidence>
constexpr auto proof_of_doubt() {
  if constexpr (Open.empty()) {
    return proof<Rules, Refused, Place, Evidence...>();
  } else if constexpr (Place.empty()) {
    return Refusal<Rules, Refused, Evidence..., Spelled<open_question, Open>>{};
  } else {
    return Refusal<Rules, Refused, Evidence..., Spelled<where, Place>, Spelled<open_question, Open>>{};
  }
}
template <const Text& Place, class... Evidence>
constexpr auto proof_of_allowance() {
  if constexpr (Place.empty()) {
    return Allowance<Evidence...>{};
  } else {
    return Allowance<Evidence..., Spelled<where, Place>>{};
  }
}

template <const auto& Question, const auto&... Facts>
struct RefusedAnswer {
  using Rules = decltype(detail::rules_of(Question));
  static constexpr Verdict verdict = Question(Facts...);
  static constexpr auto cited = cited_by(verdict, Facts...);
  static constexpr auto open_words = text_of(verdict.is_unknown() ? verdict.open : nullptr);
  static constexpr Text place = cited.view(), open = open_words.view();
  static constexpr const RuleInfo* allowing = verdict ? rule_that_allows(Question, verdict, Facts...) : nullptr;
  static constexpr bool names_a_rule = index_of(Rules{}, allowing) >= 0;
  static constexpr Text id = names_a_rule ? allowing->id : Text();
  static constexpr Refused doubt = verdict.is_unknown() ? refusal_of(verdict, role_among(Facts...), place) : Refused{};
  static constexpr auto shown() {
    if constexpr (verdict.is_about_a_refused_literal) {
      return Proven{};
    } else if constexpr (!verdict) {
      return proof_of_doubt<Rules, doubt, place, open, object<Facts>...>();
    } else if constexpr (names_a_rule) {
      return proof_of_allowance<place, RuleOf<Rules, allowing>, Spelled<says, id>, object<Facts>...>();
    } else {
      return proof_of_allowance<place, object<Facts>...>();
    }
  }
  static_assert(sizeof(shown()) != 0);
};
}  // namespace detail

/// The opposite: whether the question is refused, `static_assert(refused<may_assume, stranger, deploy_role>)`. If the
/// answer is allowed, the error names the rule, the objects and the statement that lets the caller in; if it is
/// unknown, the rule and the open question. So `refused` is never false.
template <const auto& Question, const auto&... Facts>
inline constexpr bool refused = sizeof(detail::RefusedAnswer<Question, Facts...>) != 0;

}  // namespace whence
WHENCE_TEMPLATES_END
