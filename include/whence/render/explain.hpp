// Answers in words.
#pragma once

#include <string>

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/ssm_agent.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/model/chain.hpp>
#include <whence/render/write.hpp>

namespace whence {

/// "title, URL (grade)", as much of it as there is.
[[nodiscard]] inline std::string explain(const Source& source) {
  std::string out;
  write(out, source.title);
  if (!source.url.empty()) write(out, ", ", source.url);
  write(out, " (", name_of(source.grade), ")");
  return out;
}

/// "[id] sentence"
[[nodiscard]] inline std::string explain(const RuleInfo& rule) {
  std::string out;
  write(out, "[", rule.id, "] ", rule.sentence);
  return out;
}

/// "name (plane): address, owner, mode", as much of it as there is.
[[nodiscard]] inline std::string describe(const Place& place) {
  std::string out;
  write(out, place.name, " (", name_of(place.plane), ")");
  if (!place.address.empty()) write(out, ": ", place.address);
  if (!place.owner.empty()) write(out, ", of ", place.owner);
  if (!place.mode.empty()) write(out, ", ", place.mode);
  return out;
}

/// Decision, rule, open question and source, a line each. Ends with a line break.
[[nodiscard]] inline std::string explain(const Verdict& verdict) {
  std::string out;
  write(out, name_of(verdict.decision), "\n");
  if (verdict.rule == nullptr) return out;
  write(out, "  rule: ", explain(*verdict.rule), "\n");
  if (verdict.open != nullptr) write(out, "  open: ", verdict.open->id, ": ", verdict.open->question, "\n");
  write(out, "  source: ", explain(verdict.rule->source), "\n");
  return out;
}

namespace detail {

inline void write_statement(std::string& out, const TrustPolicy& policy, int index, Text what) {
  const Statement& statement = policy.statements()[static_cast<std::size_t>(index)];
  const SourcePosition at = position_of(policy.source(), statement.source.at);
  write(out, "  statement ", std::to_string(index + 1));
  if (statement.sid.size != 0) write(out, " (", policy.at(statement.sid), ")");
  write(out, " on line ", std::to_string(at.line), " ", what);
  bool first = true;
  for (const Condition& condition : policy.conditions_of(statement)) {
    constexpr Text sets[] = {"", "ForAllValues:", "ForAnyValue:"};
    write(out, first ? Text(", if ") : Text(" and "), sets[static_cast<std::size_t>(condition.test.values)],
          condition.test.test_name(), condition.test.if_exists ? Text("IfExists") : Text(), " of ",
          policy.at(condition.key));
    first = false;
  }
  write(out, "\n");
}

inline void write_named(std::string& out, const TrustPolicy& policy) {
  write(out, "  the trust policy names:");
  for (const Statement& statement : policy.statements()) {
    for (const PrincipalEntry& entry : policy.principals_of(statement)) write(out, " ", policy.at(entry.text));
  }
  write(out, "\n");
}

}  // namespace detail

/// The whole answer to may_assume(caller, role): decision, rule and source, the statement that decided, what is missing,
/// what is taken for granted. Ends with a line break.
[[nodiscard]] inline std::string explain_may_assume(const Principal& caller, const Role& role,
                                                    CallerSide side = CallerSide::not_given) {
  const AssumeFacts facts = MayAssume::facts(caller, role, side);
  const Verdict verdict = MayAssume::verdict(facts);
  const RuleInfo& names_caller = rules::the_trust_policy_names_the_caller::info;
  std::string out = explain(verdict);
  if (verdict) write(out, "  rule: ", explain(names_caller), "\n  source: ", explain(names_caller.source), "\n");
  const bool denies =
      verdict.statement >= 0 && (verdict.statement == facts.trust.deny ||
                                 (verdict.is_unknown() && verdict.statement == facts.trust.conditional_deny));
  if (verdict.statement >= 0) {
    detail::write_statement(out, role.trust(), verdict.statement,
                            denies ? Text("denies the caller") : name_of(facts.trust.level));
  }
  if (verdict.rule == &names_caller) detail::write_named(out, role.trust());
  if (verdict.rule == &rules::the_callers_own_policies_allow::info) {
    write(out, "  missing: an Allow of ", info_of(facts.operation).action, " on ", to_string(role.arn()),
          " among the caller's own policies\n");
  }
  if (verdict && side == CallerSide::allows) write(out, "  stated: the caller's own policies allow the call\n");
  if (verdict || verdict.is_unknown())
    write(out, "  taken for granted: no policy outside this document denies the call\n");
  return out;
}

[[nodiscard]] inline std::string explain_may_assume(const Session& caller, const Role& role,
                                                    CallerSide side = CallerSide::not_given) {
  return explain_may_assume(caller.principal(), role, side);
}

/// A chain from its last session back to its origin, a line each.
[[nodiscard]] inline std::string explain(const Chain& chain) {
  std::string out;
  for (const Session* session = &chain.last(); session != nullptr; session = session->before()) {
    write(out, to_string(session->principal()), "\n    begun by ", to_string(session->begun_by()), " with ",
          info_of(session->operation()).action, "\n");
  }
  constexpr Text origins[] = {"a long-term key", "a service of AWS", "a token of an identity provider",
                              "not known: a session known by its name only"};
  write(out, "    origin: ", origins[static_cast<std::size_t>(chain.origin().kind)], "\n");
  return out;
}

/// One row: its four relations and its custody, place by place.
[[nodiscard]] inline std::string explain(const catalog::CredentialSource& row) {
  std::string out;
  const auto line = [&out](Text name, Text value) {
    write(out, "  ", name, value.empty() ? Text("nobody") : value, "\n");
  };
  write(out, row.name, "\n");
  line("trusted by the role: ", row.trusted);
  line("assumer:             ", row.assumer);
  line("requester:           ", row.requester);
  line("custodian:           ", row.custodian);
  line("user:                ", row.user);
  for (const Place& place : row.custody) line("rests in:            ", describe(place));
  return out;
}

/// "yes, at PLACE (ADDRESS)", or "no" and the wall, for one observer and one row. No line break.
[[nodiscard]] inline std::string explain_reading(const Observer& observer, const catalog::CredentialSource& row,
                                                 const Node& node = {}) {
  const Reading reading = CanRead::reading(observer, row, node);
  std::string out;
  write(out, reading ? Text("yes") : reading.verdict.is_unknown() ? Text("unknown") : Text("no"), ", at ");
  write(out, reading.place == nullptr ? Text("no place") : reading.place->name);
  if (reading && !reading.place->address.empty()) write(out, ": ", reading.place->address);
  if (!reading) write(out, ": ", explain(*reading.verdict.rule));
  return out;
}

}  // namespace whence
