// The texts behind a refusal, which the compiler prints as evidence: who called, what decided, what was wanted and what
// the request has, what is missing. Templates, so that they are cheap to include.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/find_policy.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/evaluate/request_keys.hpp>
#include <whence/model/policies.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/model/verdict.hpp>
#include <whence/names/limits.hpp>
#include <whence/policy/policy.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// A list of values is one text, with a line break between two of them.
template <std::size_t Most>
struct Told {
  Buffer<Most> caller, where, operation, allows, wants, has, names, parameter, value, fault, open, added_key,
      added_reading, because;
  bool lacks_the_key = false, does_not_say = false, adds_the_callers_side = false, adds_the_owner = false;
  bool lacks_the_parameter = false;
  bool is_duration = false;
  std::int64_t asked = 0, least = 0, most = 0;
};

// Adds a value to a list; if not even an ellipsis fits after it, the ellipsis is added in its place.
template <std::size_t Most>
constexpr void add_value(Buffer<Most>& list, Text value) {
  constexpr Text ellipsis = "\n...";
  if (list.size() >= ellipsis.size() && list.view().part(list.size() - ellipsis.size()) == ellipsis) return;
  if (list.size() + value.size() + 1 + ellipsis.size() > Most) {
    list.add(ellipsis);
    return;
  }
  if (!list.empty()) list.add("\n");
  if (value.empty()) list.add("(empty)");
  for (std::size_t i = 0; i < value.size(); ++i) list.add_character(value[i] == '\n' ? ' ' : value[i]);
}

template <class Out>
struct Adder {
  Out& out;
  constexpr void operator()(Text piece) const { out.add(piece); }
};

// "statement 1 of service control policy 2 of level 1", or what a policy lacks; empty if the rule says everything.
template <std::size_t Most>
constexpr void tell_where(Buffer<Most>& out, const Citation& cited, const Statement* statement) {
  if (statement != nullptr) {
    out.add("statement ").add_number(cited.statement + 1).add(" of ");
  } else if (cited.policy >= 0 && !cited.is_at(Gate::trust) && !cited.is_at(Gate::identity)) {
    out.add("no Allow in ");
  } else {
    return;
  }
  out.add(name_of(cited.gate));
  const bool one_of_several = cited.is_at(Gate::identity) || cited.is_at(Gate::session) || cited.level >= 0;
  if (one_of_several && statement != nullptr) out.add(" ").add_number(cited.policy + 1);
  if (cited.level >= 0) out.add(" of level ").add_number(cited.level + 1);
}

// The condition that decided, and what the request has for its key.
template <class Words, class Keys>
constexpr void tell_condition(Words& told, const Verdict& verdict, const Policy& policy, const Condition& condition,
                              Keys&& keys) {
  decltype(told.wants) test;
  print(condition.test, Adder<decltype(test)>{test});
  add_value(told.wants, test.view());
  const Text name = policy.at(condition.key);
  add_value(told.wants, name);
  const Span<Slice> values = policy.values_of(condition);
  for (std::size_t i = 0; i < values.size(); ++i) add_value(told.wants, policy.at(values[i]));
  const ContextKey key = keys.find(name);
  told.does_not_say = key.is_unknown();
  told.lacks_the_key = !key.is_unknown() && key.size() == 0;
  for (std::size_t i = 0; i < key.size(); ++i) add_value(told.has, key[i]);
  if (verdict.is_unknown() && verdict.open == nullptr && key.is_unknown()) told.added_key.add(name);
}

// The actions of an Allow statement that names the caller, but not for this operation.
template <class Words, class Trust>
constexpr void tell_actions(Words& told, const Trust& trust, std::size_t index) {
  const auto& statement = trust.statements()[index];
  Citation cited;
  cited.statement = static_cast<std::int32_t>(index);
  cited.gate = Gate::trust;
  if (!told.where.empty()) told.where.add("\n");
  tell_where(told.where, cited, &statement);
  const auto actions = trust.actions_of(statement);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    decltype(told.allows) action;
    action.add(statement.not_action ? "all but " : "").add(trust.at(actions[i]));
    add_value(told.allows, action.view());
  }
}

// Whom the trust policy names; if that is the caller, which operation it calls, and which actions are allowed to it.
template <class Words, class Trust, class Keys>
constexpr void tell_names(Words& told, const Verdict& verdict, const Principal& caller, const Trust& trust,
                          Keys&& keys) {
  const auto statements = trust.statements();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const bool allows = statements[i].effect == Effect::allow;
    if (allows && match(trust, statements[i], caller, keys)) tell_actions(told, trust, i);
  }
  if (!told.allows.empty()) {
    told.operation.add(verdict.action);
    return;
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto named = trust.principals_of(statements[i]);
    for (std::size_t each = 0; each < named.size(); ++each) add_value(told.names, trust.at(named[each].text));
  }
}

// The value of the parameter that breaks a limit.
template <class Request>
constexpr Text value_of(const Request& request, const Limit* limit) {
  if (limit == &limits::role_session_name) return request.session_name.view();
  if (limit == &limits::source_identity) return request.source_identity.view();
  if (limit == &limits::external_id) return request.external_id.view();
  if (limit == &limits::serial_number) return request.serial_number.view();
  return {};
}
template <class Words>
constexpr void tell_limit(Words& told, const Verdict& verdict, const StsRequest& request, Operation operation) {
  const Limit& limit = *verdict.limit;
  told.parameter.add(limit.field);
  if (verdict.element >= 0) told.parameter.add(" of element ").add_number(verdict.element + 1);
  told.lacks_the_parameter = verdict.limit == &limits::role_session_name && !request.session_name.is_stated();
  if (verdict.error && !told.lacks_the_parameter) {
    told.fault.add(sentence_of(verdict.error.fault));
    told.value.add(value_of(request, verdict.limit));
  }
  told.is_duration = limit.unit == "seconds" && verdict.rule->error == StsError::validation_error && !verdict.error;
  if (!told.is_duration) return;
  told.asked = request.duration_or(info_of(operation).when_unset).count;
  told.least = limit.least;
  told.most = verdict.at_most >= 0 ? verdict.at_most : limit.most;
}

// The open question behind an undecided answer, and what to add so that it is decided.
template <class Words>
constexpr void tell_doubt(Words& told, const Verdict& verdict, bool side_is_given) {
  if (!verdict.is_unknown()) return;
  if (verdict.open != nullptr) {
    told.open.add(verdict.open->id);
// Only the id if the compiler prints each character, to keep the error short.
#if !defined(__clang__) || __clang_major__ >= 15 || __cplusplus > 202302L
    told.open.add(": ").add(verdict.open->question);
#endif
    Later<DisputedPoints, Words> points;
    if (find_point(points, verdict.open->id) != nullptr) told.added_reading.add(verdict.open->id);
    return;
  }
  told.adds_the_callers_side = !side_is_given && verdict.cited.is_at(Gate::identity);
  using Private = rules::only_the_owner_and_superuser_read_a_private_place;
  told.adds_the_owner = verdict.left_open_by<Private>();
}

// The caller's own name: an ARN if it has one.
template <class Words, class Caller>
constexpr void tell_caller(Words& told, const Caller& caller) {
  ArnBuffer arn;
  if constexpr (requires { Principal(caller); }) {
    told.caller.add(print_once(Principal(caller).name(), arn));
  } else if constexpr (requires { caller.principal(); }) {
    told.caller.add(print_once(caller.principal().name(), arn));
  } else if constexpr (requires { caller.arn(); }) {
    told.caller.add(print_once(caller.arn(), arn));
  } else if constexpr (requires { caller.id(); }) {
    told.caller.add("account ").add(caller.id().digits().view());
  } else {
    told.caller.add(caller.name());
  }
}

// The place in the policies that decided, and its condition.
template <class Words, class Keys>
constexpr void tell_place(Words& told, const Verdict& verdict, const Policy* policy, Keys&& keys) {
  const Statement* const statement = find_statement(verdict.cited, policy);
  if (!verdict.cited.is_at(Gate::none)) tell_where(told.where, verdict.cited, statement);
  const Condition* const condition = find_condition(verdict.cited, policy);
  if (condition != nullptr) tell_condition(told, verdict, *policy, *condition, keys);
}

// What there is to say about a verdict on a call about a role.
template <class Words>
constexpr void tell_call(Words& told, const Verdict& verdict, const Principal& caller, const Role& role,
                         const AssumeSetting& setting) {
  using Keys = Later<RequestKeys, Words>;
  const Policies* const policies = setting.policies ? &*setting.policies : nullptr;
  const Operation operation = AssumeFacts::operation_of(caller.kind());
  Keys keys(caller, role, operation, setting.context, setting.session_name, setting.origin);
  tell_place(told, verdict, find_policy(verdict.cited, role, policies), keys);
  if (verdict.decided_by<rules::the_trust_policy_names_the_caller>())
    tell_names(told, verdict, caller, role.trust(), keys);
  if (verdict.limit != nullptr && setting.origin.request) {
    tell_limit(told, verdict, *setting.origin.request, operation);
  }
  tell_doubt(told, verdict, policies != nullptr || setting.side != CallerSide::not_given);
}

// The same about another call, which no trust policy decides.
template <class Words>
constexpr void tell_call_elsewhere(Words& told, const Verdict& verdict, const Principal& caller,
                                   const AssumeSetting& setting) {
  using Keys = Later<RequestKeys, Words>;
  const Policies* const policies = setting.policies ? &*setting.policies : nullptr;
  tell_place(told, verdict, find_policy(verdict.cited, policies),
             Keys(caller, setting.resource, setting.context, setting.origin));
  tell_doubt(told, verdict, policies != nullptr || setting.side != CallerSide::not_given);
}

// The same about a caller of any type, which may not be a principal.
template <class Words, class Caller>
constexpr void tell_call_of(Words& told, const Verdict& verdict, const Caller& caller, const Role& role,
                            const AssumeSetting& setting) {
  tell_caller(told, caller);
  if constexpr (requires { Principal(caller); }) tell_call(told, verdict, Principal(caller), role, setting);
}
template <class Words>
constexpr void tell_call_of(Words& told, const Verdict& verdict, const Session& caller, const Role& role,
                            AssumeSetting setting) {
  tell_caller(told, caller);
  setting.origin.session = caller;
  tell_call(told, verdict, caller.principal(), role, setting);
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
