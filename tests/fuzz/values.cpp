// Any bytes as the names and the values that policies and requests contain: ARNs, callers, account and key ids, names,
// dates, decimals, addresses, base64, and patterns with wildcards. Reading them allocates nothing, an error points to
// one of the bytes, comparisons are consistent, and a match takes no more steps than it is given.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/values.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/values
#include <whence/base/base64.hpp>
#include <whence/base/date.hpp>
#include <whence/base/decimal.hpp>
#include <whence/base/ip_address.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/explain/write.hpp>
#include <whence/names/arn.hpp>
#include <whence/names/key_id.hpp>
#include <whence/names/name.hpp>
#include <whence/names/parameter.hpp>
#include <whence/whence.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

namespace {

std::size_t allocations = 0;

}  // namespace

// The address sanitizer has an operator new of its own: with it, allocations are not counted.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define WHENCE_FUZZ_HAS_OTHER_NEW
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define WHENCE_FUZZ_HAS_OTHER_NEW
#endif
#ifndef WHENCE_FUZZ_HAS_OTHER_NEW
void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace {

using namespace whence;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Calls it and requires that it allocates nothing.
template <class Call>
auto without_memory(Call call) {
  const std::size_t before = allocations;
  const auto result = call();
  require(allocations == before);
  return result;
}

void check(const NameError& error, Text text) {
  require(error && error.offset <= text.size() && !error.sentence().empty());
}

template <class Kind>
void read(Text text) {
  const auto result = without_memory([&] { return Kind::parse(text); });
  if (!result) return check(result.error(), text);
  require(Kind::parse(text).has_value());
}

void names(Text text) {
  read<AccountId>(text);
  read<Arn>(text);
  read<UniqueId>(text);
  read<AccessKeyId>(text);
  read<RoleName>(text);
  read<UserName>(text);
  read<Path>(text);
  read<SessionName>(text);
  const auto name = without_memory([&] { return parse_principal_name(text); });
  if (!name) check(name.error(), text);
  const auto caller = without_memory([&] { return Principal::from(text); });
  if (!caller) check(caller.error(), text);
  const auto role = without_memory([&] { return Role::from_arn(text, TrustPolicy()); });
  if (!role) check(role.error(), text);
  // What is printed names the same caller.
  if (caller) {
    const std::string printed = to_string(*caller);
    const auto again = Principal::from(printed);
    require(again.has_value() && *again == *caller);
  }
  if (role) {
    const std::string printed = to_string(role->arn());
    const auto again = Role::from_arn(Text(printed), TrustPolicy());
    require(again.has_value() && again->name() == role->name() && again->path() == role->path());
  }
  const Parameter<grammar::TagKey> key(text);
  require(key.view() == text);
}

template <class Value, bool (*Parse)(Text, Value&)>
void compare(Text text, Text other) {
  Value one{}, two{};
  const bool first = without_memory([&] { return Parse(text, one); });
  const bool second = without_memory([&] { return Parse(other, two); });
  if (first) require(Value::compare(one, one) == 0);
  if (!first || !second) return;
  const int forward = Value::compare(one, two), back = Value::compare(two, one);
  require((forward < 0) == (back > 0) && (forward == 0) == (back == 0));
}

void addresses(Text text, Text other) {
  IpBlock block, address;
  if (!without_memory([&] { return IpBlock::parse(text, block); })) return;
  if (block.is_one_address()) require(block.contains(block));
  if (!IpBlock::parse(other, address) || !address.is_one_address()) return;
  without_memory([&] { return block.contains(address); });
}

// By the definition, for short texts of ASCII.
bool matches_slowly(Text pattern, Text text) {
  std::vector<bool> row(text.size() + 1);
  row[0] = true;
  for (const char wanted : pattern) {
    if (wanted == '*') {
      for (std::size_t i = 1; i < row.size(); ++i) row[i] = row[i] || row[i - 1];
      continue;
    }
    for (std::size_t i = row.size() - 1; i > 0; --i) row[i] = row[i - 1] && (wanted == '?' || wanted == text[i - 1]);
    row[0] = false;
  }
  return row[text.size()];
}

void wildcards(Text pattern, Text text) {
  Steps steps;
  const bool matched = without_memory([&] { return matches(WildcardPattern(pattern, &steps), text); });
  const bool unbounded = matches_wildcard(pattern, text);
  require(steps.are_spent() || matched == unbounded);
  Steps few;
  require(few.take(static_cast<std::size_t>(Steps::most)));
  const bool without_return = matches(WildcardPattern(pattern, &few), text);
  require(few.are_spent() || without_return == unbounded);
  // At most one return for each byte of the text, and each reads at most the whole text again.
  const std::size_t most = text.size() * (1 + text.size() / 8);
  if (most < static_cast<std::size_t>(Steps::most)) require(!steps.are_spent());
  if (unbounded) require(matches_wildcard(pattern, text, LetterCase::ignored));
  if (!ascii::has_bytes_outside(text) && !ascii::has_bytes_outside(pattern)) {
    require(unbounded == matches_slowly(pattern, text));
  }
  without_memory([&] { return matches_arn(WildcardPattern(pattern), text); });
  const Truth resource = without_memory([&] { return matches_resource(WildcardPattern(pattern), text); });
  if (unbounded) require(resource != Truth::no);
}

}  // namespace

// The first line is one text, the rest is the other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = all.find('\n');
  const Text text = all.part(0, end), other = end == Text::npos ? Text() : all.part(end + 1);
  names(text);
  compare<Decimal, Decimal::parse>(text, other);
  compare<Date, parse_date>(text, other);
  addresses(text, other);
  without_memory([&] { return stands_for(text, other); });
  wildcards(text, other);
  wildcards(other, text);
  return 0;
}
