// Reads the JSON of a policy into records: the parts that the whole grammar uses.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/policy_fault.hpp>
#include <whence/policy/records.hpp>

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

}  // namespace whence::detail
WHENCE_TEMPLATES_END
