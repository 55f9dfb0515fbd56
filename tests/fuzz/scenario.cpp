// Any bytes as a scenario. An error must point to one of the bytes. A scenario that is read has an answer, which stays
// the same after a move, and a reason in words. Less knowledge must not reverse an answer, and a Deny must deny.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/scenario.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/scenario
#include <whence/document/scenario.hpp>
#include <whence/explain/explain_may_assume.hpp>
#include <whence/explain/policy_json.hpp>
#include <whence/whence.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace whence;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

bool same(const Verdict& left, const Verdict& right) {
  return left.decision == right.decision && left.rule == right.rule && left.open == right.open &&
         left.statement == right.statement && left.cited == right.cited && left.action == right.action;
}

bool is_denied(const Verdict& verdict) {
  return verdict.decision == Decision::denied_explicitly || verdict.decision == Decision::denied_implicitly;
}

void check(const ScenarioError& error, Text line) {
  require(error && error.offset <= line.size());
  require(!error.sentence().empty() && error.sentence() != ScenarioError().sentence());
  // A known field has its documented name, even if it was escaped; an unknown field has the name as written.
  const bool of_the_line = error.fault == ScenarioFault::unknown_field;
  for (const char c : error.field) require(of_the_line || ascii::letters_and_digits.has(c));
  const bool of_a_policy = error.fault == ScenarioFault::policy;
  require(of_a_policy == static_cast<bool>(error.policy));
  if (of_a_policy) require(!error.field.empty() && error.policy.offset <= line.size() - error.offset);
}

void check(const Verdict& verdict) {
  require((verdict.rule == nullptr) == (verdict.decision == Decision::allowed));
  require(verdict.open == nullptr || verdict.is_unknown());
  if (verdict.decision == Decision::denied_explicitly) require(verdict.cited.statement >= 0);
}

void check_reason(const std::string& text) {
  require(!text.empty());
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}
void check_explanation(const std::string& text) { require(!text.empty() && text[text.size() - 1] == '\n'); }

constexpr Text deny_all =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})";
constexpr Text deny_all_to_all =
    R"({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}})";

// One call, and others that differ from it in one thing.
class Question {
 public:
  Question(const Principal& caller, const Role& role, const AssumeSetting& setting, bool passing)
      : caller_(caller), role_(role), setting_(setting), passing_(passing), verdict_(answer(setting, role)) {}

  [[nodiscard]] const Verdict& verdict() const { return verdict_; }

  void tell() const {
    if (passing_) {
      check_reason(reason_of_passing(verdict_, caller_, role_, setting_));
      check_explanation(explain_may_pass(caller_, role_, setting_));
    } else {
      check_reason(reason(verdict_, caller_, role_, setting_));
      check_explanation(explain_may_assume(caller_, role_, setting_));
    }
  }

  // Less knowledge can make an answer unknown, but cannot reverse it.
  void forget() const {
    const Span<ContextKey> given = setting_.context.keys();
    std::vector<ContextKey> keys(given.begin(), given.end());
    for (std::size_t i = 0; i < keys.size() && i < 8; ++i) {
      keys[i] = ContextKey::unknown(given[i].name());
      check_forgotten(keys, setting_.context.others());
      keys[i] = given[i];
    }
    check_forgotten(keys, KeyState::unknown);
  }

  // One Deny of everything is enough, in any policy that applies to the caller.
  void deny() const {
    const auto identity = *IdentityPolicyDocument::parse(deny_all);
    const auto service_control = *ServiceControlPolicyDocument::parse(deny_all);
    const auto resource_control = *ResourceControlPolicyDocument::parse(deny_all_to_all, DocumentsFrom::aws);
    const auto endpoint = *EndpointPolicyDocument::parse(deny_all_to_all);
    const AccountId management = setting_.policies->management_account;
    if (signs_as_part_of_an_account(caller_)) {
      deny_at(&Policies::identity, identity.view());
      deny_at(&Policies::session, identity.view());
      Policies bounded = *setting_.policies;
      bounded.boundary = identity.view();
      require_denied(bounded);
      if (caller_.account() != management) deny_level(&Policies::service_control, service_control.view());
    }
    if (passing_) return;
    Policies through_endpoint = *setting_.policies;
    through_endpoint.endpoint = endpoint.view();
    require_denied(through_endpoint);
    if (role_.account() != management && !role_.path().starts_with("/aws-service-role/")) {
      deny_level(&Policies::resource_control, resource_control.view());
    }
    deny_in_trust();
  }

 private:
  [[nodiscard]] Verdict answer(const AssumeSetting& setting, const Role& role) const {
    return passing_ ? may_pass(caller_, role, setting) : may_assume(caller_, role, setting);
  }
  [[nodiscard]] Verdict answer(const Policies& policies) const {
    AssumeSetting setting = setting_of(policies, setting_.context);
    setting.action = setting_.action;
    return answer(setting, role_);
  }
  void require_denied(const Policies& policies) const {
    require(answer(policies).decision == Decision::denied_explicitly);
  }

  void check_forgotten(const std::vector<ContextKey>& keys, KeyState others) const {
    AssumeSetting setting = setting_;
    setting.context = RequestContext(Span<ContextKey>(keys.data(), keys.size()), others);
    const Verdict now = answer(setting, role_);
    if (verdict_) require(now || now.is_unknown());
    if (is_denied(verdict_)) require(is_denied(now) || now.is_unknown());
    if (verdict_.is_unknown()) require(now.is_unknown());
    if (verdict_.decision == Decision::invalid_request) require(now.decision == Decision::invalid_request);
  }

  template <class Kind>
  void deny_at(Span<Kind> Policies::*gate, const Kind& policy) const {
    Policies policies = *setting_.policies;
    std::vector<Kind> all((policies.*gate).begin(), (policies.*gate).end());
    all.push_back(policy);
    policies.*gate = Span<Kind>(all.data(), all.size());
    require_denied(policies);
  }

  template <class Kind>
  void deny_level(Span<Span<Kind>> Policies::*gate, const Kind& policy) const {
    const Span<Span<Kind>> given = (*setting_.policies).*gate;
    // As a level of its own, and in the last level.
    for (const bool beside : {false, true}) {
      if (beside && given.empty()) continue;
      Policies policies = *setting_.policies;
      std::vector<Span<Kind>> levels(given.begin(), given.end());
      std::vector<Kind> level;
      if (beside) {
        level.assign(levels.back().begin(), levels.back().end());
        levels.pop_back();
      }
      level.push_back(policy);
      levels.emplace_back(level.data(), level.size());
      policies.*gate = Span<Span<Kind>>(levels.data(), levels.size());
      require_denied(policies);
    }
  }

  void deny_in_trust() const {
    std::string text = to_json(role_.trust());
    require(Text(text).ends_with("]}"));
    text.insert(text.size() - 2, R"(,{"Effect":"Deny","Principal":"*","Action":"sts:*"})");
    const auto trust = TrustPolicyDocument::parse(text, DocumentsFrom::aws);
    if (!trust) return;  // too long, or a character that a policy can contain only as an escape
    const std::string arn = to_string(role_.arn());
    const auto role = Role::from_arn(Text(arn), *trust);
    require(role.has_value() && answer(setting_, *role).decision == Decision::denied_explicitly);
  }

  const Principal& caller_;
  const Role& role_;
  const AssumeSetting& setting_;
  const bool passing_;
  const Verdict verdict_;
};

void ask(const Scenario& scenario) {
  scenario.with([&](const auto& caller, const Role& role, const AssumeSetting& setting, bool passing) {
    if constexpr (requires { may_pass(caller, role, setting); }) {
      const Question question(caller, role, setting, passing);
      require(same(question.verdict(), scenario.verdict()));
      question.tell();
      question.forget();
      if (question.verdict()) question.deny();
    } else {
      require(scenario.verdict().decision == Decision::invalid_request);
      check_explanation(explain(may_assume(caller, role, setting)));
    }
    return 0;
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text line(reinterpret_cast<const char*>(data), size);
  auto scenario = Scenario::parse(line);
  if (!scenario) {
    check(scenario.error(), line);
    return 0;
  }
  const Verdict verdict = scenario->verdict();
  check(verdict);
  require(same(verdict, scenario->verdict()));
  const std::string action(scenario->action().begin(), scenario->action().end());
  Scenario moved = *std::move(scenario);
  Scenario again = std::move(moved);
  moved = std::move(again);
  require(moved.action() == action);
  // The rule and place of the verdict are the same; its action can be a view of the scenario.
  require(moved.verdict().decision == verdict.decision && moved.verdict().rule == verdict.rule);
  require(moved.verdict().open == verdict.open && moved.verdict().cited == verdict.cited);
  ask(moved);
  return 0;
}
