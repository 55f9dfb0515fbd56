// Compares one conformance vector with the library, at compile time or at run time.
#pragma once

#include <whence/document/field_reader.hpp>
#include <whence/document/scenario.hpp>

#include "sts_vectors.hpp"

namespace vectors {

using whence::Decision;
using whence::Text;

constexpr Text member_of(Text object, Text name) { return whence::json_member(object, name); }

constexpr Text word_of(Decision decision) {
  switch (decision) {
    case Decision::allowed: return "\"allow\"";
    case Decision::invalid_request: return "\"invalid\"";
    case Decision::unknown: return "\"unknown\"";
    default: return "\"deny\"";
  }
}

struct Outcome {
  Text verdict = "\"invalid\"";  // the verdict for a policy that is refused
  Text kind;
  Text open;
  Text rule;
};

constexpr Outcome outcome_of(Text line) {
  Outcome outcome;
  const auto scenario = whence::Scenario::parse(line);
  if (!scenario) {
    switch (scenario.error().fault) {
      case whence::ScenarioFault::policy:
      case whence::ScenarioFault::key_contradicts_the_caller:
      case whence::ScenarioFault::key_is_in_no_such_call:
      case whence::ScenarioFault::endpoint_policy_of_pass_role: break;
      default: outcome.verdict = "\"no scenario\"";
    }
    return outcome;
  }
  const whence::Verdict verdict = scenario->verdict();
  outcome.verdict = word_of(verdict.decision);
  if (verdict.decision == Decision::denied_explicitly) outcome.kind = "\"explicit\"";
  if (verdict.decision == Decision::denied_implicitly) outcome.kind = "\"implicit\"";
  if (verdict.open != nullptr) outcome.open = verdict.open->id;
  if (verdict.rule != nullptr) outcome.rule = verdict.rule->id;
  return outcome;
}

// Whether the library gives the expected verdict, the kind of a denial, and the open question.
constexpr bool hold(Text line) {
  if (sts_vectors::is_one(line)) return sts_vectors::hold(line);
  const Outcome outcome = outcome_of(line);
  const Text expected = member_of(line, "expect");
  const Text open = member_of(expected, "open");
  const bool open_agrees = open.empty() || (open.size() > 2 && open.part(1, open.size() - 2) == outcome.open);
  return member_of(expected, "verdict") == outcome.verdict && member_of(expected, "kind") == outcome.kind &&
         open_agrees;
}

}  // namespace vectors
