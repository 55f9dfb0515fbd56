// Where in the policies a refusal was decided, in a few words for the compiler's message.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/find_policy.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/decide/verdict.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Cut where it would be too long.
struct CitedText {
  char characters[192]{};
  std::size_t count = 0;

  constexpr void operator()(Text text) {
    for (const char c : text) {
      if (count < sizeof characters) characters[count++] = c;
    }
  }
  constexpr void operator()(int number) {
    if (number >= 10) (*this)(number / 10);
    const char digit = static_cast<char>('0' + number % 10);
    (*this)(Text(&digit, 1));
  }
};

// "statement 2 of service control policy 1 of level 1: StringNotLike of aws:RequestedRegion", or what a policy lacks;
// nothing where the rule itself says all.
constexpr CitedText cited_text(const Verdict& verdict, const Role& role, const Policies* policies) {
  CitedText out;
  const Citation& cited = verdict.cited;
  if (verdict || cited.gate == Gate::none) return out;
  const Policy* const policy = find_policy(cited, role, policies);
  const Statement* const statement = find_statement(cited, policy);
  if (statement != nullptr) {
    out("statement ");
    out(cited.statement + 1);
    out(" of ");
  } else if (cited.policy >= 0 && cited.gate != Gate::trust && cited.gate != Gate::identity) {
    out("no Allow in ");
  } else {
    return out;
  }
  out(name_of(cited.gate));
  const bool one_of_several = cited.gate == Gate::identity || cited.gate == Gate::session || cited.level >= 0;
  if (one_of_several && statement != nullptr) {
    out(" ");
    out(cited.policy + 1);
  }
  if (cited.level >= 0) {
    out(" of level ");
    out(cited.level + 1);
  }
  if (const Condition* const condition = find_condition(cited, policy); condition != nullptr) {
    out(": ");
    out(condition->test.test_name());
    out(condition->test.if_exists ? Text("IfExists of ") : Text(" of "));
    out(policy->at(condition->key));
  }
  return out;
}

template <class Question, class... Facts>
constexpr CitedText cited_by(const Question&, const Verdict&, const Facts&...) {
  return {};
}
template <class Caller, class... Known>
constexpr CitedText cited_by(const MayAssume&, const Verdict& verdict, const Caller&, const Role& role,
                             const Known&... known) {
  const AssumeSetting setting = setting_of(known...);
  return cited_text(verdict, role, setting.policies ? &*setting.policies : nullptr);
}
template <class Caller, class... Known>
constexpr CitedText cited_by(const MayPass&, const Verdict& verdict, const Caller& caller, const Role& role,
                             const Known&... known) {
  return cited_by(may_assume, verdict, caller, role, known...);
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
