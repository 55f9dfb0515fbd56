// Sources, rules and verdicts in words.
#pragma once

#include <string>

#include <whence/document/scenario_fault.hpp>
#include <whence/explain/write.hpp>
#include <whence/rules/rule.hpp>

namespace whence {

/// One word, as the tools print it: allow, deny, invalid or unknown.
[[nodiscard]] constexpr Text word_of(Decision decision) {
  constexpr Text words[] = {"allow", "deny", "deny", "invalid", "unknown"};
  return words[static_cast<std::size_t>(decision)];
}
/// The kind of a denial: explicit or implicit. Empty for any other decision.
[[nodiscard]] constexpr Text kind_of(Decision decision) {
  return decision == Decision::denied_explicitly   ? Text("explicit")
         : decision == Decision::denied_implicitly ? Text("implicit")
                                                   : Text();
}

/// "title, URL (grade)"; without the URL if there is none.
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

/// "RoleSessionName, 2 to 64 characters: ...": the parameter that breaks a limit, the limit and the fault; empty if
/// there is none. Elements of lists are counted from 1.
[[nodiscard]] inline std::string explain_limit(const Verdict& verdict) {
  std::string out;
  if (verdict.limit == nullptr) return out;
  const Limit& limit = *verdict.limit;
  write(out, limit.field);
  const bool of_a_tag = verdict.limit == &limits::tag_key || verdict.limit == &limits::tag_value;
  if (verdict.element >= 0) {
    write(out, of_a_tag ? Text(" of tag ") : Text(", element "), std::to_string(verdict.element + 1));
  }
  // An element that equals another one breaks no size limit.
  if (verdict.element >= 0 && !verdict.error) return out;
  const std::int64_t most = verdict.at_most >= 0 ? verdict.at_most : limit.most;
  write(out, ", ", std::to_string(limit.least));
  if (most != limit.least) write(out, " to ", std::to_string(most));
  write(out, " ", limit.unit);
  if (verdict.at_most >= 0) {
    write(out, verdict.limit == &limits::scoped_duration ? Text(" for this session") : Text(" for this role"));
  }
  if (verdict.error) {
    write(out, ": ", verdict.error.sentence(), ", at byte ", std::to_string(verdict.error.offset + 1));
  }
  return out;
}

/// "the hop limit was not given: ...; changed by: ..."
[[nodiscard]] inline std::string explain(const Assumption& assumption) {
  std::string out;
  write(out, assumption.assumed, "; changed by: ", assumption.changed_by);
  return out;
}

/// Decision, rule, limit, open question, assumption and source, a line each. Ends with a line break.
[[nodiscard]] inline std::string explain(const Verdict& verdict) {
  std::string out;
  write(out, name_of(verdict.decision), "\n");
  const std::string assumed = verdict.assumed == nullptr ? std::string() : explain(*verdict.assumed);
  if (!assumed.empty() && verdict.rule == nullptr) write(out, "  assumed: ", assumed, "\n");
  if (verdict.rule == nullptr) return out;
  write(out, "  rule: ", explain(*verdict.rule), "\n");
  if (const std::string limit = explain_limit(verdict); !limit.empty()) write(out, "  limit: ", limit, "\n");
  if (verdict.open != nullptr) write(out, "  open question ", verdict.open->id, ": ", verdict.open->question, "\n");
  if (!assumed.empty()) write(out, "  assumed: ", assumed, "\n");
  write(out, "  source: ", explain(verdict.rule->source), "\n");
  return out;
}

/// The sentence of a fault, and the id of the save check if a policy can be parsed but AWS does not save it.
[[nodiscard]] inline std::string describe(const PolicyError& error) {
  std::string out;
  if (const Text id = error.save_check(); !id.empty()) write(out, "AWS does not save this policy (", id, "): ");
  write(out, error.sentence());
  return out;
}

/// The byte of `text`, which was read, to which an error points: of a policy that is a string in it, the string.
[[nodiscard]] constexpr std::size_t offset_of(const ScenarioError& error, Text text) {
  const bool is_object = error.offset < text.size() && text[error.offset] == '{';
  return error.offset + (is_object ? error.policy.offset : 0);
}

namespace detail {

inline std::string describe(const ScenarioError& error, Text text, bool with_position) {
  std::string out;
  if (!error.field.empty()) write(out, visible(error.field.part(0, 80)), with_position ? ", " : ": ");
  if (error.level >= 0) write(out, "level ", std::to_string(error.level + 1), ", ");
  const bool of_a_policy = error.fault == ScenarioFault::policy;
  if (of_a_policy && (error.level >= 0 || error.index > 0))
    write(out, "policy ", std::to_string(error.index + 1), ", ");
  if (of_a_policy && (error.offset >= text.size() || text[error.offset] != '{')) {
    write(out, "byte ", std::to_string(error.policy.offset + 1), " of the string: ");
  } else if (with_position) {
    const SourcePosition place = position_of(text, offset_of(error, text));
    if (place.line > 1) write(out, "line ", std::to_string(place.line), ", ");
    write(out, "column ", std::to_string(place.column), ": ");
  } else if (out.size() > 2 && out[out.size() - 2] == ',') {
    out[out.size() - 2] = ':';
  }
  if (of_a_policy) return out + whence::describe(error.policy);
  write(out, error.sentence());
  if (error.name) write(out, " (", error.name.sentence(), ")");
  return out;
}

}  // namespace detail

/// Field, level, policy, column and sentence of an error, without a line break; at most 80 bytes of the name of a
/// field. `text` is what was read. In a policy that is a JSON string in it, the position is a byte of the string.
[[nodiscard]] inline std::string describe(const ScenarioError& error, Text text) {
  return detail::describe(error, text, true);
}
/// The same without the line and the column, which offset_of gives.
[[nodiscard]] inline std::string describe_without_position(const ScenarioError& error, Text text) {
  return detail::describe(error, text, false);
}

}  // namespace whence
