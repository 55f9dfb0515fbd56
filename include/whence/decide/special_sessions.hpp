// The operations of STS that few callers need: AssumeRoot, GetWebIdentityToken, GetDelegatedAccessToken and
// GetScopedCredentials.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/decide/may_call.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/decide/session_maker.hpp>
#include <whence/model/outbound_token.hpp>
#include <whence/model/session_scope.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/outbound_rules.hpp>
#include <whence/rules/scope_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
struct SpecialSessionMaker {
  template <class Request, class Setting>
  static constexpr Begun of_root(const Principal& caller, const Session* before, const Account& member, RootTask task,
                                 const RootAccess& access, const Request& request, Setting setting) {
    constexpr auto operation = Operation::assume_root;
    const CallerKind kind = note_call(setting, caller, before, request.at);
    setting.origin.request = request;
    const Principal root = RootUser(member.id(), member.partition());
    ArnBuffer resource;
    setting.resource = print_once(root.name(), resource);
    auto facts = operation_facts(caller, kind, operation, info_of(operation).action, setting);
    const bool by_administrator = caller.has_account() && is_administrator(caller.account(), access);
    const bool administrators_known =
        access.management_account != AccountId{} || access.delegated_administrator != AccountId{};
    const Truth residence = administrators_known ? truth(by_administrator) : Truth::unknown;
    facts.permitted = both(facts.side.allows().passes, both(access.is_enabled, residence));
    if (const Verdict verdict = verdict_of<rules::operation_rules>(facts); !verdict) return verdict;
    if (const Verdict form = SessionMaker::form_of(operation, request); !form) return form;
    const bool is_a_member = member.partition() == caller.name().partition && member.id() != access.management_account;
    const CircumstanceFacts target{.at_regional_endpoint = access.at_regional_endpoint,
                                   .is_a_member = truth(is_a_member)};
    if (const Verdict fits = verdict_of<rules::root_target_rules>(target); !fits) return fits;
    const Seconds asked = request.duration_or(info_of(operation).when_unset);
    const SessionFacts asked_for{.operation = operation, .duration = asked};
    if (const Verdict lasting = verdict_of<rules::session_rules>(asked_for); !lasting) return lasting;
    Session session =
        SessionMaker::made(SessionKind::assumed_root, operation, caller, before, request, asked, Truth::unknown);
    session.principal_ = root;
    session.task_ = task;
    return session;
  }

  template <class Request, class Setting>
  static constexpr Result<OutboundToken, Verdict> of_an_outbound_token(const Principal& caller, const Session* before,
                                                                       const OutboundFederation& federation,
                                                                       const Request& request, Setting setting) {
    constexpr auto operation = Operation::get_web_identity_token;
    const CallerKind kind = note_call(setting, caller, before, request.at);
    setting.origin.request = request;
    auto facts = operation_facts(caller, kind, operation, info_of(operation).action, setting);
    facts.permitted = both(facts.side.allows().passes, federation.is_enabled);
    const CircumstanceFacts federated{.at_regional_endpoint = federation.at_regional_endpoint,
                                      .is_enabled = truth(federation.is_enabled != Truth::no)};
    if (facts.cell.verdict == CallVerdict::conditional) {
      if (const Verdict off = verdict_of<rules::outbound_rules>(federated); !off) return off;
    }
    if (const Verdict verdict = verdict_of<rules::operation_rules>(facts); !verdict) return verdict;
    if (const Verdict form = SessionMaker::form_of(operation, request); !form) return form;
    if (!request.tags.empty()) {
      const OperationFacts tagging = operation_facts(caller, kind, operation, "sts:TagGetWebIdentityToken", setting);
      const Truth permitted = both(tagging.side.allows().passes, tagging.side.not_denied.passes);
      const CircumstanceFacts tagged{.tags_are_permitted = permitted};
      const Verdict verdict = verdict_of<rules::outbound_tag_rules>(tagged);
      if (!verdict) return verdict;
    }
    OutboundFacts about{.federation = federation};
    note_identity(about, caller, before);
    if (!federation.scope.empty()) {
      const OperationFacts scoping = operation_facts(caller, kind, operation, "sts:SetWebIdentityTokenScope", setting);
      about.scope_is_permitted = both(scoping.side.allows().passes, scoping.side.not_denied.passes);
    }
    if (const Verdict fits = verdict_of<rules::outbound_token_rules>(about); !fits) return fits;
    const Seconds asked = request.duration_or(info_of(operation).when_unset);
    const SessionFacts asked_for{.operation = operation,
                                 .duration = asked,
                                 .callers_session_is_valid = before == nullptr || before->is_valid_at(request.at),
                                 .callers_session_left = before == nullptr ? Seconds{} : before->ends() - request.at};
    if (const Verdict lasting = verdict_of<rules::session_rules>(asked_for); !lasting) return lasting;
    OutboundToken token{.subject = caller.name(),
                        .origin_subject = about.is_about_the_origin() ? about.subject : Text(),
                        .scope = federation.scope,
                        .begins = request.at,
                        .ends = request.at + asked};
    if (caller.kind() == PrincipalKind::role_session) {
      token.subject.form = PrincipalForm::role;
      token.subject.session = {};
    }
    if (before != nullptr) {
      token.source_identity = before->source_identity();
      token.session_ends = before->ends();
    }
    return token;
  }

  template <class Request, class Setting>
  static constexpr Begun of_a_delegation(const Principal& partner, const Session* before, const Principal& approver,
                                         Truth is_approved_partner, const Request& request, Setting setting) {
    constexpr auto operation = Operation::get_delegated_access_token;
    const CallerKind kind = note_call(setting, partner, before, request.at);
    auto facts = operation_facts(partner, kind, operation, info_of(operation).action, setting);
    facts.permitted = both(facts.side.allows().passes, is_approved_partner);
    if (const Verdict verdict = verdict_of<rules::operation_rules>(facts); !verdict) return verdict;
    if (const Verdict form = SessionMaker::form_of(operation, request); !form) return form;
    // The delegation request states the duration; without it, the call is refused.
    const Seconds asked = request.duration_or(info_of(operation).when_unset);
    const SessionFacts asked_for{
        .operation = operation, .duration = asked, .root_approved = approver.kind() == PrincipalKind::root_user};
    if (const Verdict lasting = verdict_of<rules::session_rules>(asked_for); !lasting) return lasting;
    Session session =
        SessionMaker::made(SessionKind::delegated, operation, partner, before, request, asked, Truth::unknown);
    session.principal_ = approver;
    return session;
  }

  template <class Request, class Setting>
  static constexpr Begun of_a_scope(const Principal& caller, const Session* session, const Request& request,
                                    Setting setting) {
    constexpr auto operation = Operation::get_scoped_credentials;
    const CallerKind kind = note_call(setting, caller, session, request.at);
    setting.origin.request = request;
    const auto facts = operation_facts(caller, kind, operation, info_of(operation).action, setting);
    if (const Verdict verdict = verdict_of<rules::operation_rules>(facts); !verdict) return verdict;
    if (const Verdict form = SessionMaker::form_of(operation, request); !form) return form;
    const bool is_valid = session == nullptr || session->is_valid_at(request.at);
    // A session that has ended is reported as such, whatever was asked for.
    const Seconds left = session != nullptr && is_valid ? session->ends() - request.at : Seconds{1};
    const Seconds asked = request.duration_or(left);
    const SessionFacts asked_for{.operation = operation, .duration = asked, .callers_session_is_valid = is_valid};
    if (const Verdict lasting = verdict_of<rules::session_rules>(asked_for); !lasting) return lasting;
    const bool has_policy = !request.session_policy.statements().empty();
    const ScopeFacts scope{.at_regional_endpoint = truth(!request.at_global_endpoint),
                           .narrows = has_policy || request.states_duration(),
                           .has_policy = has_policy,
                           .layers = session == nullptr ? 0 : scope_down_policies(*session),
                           .wanted = asked,
                           .left = left,
                           .end_is_known = session != nullptr};
    if (const Verdict fits = verdict_of<rules::scope_rules>(scope); !fits) return fits;
    Session scoped = *session;
    scoped.begins_ = request.at;
    scoped.end_at(request.at + asked,
                  request.states_duration() ? LifetimeBasis::as_asked : LifetimeBasis::ends_with_session);
    scoped.narrowed_from_ = session;
    scoped.scope_down_policy_ = request.session_policy;
    scoped.description_ = request.scoped_session_description;
    if (scoped.mfa_ == Truth::yes) scoped.mfa_ = Truth::unknown;  // U-130
    return scoped;
  }

  // A value for a call whose refusal the compiler has already reported: the session as it is, or one that says nothing
  // for a caller that is no session.
  static constexpr Session of_a_refused_scope(const Session& session) {
    Session scoped = session;
    scoped.narrowed_from_ = &session;
    scoped.is_refused_ = true;
    return scoped;
  }
  template <class Caller>
  static constexpr Session of_a_refused_scope(const Caller&) {
    Session scoped;
    scoped.is_refused_ = true;
    return scoped;
  }

 private:
  // Records the session of the caller, if any, and the time of the call; returns the kind of the caller.
  template <class Setting>
  static constexpr CallerKind note_call(Setting& setting, const Principal& caller, const Session* before, Instant at) {
    setting.at = at;
    if (before == nullptr) return caller_kind_of(caller);
    setting.origin.session = *before;
    return caller_kind_of(*before);
  }

  // Whether the session has the identity of a person or workload: its own, or perhaps that of a session before it. A
  // provider and a profile of Roles Anywhere give one only if they are configured to.
  template <class Facts>
  static constexpr void note_identity(Facts& facts, const Principal& caller, const Session* session) {
    const bool has_key = caller.is(PrincipalKind::iam_user) || caller.is(PrincipalKind::root_user);
    facts.has_identity = session == nullptr && !has_key ? Truth::unknown : Truth::no;
    for (const Session* each = session; each != nullptr; each = each->before()) {
      const OriginIdentity* const identity = each->request().origin_identity;
      const bool of_a_source = asserts_an_identity(each->begun_by());
      const bool of_a_name = each->before() == nullptr && each->begun_by().is(PrincipalKind::role_session);
      if (identity == nullptr && !of_a_source && !of_a_name) continue;
      facts.has_identity = Truth::unknown;
      if (identity == nullptr) return;
      facts.inherits_identity = each != session;
      if (each != session) return;
      facts.subject = identity->subject;
      facts.has_identity =
          truth(!identity->subject.empty() && (!identity->issuer.empty() || !identity->federated_provider.empty()));
      return;
    }
  }

  static constexpr bool is_administrator(AccountId account, const RootAccess& access) {
    return account != AccountId{} &&
           (account == access.management_account || account == access.delegated_administrator);
  }
};

// Types that narrow no session: they have no temporary credential.
template <class Caller>
struct NarrowsNothing : MakesNoRequest<Caller> {};
template <>
struct NarrowsNothing<IamUser> {
  using Rule = rules::temporary_credentials_are_narrowed;
};
template <>
struct NarrowsNothing<RootUser> : NarrowsNothing<IamUser> {};
template <>
struct NarrowsNothing<InstanceIdentity> : AssumesNoRole<InstanceIdentity> {};
}  // namespace detail

/// AssumeRoot: a session of a member account's root user, for one task. The caller is a user or a role of the
/// management or the delegated administrator account. 0 to 900 seconds, 900 unless stated. The session's requests are
/// the root user's, and aws:AssumedRoot marks them.
/// Source: AssumeRoot, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html
template <class... Known>
[[nodiscard]] constexpr Begun assume_root(const Principal& caller, const Account& member, RootTask task,
                                          const RootAccess& access, const StsRequest& request, const Known&... known) {
  return detail::SpecialSessionMaker::of_root(caller, nullptr, member, task, access, request, setting_of(known...));
}
template <class... Known>
[[nodiscard]] constexpr Begun assume_root(const Session& caller, const Account& member, RootTask task,
                                          const RootAccess& access, const StsRequest& request, const Known&... known) {
  return detail::SpecialSessionMaker::of_root(caller.principal(), &caller, member, task, access, request,
                                              setting_of(known...));
}
// clang-format off
template <class... Known>
Begun assume_root(const Session&&, const Account&, RootTask, const RootAccess&, const StsRequest&, const Known&...) WHENCE_REFUSED("the new session views the session that begins it: give that session a name first");
// clang-format on
/// The root user as a caller does not compile: the compiler prints the rule.
template <class... Known>
constexpr Begun assume_root(const RootUser&, const Account&, RootTask, const RootAccess&, const StsRequest&,
                            const Known&...) {
  return detail::refuse<detail::Later<rules::assume_root_is_not_for_root_users, Known...>, RootUser>();
}

/// GetWebIdentityToken: a token about the caller for services outside AWS; it is not an AWS credential. 60 to 3600
/// seconds, 300 unless stated, and not past the end of the caller's session.
/// Source: GetWebIdentityToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
template <class... Known>
[[nodiscard]] constexpr Result<OutboundToken, Verdict> get_web_identity_token(const Principal& caller,
                                                                              const OutboundFederation& federation,
                                                                              const StsRequest& request,
                                                                              const Known&... known) {
  return detail::SpecialSessionMaker::of_an_outbound_token(caller, nullptr, federation, request, setting_of(known...));
}
template <class... Known>
[[nodiscard]] constexpr Result<OutboundToken, Verdict> get_web_identity_token(const Session& caller,
                                                                              const OutboundFederation& federation,
                                                                              const StsRequest& request,
                                                                              const Known&... known) {
  return detail::SpecialSessionMaker::of_an_outbound_token(caller.principal(), &caller, federation, request,
                                                           setting_of(known...));
}

/// GetDelegatedAccessToken: a credential of the principal that approved a partner's request, for the 300 to 43200
/// seconds that it asks for, at most four hours if the root user approved. You state whether the caller is AWS or an
/// approved partner; the caller's own policies must allow the call.
/// Source: GetDelegatedAccessToken, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html
template <class... Known>
[[nodiscard]] constexpr Begun get_delegated_access_token(const Principal& partner, const Principal& approver,
                                                         Truth is_approved_partner, const StsRequest& request,
                                                         const Known&... known) {
  return detail::SpecialSessionMaker::of_a_delegation(partner, nullptr, approver, is_approved_partner, request,
                                                      setting_of(known...));
}
template <class... Known>
[[nodiscard]] constexpr Begun get_delegated_access_token(const Session& partner, const Principal& approver,
                                                         Truth is_approved_partner, const StsRequest& request,
                                                         const Known&... known) {
  return detail::SpecialSessionMaker::of_a_delegation(partner.principal(), &partner, approver, is_approved_partner,
                                                      request, setting_of(known...));
}

/// GetScopedCredentials: the same session with less. The caller is a session, and a session known only by its name is
/// not enough: its end is not known. The result keeps its principal, name, tags and source identity; it can do what the
/// session can do and the Policy of the request and of every earlier call allow. The request has a Policy, at most three
/// in a row, or a duration of 1 to 129600 seconds, or both; the result ends with the session at the latest. It is not
/// role chaining. A view of the session, which must outlive it.
/// Source: GetScopedCredentials, https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html
template <class... Known>
[[nodiscard]] constexpr Begun get_scoped_credentials(const Session& caller, const StsRequest& request,
                                                     const Known&... known) {
  return detail::SpecialSessionMaker::of_a_scope(caller.principal(), &caller, request, setting_of(known...));
}
template <class... Known>
[[nodiscard]] constexpr Begun get_scoped_credentials(const Principal& caller, const StsRequest& request,
                                                     const Known&... known) {
  return detail::SpecialSessionMaker::of_a_scope(caller, nullptr, request, setting_of(known...));
}
// clang-format off
template <class... Known>
Begun get_scoped_credentials(const Session&&, const StsRequest&, const Known&...) WHENCE_REFUSED("the narrower session views the session that it narrows: give that session a name first");
// clang-format on
/// A user with a long-term key does not compile: the compiler prints the rule.
template <detail::RefusedAs<detail::NarrowsNothing> Caller, class... Known>
constexpr Begun get_scoped_credentials(const Caller&, const StsRequest&, const Known&...) {
  return detail::refuse<typename detail::NarrowsNothing<Caller>::Rule, Caller>();
}

}  // namespace whence
WHENCE_TEMPLATES_END
