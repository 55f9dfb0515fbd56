// Compile-time proof that a session may be narrowed: scoped_session_of<session, request>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/special_sessions.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/proof.hpp>
#include <whence/flow/session_proof.hpp>
#include <whence/flow/telling.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/model/verdict.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/scope_rules.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The call of scoped_session_of: the compiler prints its session as `ScopedBy<caller, request>::session`.
template <const auto& Caller, const auto&... Known>
struct ScopedBy {
  static constexpr AssumeSetting known = setting_of(Known...);
  static constexpr StsRequest request = known.origin.request ? *known.origin.request : StsRequest{};
  static constexpr bool has_failed_before = detail::has_failed(Caller) || (detail::has_failed(Known) || ...);
  template <class Type>
  static constexpr Begun call(const Type& caller) {
    if constexpr (detail::RefusedAs<Type, detail::NarrowsNothing>) {
      const RuleInfo& rule = detail::NarrowsNothing<Type>::Rule::info;
      return Verdict{rule.when_broken, &rule};
    } else {
      return get_scoped_credentials(caller, request, known);
    }
  }
  static constexpr Session scoped() {
    if (!has_failed_before) {
      if (const Begun one = call(Caller); one) return *one;
    }
    return detail::SpecialSessionMaker::of_a_refused_scope(Caller);
  }
  static constexpr Verdict decide() {
    if (has_failed_before) return {};
    const Begun one = call(Caller);
    return one ? Verdict{} : one.error();
  }
  using Unknown = detail::NotConstant<object<Caller>, object<Known>...>;
  static constexpr bool is_yes() { return static_cast<bool>(decide()); }
  static constexpr Session session = scoped();
};

namespace detail {
// What there is to say if it is refused.
template <const auto& Caller, const auto&... Known>
struct ScopingOf {
  using Call = ScopedBy<Caller, Known...>;
  using Rules = Joined<rules::assume_rules, rules::operation_rules, rules::request_rules, rules::session_rules,
                       rules::scope_rules>;
  using Lead = RuleList<object<Caller>, object<Known>...>;
  static constexpr Verdict verdict = Call::decide();
  static constexpr const Role* role = nullptr;
  template <class Told>
  static constexpr void tell(Told& told) {
    tell_caller(told, Caller);
    tell_of(told, Caller);
  }

 private:
  template <class Told, class Type>
  static constexpr void tell_of(Told& told, const Type&) {
    tell_doubt(told, verdict, true);
  }
  template <class Told>
  static constexpr void tell_of(Told& told, const Session& caller) {
    AssumeSetting setting = Call::known;
    setting.origin.session = caller;
    tell_call_elsewhere(told, verdict, caller.principal(), setting);
    if (verdict.limit == nullptr) return;
    tell_limit(told, verdict, Call::request, Operation::get_scoped_credentials);
    if (!verdict.decided_by<rules::a_scope_ends_with_its_session>()) return;
    told.is_duration = true;
    told.asked = Call::request.duration.count;
    told.least = verdict.limit->least;
    told.most = verdict.at_most;
  }
};
}  // namespace detail

/// The credential that GetScopedCredentials gives a named session for a named request: `scoped_session_of<on_app,
/// for_the_agent, own_policies_allow>`. It also takes Policies and a RequestContext. If the call is refused, as a fourth
/// policy or a longer life is, the error names the rule. At run time use get_scoped_credentials.
template <const auto& Caller, const auto&... Known>
inline constexpr const Session& scoped_session_of = detail::begun(
    !__is_base_of(detail::NoBase, detail::Outcome<ScopedBy<Caller, Known...>, detail::ScopingOf<Caller, Known...>>),
    ScopedBy<Caller, Known...>::session);

}  // namespace whence
WHENCE_TEMPLATES_END
