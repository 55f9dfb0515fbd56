// Sources, rules and verdicts in words.
#pragma once

#include <string>

#include <whence/decide/verdict.hpp>
#include <whence/render/write.hpp>

namespace whence {

/// In one word, as the tools print it: allow, deny, invalid or unknown.
[[nodiscard]] constexpr Text word_of(Decision decision) {
  constexpr Text words[] = {"allow", "deny", "deny", "invalid", "unknown"};
  return words[static_cast<std::size_t>(decision)];
}
/// Of a denial: explicit or implicit. Empty for everything else.
[[nodiscard]] constexpr Text kind_of(Decision decision) {
  return decision == Decision::denied_explicitly   ? Text("explicit")
         : decision == Decision::denied_implicitly ? Text("implicit")
                                                   : Text();
}

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

}  // namespace whence
