// What the readers of scenarios and of hops share: the fields of a JSON object, each with the function that reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/json.hpp>
#include <whence/base/json_decoder.hpp>
#include <whence/base/text.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/document/wrapped_policy.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/partition.hpp>
#include <whence/policy/saving.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The text of the last member with this name, as it is in the object; empty if there is none. Complexity: linear.
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
// A field, and the function that reads its value.
template <class Owner>
struct Field {
  Text name;
  bool (*read)(Owner&);
  Text short_name{};  // instead of the name; may be empty
};

// The field with this name, or null.
template <class Owner, std::size_t Count>
constexpr const Field<Owner>* find_field(const Field<Owner> (&fields)[Count], Text name) {
  for (const Field<Owner>& each : fields) {
    if (each.name == name || (!name.empty() && each.short_name == name)) return &each;
  }
  return nullptr;
}

// Decodes strings into `text`, which must have room for them, because others view it.
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

  constexpr bool account(AccountId& out) {
    const std::uint32_t at = next();
    Text written;
    if (!string(written)) return false;
    const Result<AccountId, NameError> id = AccountId::parse(written);
    if (!id) return fail(ScenarioFault::account_is_not_valid, at);
    out = *id;
    return true;
  }

  // A policy: an object, or a string that contains one, as it is or as AWS prints it.
  template <class Document>
  constexpr bool document(std::vector<Document>& out) {
    std::uint32_t at = next();
    const bool is_object = json_.peek() == '{';
    const auto fails = [&](ScenarioFault fault, std::uint32_t offset) {
      if (!error_) error_.index = static_cast<std::uint32_t>(out.size());
      return fail(fault, offset);
    };
    Text text;
    if (json_.peek() == '"') {
      if (!string(text)) return false;
    } else if (is_object) {
      Slice raw;
      if (!json_.value(raw)) return fails(as_scenario_fault(json_.fault()), json_.fault_offset());
      text = source_.part(raw.at, raw.size);
    } else {
      return fails(ScenarioFault::policy_is_not_an_object, at);
    }
    // Whether it must also be saved is known when all fields are read.
    const WrappedPolicy wrapped(text, Document::kind);
    if (is_object) at += wrapped.begins_at();
    Result<Document, PolicyError> read = Document::parse(wrapped.policy(), DocumentsFrom::aws);
    if (!read) {
      if (!error_) error_.policy = read.error();
      return fails(ScenarioFault::policy, at);
    }
    out.push_back(*static_cast<Result<Document, PolicyError>&&>(read));
    if (!wrapped.role().empty()) {
      reply_role_ = wrapped.role();
      reply_at_ = at;
    }
    if (wrapped.is_from_aws()) return true;
    const auto policy = out.back().view();
    written_.push_back({policy, detail::find_unsaved<policy.kind, Policy>, field_, level_,
                        static_cast<std::uint32_t>(out.size() - 1), at});
    return true;
  }

  constexpr bool documents_from() {
    const std::uint32_t at = next();
    Text word;
    if (!string(word)) return false;
    if (word != "author" && word != "account" && word != "aws") return fail(ScenarioFault::documents_from_is_not_valid, at);
    documents_from_ = word == "aws"      ? DocumentsFrom::aws
                      : word == "author" ? DocumentsFrom::author
                                         : DocumentsFrom::account;
    return true;
  }

  // Whether AWS saves the documents that were read, if they do not come from there. `partition_of(field)` is that of
  // the account to which the documents of a field belong, or null.
  template <class PartitionOf>
  constexpr bool documents_are_saved(PartitionOf partition_of) {
    if (documents_from_ == DocumentsFrom::aws) return true;
    for (const Written& each : written_) {
      const PolicyError error = each.find_unsaved(each.policy, partition_of(each.field), documents_from_ == DocumentsFrom::account);
      if (!error) continue;
      if (!error_) {
        error_.policy = error;
        error_.level = each.level;
        error_.index = each.index;
      }
      field_ = each.field;
      return fail(ScenarioFault::policy, each.at);
    }
    return true;
  }

  // Fails because of the field whose name is at `at`, and names it as it is written.
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

  // A document that was read. Its records do not move with it.
  struct Written {
    Policy policy;
    PolicyError (*find_unsaved)(const Policy&, const PartitionInfo*, bool);
    Text field;
    std::int32_t level;
    std::uint32_t index, at;
  };

  Text source_;
  JsonScanner json_;
  std::vector<char>& text_;
  ScenarioError error_;
  Text field_;               // the one being read
  std::int32_t level_ = -1;  // in a list of levels
  DocumentsFrom documents_from_ = DocumentsFrom::account;
  std::vector<Written> written_;
  Text reply_role_;  // of a reply that contains the trust policy
  std::uint32_t reply_at_ = 0;
};
}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
