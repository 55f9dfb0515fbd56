// Where in the policies a refusal was decided, in a few words for the compiler's message.
#pragma once

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/decide/find_policy.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/role.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// "statement 2 of service control policy 1 of level 1: StringNotLike of aws:RequestedRegion", or what a policy lacks;
// nothing where the rule itself says all. Cut where it would be too long. (A template, so that including costs nothing.)
template <class Subject>
constexpr auto cited_text(const Verdict& verdict, const Subject& role, const Policies* policies) {
  Buffer<192> out;
  const Citation& cited = verdict.cited;
  if (verdict || cited.gate == Gate::none) return out;
  const Policy* const policy = find_policy(cited, role, policies);
  const Statement* const statement = find_statement(cited, policy);
  if (statement != nullptr) {
    out.add("statement ").add_number(cited.statement + 1).add(" of ");
  } else if (cited.policy >= 0 && cited.gate != Gate::trust && cited.gate != Gate::identity) {
    out.add("no Allow in ");
  } else {
    return out;
  }
  out.add(name_of(cited.gate));
  const bool one_of_several = cited.gate == Gate::identity || cited.gate == Gate::session || cited.level >= 0;
  if (one_of_several && statement != nullptr) out.add(" ").add_number(cited.policy + 1);
  if (cited.level >= 0) out.add(" of level ").add_number(cited.level + 1);
  if (const Condition* const condition = find_condition(cited, policy); condition != nullptr) {
    out.add(": ").add(condition->test.test_name()).add(condition->test.if_exists ? "IfExists of " : " of ");
    out.add(policy->at(condition->key));
  }
  return out;
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
