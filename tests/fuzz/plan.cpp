// Any bytes as a plan, a hop a line. An error must point to one of the bytes. Every session must obey the rule book:
// who may call, how long it lasts, what it passes on, and what a Deny of everything still allows.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/plan.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/plan
#include <whence/document/plan.hpp>
#include <whence/explain/explain_session.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/sts.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace whence;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check(const ScenarioError& error, Text line) {
  require(error && error.offset <= line.size());
  require(!error.sentence().empty() && error.sentence() != ScenarioError().sentence());
  require(!describe(error, line).empty());
}

CallerKind kind_of(const Hop& hop, const Session* before) {
  const Result<Principal, NameError> caller = hop.scenario().caller();
  return before != nullptr ? caller_kind_of(*before) : caller ? caller_kind_of(*caller) : CallerKind::role_itself;
}

// If there is a session, the matrix allows the call and the session is within the limits.
void check(const Session& session, const Session* before) {
  require(session.before() == before);
  const std::int64_t lasts = (session.ends() - session.begins()).count;
  const OperationInfo& operation = info_of(session.operation());
  require(lasts >= 0 && lasts <= operation.duration.most);
  const PrincipalKind assumer = session.begun_by().kind();
  if (session.operation() == Operation::assume_role && assumer == PrincipalKind::role_session) require(lasts <= 3600);
  if (assumer == PrincipalKind::root_user) require(lasts <= 3600);
  require(longest_lifetime_of(session).longest.count >= lasts);
  require(session.role() == nullptr || assumer == PrincipalKind::service ||
          lasts <= session.role()->maximum_session().count);
  require(!session.request().token_code.is_stated());
  if (before == nullptr) return;
  require(before->is_valid_at(session.begins()));
  if (session.role() == nullptr) return;
  if (!before->source_identity().empty()) require(session.source_identity() == before->source_identity());
  require(!hands_on_tags(*before) || hands_on_tags(session));
  for_each_session_tag(session, [&](Text key, Text value, bool, bool inherited) {
    const ContextKey tag = principal_tag(session, "aws:PrincipalTag/x", key);
    require(tag.size() == 1 && (inherited ? tag[0] == value : true));
    require(!inherited || find_tag(session.request().tags, key) == nullptr);
  });
  if (before->has_mfa() == Truth::no && !session.request().serial_number.is_stated()) {
    require(session.has_mfa() == Truth::no);
  }
}

void check(const Hop& hop, const Session* before) {
  const Verdict& verdict = hop.verdict();
  require(static_cast<bool>(verdict) == (hop.session() != nullptr || hop.token() != nullptr));
  require(hop.session() == nullptr || hop.token() == nullptr);
  require((verdict.rule == nullptr) == (verdict.decision == Decision::allowed));
  require(verdict.open == nullptr || verdict.is_unknown());
  require((sts_error_of(verdict) == nullptr) == (verdict || verdict.is_unknown()));
  if (verdict) {
    const CallVerdict cell = call_cell(kind_of(hop, before), hop.operation()).verdict;
    require(cell == CallVerdict::allow || cell == CallVerdict::conditional);
  }
  require(explain_limit(verdict).empty() == (verdict.limit == nullptr));
  if (const Session* const session = hop.session()) {
    check(*session, before);
    require(!explain(*session).empty() && !explain(Chain(*session)).empty());
  }
  if (const OutboundToken* const token = hop.token()) {
    require(token->ends >= token->begins && (before == nullptr || token->ends <= before->ends()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text all(reinterpret_cast<const char*>(data), size);
  Plan plan;
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = all.find('\n', at) == Text::npos ? all.size() : all.find('\n', at);
    const Text line = all.part(at, end - at);
    at = end + 1;
    const std::size_t first = plan.size();
    const bool whole = !json_member(line, "hops").empty();
    if (whole || Plan::begins_a_chain(line)) plan = Plan();
    const std::size_t from = plan.size() < first ? 0 : first;
    const ScenarioError error = whole ? plan.add_all(line) : plan.add(line);
    if (error) check(error, line);
    for (std::size_t i = from; i < plan.size(); ++i) check(plan[i], i == 0 ? nullptr : plan[i - 1].session());
    if (plan.size() > 0 && !plan.last().verdict()) plan = Plan();
  }
  return 0;
}
