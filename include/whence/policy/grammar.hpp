// The grammar of policies: one parser for every kind of policy, for literals and documents. It runs twice: first it
// counts the records, then it fills arrays of exactly that size and checks their contents.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/policy/grammar_reader.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

class PrincipalGrammar {
 public:
  constexpr explicit PrincipalGrammar(PolicyReader& reader) : reader_(reader) {}

  constexpr bool read(Statement& out) {
    const std::uint32_t at = reader_.next();
    PolicySink& sink = reader_.sink;
    out.principals.first = sink.size.principals;
    if (reader_.json.peek() == '"') {
      PrincipalEntry everyone;
      if (!reader_.text(everyone.text)) return false;
      if (sink.fills() && reader_.view(everyone.text) != "*") {
        return reader_.fail(PolicyFault::principal_is_not_star_or_object, at);
      }
      keep(everyone);
    } else if (reader_.json.peek() != '{') {
      return reader_.fail(PolicyFault::principal_is_not_star_or_object, at);
    } else {
      unsigned seen = 0;
      if (!reader_.json.object([&] { return principals_of_one_type(seen); })) return false;
    }
    out.principals.count = sink.size.principals - out.principals.first;
    const bool only_everyone = sink.fills() && reader_.reads(PolicyKind::resource_control);
    for (std::uint32_t i = 0; only_everyone && i < out.principals.count; ++i) {
      if (sink.principals[out.principals.first + i].form != PrincipalForm::everyone) {
        return reader_.fail(PolicyFault::principal_is_not_everyone, at);
      }
    }
    return out.principals.count > 0 || reader_.fail(PolicyFault::principal_is_empty, at);
  }

 private:
  constexpr bool principals_of_one_type(unsigned& seen) {
    const std::uint32_t at = reader_.next();
    Text word;
    if (!reader_.element(word)) return false;
    const auto entries_under = [&](PrincipalKey key) {
      return reader_.once(seen, 1U << static_cast<unsigned>(key), PolicyFault::duplicate_principal_type, at) &&
             reader_.one_or_many([&] { return principal_entry(key); });
    };
    if (word == "AWS") return entries_under(PrincipalKey::aws);
    if (word == "Service") return entries_under(PrincipalKey::service);
    if (word == "Federated") return entries_under(PrincipalKey::federated);
    return reader_.fail(
        word == "CanonicalUser" ? PolicyFault::canonical_user_is_of_s3 : PolicyFault::unknown_principal_type, at);
  }

  constexpr bool principal_entry(PrincipalKey key) {
    const std::uint32_t at = reader_.next();
    PrincipalEntry entry{.key = key};
    if (!reader_.text(entry.text, JsonFault::expected_a_string_or_list)) return false;
    if (reader_.sink.fills() && !judge(entry, at)) return false;
    keep(entry);
    return true;
  }

  constexpr void keep(const PrincipalEntry& entry) {
    PolicySink& sink = reader_.sink;
    if (sink.fills()) sink.principals[sink.size.principals] = entry;
    ++sink.size.principals;
  }

  // Parses the principal's name into the record, or fails.
  constexpr bool judge(PrincipalEntry& entry, std::uint32_t at) {
    const Text written = reader_.view(entry.text);
    if (entry.key == PrincipalKey::aws && is_hyphenated_account(written, entry.account)) {
      entry.form = PrincipalForm::account;
      return true;
    }
    PrincipalName name;
    if (const NameError error = read_principal_name(written, name)) {
      // A service name or an ARN gets its own fault; any other text gets the forms that are valid here.
      const bool is_service = name.is(PrincipalForm::service) && entry.key == key_of(name.form);
      if (!is_service && !written.starts_with("arn:")) return reader_.fail(wrong_form(entry.key), at);
      // The position of the wrong byte is known only in a string without escapes.
      return reader_.fail(as_policy_fault(error.fault), entry.text.at == at + 1 ? at + 1 + error.offset : at);
    }
    if (!fits(entry.key, name.form, at)) return false;
    const auto slice = [&](Text piece) {
      return piece.empty() ? Slice{}
                           : Slice{entry.text.at + static_cast<std::uint32_t>(piece.data() - written.data()),
                                   static_cast<std::uint32_t>(piece.size())};
    };
    entry = {.key = entry.key,
             .form = name.form,
             .partition = name.partition,
             .has_partition = name.has_partition,
             .account = name.account,
             .text = entry.text,
             .path = slice(name.path),
             .name = slice(name.name),
             .session = slice(name.session)};
    return true;
  }

  // 1111-2222-3333, which IAM takes as a principal, as https://github.com/badmintoncryer/cdk-preflight recorded.
  static constexpr bool is_hyphenated_account(Text written, AccountId& out) {
    if (written.size() != 14 || written[4] != '-' || written[9] != '-') return false;
    char digits[12]{};
    for (std::size_t i = 0; i < 12; ++i) digits[i] = written[i + i / 4];
    const Result<AccountId, NameError> account = AccountId::parse(Text(digits, 12));
    if (account) out = *account;
    return static_cast<bool>(account);
  }

  // The key under which a principal of this form is valid; a canonical user is valid under none that is written.
  static constexpr PrincipalKey key_of(PrincipalForm form) {
    switch (form) {
      case PrincipalForm::service: return PrincipalKey::service;
      case PrincipalForm::oidc_provider:
      case PrincipalForm::saml_provider:
      case PrincipalForm::built_in_issuer: return PrincipalKey::federated;
      case PrincipalForm::canonical_user: return PrincipalKey::everyone;
      default: return PrincipalKey::aws;
    }
  }
  constexpr bool fits(PrincipalKey key, PrincipalForm form, std::uint32_t at) {
    return key == key_of(form) || reader_.fail(wrong_form(key, form), at);
  }
  static constexpr PolicyFault wrong_form(PrincipalKey key, PrincipalForm form = PrincipalForm::canonical_user) {
    switch (key) {
      case PrincipalKey::service:
        return form == PrincipalForm::everyone ? PolicyFault::wildcard_in_service
                                               : PolicyFault::not_a_service_principal;
      case PrincipalKey::federated: return PolicyFault::not_a_federated_principal;
      default: return PolicyFault::not_an_aws_principal;
    }
  }

  PolicyReader& reader_;
};

// A template only so that a header without a literal or a document does not pay for its functions.
template <class Reader = PolicyReader>
class PolicyParser {
 public:
  constexpr PolicyParser(Text source, PolicyKind kind, PolicySink& sink)
      : source_(source), reader_(source, kind, sink), sink_(sink) {}

  constexpr PolicyError run() {
    if (const std::uint32_t end = longest_end(); end < source_.size()) {
      return {PolicyFault::policy_is_longer_than_131072, end};
    }
    const std::uint32_t start = reader_.next();
    unsigned seen = 0;
    const bool read = reader_.json.object([&] { return policy_element(seen); }) && reader_.json.end();
    if (read && (seen & statement_bit) == 0) reader_.fail(PolicyFault::policy_has_no_statement, start);
    if (read && of_an_organization() && (seen & version_bit) == 0) {
      reader_.fail(PolicyFault::version_is_not_the_newest, start);
    }
    return reader_.error();
  }

 private:
  static constexpr std::uint32_t longest_document = 131072;
  static constexpr unsigned version_bit = 1, id_bit = 2, statement_bit = 4;
  static constexpr unsigned sid_bit = 1, effect_bit = 2, principal_bit = 4, action_bit = 8, not_action_bit = 16,
                            condition_bit = 32, resource_bit = 64, not_resource_bit = 128, not_principal_bit = 256;

  // Where a document of the maximum number of characters, of one or two bytes each, would end.
  constexpr std::uint32_t longest_end() const {
    if (source_.size() <= longest_document) return longest_document;
    std::uint32_t at = 0;
    for (std::uint32_t characters = 0; at < source_.size() && at < 2 * longest_document; ++at) {
      if (!continues_character(source_[at]) && ++characters > longest_document) break;
    }
    return at;
  }

  constexpr bool fail(PolicyFault fault, std::uint32_t offset) { return reader_.fail(fault, offset); }
  [[nodiscard]] constexpr const PolicyKindInfo& taken() const { return info_of(reader_.kind); }
  [[nodiscard]] constexpr bool of_a_role() const { return reader_.reads(PolicyKind::trust); }
  // Sources: SCP syntax,
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html, and RCP syntax,
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
  [[nodiscard]] constexpr bool of_an_organization() const {
    return reader_.reads(PolicyKind::service_control) || reader_.reads(PolicyKind::resource_control);
  }

  // A word or a list of words.
  constexpr bool words(Range& out, PolicyFault when_empty, PolicyFault (*fault_of)(Text)) {
    const std::uint32_t at = reader_.next();
    out.first = sink_.size.words;
    const bool read = reader_.one_or_many([&] {
      const std::uint32_t word_at = reader_.next();
      Slice written;
      if (!reader_.text(written, JsonFault::expected_a_string_or_list)) return false;
      if (sink_.fills()) {
        const PolicyFault fault = fault_of(reader_.view(written));
        if (fault != PolicyFault::none) return fail(fault, word_at);
      }
      reader_.keep_word(written);
      return true;
    });
    if (!read) return false;
    out.count = sink_.size.words - out.first;
    return out.count > 0 || fail(when_empty, at);
  }

  constexpr bool policy_element(unsigned& seen) {
    const std::uint32_t at = reader_.next();
    Text word;
    if (!reader_.element(word)) return false;
    const auto first = [&](unsigned bit) { return reader_.once(seen, bit, PolicyFault::duplicate_policy_element, at); };
    if (word == "Statement") {
      const std::uint32_t value_at = reader_.next();
      return first(statement_bit) && reader_.one_or_many([&] { return statement(); }) &&
             (sink_.size.statements > 0 || fail(PolicyFault::statement_list_is_empty, value_at));
    }
    if (word == "Version") return first(version_bit) && version();
    if (word == "Id") return first(id_bit) && reader_.text(sink_.id);
    return fail(PolicyFault::unknown_policy_element, at);
  }

  constexpr bool version() {
    const std::uint32_t at = reader_.next();
    Slice value;
    if (!reader_.text(value)) return false;
    if (!sink_.fills()) return true;
    const bool new_language = reader_.view(value) == "2012-10-17";
    if (!new_language && reader_.view(value) != "2008-10-17") return fail(PolicyFault::version_is_unknown, at);
    if (of_an_organization() && !new_language) return fail(PolicyFault::version_is_not_the_newest, at);
    sink_.version = new_language ? PolicyVersion::v2012_10_17 : PolicyVersion::v2008_10_17;
    return true;
  }

  constexpr bool statement() {
    Statement out;
    out.source.at = reader_.next();
    unsigned seen = 0;
    if (!reader_.json.object([&] { return statement_element(out, seen); })) return false;
    out.source.size = reader_.json.offset() - out.source.at;
    if ((seen & effect_bit) == 0) return fail(PolicyFault::statement_has_no_effect, out.source.at);
    if (taken().takes_principal && (seen & (principal_bit | not_principal_bit)) == 0) {
      return fail(PolicyFault::statement_has_no_principal, out.source.at);
    }
    if ((seen & (action_bit | not_action_bit)) == 0) return fail(PolicyFault::statement_has_no_action, out.source.at);
    if (taken().takes_resource && (seen & (resource_bit | not_resource_bit)) == 0) {
      return fail(PolicyFault::statement_has_no_resource, out.source.at);
    }
    if (out.not_principal && sink_.fills() && out.effect == Effect::allow) {
      return fail(PolicyFault::not_principal_is_not_taken, out.source.at);
    }
    if (sink_.fills()) sink_.statements[sink_.size.statements] = out;
    ++sink_.size.statements;
    return true;
  }

  constexpr bool statement_element(Statement& out, unsigned& seen) {
    const std::uint32_t at = reader_.next();
    Text word;
    if (!reader_.element(word)) return false;
    const auto first = [&](unsigned bit) {
      return reader_.once(seen, bit, PolicyFault::duplicate_statement_element, at);
    };
    // An element and its opposite exclude each other.
    const auto either = [&](unsigned bit, unsigned opposite, PolicyFault otherwise) {
      return first(bit) && ((seen & opposite) == 0 || fail(otherwise, at));
    };
    if (word == "Effect") return first(effect_bit) && effect(out);
    if (word == "Principal") {
      if (!taken().takes_principal) return fail(PolicyFault::principal_is_not_taken, at);
      return either(principal_bit, not_principal_bit, PolicyFault::principal_and_not_principal) &&
             PrincipalGrammar(reader_).read(out);
    }
    if (word == "Action") return either(action_bit, not_action_bit, PolicyFault::action_and_not_action) && actions(out);
    if (word == "NotAction") {
      if (reader_.reads(PolicyKind::resource_control)) {
        return fail(PolicyFault::not_action_in_a_resource_control_policy, at);
      }
      out.not_action = true;
      return either(not_action_bit, action_bit, PolicyFault::action_and_not_action) && actions(out);
    }
    if (word == "Condition") return first(condition_bit) && ConditionGrammar(reader_).read(out);
    if (word == "Sid") return first(sid_bit) && sid(out);
    if (word == "Resource") {
      if (of_a_role()) return fail(PolicyFault::resource_in_a_trust_policy, at);
      return either(resource_bit, not_resource_bit, PolicyFault::resource_and_not_resource) && resources(out);
    }
    if (word == "NotResource") {
      if (of_a_role()) return fail(PolicyFault::not_resource_in_a_trust_policy, at);
      out.not_resource = true;
      return either(not_resource_bit, resource_bit, PolicyFault::resource_and_not_resource) && resources(out);
    }
    if (word == "NotPrincipal") {
      if (of_a_role()) return fail(PolicyFault::not_principal_in_a_trust_policy, at);
      if (!reader_.reads(PolicyKind::endpoint)) return fail(PolicyFault::not_principal_is_not_taken, at);
      out.not_principal = true;
      return either(not_principal_bit, principal_bit, PolicyFault::principal_and_not_principal) &&
             PrincipalGrammar(reader_).read(out);
    }
    return fail(PolicyFault::unknown_statement_element, at);
  }

  constexpr bool sid(Statement& out) {
    const std::uint32_t at = reader_.next();
    if (!reader_.text(out.sid)) return false;
    if (!sink_.fills()) return true;
    for (const char c : reader_.view(out.sid)) {
      if (!ascii::letters_and_digits.has(c)) return fail(PolicyFault::sid_is_not_alphanumeric, at);
    }
    return true;
  }

  constexpr bool effect(Statement& out) {
    const std::uint32_t at = reader_.next();
    Slice value;
    if (!reader_.text(value)) return false;
    if (!sink_.fills()) return true;
    const bool allow = reader_.view(value) == "Allow";
    if (!allow && reader_.view(value) != "Deny") return fail(PolicyFault::effect_is_neither_allow_nor_deny, at);
    out.effect = allow ? Effect::allow : Effect::deny;
    return true;
  }

  constexpr bool actions(Statement& out) {
    return words(out.actions, PolicyFault::action_list_is_empty, fault_of_action);
  }

  constexpr bool resources(Statement& out) {
    return words(out.resources, PolicyFault::resource_list_is_empty, fault_of_resource);
  }

  Text source_;
  Reader reader_;
  PolicySink& sink_;
};

// The faults that the grammar cannot see in one statement: names that occur twice. Compares pairwise, except keys of a
// statement for which `may_repeat_a_key` is false.
constexpr PolicyError find_duplicates(const Policy& policy,
                                      bool (*may_repeat_a_key)(const Policy&, const Statement&) = nullptr) {
  const Span<Statement> statements = policy.statements();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Slice sid = statements[i].sid;
    for (std::size_t j = 0; sid.size != 0 && j < i; ++j) {
      if (policy.at(statements[j].sid) == policy.at(sid)) {
        return {PolicyFault::sid_is_not_unique, statements[i].source.at};
      }
    }
    if (may_repeat_a_key != nullptr && !may_repeat_a_key(policy, statements[i])) continue;
    const Span<Condition> conditions = policy.conditions_of(statements[i]);
    for (std::size_t k = 1; k < conditions.size(); ++k) {
      // The keys of one operator are consecutive.
      for (std::size_t earlier = k; earlier > 0 && conditions[earlier - 1].test == conditions[k].test; --earlier) {
        if (ascii::equal_ignoring_case(policy.at(conditions[earlier - 1].key), policy.at(conditions[k].key))) {
          // A decoded key is after the source and has no position there: use that of the operator.
          const bool plain = conditions[k].key.at < policy.source().size();
          return {PolicyFault::duplicate_condition_key, plain ? conditions[k].key.at - 1 : conditions[k].operator_at};
        }
      }
    }
  }
  return {};
}

}  // namespace whence::detail
WHENCE_TEMPLATES_END
