// Policies as JSON.
#pragma once

#include <string>

#include <whence/base/text.hpp>
#include <whence/explain/write.hpp>
#include <whence/policy/policy.hpp>

namespace whence {

/// The policy as JSON on one line, in its own order. Single values are lists of one element; numbers and booleans are
/// strings. An operator without keys is omitted, because it has no effect.
[[nodiscard]] inline std::string to_json(const Policy& policy);

// ---- Implementation.

namespace detail {

class PolicyWriter {
 public:
  PolicyWriter(std::string& out, const Policy& policy) : out_(out), policy_(policy) {}

  void write_policy() {
    write(out_, "{");
    if (policy_.version() != PolicyVersion::absent) {
      write(out_, "\"Version\":\"",
            policy_.version() == PolicyVersion::v2012_10_17 ? Text("2012-10-17") : Text("2008-10-17"), "\",");
    }
    if (!policy_.id().empty()) member("Id", policy_.id());
    write(out_, "\"Statement\":[");
    bool first = true;
    for (const Statement& statement : policy_.statements()) {
      if (!first) write(out_, ",");
      first = false;
      write_statement(statement);
    }
    write(out_, "]}");
  }

 private:
  void member(Text name, Text value) {
    write_json_string(out_, name);
    write(out_, ":");
    write_json_string(out_, value);
    write(out_, ",");
  }
  void list(Text name, Span<Slice> words) {
    write_json_string(out_, name);
    write(out_, ":[");
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) write(out_, ",");
      write_json_string(out_, policy_.at(words[i]));
    }
    write(out_, "]");
  }

  void write_statement(const Statement& statement) {
    write(out_, "{");
    if (statement.sid.size != 0) member("Sid", policy_.at(statement.sid));
    member("Effect", statement.effect == Effect::allow ? Text("Allow") : Text("Deny"));
    if (statement.principals.count != 0) write_principals(statement);
    list(statement.not_action ? Text("NotAction") : Text("Action"), policy_.actions_of(statement));
    if (statement.resources.count != 0) {
      write(out_, ",");
      list(statement.not_resource ? Text("NotResource") : Text("Resource"), policy_.resources_of(statement));
    }
    if (statement.conditions.count != 0) write_conditions(statement);
    write(out_, "}");
  }

  // The principals of one key are adjacent, because a policy has each key once.
  void write_principals(const Statement& statement) {
    const Span<PrincipalEntry> entries = policy_.principals_of(statement);
    write(out_, statement.not_principal ? Text("\"NotPrincipal\":") : Text("\"Principal\":"));
    if (entries[0].key == PrincipalKey::everyone) {
      write(out_, "\"*\",");
      return;
    }
    constexpr Text names[] = {"", "AWS", "Service", "Federated"};
    write(out_, "{");
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool begins = i == 0 || entries[i - 1].key != entries[i].key;
      if (begins)
        write(out_, i == 0 ? Text("\"") : Text("],\""), names[static_cast<std::size_t>(entries[i].key)], "\":[");
      if (!begins) write(out_, ",");
      write_json_string(out_, policy_.at(entries[i].text));
    }
    write(out_, "]},");
  }

  // The keys of one operator are adjacent, because a statement has each operator once.
  void write_conditions(const Statement& statement) {
    const Span<Condition> conditions = policy_.conditions_of(statement);
    write(out_, ",\"Condition\":{");
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const ConditionOperator how = conditions[i].test;
      if (i == 0 || conditions[i - 1].test != how) {
        write(out_, i == 0 ? Text("\"") : Text("},\""));
        print(how, [this](Text piece) { write(out_, piece); });
        write(out_, "\":{");
      } else {
        write(out_, ",");
      }
      list(policy_.at(conditions[i].key), policy_.values_of(conditions[i]));
    }
    write(out_, "}}");
  }

  std::string& out_;
  const Policy& policy_;
};

}  // namespace detail

inline std::string to_json(const Policy& policy) {
  std::string out;
  detail::PolicyWriter(out, policy).write_policy();
  return out;
}

}  // namespace whence
