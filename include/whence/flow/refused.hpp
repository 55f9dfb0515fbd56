// Compile-time proof of a refusal: refused<question, facts...>, the opposite of holds.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/place.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/environment_rules.hpp>
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

template <class... Evidence>
struct Allowance {
  static_assert(allowed_by<Evidence...>, "the answer must be a refusal, but it is allowed: no rule is broken");
};
template <class... Evidence>
TypeOf<Allowance<Evidence...>> allowance(RuleList<Evidence...>);  // for decltype only

// An allowed answer: the rule because of which it is, the objects, and the place in the policies.
template <const auto& Question, const auto&... Facts>
struct Allowed : Answer<Question, Facts...> {
  using Asked = Answer<Question, Facts...>;
  static constexpr const RuleInfo* rule = rule_that_allows(Question, Asked::verdict, Facts...);
  static constexpr bool names_a_rule = index_of(typename Asked::Rules{}, rule) >= 0;
  static constexpr Text id = names_a_rule ? rule->id : Text();
  static constexpr Text place = Telling<Asked>::told.where.view();
  static constexpr auto reason() {
    if constexpr (names_a_rule) {
      return RuleList<RuleOf<typename Asked::Rules, rule>, Spelled<says, id>>{};
    } else {
      return RuleList<>{};
    }
  }
  using Evidence = Joined<decltype(reason()), RuleList<object<Facts>...>, Words<where, place>>;
  using type = typename decltype(allowance(Evidence{}))::type;
};

template <const auto& Question, const auto&... Facts>
constexpr auto refused_outcome() {
  using Asked = Answer<Question, Facts...>;
  constexpr Known known = decltype(known_of<Asked>(0))::value;
  if constexpr (known == Known::not_constant) {
    return outcome<Asked, Asked>();
  } else if constexpr ((has_failed(Facts) || ...)) {
    return TypeOf<Proven>{};
  } else if constexpr (known == Known::yes) {
    return TypeOf<typename Allowed<Question, Facts...>::type>{};
  } else if constexpr (Asked::verdict.is_unknown()) {
    return outcome<Asked, Asked>();
  } else {
    return TypeOf<Proven>{};
  }
}
template <const auto& Question, const auto&... Facts>
using RefusedOutcome = typename decltype(refused_outcome<Question, Facts...>())::type;
}  // namespace detail

/// The opposite: whether the question is refused, `static_assert(refused<may_assume, stranger, deploy_role>)`. If the
/// answer is allowed, the error names the rule, the objects and the statement that lets the caller in; if it is
/// unknown, the rule and the open question. So `refused` is never false.
template <const auto& Question, const auto&... Facts>
inline constexpr bool refused = !__is_base_of(detail::NoBase, detail::RefusedOutcome<Question, Facts...>);

}  // namespace whence
WHENCE_TEMPLATES_END
