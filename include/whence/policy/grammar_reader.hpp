// What the grammar of policies is read with: elements from JSON, single words, and the Condition element.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/json_decoder.hpp>
#include <whence/base/text.hpp>
#include <whence/names/partition.hpp>
#include <whence/policy/condition_operator.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// The output of the parser, which only counts if the pointers are null. The text is the source, then every string with
// escapes, decoded.
struct PolicySink {
  Statement* statements = nullptr;
  PrincipalEntry* principals = nullptr;
  Condition* conditions = nullptr;
  Slice* words = nullptr;
  char* text = nullptr;
  PolicyShape size;
  PolicyVersion version = PolicyVersion::absent;
  Slice id;

  [[nodiscard]] constexpr bool fills() const { return statements != nullptr; }
};

class PolicyReader {
 public:
  constexpr PolicyReader(Text source, PolicyKind of_kind, PolicySink& into)
      : json(source, 0xFF), sink(into), kind(of_kind), source_(source) {
    sink.size.text = static_cast<std::uint32_t>(source.size());
  }

  constexpr bool fail(PolicyFault fault, std::uint32_t offset) {
    if (!error_) error_ = {fault, offset};
    return false;
  }
  constexpr bool once(unsigned& seen, unsigned bit, PolicyFault otherwise, std::uint32_t offset) {
    if ((seen & bit) != 0) return fail(otherwise, offset);
    seen |= bit;
    return true;
  }
  [[nodiscard]] constexpr bool reads(PolicyKind other) const { return kind == other; }
  [[nodiscard]] constexpr PolicyError error() const {
    if (error_) return error_;
    return {as_policy_fault(json.fault()), json.fault_offset()};
  }

  // The start of the next token, which is the position of its faults.
  constexpr std::uint32_t next() {
    json.peek();
    return json.offset();
  }

  // A string as a slice of the text: of the source, if it has no escapes.
  constexpr bool text(Slice& out, JsonFault otherwise = JsonFault::expected_a_string) {
    JsonString string;
    if (!json.string(string, otherwise)) return false;
    out = string.has_escapes ? decoded(string.raw) : string.raw;
    return true;
  }
  [[nodiscard]] constexpr Text view(Slice slice) const {
    if (slice.at < source_.size()) return Text(source_.data() + slice.at, slice.size);
    return Text(sink.text + slice.at, slice.size);  // decoded; read only if the sink fills
  }

  // The name of an element, valid until the next call.
  constexpr bool element(Text& out) {
    JsonString string;
    if (!json.string(string, JsonFault::expected_a_member_name)) return false;
    out = Text(source_.data() + string.raw.at, string.raw.size);
    if (string.has_escapes) {
      std::uint32_t count = 0;
      JsonDecoder::decode(source_, string.raw, [&](char c) {
        if (count < sizeof element_) element_[count++] = c;
      });
      out = Text(element_, count);
    }
    return json.need(':', JsonFault::expected_a_colon);
  }

  template <class One>
  constexpr bool one_or_many(One one) {
    return json.peek() == '[' ? json.list(one) : one();
  }

  constexpr void keep_word(Slice word) {
    if (sink.fills()) sink.words[sink.size.words] = word;
    ++sink.size.words;
  }

  JsonScanner json;
  PolicySink& sink;
  const PolicyKind kind;

 private:
  constexpr Slice decoded(Slice raw) {
    const std::uint32_t first = sink.size.text;
    JsonDecoder::decode(source_, raw, [this](char c) {
      if (sink.fills()) sink.text[sink.size.text] = c;
      ++sink.size.text;
    });
    return {first, sink.size.text - first};
  }

  Text source_;
  PolicyError error_;
  char element_[16]{};  // longer than every element's name
};

// "*", or service:Name with one colon. A wildcard can only be the whole service.
constexpr PolicyFault fault_of_action(Text word) {
  if (word == "*") return PolicyFault::none;
  const std::size_t colon = word.find(':');
  if (colon == Text::npos || colon == 0 || colon + 1 == word.size() || word.find(':', colon + 1) != Text::npos) {
    return PolicyFault::action_has_no_service;
  }
  for (std::size_t i = 0; i < colon; ++i) {
    const char c = word[i];
    const bool allowed = ascii::letters_and_digits.has(c) || c == '-' || c == '.' || (c == '*' && colon == 1);
    if (!allowed) return PolicyFault::action_service_is_not_valid;
  }
  return PolicyFault::none;
}

// "*", or an ARN with `*` and `?` in any field except the service. IAM fills up an ARN of fewer than six fields with
// `*`, but refuses it if a field is empty, as the authors of https://github.com/getmoto/moto have seen.
constexpr PolicyFault fault_of_resource(Text word) {
  if (word == "*") return PolicyFault::none;
  if (!word.starts_with("arn:")) return PolicyFault::resource_is_not_an_arn;
  std::size_t field_at[5] = {4, 0, 0, 0, 0};
  std::size_t fields = 1;
  for (std::size_t i = 4; i < word.size() && fields < 5; ++i) {
    if (word[i] == ':') field_at[fields++] = i + 1;
    if (word[i] == '{' && word[i - 1] == '$') return PolicyFault::variable_before_the_resource;
  }
  const auto field = [&](std::size_t which) {
    const std::size_t end = which + 1 < fields ? field_at[which + 1] - 1 : word.size();
    return word.part(field_at[which], end - field_at[which]);
  };
  const auto is_wild = [](Text text) { return text.find('*') != Text::npos || text.find('?') != Text::npos; };
  if (!is_wild(field(0)) && find_partition(field(0)) == nullptr) {
    return as_policy_fault(NameFault::arn_has_an_unknown_partition);
  }
  if (fields < 2 || field(1).empty() || is_wild(field(1))) return PolicyFault::resource_has_no_service;
  for (std::size_t i = 2; fields < 5 && i < fields; ++i) {
    if (field(i).empty()) return PolicyFault::resource_is_cut_short;
  }
  return PolicyFault::none;
}

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
      if (shared.test.info().is_about(Compares::presence) && shared.test.if_exists) {
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
    out.values.first = sink.size.words;
    const bool read = reader_.one_or_many([&] {
      Slice value;
      if (reader_.json.peek() == '"' ? !reader_.text(value) : !reader_.json.bare_scalar(value)) return false;
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
WHENCE_TEMPLATES_END
