// The grammar of trust policies. One parser for every place a policy comes from. It runs twice: first it counts
// the records, then, with arrays of exactly that size behind it, it fills them and judges what is in them.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/json.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/fault.hpp>
#include <whence/policy/records.hpp>

namespace whence::detail {

// Where the parser leaves what it finds. With null pointers it only counts. The text is the source followed by
// the decoded form of the strings that have escapes.
struct PolicySink {
  Statement* statements = nullptr;
  PrincipalEntry* principals = nullptr;
  Slice* actions = nullptr;
  Condition* conditions = nullptr;
  Slice* values = nullptr;
  char* text = nullptr;
  PolicyShape size;
  PolicyVersion version = PolicyVersion::absent;
  Slice id;

  [[nodiscard]] constexpr bool fills() const { return statements != nullptr; }
};

class TrustPolicyParser {
 public:
  constexpr TrustPolicyParser(Text source, PolicySink& sink) : source_(source), json_(source, 0xFF), sink_(sink) {
    sink_.size.text = static_cast<std::uint32_t>(source.size());
  }

  constexpr PolicyError run() {
    if (const std::uint32_t end = longest_end(); end < source_.size()) {
      return {PolicyFault::policy_is_longer_than_131072, end};
    }
    const std::uint32_t start = next();
    unsigned seen = 0;
    const bool read = json_.object([&] { return policy_element(seen); }) && json_.end();
    if (read && (seen & statement_bit) == 0) fail(PolicyFault::policy_has_no_statement, start);
    if (error_) return error_;
    return {as_policy_fault(json_.fault()), json_.fault_offset()};
  }

 private:
  static constexpr std::uint32_t longest_document = 131072;
  static constexpr unsigned version_bit = 1, id_bit = 2, statement_bit = 4;
  static constexpr unsigned sid_bit = 1, effect_bit = 2, principal_bit = 4, action_bit = 8, not_action_bit = 16,
                            condition_bit = 32;

  // Where the longest document that may begin here ends: it has so many characters, of one byte or two.
  constexpr std::uint32_t longest_end() const {
    if (source_.size() <= longest_document) return longest_document;
    std::uint32_t at = 0;
    for (std::uint32_t characters = 0; at < source_.size() && at < 2 * longest_document; ++at) {
      const bool begins = (static_cast<unsigned char>(source_[at]) & 0xC0U) != 0x80;
      if (begins && ++characters > longest_document) break;
    }
    return at;
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

  // Where the next token starts, which is where a fault of it is reported.
  constexpr std::uint32_t next() {
    json_.peek();
    return json_.offset();
  }

  // A string as a slice of the text: in the usual case, without escapes, of the source.
  constexpr bool text(Slice& out, JsonFault otherwise = JsonFault::expected_a_string) {
    JsonString string;
    if (!json_.string(string, otherwise)) return false;
    out = string.has_escapes ? decoded(string.raw) : string.raw;
    return true;
  }
  constexpr Slice decoded(Slice raw) {
    const std::uint32_t first = sink_.size.text;
    JsonDecoder::decode(source_, raw, [this](char c) {
      if (sink_.fills()) sink_.text[sink_.size.text] = c;
      ++sink_.size.text;
    });
    return {first, sink_.size.text - first};
  }
  constexpr Text view(Slice slice) const {
    if (slice.at < source_.size()) return Text(source_.data() + slice.at, slice.size);
    return Text(sink_.text + slice.at, slice.size);  // decoded, and looked at only while the sink fills
  }

  // The name of an element, for the grammar to tell apart; not kept.
  constexpr bool element(Text& out) {
    JsonString string;
    if (!json_.string(string, JsonFault::expected_a_member_name)) return false;
    out = Text(source_.data() + string.raw.at, string.raw.size);
    if (string.has_escapes) {
      std::uint32_t count = 0;
      JsonDecoder::decode(source_, string.raw, [&](char c) {
        if (count < sizeof word_) word_[count++] = c;
      });
      out = Text(word_, count);
    }
    return json_.need(':', JsonFault::expected_a_colon);
  }

  template <class One>
  constexpr bool one_or_many(One one) {
    return json_.peek() == '[' ? json_.list(one) : one();
  }

  constexpr bool policy_element(unsigned& seen) {
    const std::uint32_t at = next();
    Text word;
    if (!element(word)) return false;
    const auto first = [&](unsigned bit) { return once(seen, bit, PolicyFault::duplicate_policy_element, at); };
    if (word == "Statement") {
      const std::uint32_t value_at = next();
      return first(statement_bit) && one_or_many([&] { return statement(); }) &&
             (sink_.size.statements > 0 || fail(PolicyFault::statement_list_is_empty, value_at));
    }
    if (word == "Version") return first(version_bit) && version();
    if (word == "Id") return first(id_bit) && text(sink_.id);
    return fail(PolicyFault::unknown_policy_element, at);
  }

  constexpr bool version() {
    const std::uint32_t at = next();
    Slice value;
    if (!text(value)) return false;
    if (!sink_.fills()) return true;
    const bool new_language = view(value) == "2012-10-17";
    if (!new_language && view(value) != "2008-10-17") return fail(PolicyFault::version_is_unknown, at);
    sink_.version = new_language ? PolicyVersion::v2012_10_17 : PolicyVersion::v2008_10_17;
    return true;
  }

  constexpr bool statement() {
    Statement out;
    out.source.at = next();
    unsigned seen = 0;
    if (!json_.object([&] { return statement_element(out, seen); })) return false;
    out.source.size = json_.offset() - out.source.at;
    if ((seen & effect_bit) == 0) return fail(PolicyFault::statement_has_no_effect, out.source.at);
    if ((seen & principal_bit) == 0) return fail(PolicyFault::statement_has_no_principal, out.source.at);
    if ((seen & (action_bit | not_action_bit)) == 0) return fail(PolicyFault::statement_has_no_action, out.source.at);
    if (sink_.fills()) sink_.statements[sink_.size.statements] = out;
    ++sink_.size.statements;
    return true;
  }

  constexpr bool statement_element(Statement& out, unsigned& seen) {
    const std::uint32_t at = next();
    Text word;
    if (!element(word)) return false;
    const auto first = [&](unsigned bit) { return once(seen, bit, PolicyFault::duplicate_statement_element, at); };
    if (word == "Effect") return first(effect_bit) && effect(out);
    if (word == "Principal") return first(principal_bit) && principal(out);
    if (word == "Action" || word == "NotAction") {
      out.not_action = word.size() != 6;
      if (!first(out.not_action ? not_action_bit : action_bit)) return false;
      if ((seen & action_bit) != 0 && (seen & not_action_bit) != 0) return fail(PolicyFault::action_and_not_action, at);
      return actions(out);
    }
    if (word == "Condition") return first(condition_bit) && condition(out);
    if (word == "Sid") return first(sid_bit) && sid(out);
    if (word == "NotPrincipal") return fail(PolicyFault::not_principal_in_a_trust_policy, at);
    if (word == "Resource") return fail(PolicyFault::resource_in_a_trust_policy, at);
    if (word == "NotResource") return fail(PolicyFault::not_resource_in_a_trust_policy, at);
    return fail(PolicyFault::unknown_statement_element, at);
  }

  constexpr bool sid(Statement& out) {
    const std::uint32_t at = next();
    if (!text(out.sid)) return false;
    if (!sink_.fills()) return true;
    for (const char c : view(out.sid)) {
      if (!ascii::letters_and_digits.has(c)) return fail(PolicyFault::sid_is_not_alphanumeric, at);
    }
    return true;
  }

  constexpr bool effect(Statement& out) {
    const std::uint32_t at = next();
    Slice value;
    if (!text(value)) return false;
    if (!sink_.fills()) return true;
    const bool allow = view(value) == "Allow";
    if (!allow && view(value) != "Deny") return fail(PolicyFault::effect_is_neither_allow_nor_deny, at);
    out.effect = allow ? Effect::allow : Effect::deny;
    return true;
  }

  constexpr bool principal(Statement& out) {
    const std::uint32_t at = next();
    out.principals.first = sink_.size.principals;
    if (json_.peek() == '"') {
      PrincipalEntry everyone;
      if (!text(everyone.text)) return false;
      if (sink_.fills() && view(everyone.text) != "*") return fail(PolicyFault::principal_is_not_star_or_object, at);
      keep(everyone);
    } else if (json_.peek() != '{') {
      return fail(PolicyFault::principal_is_not_star_or_object, at);
    } else {
      unsigned seen = 0;
      if (!json_.object([&] { return principals_of_one_type(seen); })) return false;
    }
    out.principals.count = sink_.size.principals - out.principals.first;
    return out.principals.count > 0 || fail(PolicyFault::principal_is_empty, at);
  }

  constexpr bool principals_of_one_type(unsigned& seen) {
    const std::uint32_t at = next();
    Text word;
    if (!element(word)) return false;
    PrincipalKey key = PrincipalKey::aws;
    if (word == "Service") {
      key = PrincipalKey::service;
    } else if (word == "Federated") {
      key = PrincipalKey::federated;
    } else if (word == "CanonicalUser") {
      return fail(PolicyFault::canonical_user_in_a_trust_policy, at);
    } else if (word != "AWS") {
      return fail(PolicyFault::unknown_principal_type, at);
    }
    return once(seen, 1U << static_cast<unsigned>(key), PolicyFault::duplicate_principal_type, at) &&
           one_or_many([&] { return principal_entry(key); });
  }

  constexpr bool principal_entry(PrincipalKey key) {
    const std::uint32_t at = next();
    PrincipalEntry entry;
    entry.key = key;
    if (!text(entry.text, JsonFault::expected_a_string_or_list)) return false;
    if (sink_.fills() && !judge(entry, at)) return false;
    keep(entry);
    return true;
  }

  constexpr void keep(const PrincipalEntry& entry) {
    if (sink_.fills()) sink_.principals[sink_.size.principals] = entry;
    ++sink_.size.principals;
  }

  // Takes the principal's name apart, or says what is wrong with it.
  constexpr bool judge(PrincipalEntry& entry, std::uint32_t at) {
    const Text written = view(entry.text);
    PrincipalName name;
    if (const NameError error = read_principal_name(written, name)) {
      // What is not even shaped like an ARN is told what may stand here; a service name, what is wrong with it.
      const bool is_service = entry.key == PrincipalKey::service && name.form == PrincipalForm::service;
      if (!is_service && !written.starts_with("arn:")) return fail(wrong_form(entry.key), at);
      // Inside a string without escapes the byte that does not fit can be told; else only the string.
      return fail(as_policy_fault(error.fault), entry.text.at == at + 1 ? at + 1 + error.offset : at);
    }
    if (!fits(entry.key, name.form, at)) return false;
    const auto slice = [&](Text piece) {
      return piece.empty() ? Slice{}
                           : Slice{entry.text.at + static_cast<std::uint32_t>(piece.data() - written.data()),
                                   static_cast<std::uint32_t>(piece.size())};
    };
    entry.form = name.form;
    entry.partition = name.partition;
    entry.has_partition = name.has_partition;
    entry.account = name.account;
    entry.path = slice(name.path);
    entry.name = slice(name.name);
    entry.session = slice(name.session);
    return true;
  }

  // Whether a principal of this form may stand under this key.
  constexpr bool fits(PrincipalKey key, PrincipalForm form, std::uint32_t at) {
    switch (form) {
      case PrincipalForm::everyone:
        return key == PrincipalKey::aws || fail(key == PrincipalKey::service ? PolicyFault::wildcard_in_service
                                                                             : PolicyFault::not_a_federated_principal,
                                                at);
      case PrincipalForm::service:
        if (key == PrincipalKey::service) return true;
        break;
      case PrincipalForm::oidc_provider:
      case PrincipalForm::saml_provider:
      case PrincipalForm::built_in_issuer:
        if (key == PrincipalKey::federated) return true;
        break;
      case PrincipalForm::canonical_user: break;
      default:
        if (key == PrincipalKey::aws) return true;
        break;
    }
    return fail(wrong_form(key), at);
  }
  static constexpr PolicyFault wrong_form(PrincipalKey key) {
    return key == PrincipalKey::service     ? PolicyFault::not_a_service_principal
           : key == PrincipalKey::federated ? PolicyFault::not_a_federated_principal
                                            : PolicyFault::not_an_aws_principal;
  }

  constexpr bool actions(Statement& out) {
    const std::uint32_t at = next();
    out.actions.first = sink_.size.actions;
    if (!one_or_many([&] { return action(); })) return false;
    out.actions.count = sink_.size.actions - out.actions.first;
    return out.actions.count > 0 || fail(PolicyFault::action_list_is_empty, at);
  }

  constexpr bool action() {
    const std::uint32_t at = next();
    Slice written;
    if (!text(written, JsonFault::expected_a_string_or_list)) return false;
    if (sink_.fills()) {
      const Text word = view(written);
      bool of_sts = word.size() > 4 && ascii::equal_ignoring_case(Text(word.data(), 4), "sts:");
      for (std::size_t i = 4; of_sts && i < word.size(); ++i) of_sts = word[i] != ':';
      if (!of_sts) return fail(PolicyFault::action_is_not_of_sts, at);
      sink_.actions[sink_.size.actions] = written;
    }
    ++sink_.size.actions;
    return true;
  }

  constexpr bool condition(Statement& out) {
    const std::uint32_t at = next();
    out.conditions.first = sink_.size.conditions;
    if (json_.peek() != '{') return fail(PolicyFault::condition_is_not_an_object, at);
    for (std::uint64_t& seen : operators_seen_) seen = 0;
    if (!json_.object([&] { return condition_operator(); })) return false;
    out.conditions.count = sink_.size.conditions - out.conditions.first;
    return true;
  }

  constexpr bool condition_operator() {
    Condition shared;
    shared.operator_at = next();
    Slice written;
    if (!text(written, JsonFault::expected_a_member_name)) return false;
    if (!json_.need(':', JsonFault::expected_a_colon)) return false;
    if (sink_.fills()) {
      if (!parse_condition_operator(view(written), shared.test)) {
        return fail(PolicyFault::unknown_condition_operator, shared.operator_at);
      }
      if (shared.test.test == ConditionTest::null && shared.test.if_exists) {
        return fail(PolicyFault::null_with_if_exists, shared.operator_at);
      }
      std::uint64_t& seen = operators_seen_[static_cast<unsigned>(shared.test.values)];
      const unsigned index = 2 * static_cast<unsigned>(shared.test.test) + (shared.test.if_exists ? 1U : 0U);
      const std::uint64_t bit = std::uint64_t{1} << index;
      if ((seen & bit) != 0) return fail(PolicyFault::duplicate_condition_operator, shared.operator_at);
      seen |= bit;
    }
    const std::uint32_t at = next();
    if (json_.peek() != '{') return fail(PolicyFault::condition_is_not_an_object, at);
    return json_.object([&] { return condition_key(shared); });
  }

  constexpr bool condition_key(Condition out) {
    const std::uint32_t at = next();
    if (!text(out.key, JsonFault::expected_a_member_name)) return false;
    if (!json_.need(':', JsonFault::expected_a_colon)) return false;
    if (out.key.size == 0) return fail(PolicyFault::condition_key_is_empty, at);
    out.values.first = sink_.size.values;
    const bool read = one_or_many([&] {
      Slice value;
      if (json_.peek() == '"' ? !text(value) : !json_.bare_scalar(value)) return false;
      if (sink_.fills()) sink_.values[sink_.size.values] = value;
      ++sink_.size.values;
      return true;
    });
    if (!read) return false;
    out.values.count = sink_.size.values - out.values.first;
    if (sink_.fills()) sink_.conditions[sink_.size.conditions] = out;
    ++sink_.size.conditions;
    return true;
  }

  Text source_;
  JsonScanner json_;
  PolicySink& sink_;
  PolicyError error_;
  std::uint64_t operators_seen_[3]{};  // in one Condition, by ValueSet: a bit for each test, with and without IfExists
  char word_[16]{};                    // longer than every element's name
};

}  // namespace whence::detail
