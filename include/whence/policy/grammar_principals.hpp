// The grammar of Principal.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/policy/grammar_reader.hpp>
#include <whence/policy/policy_fault.hpp>
#include <whence/policy/records.hpp>

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
    const bool only_everyone = sink.fills() && reader_.kind == PolicyKind::resource_control;
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
    PrincipalKey key = PrincipalKey::aws;
    if (word == "Service") {
      key = PrincipalKey::service;
    } else if (word == "Federated") {
      key = PrincipalKey::federated;
    } else if (word == "CanonicalUser") {
      return reader_.fail(PolicyFault::canonical_user_is_of_s3, at);
    } else if (word != "AWS") {
      return reader_.fail(PolicyFault::unknown_principal_type, at);
    }
    return reader_.once(seen, 1U << static_cast<unsigned>(key), PolicyFault::duplicate_principal_type, at) &&
           reader_.one_or_many([&] { return principal_entry(key); });
  }

  constexpr bool principal_entry(PrincipalKey key) {
    const std::uint32_t at = reader_.next();
    PrincipalEntry entry;
    entry.key = key;
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
    PrincipalName name;
    if (const NameError error = read_principal_name(written, name)) {
      // A service name or an ARN gets its own fault; any other text gets the forms that are valid here.
      const bool is_service = entry.key == PrincipalKey::service && name.form == PrincipalForm::service;
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
    entry.form = name.form;
    entry.partition = name.partition;
    entry.has_partition = name.has_partition;
    entry.account = name.account;
    entry.path = slice(name.path);
    entry.name = slice(name.name);
    entry.session = slice(name.session);
    return true;
  }

  // Whether a principal of this form is valid under this key.
  constexpr bool fits(PrincipalKey key, PrincipalForm form, std::uint32_t at) {
    switch (form) {
      case PrincipalForm::everyone:
        return key == PrincipalKey::aws ||
               reader_.fail(key == PrincipalKey::service ? PolicyFault::wildcard_in_service
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
    return reader_.fail(wrong_form(key), at);
  }
  static constexpr PolicyFault wrong_form(PrincipalKey key) {
    return key == PrincipalKey::service     ? PolicyFault::not_a_service_principal
           : key == PrincipalKey::federated ? PolicyFault::not_a_federated_principal
                                            : PolicyFault::not_an_aws_principal;
  }

  PolicyReader& reader_;
};

}  // namespace whence::detail
