#include <iostream>
#include <whence/document.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>
using namespace whence;

int ask(const std::string& json, const std::string& role_arn, const std::string& caller_arn) {
  const auto policy = TrustPolicyDocument::parse(json);  // owns its text
  if (!policy) {
    const SourcePosition at = policy.error().position_in(json);
    std::cerr << at.line << ':' << at.column << ": " << std::string(policy.error().sentence()) << '\n';
    return 2;
  }
  const auto role = Role::from_arn(role_arn, *policy);  // views the ARN and the policy
  const auto caller = Principal::from(caller_arn);      // views the ARN
  if (!role || !caller) return 2;
  std::cout << explain_may_assume(*caller, *role);
  return may_assume(*caller, *role) ? 0 : 1;
}
