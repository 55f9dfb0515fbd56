// Answers of may_assume and may_pass in words: which statement decided, what is missing, what was assumed.
#pragma once

#include <cstddef>
#include <string>

#include <whence/base/config.hpp>
#include <whence/decide/find_policy.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {

inline std::string reason_of_assuming(const Verdict&, const Principal& caller, const Role&, const AssumeSetting&);
inline std::string reason_of_passing(const Verdict&, const Principal& caller, const Role&, const AssumeSetting&);
inline std::string explain_assuming(const Principal& caller, const Role&, const AssumeSetting&);
inline std::string explain_passing(const Principal& caller, const Role&, const AssumeSetting&);

}  // namespace detail

/// The whole answer of may_assume(caller, role, known...): decision, rule, source, the statement that decided, what is
/// missing, what was assumed. Ends with a line break.
template <class... Known>
[[nodiscard]] std::string explain_may_assume(const Principal& caller, const Role& role, const Known&... known) {
  return detail::explain_assuming(caller, role, setting_of(known...));
}
template <class... Known>
[[nodiscard]] std::string explain_may_assume(const Session& caller, const Role& role, const Known&... known) {
  AssumeSetting setting = setting_of(known...);
  setting.origin.session = caller;
  return detail::explain_assuming(caller.principal(), role, setting);
}

/// The reason of a verdict of may_assume in one line, without a line break.
template <class... Known>
[[nodiscard]] std::string reason(const Verdict& verdict, const Principal& caller, const Role& role,
                                 const Known&... known) {
  return detail::reason_of_assuming(verdict, caller, role, setting_of(known...));
}

/// The whole answer of may_pass(caller, role, known...). Ends with a line break.
template <class... Known>
[[nodiscard]] std::string explain_may_pass(const Principal& caller, const Role& role, const Known&... known) {
  return detail::explain_passing(caller, role, setting_of(known...));
}

/// The reason of a verdict of may_pass in one line, without a line break.
template <class... Known>
[[nodiscard]] std::string reason_of_passing(const Verdict& verdict, const Principal& caller, const Role& role,
                                            const Known&... known) {
  return detail::reason_of_passing(verdict, caller, role, setting_of(known...));
}

// ---- Implementation.

namespace detail {

// Writes what a citation of a verdict refers to.
class CitationWriter {
 public:
  CitationWriter(const Principal& caller, const Role& role, const AssumeSetting& setting, Operation operation)
      : caller_(caller),
        role_(role),
        context_(setting.context),
        policies_(setting.policies ? &*setting.policies : nullptr),
        keys_(caller, role, operation, setting.context, setting.session_name, setting.origin) {}

  // "the trust policy", "identity policy 2", "service control policy 1 of level 3"
  [[nodiscard]] static std::string policy(const Citation& found) {
    std::string out(name_of(found.gate));
    if (found.gate == Gate::trust || found.gate == Gate::boundary || found.gate == Gate::endpoint) return "the " + out;
    if (found.policy >= 0) write(out, " ", std::to_string(found.policy + 1));
    if (found.level >= 0) write(out, " of level ", std::to_string(found.level + 1));
    return out;
  }

  // "statement 2 (Sid) on line 7 of the trust policy"
  [[nodiscard]] std::string statement(const Citation& found) const {
    const Policy* const where = find_policy(found, role_, policies_);
    const Statement* const which = find_statement(found, where);
    std::string out;
    if (which == nullptr) return out;
    write(out, "statement ", std::to_string(found.statement + 1));
    if (which->sid.size != 0) write(out, " (", where->at(which->sid), ")");
    write(out, " on line ", std::to_string(position_of(where->source(), which->source.at).line), " of ", policy(found));
    return out;
  }

  // "StringEquals on sts:ExternalId and Bool on aws:MultiFactorAuthPresent"; empty if there is no condition
  [[nodiscard]] std::string conditions(const Citation& found) const {
    const Policy* const where = find_policy(found, role_, policies_);
    const Statement* const which = find_statement(found, where);
    std::string out;
    if (which == nullptr) return out;
    for (const Condition& condition : where->conditions_of(*which)) {
      write(out, out.empty() ? Text() : Text(" and "), test(condition), " on ");
      write_json_characters(out, where->at(condition.key));
    }
    return out;
  }

  // "Bool on aws:MultiFactorAuthPresent requires "true", and the request does not have the key"; empty if none is cited
  [[nodiscard]] std::string condition(const Citation& found) {
    const Policy* const where = find_policy(found, role_, policies_);
    const Condition* const which = find_condition(found, where);
    std::string out;
    if (which == nullptr) return out;
    write(out, test(*which), " on ");
    write_json_characters(out, where->at(which->key));
    write(out, " requires ");
    const Span<Slice> values = where->values_of(*which);
    if (values.empty()) write(out, "no value");
    for (std::size_t i = 0; i < values.size(); ++i) {
      write(out, i == 0 ? Text() : Text(" or "));
      write_json_string(out, where->at(values[i]));
    }
    const ContextKey key = keys_.find(where->at(which->key));
    if (key.state() == KeyState::unknown) {
      write(out, ", and its value in the request is not known");
    } else if (key.size() == 0) {
      write(out, ", and the request does not have the key");
    } else {
      write(out, ", and the request has ");
      for (std::size_t i = 0; i < key.size(); ++i) {
        write(out, i == 0 ? Text() : Text(", "));
        write_json_string(out, key[i]);
      }
    }
    return out;
  }

  // What the call lacks, or what is not known; empty if a Deny decided or nothing is missing.
  [[nodiscard]] std::string missing(const Verdict& verdict) {
    std::string out;
    const bool denied = verdict.decision == Decision::denied_explicitly ||
                        (verdict.rule != nullptr && verdict.rule->when_broken == Decision::denied_explicitly);
    if (verdict || denied || verdict.cited.gate == Gate::none || verdict.decision == Decision::invalid_request)
      return out;
    const Policy* const where = find_policy(verdict.cited, role_, policies_);
    if (const Condition* const unmet = find_condition(verdict.cited, where); unmet != nullptr) {
      write(out, "a value of ");
      write_json_characters(out, where->at(unmet->key));
      write(out, " that satisfies ", test(*unmet));
      for (const Slice value : where->values_of(*unmet)) {
        write(out, " ");
        write_json_string(out, where->at(value));
      }
      return out;
    }
    write(out, "an Allow of ", verdict.action);
    const Gate gate = verdict.cited.gate;
    if (gate == Gate::trust) return out + " for the caller in the trust policy";
    write(out, " on ", to_string(role_.arn()), " in ");
    if (gate == Gate::identity) return out + "the caller's own policies";
    if (gate != Gate::service_control) return out + "the " + std::string(name_of(gate));
    return out + "a service control policy of level " + std::to_string(verdict.cited.level + 1);
  }

  // The keys that were assumed to be absent: conditions that can matter here test them, and the context does not have
  // them. A space before each.
  [[nodiscard]] std::string absent_keys(Text action) {
    std::string names;
    if (context_.others() != KeyState::absent) return names;
    const auto look = [&](const Policy& policy) { look_for_absent_keys(policy, action, names); };
    look(role_.trust());
    if (policies_ == nullptr) return names;
    for (const Policy& policy : policies_->identity) look(policy);
    for (const Policy& policy : policies_->session) look(policy);
    look(policies_->boundary);
    look(policies_->endpoint);
    const auto look_in = [&look](const auto& levels) {
      for (const auto& level : levels) {
        for (const Policy& policy : level) look(policy);
      }
    };
    look_in(policies_->service_control);
    look_in(policies_->resource_control);
    return names;
  }

 private:
  void look_for_absent_keys(const Policy& policy, Text action, std::string& names) {
    for (const Statement& statement : policy.statements()) {
      const bool names_it = names_caller(policy, statement, caller_, keys_) != Truth::no;
      if (!names_it || !covers(policy, statement, action) || covers_resource(policy, statement, keys_) == Truth::no)
        continue;
      for (const Condition& condition : policy.conditions_of(statement)) {
        const Text name = policy.at(condition.key);
        if (context_.find(name) != nullptr || keys_.find(name).state() != KeyState::absent) continue;
        std::string word(" ");
        write_json_characters(word, name);
        if ((names + " ").find(word + " ") == std::string::npos) names += word;
      }
    }
  }

  static std::string test(const Condition& condition) {
    std::string out;
    print(condition.test, [&out](Text piece) { write(out, piece); });
    return out;
  }

  const Principal& caller_;
  const Role& role_;
  const RequestContext context_;
  const Policies* policies_;
  RequestKeys keys_;
};

// The effect on the action of the statement that a verdict cites.
inline Text what_it_does(const Verdict& verdict) {
  if (verdict) return " allows ";
  if (verdict.rule->when_broken != Decision::denied_explicitly) return " would allow ";
  return verdict.is_unknown() ? " may deny " : " denies ";
}

inline std::string reason_for(const Verdict& verdict, CitationWriter& writer, Text allowed) {
  std::string out;
  if (verdict) {
    const std::string by = writer.statement(verdict.cited);
    write(out, by.empty() ? std::string("the stated side of the caller") : by, " ", allowed);
    return out;
  }
  write(out, verdict.rule->sentence);
  if (verdict.open != nullptr) write(out, "; open question ", verdict.open->id);
  const Citation& found = verdict.cited;
  if (verdict.rule->when_broken == Decision::denied_explicitly) {
    const std::string by = writer.statement(found);
    if (!by.empty()) write(out, "; ", by, what_it_does(verdict), verdict.action);
    const std::string unmet = writer.condition(found);
    if (!unmet.empty()) write(out, "; ", unmet);
    return out;
  }
  if (const std::string unmet = writer.condition(found); !unmet.empty()) {
    write(out, ": ", unmet, ", in ", writer.statement(found));
  } else if (const std::string missing = writer.missing(verdict); !missing.empty()) {
    write(out, verdict.is_unknown() ? Text("; not known: ") : Text("; missing: "), missing);
  }
  return out;
}

inline void write_line(std::string& out, Text label, const std::string& line) {
  if (!line.empty()) write(out, label, line, "\n");
}

inline void write_missing(std::string& out, const Verdict& verdict, CitationWriter& writer) {
  write_line(out, verdict.is_unknown() ? Text("  not known: ") : Text("  missing: "), writer.missing(verdict));
}

inline void write_named(std::string& out, const TrustPolicy& policy) {
  write(out, "  the trust policy names:");
  for (const Statement& statement : policy.statements()) {
    for (const PrincipalEntry& entry : policy.principals_of(statement)) {
      write(out, " ");
      write_json_characters(out, policy.at(entry.text));
    }
  }
  write(out, "\n");
}

inline std::string reason_of_assuming(const Verdict& verdict, const Principal& caller, const Role& role,
                                      const AssumeSetting& setting) {
  CitationWriter writer(caller, role, setting, AssumeFacts(caller, role, setting).operation);
  return reason_for(verdict, writer, "lets the caller assume the role");
}

inline std::string reason_of_passing(const Verdict& verdict, const Principal& caller, const Role& role,
                                     const AssumeSetting& setting) {
  CitationWriter writer(caller, role, setting, Operation::assume_role);
  return reason_for(verdict, writer, "lets the caller pass the role");
}

inline std::string explain_assuming(const Principal& caller, const Role& role, const AssumeSetting& setting) {
  const AssumeFacts facts(caller, role, setting);
  const Verdict verdict = may_assume(caller, role, setting);
  const RuleInfo& names_caller = rules::the_trust_policy_names_the_caller::info;
  CitationWriter writer(caller, role, setting, facts.operation);
  std::string out = explain(verdict);
  if (verdict) write(out, "  rule met: ", explain(names_caller), "\n  source: ", explain(names_caller.source), "\n");
  if (verdict.statement >= 0) {
    Citation shown;
    shown.gate = Gate::trust;
    shown.statement = verdict.statement;
    const bool denies =
        facts.role->trust().statements()[static_cast<std::size_t>(verdict.statement)].effect == Effect::deny;
    write(out, "  ", writer.statement(shown), " ",
          denies ? Text("denies the caller") : name_of(facts.permission.trust.level));
    const std::string conditions = writer.conditions(shown);
    if (!conditions.empty()) write(out, ", if ", conditions);
    write(out, "\n");
  }
  const Citation& own = facts.permission.trust.own.where;
  if (verdict && own.statement >= 0) {
    write(out, "  ", writer.statement(own), " allows ", verdict.action, "\n");
  } else if (verdict.cited.gate != Gate::trust && verdict.cited.statement >= 0) {
    write(out, "  ", writer.statement(verdict.cited), what_it_does(verdict), verdict.action, "\n");
  }
  write_line(out, "  condition: ", writer.condition(verdict.cited));
  if (verdict.decided_by<rules::the_trust_policy_names_the_caller>()) write_named(out, role.trust());
  write_missing(out, verdict, writer);
  if (verdict && !setting.policies && setting.side == CallerSide::allows) {
    write(out, "  stated: the caller's own policies allow the call\n");
  }
  write_line(out, "  assumed absent:", writer.absent_keys(facts.permission.action));
  if ((verdict || verdict.is_unknown()) && !setting.policies) {
    write(
        out,
        "  assumed: no identity policy, permissions boundary, session policy, service control policy, resource control "
        "policy or VPC endpoint policy denies the call\n");
  }
  return out;
}

inline std::string explain_passing(const Principal& caller, const Role& role, const AssumeSetting& setting) {
  const Verdict verdict = may_pass(caller, role, setting);
  CitationWriter writer(caller, role, setting, Operation::assume_role);
  std::string out = explain(verdict);
  if (verdict.cited.statement >= 0) {
    write(out, "  ", writer.statement(verdict.cited), what_it_does(verdict), verdict.action, "\n");
  }
  write_line(out, "  condition: ", writer.condition(verdict.cited));
  write_missing(out, verdict, writer);
  write_line(out, "  assumed absent:", writer.absent_keys(verdict.action));
  return out;
}

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
