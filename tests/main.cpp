// doctest's main, except that a run in which no test was selected fails: a filter that matches nothing is a
// mistake, and would pass.
#define DOCTEST_CONFIG_IMPLEMENT
#include "dual.hpp"

#include <cstdio>

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

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int result = context.run();
  if (context.shouldExit() || listing || selected > 0) return result;
  std::puts("no test case was selected");
  return 1;
}
