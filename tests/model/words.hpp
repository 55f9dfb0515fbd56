// The scenarios and the answers in words.
#pragma once

#include <cstddef>
#include <string>
#include <whence/whence.hpp>

#include "specification.hpp"

namespace model {

inline constexpr const char* caller_words[] = {"an IAM user",
                                               "an IAM user's session of GetSessionToken",
                                               "a session of role app",
                                               "a session of role app, known by its ARN",
                                               "a session of a service-linked role",
                                               "a session of an Identity Center role",
                                               "the root user",
                                               "the root user's session of GetSessionToken",
                                               "a session of GetFederationToken",
                                               "an instance identity",
                                               "a service",
                                               "a web identity",
                                               "a SAML identity"};
inline constexpr const char* target_words[] = {"in its account", "in another account", "app itself", "service-linked",
                                               "in another partition"};
inline constexpr const char* who_words[] = {"nobody",
                                            "somebody else",
                                            "somebody who was deleted",
                                            "another account",
                                            "the account",
                                            "the account's number",
                                            "the account if aws:PrincipalArn is the caller",
                                            "the role of the session",
                                            "the caller",
                                            "the account and the caller",
                                            "everyone",
                                            "everyone if aws:PrincipalArn is the caller",
                                            "everyone unless aws:PrincipalArn is the caller"};
inline constexpr const char* says_words[] = {"none",      "silent",    "allows",   "denies",
                                             "allows if", "denies if", "not known"};
inline constexpr const char* test_words[] = {"equals", "does not equal", "equals if it exists", "is absent",
                                             "is present"};
inline constexpr const char* key_words[] = {"matches", "differs", "is absent", "is not known"};
inline constexpr const char* management_words[] = {"not known", "A", "B", "C"};
inline constexpr const char* outcome_words[] = {"allowed", "denied explicitly", "denied implicitly", "denied"};
inline constexpr const char* point_words[] = {"X-1", "X-2", "X-3", "U-101", "the path of the role", "other policies"};

template <class Words, class Value>
const auto& word(const Words& words, Value value) {
  return words[static_cast<std::size_t>(value)];
}

inline bool tests_the_arn(Who who) {
  return clauses::is_one_of(who, {Who::account_if_arn, Who::everyone_if_arn, Who::everyone_but_the_arn});
}
inline bool is_conditional(Says says) { return says == Says::allows_if || says == Says::denies_if; }
inline int conditions(const Scenario& s) {
  int count = s.denied != Who::nobody && is_conditional(s.deny) ? 1 : 0;
  for (const Says says : {s.allow, s.identity, s.boundary, s.session, s.service_control, s.resource_control}) {
    count += is_conditional(says) ? 1 : 0;
  }
  return count;
}

inline std::string in_words(const Scenario& s) {
  std::string text = word(caller_words, s.caller);
  text += "; the role is ";
  text += word(target_words, s.target);
  if (s.allowed != Who::nobody) {
    text += std::string("; trust ") + word(says_words, s.allow) + ' ' + word(who_words, s.allowed);
  }
  if (s.denied != Who::nobody) {
    text += std::string("; trust ") + word(says_words, s.deny) + ' ' + word(who_words, s.denied);
  }
  const auto add = [&](const char* name, Says says) {
    text += std::string("; ") + name + ' ' + word(says_words, says);
  };
  add("identity", s.identity);
  add("boundary", s.boundary);
  add("session policy", s.session);
  add("SCP", s.service_control);
  add("RCP", s.resource_control);
  text += std::string("; management account ") + word(management_words, s.management);
  if (conditions(s) > 0) {
    text += std::string("; the condition: the key ") + word(test_words, s.test) + "; the key " + word(key_words, s.key);
  }
  return text;
}

inline std::string in_words(const Answer& answer) {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    if (answer.outcomes[i]) text += (text.empty() ? "" : " or ") + std::string(outcome_words[i]);
  }
  for (unsigned point = 0; point < static_cast<unsigned>(Point::count); ++point) {
    if ((answer.open & (1U << point)) != 0) text += std::string(", open: ") + point_words[point];
  }
  if (answer.key_decides) text += ", open: the key";
  return text;
}

inline std::string in_words(const whence::Verdict& verdict) {
  std::string text(whence::name_of(verdict.decision));
  if (verdict.rule != nullptr) text += " by " + std::string(verdict.rule->id);
  if (verdict.open != nullptr) text += ", open: " + std::string(verdict.open->id);
  return text;
}

}  // namespace model
