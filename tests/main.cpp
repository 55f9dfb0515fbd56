// The main of doctest, except that a run fails if no test is selected: a filter that matches nothing is a mistake.
#define DOCTEST_CONFIG_IMPLEMENT
#include "dual.hpp"

#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>
#include <whence/flow/deployment.hpp>
#include <whence/model/principal.hpp>
#include <whence/names/account_id.hpp>

#include <cstdio>
#include <string>

namespace {

bool listing = false;
unsigned selected = 0;

struct Count : doctest::IReporter {
  explicit Count(const doctest::ContextOptions&) {}
  void report_query(const doctest::QueryData&) override { listing = true; }
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats& run) override { selected = run.numTestCasesPassingFilters; }
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_LISTENER("count", 1, Count);

}  // namespace

void dual::report(bool holds, const char* text, const char* file, int line) {
  doctest::detail::ResultBuilder check(doctest::assertType::DT_CHECK, file, line, text);
  check.setResult(holds ? doctest::detail::Result(true)
                        : doctest::detail::Result(false, "false; tests/run unit.NAME shows the values"));
  if (check.log()) DOCTEST_BREAK_INTO_DEBUGGER();
  check.react();
}

namespace {

template <class... Piece>
doctest::String words(const Piece&... piece) {
  std::string out;
  whence::write(out, piece...);
  return out.c_str();
}

std::string place_of(const whence::Citation& cited) {
  std::string out;
  whence::write(out, name_of(cited.gate));
  const auto add = [&out](whence::Text what, int index) {
    if (index >= 0) whence::write(out, ", ", what, " ", std::to_string(index));
  };
  add("level", cited.level);
  add("policy", cited.policy);
  add("statement", cited.statement);
  add("condition", cited.condition);
  return out;
}

// Like explain(), with more details for tests. Indices are those of the members, from 0.
std::string words_of(const whence::Verdict& verdict) {
  std::string out = explain(verdict);
  const auto add = [&out](whence::Text what, const std::string& value) { whence::write(out, "  ", what, ": ", value, "\n"); };
  if (!verdict.action.empty()) add("action", std::string(verdict.action.data(), verdict.action.size()));
  if (verdict.cited != whence::Citation{}) add("cited", place_of(verdict.cited));
  if (verdict.statement >= 0) add("statement", std::to_string(verdict.statement));
  if (verdict.element >= 0) add("element", std::to_string(verdict.element));
  out.pop_back();
  return out;
}

std::string words_of(const whence::FlowVerdict& verdict) {
  return words_of(verdict.verdict) + "\n  flow " + std::to_string(verdict.flow) + ", step " + std::to_string(verdict.step);
}

}  // namespace

namespace whence {

doctest::String toString(Decision decision) { return words(name_of(decision)); }
doctest::String toString(Truth truth) { return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown"; }
doctest::String toString(Gate gate) { return words(name_of(gate)); }

}  // namespace whence

namespace doctest {

String StringMaker<whence::Text>::convert(const whence::Text& text) { return words("\"", text, "\""); }
String StringMaker<whence::Verdict>::convert(const whence::Verdict& verdict) { return words_of(verdict).c_str(); }
String StringMaker<whence::FlowVerdict>::convert(const whence::FlowVerdict& verdict) { return words_of(verdict).c_str(); }
String StringMaker<whence::DeploymentVerdict>::convert(const whence::DeploymentVerdict& verdict) {
  return words(words_of(verdict), ", who \"", verdict.who, "\", what \"", verdict.what, "\"");
}
String StringMaker<whence::RuleInfo>::convert(const whence::RuleInfo& rule) { return explain(rule).c_str(); }
String StringMaker<whence::OpenQuestion>::convert(const whence::OpenQuestion& open) {
  return words(open.id, ": ", open.question);
}
String StringMaker<whence::NameError>::convert(const whence::NameError& error) {
  return words(error.sentence(), ", at byte ", std::to_string(error.offset), " (from 0)");
}
String StringMaker<whence::Citation>::convert(const whence::Citation& cited) { return place_of(cited).c_str(); }
String StringMaker<whence::AccountId>::convert(const whence::AccountId& account) { return words(account.digits().view()); }
String StringMaker<whence::Principal>::convert(const whence::Principal& principal) {
  std::string out;
  print(principal.name(), [&out](whence::Text piece) { whence::write(out, piece); });
  return out.c_str();
}

}  // namespace doctest

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int result = context.run();
  if (context.shouldExit() || listing || selected > 0) return result;
  std::puts("no test case was selected");
  return 1;
}
