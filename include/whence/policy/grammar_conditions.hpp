// The grammar of Condition.
#pragma once

#include <cstdint>

#include <whence/base/date.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/condition_operator.hpp>
#include <whence/policy/grammar_reader.hpp>
#include <whence/policy/policy_fault.hpp>
#include <whence/policy/records.hpp>

namespace whence::detail {

class ConditionGrammar {
 public:
  constexpr explicit ConditionGrammar(PolicyReader& reader) : reader_(reader) {}

  constexpr bool read(Statement& out) {
    const std::uint32_t at = reader_.next();
    out.conditions.first = reader_.sink.size.conditions;
    if (reader_.json.peek() != '{') return reader_.fail(PolicyFault::condition_is_not_an_object, at);
    if (!reader_.json.object([&] { return condition_operator(); })) return false;
    out.conditions.count = reader_.sink.size.conditions - out.conditions.first;
    return true;
  }

 private:
  constexpr bool condition_operator() {
    Condition shared;
    shared.operator_at = reader_.next();
    Slice written;
    if (!reader_.text(written, JsonFault::expected_a_member_name)) return false;
    if (!reader_.json.need(':', JsonFault::expected_a_colon)) return false;
    if (reader_.sink.fills()) {
      if (!parse_condition_operator(reader_.view(written), shared.test)) {
        return reader_.fail(PolicyFault::unknown_condition_operator, shared.operator_at);
      }
      if (shared.test.info().compares == Compares::presence && shared.test.if_exists) {
        return reader_.fail(PolicyFault::null_with_if_exists, shared.operator_at);
      }
      std::uint64_t& seen = seen_[static_cast<unsigned>(shared.test.values)];
      const unsigned index = 2 * static_cast<unsigned>(shared.test.test) + (shared.test.if_exists ? 1U : 0U);
      const std::uint64_t bit = std::uint64_t{1} << index;
      if ((seen & bit) != 0) return reader_.fail(PolicyFault::duplicate_condition_operator, shared.operator_at);
      seen |= bit;
    }
    const std::uint32_t at = reader_.next();
    if (reader_.json.peek() != '{') return reader_.fail(PolicyFault::condition_is_not_an_object, at);
    return reader_.json.object([&] { return condition_key(shared); });
  }

  constexpr bool condition_key(Condition out) {
    const std::uint32_t at = reader_.next();
    PolicySink& sink = reader_.sink;
    if (!reader_.text(out.key, JsonFault::expected_a_member_name)) return false;
    if (!reader_.json.need(':', JsonFault::expected_a_colon)) return false;
    if (out.key.size == 0) return reader_.fail(PolicyFault::condition_key_is_empty, at);
    const bool dates = out.test.info().compares == Compares::date;
    out.values.first = sink.size.words;
    const bool read = reader_.one_or_many([&] {
      const std::uint32_t value_at = reader_.next();
      Slice value;
      if (reader_.json.peek() == '"' ? !reader_.text(value) : !reader_.json.bare_scalar(value)) return false;
      if (dates && sink.fills()) {
        Date date;
        if (!parse_date(reader_.view(value), date)) return reader_.fail(PolicyFault::date_is_not_valid, value_at);
      }
      reader_.keep_word(value);
      return true;
    });
    if (!read) return false;
    out.values.count = sink.size.words - out.values.first;
    if (sink.fills()) sink.conditions[sink.size.conditions] = out;
    ++sink.size.conditions;
    return true;
  }

  PolicyReader& reader_;
  std::uint64_t seen_[3]{};  // the operators so far, by ValueSet: one bit for each test, with and without IfExists
  static_assert(2 * count_of(condition_tests) <= 64);
};

}  // namespace whence::detail
