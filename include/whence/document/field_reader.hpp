// What the readers of scenarios and of hops share: the fields of a JSON object, each with the function that reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/document/scenario_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The text of a member as it stands in the object; the last one of this name, and empty where there is none. Complexity: linear.
[[nodiscard]] constexpr Text json_member(Text object, Text name) {
  JsonScanner json(object);
  Text found;
  json.object([&] {
    JsonString key;
    Slice value;
    if (!json.member_name(key) || !json.value(value)) return false;
    if (object.part(key.raw.at, key.raw.size) == name) found = object.part(value.at, value.size);
    return true;
  });
  return found;
}

namespace detail {

// A field, and what reads its value.
template <class Owner>
struct Field {
  Text name;
  bool (*read)(Owner&);
  Text short_name{};  // stands for the name; empty where there is none
};

// The field of a name; null where there is none.
template <class Owner, std::size_t Count>
constexpr const Field<Owner>* find_field(const Field<Owner> (&fields)[Count], Text name) {
  for (const Field<Owner>& each : fields) {
    if (each.name == name || (!name.empty() && each.short_name == name)) return &each;
  }
  return nullptr;
}

// Strings are decoded into `text`, which must have room for them: whoever reads them views it.
class FieldReader {
 protected:
  constexpr FieldReader(Text source, std::vector<char>& text) : source_(source), json_(source), text_(text) {}

  constexpr bool fail(ScenarioFault fault, std::uint32_t offset) {
    if (!error_) {
      error_.fault = fault;
      error_.offset = offset;
      error_.field = field_;
    }
    return false;
  }
  constexpr std::uint32_t next() {
    json_.peek();
    return json_.offset();
  }

  // A string, decoded and kept.
  constexpr bool string(Slice& out, JsonFault otherwise = JsonFault::expected_a_string) {
    JsonString read;
    if (!json_.string(read, otherwise)) return false;
    out.at = static_cast<std::uint32_t>(text_.size());
    JsonDecoder::decode(source_, read.raw, [this](char c) { text_.push_back(c); });
    out.size = static_cast<std::uint32_t>(text_.size()) - out.at;
    return true;
  }
  constexpr bool string(Text& out, JsonFault otherwise = JsonFault::expected_a_string) {
    Slice slice;
    if (!string(slice, otherwise)) return false;
    out = kept(slice);
    return true;
  }
  [[nodiscard]] constexpr Text kept(Slice slice) const { return {text_.data() + slice.at, slice.size}; }
  template <class Kept>
  constexpr bool name(Kept& out) {
    return string(out, JsonFault::expected_a_member_name) && json_.need(':', JsonFault::expected_a_colon);
  }
  constexpr bool pass_over() {
    Slice ignored;
    return json_.value(ignored);
  }
  constexpr bool take_null() { return json_.peek() == 'n' && pass_over(); }

  // Fails because of the field whose name stands at `at`, and names it as it is written.
  constexpr bool fail_unknown(ScenarioFault fault, std::uint32_t at) {
    field_ = source_.part(at + 1, json_.offset() - at);  // from its opening quote on
    field_ = field_.part(0, field_.find('"'));
    return fail(fault, at);
  }
  // Marks a field that is about to be read, so that it is read once.
  template <class Owner, std::size_t Count>
  constexpr bool begin(const Field<Owner> (&fields)[Count], const Field<Owner>* field, std::uint32_t& seen,
                       ScenarioFault twice, std::uint32_t at) {
    static_assert(Count <= 32, "seen has a bit for each field");
    field_ = field->name;
    const std::uint32_t bit = std::uint32_t{1} << (field - fields);
    if ((seen & bit) != 0) return fail(twice, at);
    seen |= bit;
    return true;
  }

  Text source_;
  JsonScanner json_;
  std::vector<char>& text_;
  ScenarioError error_;
  Text field_;  // that is being read
};

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
