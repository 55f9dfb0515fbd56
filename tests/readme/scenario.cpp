#include <iostream>
#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>
using namespace whence;

void answer(const std::string& json) {
  const auto scenario = Scenario::parse(json);  // owns its text
  if (!scenario) {
    const ScenarioError& error = scenario.error();
    std::cerr << std::string(error.field) << ", byte " << error.offset << ": " << std::string(error.sentence()) << '\n';
    return;
  }
  const Verdict verdict = scenario->verdict();
  std::cout << explain(verdict);  // the decision, the rule, its source
  if (verdict.cited.statement >= 0) {
    const std::string where(name_of(verdict.cited.gate));  // "trust policy", "service control policy", ...
    std::cout << "statement " << verdict.cited.statement + 1 << " of the " << where << '\n';
  }
}
