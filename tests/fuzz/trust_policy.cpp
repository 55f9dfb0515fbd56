// Any bytes for a trust policy. What is refused is refused at one of them, and what is read refers to nothing else.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/trust_policy.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/trust_policy
#include <whence/document/policy_document.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace {

using whence::Condition;
using whence::PrincipalEntry;
using whence::Slice;
using whence::Statement;
using whence::Text;
using whence::TrustPolicy;
using whence::TrustPolicyDocument;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// A number that depends on every record and every byte that a record refers to.
class Walk {
 public:
  explicit Walk(const TrustPolicy& policy) : policy_(policy) {
    add(static_cast<unsigned>(policy.version()));
    read(policy.id());
    add(policy.statements().size());
    for (const Statement& each : policy.statements()) walk(each);
  }

  [[nodiscard]] std::uint64_t sum() const { return sum_; }

 private:
  void add(std::uint64_t number) { sum_ = (sum_ ^ number) * 1099511628211U; }
  void read(Text text) {
    add(text.size());
    for (const char c : text) add(static_cast<unsigned char>(c));
  }
  // Strings with escapes are decoded behind the source, and are shorter than what they stand for.
  void read(Slice slice) {
    const std::size_t source = policy_.source().size();
    require(std::size_t{slice.at} + slice.size <= (slice.at < source ? source : 2 * source));
    read(policy_.at(slice));
  }

  void walk(const Statement& statement) {
    const Text written = policy_.at(statement.source);
    require(statement.source.at + statement.source.size <= policy_.source().size());
    require(written.starts_with("{") && written.ends_with("}"));
    add(static_cast<unsigned>(statement.effect) * 2 + statement.not_action);
    read(statement.sid);
    read(statement.source);
    require(!policy_.principals_of(statement).empty() && !policy_.actions_of(statement).empty());
    for (const PrincipalEntry& entry : policy_.principals_of(statement)) {
      add(static_cast<unsigned>(entry.key));
      add(static_cast<unsigned>(entry.form));
      add(static_cast<unsigned>(entry.partition) * 2 + entry.has_partition);
      add(entry.account.number());
      require(entry.account.number() < 1000000000000U);
      for (const Slice part : {entry.text, entry.path, entry.name, entry.session}) read(part);
    }
    for (const Slice action : policy_.actions_of(statement)) read(action);
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

  const TrustPolicy& policy_;
  std::uint64_t sum_ = 14695981039346656037U;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text source(reinterpret_cast<const char*>(data), size);
  const auto first = TrustPolicyDocument::parse(source);
  if (!first) {
    const auto position = first.error().position_in(source);
    require(first.error() && first.error().offset <= size && !first.error().sentence().empty());
    require(position.line >= 1 && position.column >= 1 && position.line + position.column <= size + 2);
    return 0;
  }
  const TrustPolicy policy = first->view();
  require(policy.source() == source && policy.source().data() != source.data());
  const std::uint64_t sum = Walk(policy).sum();

  const auto second = TrustPolicyDocument::parse(policy.source());
  require(second.has_value() && Walk(second->view()).sum() == sum);
  const TrustPolicyDocument copy = *second;
  require(Walk(copy.view()).sum() == sum);
  return 0;
}
