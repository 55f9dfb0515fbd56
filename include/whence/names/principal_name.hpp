// Parses and prints the names of principals in policies, ARNs and replies of AWS.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/buffer.hpp>
#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/arn.hpp>
#include <whence/names/checked_literal.hpp>
#include <whence/names/key_id.hpp>
#include <whence/names/name.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/service_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The forms in which a principal is written.
/// Source: AWS JSON policy elements: Principal,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
enum class PrincipalForm : std::uint8_t {
  everyone,                   // *
  account,                    // 111122223333
  root,                       // arn:aws:iam::111122223333:root, in a policy the account
  iam_user,                   // arn:aws:iam::111122223333:user/path/name
  role,                       // arn:aws:iam::111122223333:role/path/name
  role_session,               // arn:aws:sts::111122223333:assumed-role/role/session
  federated_user,             // arn:aws:sts::111122223333:federated-user/name
  instance_identity_session,  // arn:aws:sts::111122223333:assumed-role/aws:ec2-instance/i-...
  oidc_provider,              // arn:aws:iam::111122223333:oidc-provider/host/path
  saml_provider,              // arn:aws:iam::111122223333:saml-provider/name
  built_in_issuer,            // accounts.google.com and three more
  service,                    // ec2.amazonaws.com
  unique_id,                  // AIDA... or AROA..., shown after the user or role was deleted
  canonical_user,             // 64 hexadecimal digits, for Amazon S3 only
};

/// The parts of a principal's name, as views of the parsed text. Parts that the form does not have are empty.
struct PrincipalName {
  PrincipalForm form = PrincipalForm::everyone;
  Partition partition = Partition::aws;
  bool has_partition = false;  // false for an account written as 12 digits, a service, an issuer or an id
  AccountId account{};
  Text path{};     // of a user or role, with its slashes
  Text name{};     // of the user, role, federated user, provider, issuer, service or id
  Text session{};  // of a role session: its name

  [[nodiscard]] constexpr bool is(PrincipalForm other) const { return form == other; }
  /// Whether the compiler has refused a literal that it was made from.
  [[nodiscard]] constexpr bool is_refused() const {
    return account.is_refused() || detail::is_refused_text(name) || detail::is_refused_text(session);
  }
  friend constexpr bool operator==(const PrincipalName& left, const PrincipalName& right) {
    return left.is(right.form) && left.partition == right.partition && left.account == right.account &&
           left.path == right.path && left.name == right.name && left.session == right.session;
  }
};

/// Issuers that need no provider ARN.
inline constexpr Text built_in_issuers[] = {"cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com",
                                            "accounts.google.com"};

/// The role that every EC2 instance has and nobody creates. Unlike a customer's role it has a colon in its name.
/// Source: EC2 User Guide, instance identity roles,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
inline constexpr Text instance_identity_role_name = "aws:ec2-instance";

namespace detail {

constexpr NameError shifted(NameError error, std::uint32_t by) { return {error.fault, error.offset + by}; }

// Only names that AWS reserves have a colon: aws:ec2-instance, aws:ec2-infrastructure.
constexpr NameError check_role_name_or_reserved(Text name) {
  constexpr Text reserved = "aws:";
  if (!name.starts_with(reserved)) return grammar::RoleName::check(name);
  return shifted(grammar::RoleName::check(name.part(reserved.size())), reserved.size());
}

// Splits the "path/name" after "user" or "role" in an ARN; the path begins with the slash after the type.
constexpr NameError split_path(Text type_and_rest, std::uint32_t slash, PrincipalName& out) {
  std::size_t last = type_and_rest.find_last('/');
  out.path = type_and_rest.part(slash, last - slash + 1);
  out.name = type_and_rest.part(last + 1);
  return shifted(grammar::Path::check(out.path), slash);
}

// Notes the form and the name; the partition and the account stay.
constexpr NameError found(PrincipalName& out, PrincipalForm form, Text name = {}) {
  out = {form, out.partition, out.has_partition, out.account, {}, name};
  return {};
}

class PrincipalArnParser {
 public:
  constexpr PrincipalArnParser(const Arn& arn, PrincipalName& out) : arn_(arn), out_(out) {}

  constexpr NameError run() {
    if (arn_.first_wildcard() != Arn::no_wildcard)
      return {NameFault::wildcard_inside_a_principal, arn_.first_wildcard()};
    const std::uint32_t service_at = arn_.field_offset(1);
    const bool iam = arn_.service() == "iam";
    if (!iam && arn_.service() != "sts") return {NameFault::arn_service_is_neither_iam_nor_sts, service_at};
    if (!arn_.region().empty()) return {NameFault::arn_of_iam_or_sts_has_a_region, arn_.field_offset(2)};
    const Result<AccountId, NameError> account = AccountId::parse(arn_.account());
    if (!account) return shifted(account.error(), arn_.field_offset(3));
    out_ = {.partition = arn_.partition(), .has_partition = true, .account = *account};
    if (const NameError error = resource()) return error;
    switch (out_.form) {
      // The EC2 manual prints this session with the service iam, STS with sts: both are accepted.
      case PrincipalForm::instance_identity_session: return {};
      case PrincipalForm::role_session:
      case PrincipalForm::federated_user:
        return iam ? NameError{NameFault::session_arn_uses_sts, service_at} : NameError{};
      default: return iam ? NameError{} : NameError{NameFault::identity_arn_uses_iam, service_at};
    }
  }

 private:
  constexpr NameError resource() {
    const Text resource = arn_.resource();
    const std::uint32_t at = arn_.field_offset(4);
    if (resource == "root") return found(out_, PrincipalForm::root);
    const auto slash =
        static_cast<std::uint32_t>(resource.find('/') == Text::npos ? resource.size() : resource.find('/'));
    const Text type = resource.part(0, slash);
    const Text rest = slash < resource.size() ? resource.part(slash + 1) : Text{};
    const std::uint32_t rest_at = at + slash + 1;
    if (slash == resource.size()) return {NameFault::arn_names_no_principal, at};
    if (type == "user" || type == "role") {
      const bool is_user = type == "user";
      found(out_, is_user ? PrincipalForm::iam_user : PrincipalForm::role);
      if (const NameError error = split_path(resource, slash, out_)) return shifted(error, at);
      const NameError error = is_user ? grammar::UserName::check(out_.name) : check_role_name_or_reserved(out_.name);
      return shifted(error, end() - static_cast<std::uint32_t>(out_.name.size()));
    }
    if (type == "assumed-role") return session(rest, rest_at);
    if (type == "federated-user") {
      found(out_, PrincipalForm::federated_user, rest);
      return shifted(grammar::FederatedName::check(rest), rest_at);
    }
    if (type == "oidc-provider") {
      found(out_, PrincipalForm::oidc_provider, rest);
      return check_provider_size(rest, 255, rest_at);
    }
    if (type == "saml-provider") {
      found(out_, PrincipalForm::saml_provider, rest);
      if (const NameError error = check_provider_size(rest, 128, rest_at)) return error;
      for (std::uint32_t i = 0; i < rest.size(); ++i) {
        const bool allowed = ascii::word_characters.has(rest[i]) || rest[i] == '.' || rest[i] == '-';
        if (!allowed) return {NameFault::name_holds_a_character_that_is_not_allowed, rest_at + i};
      }
      return {};
    }
    if (type == "group") return {NameFault::a_group_is_no_principal, at};
    return {NameFault::arn_names_no_principal, at};
  }

  static constexpr NameError check_provider_size(Text name, std::uint32_t most, std::uint32_t at) {
    if (!name.empty() && name.size() <= most) return {};
    return {NameFault::provider_name_is_not_valid, name.empty() ? at : at + most};
  }

  constexpr NameError session(Text rest, std::uint32_t rest_at) {
    const std::size_t slash = rest.find('/');
    if (slash == Text::npos) return {NameFault::session_arn_has_no_session_name, end()};
    const Text name = rest.part(0, slash);
    found(out_,
          name == instance_identity_role_name ? PrincipalForm::instance_identity_session : PrincipalForm::role_session,
          name);
    out_.session = rest.part(slash + 1);
    const auto session_at = static_cast<std::uint32_t>(rest_at + slash + 1);
    if (const std::size_t more = out_.session.find('/'); more != Text::npos) {
      return {NameFault::session_arn_has_a_path, static_cast<std::uint32_t>(session_at + more)};
    }
    if (const NameError error = check_role_name_or_reserved(name)) return shifted(error, rest_at);
    return shifted(grammar::SessionName::check(out_.session), session_at);
  }

  [[nodiscard]] constexpr std::uint32_t end() const { return static_cast<std::uint32_t>(arn_.text().size()); }

  const Arn& arn_;
  PrincipalName& out_;
};

// Fills `out`; the error has the first wrong byte.
constexpr NameError read_principal_name(Text text, PrincipalName& out) {
  if (text == "*") return {};
  if (text.starts_with("arn:")) {
    Arn arn;
    if (const NameError error = arn.read(text)) return error;
    return PrincipalArnParser(arn, out).run();
  }
  for (const Text issuer : built_in_issuers) {
    if (text == issuer) return found(out, PrincipalForm::built_in_issuer, text);
  }
  if (text.find('.') != Text::npos) {
    found(out, PrincipalForm::service, text);
    return grammar::ServiceName::check(text);
  }
  const auto is_hex = [](char c) {
    return ascii::is_digit(c) || (ascii::to_lower(c) >= 'a' && ascii::to_lower(c) <= 'f');
  };
  std::uint32_t hex_digits = 0;
  while (text.size() == 64 && hex_digits < 64 && is_hex(text[hex_digits])) ++hex_digits;
  if (hex_digits == 64) return found(out, PrincipalForm::canonical_user, text);
  if (!text.empty() && ascii::is_digit(text[0]) && text.size() != 64) {
    const Result<AccountId, NameError> account = AccountId::parse(text);
    if (!account) return account.error();
    out.account = *account;
    return found(out, PrincipalForm::account);
  }
  for (const IdPrefix& each : id_prefixes) {
    if (!text.starts_with(each.prefix)) continue;
    found(out, PrincipalForm::unique_id, text);
    const Result<UniqueId, NameError> id = UniqueId::parse(text);
    if (!id) return id.error();
    switch (id->kind()) {
      case IdKind::iam_user:
      case IdKind::role: return {};
      default: return {NameFault::unique_id_is_neither_user_nor_role, 0};
    }
  }
  if (text.size() == 64) return {NameFault::canonical_user_is_not_64_hex, hex_digits};
  return {NameFault::principal_is_not_recognised, 0};
}

}  // namespace detail

/// Parses a principal's name. The error has the first wrong byte. The name views the text, which must outlive it. At
/// most 2048 bytes for an ARN. Complexity: linear; no allocation.
[[nodiscard]] constexpr Result<PrincipalName, NameError> parse_principal_name(Text text) {
  PrincipalName out;
  if (const NameError error = detail::read_principal_name(text, out)) return error;
  return out;
}

/// Parses an ARN of this form; any other form is an error. Complexity: as parse_principal_name.
[[nodiscard]] constexpr Result<PrincipalName, NameError> parse_arn_of(PrincipalForm form, Text text) {
  const Result<PrincipalName, NameError> name = parse_principal_name(text);
  if (!name) return name.error();
  if (!name->is(form)) {
    std::size_t resource = 0;
    for (int colons = name->has_partition ? 5 : 0; colons > 0; --colons) resource = text.find(':', resource) + 1;
    return NameError{NameFault::arn_is_of_another_type, static_cast<std::uint32_t>(resource)};
  }
  return *name;
}

/// Prints the name as AWS does, piece by piece: `put` receives string views. The ARN of a session, also of an instance
/// identity session, has the service sts. Complexity: linear in the text; no allocation.
template <class Put>
constexpr void print(const PrincipalName& name, Put put) {
  const auto arn = [&](Text service, Text type) {
    const FixedText<13> digits = name.account.digits();
    const Text pieces[] = {"arn:", name_of(name.partition), ":", service, "::", digits.view(), ":", type};
    for (const Text piece : pieces) put(piece);
  };
  switch (name.form) {
    case PrincipalForm::everyone: put("*"); break;
    case PrincipalForm::account: put(name.account.digits().view()); break;
    case PrincipalForm::root: arn("iam", "root"); break;
    case PrincipalForm::iam_user:
    case PrincipalForm::role:
      arn("iam", name.is(PrincipalForm::role) ? "role" : "user");
      put(name.path.empty() ? Text{"/"} : name.path);
      put(name.name);
      break;
    case PrincipalForm::role_session:
    case PrincipalForm::instance_identity_session:
      arn("sts", "assumed-role/");
      put(name.name);
      put("/");
      put(name.session);
      break;
    case PrincipalForm::federated_user:
      arn("sts", "federated-user/");
      put(name.name);
      break;
    case PrincipalForm::oidc_provider:
    case PrincipalForm::saml_provider:
      arn("iam", name.is(PrincipalForm::oidc_provider) ? "oidc-provider/" : "saml-provider/");
      put(name.name);
      break;
    case PrincipalForm::built_in_issuer:
    case PrincipalForm::service:
    case PrincipalForm::unique_id:
    case PrincipalForm::canonical_user: put(name.name); break;
  }
}

/// Has room for every name that print() writes: a path has at most 512 characters, a name 64.
using ArnBuffer = Buffer<704>;

/// Prints the name into the buffer if that is empty, and returns the buffer's text.
constexpr Text print_once(const PrincipalName& name, ArnBuffer& out) {
  if (out.empty()) print(name, [&](Text piece) { out.add(piece); });
  return out.view();
}

}  // namespace whence
WHENCE_TEMPLATES_END
