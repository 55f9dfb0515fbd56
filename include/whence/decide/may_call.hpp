// The question may_call(caller, action): may a credential of this kind call it, and do its own policies allow it?
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/callers_side.hpp>
#include <whence/model/credential.hpp>
#include <whence/rules/call_matrix.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
// The answer of the matrix, before anything else is known.
constexpr OperationFacts matrix_facts(CallerKind kind, CallTarget target, Text action) {
  OperationFacts facts;
  facts.action = action;
  facts.cell = call_cell(kind, target);
  if (facts.cell.verdict == CallVerdict::unknown) {
    const bool outbound = target.column() == static_cast<std::size_t>(Operation::get_web_identity_token);
    const bool of_root = kind == CallerKind::root_key || kind == CallerKind::root_session_token;
    const bool scopes_root = kind == CallerKind::assumed_root &&
                             target.column() == static_cast<std::size_t>(Operation::get_scoped_credentials);
    facts.open_question = of_root && outbound ? &open_questions::u4
                          : scopes_root       ? &open_questions::u129
                                              : &open_questions::u112;
  }
  return facts;
}

template <class Setting>
constexpr OperationFacts operation_facts(const Principal& caller, CallerKind kind, CallTarget target, Text action,
                                         const Setting& setting) {
  OperationFacts facts = matrix_facts(kind, target, action);
  const ViewOf<Session> session = setting.origin.session;
  facts.callers_session_is_valid = !session || setting.at == Instant{} || session->is_valid_at(setting.at);
  if (facts.cell.verdict != CallVerdict::conditional) return facts;
  const Decides decides = note_of(facts.cell).decides;
  if (decides == Decides::the_kind) return facts;
  using Keys = Later<RequestKeys, Setting>;
  Keys keys(caller, setting.resource, setting.context, setting.origin);
  facts.ask(setting, AskedCall<Keys>{caller, action, keys});
  // Without session policies, a federated user session has no permissions; of its name alone they are not known.
  const bool is_federated =
      session ? session->kind() == SessionKind::federated_user : caller.is(PrincipalKind::federated_user);
  if (is_federated && !(session && session->has_session_policies())) {
    facts.side.session = {{.gate = Gate::session}, session ? Truth::no : Truth::unknown};
    facts.permitted = facts.side.allows().passes;
  }
  if (decides == Decides::the_callers_side_with_mfa) {
    // The line of the root user's sessions has those with and without MFA.
    facts.permitted = both(facts.permitted, session ? session->has_mfa() : Truth::unknown);
    const bool is_open = session && session->narrowed_from() != nullptr && session->has_mfa() == Truth::unknown;
    if (is_open) facts.open_question = &open_questions::u130;
  } else if (decides == Decides::the_callers_side_perhaps) {
    // An explicit Deny denies in any case.
    if (facts.permitted == Truth::no) {
      facts.permitted = Truth::unknown;
      facts.open_question = &open_questions::u129;
    }
    GateOutcome& organization = facts.side.service_control;
    if (organization.passes == Truth::no) {
      organization.passes = Truth::unknown;
      organization.open = OpenPoint::u129;
    }
  } else if (decides == Decides::the_task) {
    ArnBuffer root;
    const bool known = session && session->kind() == SessionKind::assumed_root;
    facts.permitted =
        !known ? Truth::unknown : leaves(session->task(), action, setting.resource, print_once(caller.name(), root));
  } else if (decides == Decides::the_callers_side_and_more) {
    // For AssumeRole, the trust policy can replace the caller's own policies; others need them and more.
    const bool assumes = target.column() == static_cast<std::size_t>(Operation::assume_role);
    facts.permitted = assumes ? Truth::unknown : both(facts.permitted, Truth::unknown);
  }
  return facts;
}
}  // namespace detail

/// The type of the question `may_call`.
struct MayCall {
  using Rules = rules::operation_rules;

  /// May this caller call this action (sts:GetSessionToken, iam:ListUsers, s3:GetObject)? If the kind of its credential
  /// rules the call out, policies do not matter. Otherwise its own side decides: a CallerSide or Policies (identity,
  /// boundary, session and service control policies), with a RequestContext, the Resource and an Instant. Policies of
  /// the resource are not evaluated: they may allow what is denied implicitly here. A call that a trust policy or an
  /// account setting also decides is unknown here: ask may_assume, or the operation itself. Complexity and bound: as
  /// may_assume, and linear in the size of the action for each action of the policies; no allocation.
  /// Source: Compare AWS STS credentials,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Principal& caller, Text action, const Known&... known) const {
    return by(caller, caller_kind_of(caller), action, setting_of(known...));
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Session& caller, Text action, const Known&... known) const {
    auto setting = setting_of(known...);
    setting.origin.session = caller;
    return by(caller.principal(), caller_kind_of(caller), action, setting);
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const TemporaryCredential& caller, Text action,
                                             const Known&... known) const {
    return (*this)(caller.session(), action, known...);
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const LongTermCredential& caller, Text action,
                                             const Known&... known) const {
    return (*this)(caller.principal(), action, known...);
  }
  /// The answer of the matrix for a kind of caller, without policies.
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(CallerKind kind, Text action, const Known&... known) const {
    static_assert(sizeof...(known) == 0, "a kind of caller has no policies: ask about a principal or a session");
    const detail::Later<OperationFacts, Known...> facts = detail::matrix_facts(kind, CallTarget(action), action);
    return detail::verdict_of<Rules>(facts);
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Role& role, Text action, const Known&... known) const {
    return (*this)(caller_kind_of(role), action, known...);
  }
  /// A type that makes no request does not compile: the compiler prints the rule. The matrix has a line for roles.
  template <detail::RefusedAs<detail::MakesNoRequest> Caller, class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Caller&, Text, const Known&...) const {
    return detail::refuse<typename detail::MakesNoRequest<Caller>::Rule, Caller>();
  }

 private:
  template <class Setting>
  static constexpr Verdict by(const Principal& caller, CallerKind kind, Text action, const Setting& setting) {
    return detail::verdict_of<Rules>(detail::operation_facts(caller, kind, CallTarget(action), action, setting));
  }
};

inline constexpr MayCall may_call{};

}  // namespace whence
WHENCE_TEMPLATES_END
