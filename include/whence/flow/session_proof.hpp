// The machinery of session_of in flow/holds.hpp: a session, or what the compiler prints in its place.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/operations.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/session_maker.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/rule.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {

template <class Known>
constexpr StsRequest request_of(const Known& known) {
  if (known.origin.request) return *known.origin.request;
  const Result<SessionName, NameError> name = SessionName::parse(known.session_name);
  return {.session_name = name ? *name : SessionName("design")};
}

// A session as if it began: of a caller that the compiler has refused. A role acts by the session that the first
// principal of its trust policy begins; of another caller that is no principal, the root user takes the place.
template <class Subject>
constexpr Principal who_may_assume(const Subject& role) {
  const auto& trust = role.trust();
  for (std::size_t i = 0; i < trust.statements().size(); ++i) {
    const auto named = trust.principals_of(trust.statements()[i]);
    for (std::size_t each = 0; each < named.size(); ++each) {
      const auto principal = Principal::from(trust.at(named[each].text));
      if (principal) return *principal;
    }
  }
  return RootUser(role.account());
}
template <const auto& Caller, class Request>
struct ActingFor {
  static constexpr Session session =
      SessionMaker::of_a_refused_call(who_may_assume(Caller), nullptr, Caller, Request{});
};
template <const auto& Caller, class Type, class Request>
constexpr Session as_if_begun(const Type& caller, const Role& role, const Request& request) {
  using Maker = Later<SessionMaker, Type>;
  if constexpr (requires { Principal(caller); }) {
    return Maker::of_a_refused_call(Principal(caller), nullptr, role, request);
  } else if constexpr (requires { caller.principal(); }) {
    return Maker::of_a_refused_call(caller.principal(), &caller, role, request);
  } else if constexpr (requires { caller.trust(); }) {
    const auto& before = ActingFor<Caller, Request>::session;
    return Maker::of_a_refused_call(before.principal(), &before, role, request);
  } else {
    return Maker::of_a_refused_call(Later<RootUser, Type>(role.account()), nullptr, role, request);
  }
}

}  // namespace detail

/// The call of session_of: the compiler prints its session as `BegunBy<caller, role>::session`.
template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct BegunBy {
  static constexpr AssumeSetting known = setting_of(Known...);
  static constexpr StsRequest request = detail::request_of(known);
  static constexpr bool has_failed_before =
      detail::has_failed(Caller) || detail::has_failed(Assumed) || (detail::has_failed(Known) || ...);
  template <class Type>
  static constexpr Begun begin(const Type& caller) {
    if (const Verdict allowed = may_assume(caller, Assumed, Known...); !allowed) return allowed;
    if constexpr (detail::RefusedAs<Type, detail::AssumesNoRole>) {
      return Verdict{Decision::unknown};
    } else {
      return assume_role(caller, Assumed, request, known);
    }
  }
  static constexpr Session begun() {
    if (!has_failed_before) {
      if (const Begun one = begin(Caller); one) return *one;
    }
    return detail::as_if_begun<Caller>(Caller, Assumed, request);
  }
  static constexpr Verdict decide() {
    if (has_failed_before) return {};
    const Begun one = begin(Caller);
    return one ? Verdict{} : one.error();
  }
  using Unknown = detail::NotConstant<object<Caller>, object<Assumed>, object<Known>...>;
  static constexpr bool is_yes() { return static_cast<bool>(decide()); }
  static constexpr Session session = begun();
};

namespace detail {
// What there is to say if it is refused.
template <const auto& Caller, const auto& Assumed, const auto&... Known>
struct BeginningOf {
  using Call = BegunBy<Caller, Assumed, Known...>;
  using Rules = MayAssume::Rules;
  static constexpr Verdict verdict = Call::decide();
  static constexpr const Role* role = &Assumed;
  static constexpr auto lead() {
    if constexpr (index_of(rules::assume_rules{}, verdict.rule) >= 0) {
      return RuleList<object<Assumed>>{};
    } else {
      return RuleList<object<Caller>, object<Assumed>, object<Known>...>{};
    }
  }
  using Lead = decltype(lead());
  template <class Told>
  static constexpr void tell(Told& told) {
    AssumeSetting setting = Call::known;
    setting.origin.request = Call::request;
    tell_call_of(told, verdict, Caller, Assumed, setting);
  }
};
// The session, once the compiler has reported what is wrong.
constexpr const Session& begun(bool, const Session& session) { return session; }

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
