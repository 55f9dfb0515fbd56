// A decision allocates nothing: every operator new of this program is counted.
#include "dual.hpp"

#include <cstdlib>
#include <new>
#include <string>

#include <whence/catalog.hpp>
#include <whence/document/scenario.hpp>
#include <whence/whence.hpp>

namespace {

unsigned long allocations = 0;

}  // namespace

// Inlined, GCC takes them for a mismatch of malloc and delete.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace whence;

namespace {

// One that every gate takes part in: conditions, variables, patterns, levels of two organizations, tags.
constexpr Text every_gate = R"({
  "principalArn": "arn:aws:sts::111122223333:assumed-role/app/s1",
  "roleArn": "arn:aws:iam::444455556666:role/team/target",
  "trustPolicy": {"Version": "2012-10-17", "Statement": [
    {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
     "Condition": {"NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32"]}}},
    {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["sts:AssumeRole", "sts:TagSession"],
     "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/${aws:PrincipalTag/team}/*"},
                   "ForAllValues:StringLike": {"aws:TagKeys": ["te*", "env"]},
                   "DateGreaterThan": {"aws:CurrentTime": "2024-01-01T00:00:00Z"},
                   "NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}}]},
  "identityPolicies": [{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "NotAction": "s3:*", "Resource": "arn:aws:iam::*:role/${aws:PrincipalTag/team, 'none'}/*"}]}],
  "permissionBoundary": {"Statement": {"Effect": "Allow", "Action": "sts:*", "NotResource": "arn:aws:iam::*:role/prod-*"}},
  "sessionPolicy": {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}},
  "scps": [[{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]],
  "rcps": [[{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "sts:*", "Resource": "*",
             "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-example"}}}}]],
  "vpcEndpointPolicy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:*", "Resource": "*"}},
  "context": {"aws:SourceIp": "10.1.2.3", "aws:PrincipalArn": "arn:aws:iam::111122223333:role/team/app",
              "aws:PrincipalTag/team": "team", "aws:TagKeys": ["team"], "aws:RequestTag/team": "x",
              "aws:CurrentTime": "2026-01-01T00:00:00Z", "aws:MultiFactorAuthAge": "60",
              "aws:PrincipalOrgID": "o-example"}})";

template <class Ask>
unsigned long allocations_of(Ask ask) {
  const unsigned long before = allocations;
  ask();
  return allocations - before;
}

}  // namespace

TEST_CASE("allocations are counted") {
  CHECK(allocations_of([] {
          int* volatile kept = new int(1);  // volatile, or the optimizer leaves both out
          delete kept;
        }) > 0);
}

TEST_CASE("a decision allocates nothing") {
  const Result<Scenario, ScenarioError> scenario = Scenario::parse(every_gate);
  REQUIRE(scenario.has_value());
  CHECK(scenario->verdict().decision == Decision::allowed);
  CHECK(allocations_of([&] { return scenario->verdict().decision; }) == 0);
}

TEST_CASE("neither does one that denies, is unknown or is about passing a role") {
  const std::string text(every_gate);
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string other = text;
    other.replace(other.find(from), from.size(), to);
    return other;
  };
  // No policy of an endpoint takes part in iam:PassRole.
  const auto passing = [&] {
    std::string other = changed("{\n  \"principalArn\"", "{\"action\": \"iam:PassRole\", \"principalArn\"");
    const std::size_t at = other.find("\"vpcEndpointPolicy\"");
    return other.erase(at, other.find("\"context\"") - at);
  };
  const struct {
    std::string text;
    Decision decision;
  } cases[] = {
      {changed("\"aws:PrincipalOrgID\": \"o-example\"}}", "\"aws:PrincipalOrgID\": \"o-other\"}}"),
       Decision::denied_explicitly},
      {changed("\"aws:MultiFactorAuthAge\": \"60\"", "\"aws:MultiFactorAuthAge\": \"7200\""),
       Decision::denied_implicitly},
      {changed("\"aws:MultiFactorAuthAge\": \"60\",", "") + " ", Decision::denied_implicitly},
      {changed("{\n  \"principalArn\"", "{\"unknown\": [\"aws:SourceIdentity\"], \"principalArn\""), Decision::unknown},
      {passing(), Decision::denied_implicitly},
  };
  for (const auto& each : cases) {
    INFO(each.text);
    const Result<Scenario, ScenarioError> scenario = Scenario::parse(each.text);
    REQUIRE(scenario.has_value());
    CHECK(scenario->verdict().decision == each.decision);
    CHECK(allocations_of([&] { return scenario->verdict().decision; }) == 0);
  }
}

TEST_CASE("nor does the question who reads what in an environment, or what a deployment exposes") {
  const Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
  CHECK(allocations_of([&] { return readings_of(catalog::eks_node, node).size(); }) == 0);
  CHECK(allocations_of([&] { return readings_from(vantages::pod, node).size(); }) == 0);
  CHECK(allocations_of([&] { return static_cast<bool>(check(deployed(node))); }) == 0);
}
