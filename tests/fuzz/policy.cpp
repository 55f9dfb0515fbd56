// Any bytes as a policy: the first selects the kind, the rest is the document. An error must point to one of its bytes.
// A policy that is read must refer only to its own text; it can be printed and read again, and can decide any request.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/policy.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/policy
#include <whence/document/policy_document.hpp>
#include <whence/evaluate/evaluation.hpp>
#include <whence/explain/policy_json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace whence;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// A number that depends on every record and every byte that a record refers to.
class Walk {
 public:
  Walk(const Policy& policy, const PolicyKindInfo& kind) : policy_(policy), kind_(kind) {
    add(static_cast<unsigned>(policy.version()));
    read(policy.id());
    add(policy.statements().size());
    for (const Statement& each : policy.statements()) walk(each);
  }

  /// Depends on the contents of the policy, but not on positions in the source.
  [[nodiscard]] std::uint64_t sum() const { return sum_; }

 private:
  void add(std::uint64_t number) { sum_ = (sum_ ^ number) * 1099511628211U; }
  void read(Text text) {
    add(text.size());
    for (const char c : text) add(static_cast<unsigned char>(c));
  }
  // Strings with escapes are decoded after the end of the source, and are shorter than their escaped form.
  void read(Slice slice) {
    const std::size_t source = policy_.source().size();
    require(std::size_t{slice.at} + slice.size <= (slice.at < source ? source : 2 * source));
    read(policy_.at(slice));
  }

  void walk(const Statement& statement) {
    const Text written = policy_.at(statement.source);
    require(statement.source.at + statement.source.size <= policy_.source().size());
    require(written.starts_with("{") && written.ends_with("}"));
    add(static_cast<unsigned>(statement.effect));
    add(statement.not_action * 4U + statement.not_principal * 2U + statement.not_resource);
    read(statement.sid);
    require(!policy_.actions_of(statement).empty());
    require(policy_.principals_of(statement).empty() != kind_.takes_principal);
    require(policy_.resources_of(statement).empty() != kind_.takes_resource);
    require(!statement.not_principal || statement.effect == Effect::deny);
    add(policy_.principals_of(statement).size());
    for (const PrincipalEntry& entry : policy_.principals_of(statement)) {
      add(static_cast<unsigned>(entry.key));
      add(static_cast<unsigned>(entry.form));
      add(static_cast<unsigned>(entry.partition) * 2 + entry.has_partition);
      add(entry.account.number());
      require(entry.account.number() < 1000000000000U);
      for (const Slice part : {entry.text, entry.path, entry.name, entry.session}) read(part);
    }
    add(policy_.actions_of(statement).size());
    for (const Slice action : policy_.actions_of(statement)) read(action);
    add(policy_.resources_of(statement).size());
    for (const Slice resource : policy_.resources_of(statement)) read(resource);
    add(policy_.conditions_of(statement).size());
    for (const Condition& condition : policy_.conditions_of(statement)) {
      require(condition.operator_at < policy_.source().size() && policy_.source()[condition.operator_at] == '"');
      require(condition.key.size > 0);
      read(condition.test.test_name());
      add(static_cast<unsigned>(condition.test.values) * 2 + condition.test.if_exists);
      read(condition.key);
      add(policy_.values_of(condition).size());
      for (const Slice value : policy_.values_of(condition)) read(value);
    }
  }

  const Policy& policy_;
  const PolicyKindInfo& kind_;
  std::uint64_t sum_ = 14695981039346656037U;
};

constexpr Text role_arn = "arn:aws:iam::111122223333:role/team/target";

// A request in which every key is the same.
class Everywhere : public Bounded {
 public:
  explicit Everywhere(const ContextKey& key) : key_(key) {}
  [[nodiscard]] ContextKey find(Text) const { return key_; }
  [[nodiscard]] Text resource() const { return role_arn; }

 private:
  ContextKey key_;
};

// For a test with Not in its name: the test with the same name without Not.
const ConditionTestInfo* opposite_of(const ConditionTestInfo& test) {
  std::string name(test.name);
  name.erase(name.find("Not"), 3);
  for (const ConditionTestInfo& each : condition_tests) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

Truth of(const Policy& policy, Condition condition, ValueSet values, Everywhere& keys) {
  condition.test.values = values;
  return is_satisfied(policy, condition, keys);
}

void ask(const Policy& policy, const Condition& condition, const ContextKey& key) {
  Everywhere keys(key);
  const Truth satisfied = is_satisfied(policy, condition, keys);
  require(satisfied == is_satisfied(policy, condition, keys));
  const bool missing = key.state() == KeyState::absent || (key.state() == KeyState::present && key.size() == 0);
  bool may_be_missing = false;
  for (std::size_t i = 0; i < key.size(); ++i) may_be_missing = may_be_missing || key[i].empty();
  const ConditionOperator how = condition.test;
  if (key.state() == KeyState::unknown) require(satisfied == Truth::unknown);
  if (missing &&
      (how.if_exists || (how.values == ValueSet::for_all_values && how.info().compares != Compares::presence))) {
    require(satisfied == Truth::yes);
  }
  for (const ConditionTestInfo& each : condition_tests) {
    if (!each.negated) continue;
    const ConditionTestInfo* const positive_test = opposite_of(each);
    require(positive_test != nullptr);
    if (positive_test->test != how.test) continue;
    Condition opposite = condition;
    opposite.test.test = each.test;
    // An empty value may count as none (U-120).
    if (how.if_exists && (missing || may_be_missing)) continue;
    // If there are no values, none matches.
    require(of(policy, opposite, ValueSet::for_all_values, keys) ==
            negated(of(policy, condition, ValueSet::for_any_value, keys)));
    // A key with one value or none never satisfies both an operator and its negation.
    const Truth positive = of(policy, condition, ValueSet::one_value, keys);
    const Truth negative = of(policy, opposite, ValueSet::one_value, keys);
    require(!(positive == Truth::yes && negative == Truth::yes));
    if (key.size() < 2 && !key.is_list() && !is_multivalued(key, policy.at(condition.key))) {
      require(negative == negated(positive));
    }
  }
}

void ask(const Policy& policy) {
  constexpr Text several[] = {"alice", "true", "203.0.113.7"};
  const ContextKey keys[] = {
      ContextKey::absent("any"),
      ContextKey::unknown("any"),
      ContextKey("any", Span<Text>()),
      ContextKey("any", Span<Text>(several, 1)),
      ContextKey("any", several),
      ContextKey("any", ""),
      ContextKey("any", "true"),
      ContextKey("any", "5"),
      ContextKey("any", "2026-01-31T12:00:00Z"),
      ContextKey("any", "203.0.113.7"),
      ContextKey("any", role_arn),
      ContextKey("any", "a*${aws:username}\x80?"),
  };
  constexpr auto account = [] { return *AccountId::parse("111122223333"); };
  const Principal callers[] = {RootUser(account()), *Principal::from(Text("arn:aws:iam::111122223333:user/alice")),
                               *Principal::from(Text("arn:aws:sts::111122223333:assumed-role/app/s1")),
                               *Principal::from(Text("ec2.amazonaws.com"))};
  for (const ContextKey& key : keys) {
    Everywhere everywhere(key);
    for (const Statement& statement : policy.statements()) {
      for (const Condition& condition : policy.conditions_of(statement)) ask(policy, condition, key);
      const Truth covered = covers_resource(policy, statement, everywhere);
      Statement other = statement;
      other.not_resource = !other.not_resource;
      const Truth left_out = covers_resource(policy, other, everywhere);
      const bool open = covered == Truth::unknown || left_out == Truth::unknown;
      require(statement.resources.count == 0 || open || left_out == negated(covered));
    }
    for (const Principal& caller : callers) {
      Weighed sum;
      weigh(sum, policy, Citation{}, "sts:AssumeRole", caller, everywhere);
      require(sum.allows == Truth::no || sum.allow.statement >= 0);
      require((sum.denies == Truth::no) == (sum.deny.statement < 0));
      const Truth allows = sum.allows;
      const Truth denies = sum.denies;
      // Repeating a statement changes nothing.
      weigh(sum, policy, Citation{}, "sts:AssumeRole", caller, everywhere);
      require(sum.allows == allows && sum.denies == denies);
    }
  }
}

template <PolicyKind Kind>
void try_kind(Text source) {
  using Document = PolicyDocument<Kind>;
  const auto first = Document::parse(source, DocumentsFrom::aws);
  if (!first) {
    const auto position = first.error().position_in(source);
    require(first.error() && first.error().offset <= source.size() && !first.error().sentence().empty());
    require(position.line >= 1 && position.column >= 1 && position.line + position.column <= source.size() + 2);
    return;
  }
  const PolicyOf<Kind> policy = first->view();
  require(policy.source() == source && policy.source().data() != source.data());
  require(!policy.statements().empty());
  // A policy of an author differs only in the save checks.
  const PolicyError unsaved = why_not_saved(policy);
  const auto written = Document::parse(source);
  require(written.has_value() ? !unsaved : written.error() == unsaved && !unsaved.save_check().empty());
  require(unsaved.offset <= source.size() && !unsaved.sentence().empty());
  const PolicyKindInfo& kind = info_of(Kind);
  const std::uint64_t sum = Walk(policy, kind).sum();

  const auto second = Document::parse(policy.source(), DocumentsFrom::aws);
  require(second.has_value() && Walk(second->view(), kind).sum() == sum);
  const Document copy = *second;
  require(Walk(copy.view(), kind).sum() == sum);

  // The printed text has brackets and quotes that the source can omit, and can be too long to be read again.
  const std::string printed = to_json(policy);
  const auto again = Document::parse(printed, DocumentsFrom::aws);
  if (source.size() < 10000) {
    require(again.has_value() && Walk(again->view(), kind).sum() == sum);
    require(to_json(again->view()) == printed);
  }
  ask(policy);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Text source(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (static_cast<PolicyKind>(data[0] % 5)) {
    case PolicyKind::trust: try_kind<PolicyKind::trust>(source); break;
    case PolicyKind::identity: try_kind<PolicyKind::identity>(source); break;
    case PolicyKind::service_control: try_kind<PolicyKind::service_control>(source); break;
    case PolicyKind::resource_control: try_kind<PolicyKind::resource_control>(source); break;
    case PolicyKind::endpoint: try_kind<PolicyKind::endpoint>(source); break;
  }
  return 0;
}
