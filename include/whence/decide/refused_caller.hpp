// Callers that are refused by their type alone, each by a rule: the rule's own sentence is the compiler's error.
#pragma once

#include <whence/base/config.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Types that make no request at all.
template <class Caller>
struct MakesNoRequest {};
template <>
struct MakesNoRequest<Software> {
  using Rule = rules::only_a_principal_calls_sts;
};
template <>
struct MakesNoRequest<OsUser> {
  using Rule = rules::only_a_principal_calls_sts;
};
template <>
struct MakesNoRequest<Role> {
  using Rule = rules::a_role_never_acts;
};
template <>
struct MakesNoRequest<Account> {
  using Rule = rules::an_account_makes_no_request;
};

// Types that assume no role, regardless of policies.
template <class Caller>
struct AssumesNoRole : MakesNoRequest<Caller> {};
template <>
struct AssumesNoRole<RootUser> {
  using Rule = rules::the_root_user_assumes_no_role;
};
template <>
struct AssumesNoRole<FederatedUser> {
  using Rule = rules::a_federated_user_assumes_no_role;
};
template <>
struct AssumesNoRole<InstanceIdentity> {
  using Rule = rules::the_instance_identity_assumes_no_role;
};

// Types that get neither a session token nor a federation token.
template <class Caller>
struct GetsNoToken : MakesNoRequest<Caller> {};
template <>
struct GetsNoToken<Session> {
  using Rule = rules::tokens_are_given_for_long_term_keys;
};
template <>
struct GetsNoToken<FederatedUser> : GetsNoToken<Session> {};
template <>
struct GetsNoToken<RoleSession> {
  using Rule = rules::role_sessions_get_no_tokens;
};
template <>
struct GetsNoToken<InstanceIdentity> : AssumesNoRole<InstanceIdentity> {};

// Not the base of any class. The compiler completes a class to find that out, and so reports the error in it:
// `!__is_base_of(NoBase, Outcome)` is always true. (After sizeof, Clang 14 would report a second error.)
struct NoBase {};

// Whether a list has a rule against this type: a requires-expression does not see the refusal in a function body.
template <class Caller, template <class> class List> concept RefusedAs = requires { typename List<Caller>::Rule; };

// The only error: the return value prevents a second one.
template <class Rule, class Caller>
constexpr Verdict refuse() {
  static_assert(sizeof(typename Rule::template Broken<Caller>) != 0);
  return {Rule::info.when_broken, &Rule::info};
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
