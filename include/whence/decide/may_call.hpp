// The question may_call(caller, action): what a credential of this kind may call at all, and whether its own policies let it.
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/cite_side.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/model/credential.hpp>
#include <whence/rules/call_matrix.hpp>
#include <whence/rules/operation_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

namespace detail {

// Whether the policies of the caller's side decide on this cell, alone or among other things.
constexpr bool asks_the_callers_side(char note) {
  for (const char each : Text("ehklmnopqsuz")) {
    if (each == note) return true;
  }
  return false;
}

// What the own policies of the caller allow is not all that the cell depends on.
constexpr bool depends_on_more(char note) {
  for (const char each : Text("kmnpqsz")) {
    if (each == note) return true;
  }
  return false;
}

template <class Setting>
constexpr OperationFacts operation_facts(const Principal& caller, CallerKind kind, CallTarget target, Text action,
                                         const Setting& setting) {
  OperationFacts facts;
  facts.action = action;
  facts.cell = call_cell(kind, target);
  const ViewOf<Session> session = setting.origin.session;
  facts.callers_session_is_valid = !session || setting.at == Instant{} || session->is_valid_at(setting.at);
  if (facts.cell.verdict != CallVerdict::conditional || !asks_the_callers_side(facts.cell.note)) return facts;
  RequestKeys keys(caller, setting.resource, setting.context, setting.origin);
  PermissionQuestion(caller, nullptr, false, setting, action, keys).answer_by_callers_side(facts.permission);
  // The root user is allowed everything in its account but what an organization withholds.
  const bool is_root = caller.kind() == PrincipalKind::root_user;
  facts.permitted = is_root ? Truth::yes : facts.permission.allowed_by_callers_side();
  if (facts.cell.note == 'u') {
    ArnBuffer root;
    const bool known = session && session->kind() == SessionKind::assumed_root;
    facts.permitted =
        !known ? Truth::unknown : leaves(session->task(), action, setting.resource, print_once(caller.name(), root));
  }
  if (facts.cell.note == 'l') {
    // Whether a federated user that is known by name only has session policies is not known.
    if (!session) facts.permitted = both(facts.permitted, Truth::unknown);
    if (session && !session->has_session_policies()) facts.permitted = Truth::no;
  }
  // For AssumeRole the trust policy can stand in for the caller's own policies; for others they are needed and not enough.
  const bool assumes = target.column() == static_cast<std::size_t>(Operation::assume_role);
  if (depends_on_more(facts.cell.note)) {
    facts.permitted = assumes ? Truth::unknown : both(facts.permitted, Truth::unknown);
  }
  return facts;
}

template <class Rules>
constexpr Verdict verdict_of_call(const OperationFacts& facts, CallerKind kind, CallTarget target) {
  Verdict verdict = verdict_of<Rules>(facts);
  verdict.action = facts.action;
  const bool by_policies = facts.cell.verdict == CallVerdict::conditional && asks_the_callers_side(facts.cell.note);
  if (by_policies) verdict.cited = cite_side(verdict, facts.permission);
  if (facts.cell.verdict == CallVerdict::unknown && verdict.is_unknown()) {
    const bool outbound = target.column() == static_cast<std::size_t>(Operation::get_web_identity_token);
    verdict.open = kind == CallerKind::outbound_token         ? &open_questions::u10
                   : kind == CallerKind::root_key && outbound ? &open_questions::u4
                                                              : &open_questions::u112;
  }
  return verdict;
}

}  // namespace detail

/// The type of the question `may_call`.
struct MayCall {
  using Rules = rules::operation_rules;

  /// May this caller call this action (sts:GetSessionToken, iam:ListUsers, s3:GetObject)? What the kind of its credential
  /// rules out is decided whatever the policies say; otherwise what its own side says is asked: CallerSide or Policies
  /// (identity, boundary, session and service control policies), beside a RequestContext, the Resource and an Instant.
  /// Policies of the resource are not looked at, so that a yes of theirs can make more of an implicit denial. What a trust policy
  /// or a switch of the account decides as well stays unknown here: ask may_assume, or the operation itself.
  /// Complexity: linear in the policies; no allocation.
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
  /// Of a kind of caller, with nothing known of its policies: what the matrix says.
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(CallerKind kind, Text action, const Known&... known) const {
    static_assert(sizeof...(known) == 0,
                  "of a kind of caller no policies are known: ask about a principal or a session");
    const CallTarget target(action);
    detail::Later<OperationFacts, Known...> facts;
    facts.action = action;
    facts.cell = call_cell(kind, target);
    return detail::verdict_of_call<Rules>(facts, kind, target);
  }
  template <class... Known>
  [[nodiscard]] constexpr Verdict operator()(const Role& role, Text action, const Known&... known) const {
    return (*this)(caller_kind_of(role), action, known...);
  }
  // Compilers quote one line of a deleted function.
  // clang-format off
  template <class... Known>
  Verdict operator()(const Software&, Text, const Known&...) const WHENCE_REFUSED("[W101] software signs with the credential of a session or a user: ask about that one");
  template <class... Known>
  Verdict operator()(const OsUser&, Text, const Known&...) const WHENCE_REFUSED("[W101] a user of an operating system is unknown to AWS: ask about the credential that he holds");
  template <class... Known>
  Verdict operator()(const Account&, Text, const Known&...) const WHENCE_REFUSED("[W103] an account makes no request: ask about its users and sessions");
  // clang-format on

 private:
  template <class Setting>
  static constexpr Verdict by(const Principal& caller, CallerKind kind, Text action, const Setting& setting) {
    const CallTarget target(action);
    return detail::verdict_of_call<Rules>(detail::operation_facts(caller, kind, target, action, setting), kind, target);
  }
};

inline constexpr MayCall may_call{};

}  // namespace whence
WHENCE_TEMPLATES_END
