// How the operations of STS make sessions: the rules asked in order, then the value.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/decide/cite_side.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/model/outbound_token.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/session_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A session, or the verdict that refused it.
using Begun = Result<Session, Verdict>;

namespace detail {

// The first rule about the form of a request that is broken or open, with the parameter.
template <class... Rule>
constexpr Verdict verdict_of_request(RuleList<Rule...>, const RequestFacts& facts) {
  Verdict verdict = verdict_of<RuleList<Rule...>>(facts);
  if (verdict) return verdict;
  const auto tell = [&](const RequestFault& fault) {
    verdict.limit = fault.limit;
    verdict.element = fault.element;
    verdict.error = fault.error;
  };
  ((verdict.rule == &Rule::info ? tell(Rule::find(facts)) : void()), ...);
  if (verdict.left_open_by<rules::transitive_keys_are_those_of_tags>()) verdict.open = &open_questions::u9;
  if (verdict.left_open_by<rules::tags_are_within_their_limits>()) verdict.open = &open_questions::u111;
  if (verdict.left_open_by<rules::session_policies_are_within_their_limits>()) verdict.open = &open_questions::x10;
  return verdict;
}

// What GetFederationToken asks the user's own policies.
struct TokenFacts {
  PermissionOutcome permission;
  Truth tagging_is_permitted = Truth::yes;
  [[nodiscard]] constexpr Truth noted(char) const { return permission.allowed_by_callers_side(); }
};

struct SessionMaker {
  template <class Request, class Setting>
  static constexpr Begun of_a_role(const Principal& caller, const Session* before, const Role& role,
                                   const Request& request, Setting setting) {
    if (before != nullptr) setting.origin.session = *before;
    setting.origin.request = request;
    setting.session_name = request.session_name.view();
    const auto facts = MayAssume::facts(caller, role, setting);
    // Who may not call it at all is told before what is wrong with the request.
    const Verdict verdict = MayAssume::verdict(facts);
    if (!verdict && is_by_kind(verdict.rule)) return verdict;
    if (const Verdict form = form_of(facts.operation, request); !form) return form;
    if (!verdict) return verdict;
    const bool chained = caller.kind() == PrincipalKind::role_session;
    const Seconds asked = request.duration_or(info_of(facts.operation).when_unset);
    const Seconds console = console_duration(request, role, chained);
    const Later<SessionFacts, Request> limits{
        .operation = facts.operation,
        .duration = request.is_in_console() ? console : asked,
        .roles_maximum = role.maximum_session(),
        .by_a_service = caller.kind() == PrincipalKind::service,
        .by_a_role_session = chained,
        .by_a_user_session = before != nullptr && before->kind() == SessionKind::user,
        .callers_session_is_valid = before == nullptr || before->is_valid_at(request.at),
        .session_token_passes_hour = setting.readings().session_token_passes_the_hour,
        .in_console = request.is_in_console()};
    if (const Verdict lasting = lifetime_verdict(limits); !lasting) return lasting;
    Session session = made(SessionKind::role, facts.operation, caller, before, request, limits.duration);
    session.principal_ = Session::role_session(role, *SessionName::parse(request.session_name.view()));
    session.role_ = &role;
    session.mfa_ = mfa_of(caller, before, request);
    if (request.is_in_console()) session.lifetime_ = LifetimeBasis::ends_with_sign_in;
    if (request.sign_in_ends != Instant{} && request.sign_in_ends < session.ends_) {
      session.ends_ = request.sign_in_ends;
      session.lifetime_ = LifetimeBasis::ends_with_sign_in;
    }
    return session;
  }

  template <class Request>
  static constexpr Begun of_a_user(const Principal& user, SessionKind kind, const Request& request) {
    if (const Verdict form = form_of(Operation::get_session_token, request); !form) return form;
    return of_a_key(user, kind, Operation::get_session_token, request);
  }

  template <class User, class Request, class Setting>
  static constexpr Begun of_a_federated_user(const User& user, const FederatedName& name, const Request& request,
                                             Setting setting) {
    constexpr auto operation = Operation::get_federation_token;
    const Principal federated = FederatedUser(user.account(), name, user.partition());
    if (const Verdict form = form_of(operation, request); !form) return form;
    setting.origin.request = request;
    if (const Verdict verdict = may_federate(user, federated, setting); !verdict) return verdict;
    Begun begun = of_a_key(user, SessionKind::federated_user, operation, request);
    if (!begun) return begun;
    Session session = *begun;
    session.principal_ = federated;
    return session;
  }

  // The root user needs no permission.
  template <class Setting>
  static constexpr Verdict may_federate(const RootUser&, const Principal&, const Setting&) {
    return {};
  }
  template <class Setting>
  static constexpr Verdict may_federate(const Principal& user, const Principal& federated, const Setting& setting) {
    ArnBuffer resource;
    RequestKeys keys(user, print_once(federated.name(), resource), setting.context, setting.origin);
    const auto ask = [&](Text action) {
      Later<TokenFacts, Setting> facts;
      PermissionQuestion(user, nullptr, false, setting, action, keys).answer_by_callers_side(facts.permission);
      facts.tagging_is_permitted = facts.permission.allowed_by_callers_side();
      return facts;
    };
    const auto told = [](Verdict verdict, const TokenFacts& facts, Text action) {
      verdict.action = action;
      verdict.cited = cite_side(verdict, facts.permission);
      return verdict;
    };
    using Denied = rules::the_callers_side_does_not_deny;
    using Levels = rules::every_level_of_service_control_policies_allows;
    const Text action = info_of(Operation::get_federation_token).action;
    const auto facts = ask(action);
    const Verdict verdict =
        verdict_of<RuleList<Denied, rules::a_user_needs_permission_for_federation_tokens, Levels>>(facts);
    if (!verdict || setting.origin.request->tags.empty()) return told(verdict, facts, action);
    constexpr Text tagging = "sts:TagSession";
    const auto tagged = ask(tagging);
    return told(verdict_of<RuleList<Denied, rules::session_tags_need_tag_session, Levels>>(tagged), tagged, tagging);
  }

  // Stands where a refusal has been reported already, so that it is one error and not two.
  static constexpr Session nobodys() { return Session{}; }

  template <class Request>
  static constexpr Verdict form_of(Operation operation, const Request& request) {
    const Later<RequestFacts, Request> facts{operation, request};
    return verdict_of_request(rules::request_rules{}, facts);
  }

  template <class Facts>
  static constexpr Verdict lifetime_verdict(const Facts& facts) {
    Verdict verdict = verdict_of<rules::session_rules>(facts);
    if (verdict) return verdict;
    verdict.action = info_of(facts.operation).action;
    verdict.limit = &info_of(facts.operation).duration;
    if (verdict.rule == &rules::a_chained_session_lasts_an_hour::info) verdict.limit = &limits::chained_duration;
    if (verdict.rule == &rules::the_roles_maximum_is_one_that_iam_takes::info) {
      verdict.limit = &limits::maximum_session_duration;
    }
    if (verdict.rule == &rules::the_duration_is_within_the_roles_maximum::info) {
      verdict.at_most = facts.roles_maximum.count;
    }
    if (verdict.rule == &rules::a_root_user_delegates_for_four_hours::info) {
      verdict.limit = &limits::root_delegated_duration;
    }
    if (verdict.rule == &rules::a_session_is_used_before_it_ends::info ||
        verdict.rule == &rules::an_outbound_token_ends_with_its_session::info) {
      verdict.limit = nullptr;  // the end of a session is none
    }
    if (verdict.left_open_by<rules::a_chained_session_lasts_an_hour>()) verdict.open = &open_questions::x4;
    return verdict;
  }

  static constexpr Session made(SessionKind kind, Operation operation, const Principal& caller, const Session* before,
                                const StsRequest& request, Seconds duration) {
    Session session;
    session.kind_ = kind;
    session.operation_ = operation;
    session.begun_by_ = caller;
    session.before_ = before;
    session.begins_ = request.at;
    session.ends_ = request.at + duration;
    session.request_ = request;
    session.request_.token_code = {};
    if (!request.states_duration()) session.lifetime_ = LifetimeBasis::not_asked;
    return session;
  }

 private:
  // Rules about who calls, of which there is no need to look at the request.
  static constexpr bool is_by_kind(const RuleInfo* rule) {
    return rule == &rules::the_root_user_assumes_no_role::info ||
           rule == &rules::a_federated_user_assumes_no_role::info ||
           rule == &rules::the_instance_identity_assumes_no_role::info;
  }

  // What remains of the sign-in, or the role's maximum, or the hour of a chain, whichever is shortest.
  static constexpr Seconds console_duration(const StsRequest& request, const Role& role, bool chained) {
    const Seconds left = request.console_session_ends - request.at;
    const Seconds most = chained ? Seconds{limits::chained_duration.most} : role.maximum_session();
    return left < most ? left : most;
  }

  // MFA shows in the call that it is given with. Whether the session of a role says so is disputed.
  static constexpr Truth mfa_of(const Principal& caller, const Session* before, const StsRequest& request) {
    if (request.has_mfa()) return Truth::unknown;
    if (before != nullptr) return before->has_mfa() == Truth::no ? Truth::no : Truth::unknown;
    return caller.kind() == PrincipalKind::role_session ? Truth::unknown : Truth::no;
  }

  template <class Request>
  static constexpr Begun of_a_key(const Principal& user, SessionKind kind, Operation operation,
                                  const Request& request) {
    const bool is_root = user.kind() == PrincipalKind::root_user;
    const Seconds hour{limits::root_duration.most};
    const Seconds unset = is_root ? hour : info_of(operation).when_unset;
    const Seconds asked = request.duration_or(unset);
    if (const Verdict lasting =
            lifetime_verdict(Later<SessionFacts, Request>{.operation = operation, .duration = asked});
        !lasting)
      return lasting;
    const bool cut = is_root && asked > hour;
    Session session = made(kind, operation, user, nullptr, request, cut ? hour : asked);
    session.principal_ = user;
    session.mfa_ = truth(request.has_mfa());
    if (cut) session.lifetime_ = LifetimeBasis::cut_for_root;
    return session;
  }
};

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
