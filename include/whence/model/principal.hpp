// Who can sign a request to AWS, or show a token to it: each kind its own type, and their sum.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/name.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/names/service_name.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

class Role;
class Account;
class Software;
class OsUser;

/// The account's root user. The ARN that ends in :root means this user when it stands for a caller, and the whole
/// account when it stands in a policy.
class RootUser {
 public:
  constexpr explicit RootUser(AccountId account, Partition partition = Partition::aws)
      : account_(account), partition_(partition) {}
  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId account_;
  Partition partition_;
};

/// A user of IAM, with a long-term access key.
class IamUser {
 public:
  constexpr IamUser(AccountId account, UserName name, Partition partition = Partition::aws)
      : account_(account), name_(name), partition_(partition) {}
  constexpr IamUser(AccountId account, Path path, UserName name, Partition partition = Partition::aws)
      : account_(account), name_(name), path_(path.view()), partition_(partition) {}
  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr UserName name() const { return name_; }
  [[nodiscard]] constexpr Text path() const { return path_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId account_;
  UserName name_;
  Text path_ = "/";
  Partition partition_;
};

/// A role session as its ARN names it. That somebody can be named so does not say that the session exists or where
/// it came from: see Session for that. The ARN drops the role's path.
class RoleSession {
 public:
  constexpr RoleSession(AccountId account, RoleName role, SessionName session, Partition partition = Partition::aws)
      : account_(account), role_(role), session_(session), partition_(partition) {}
  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr RoleName role() const { return role_; }
  [[nodiscard]] constexpr SessionName session() const { return session_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId account_;
  RoleName role_;
  SessionName session_;
  Partition partition_;
};

/// A session of the role that every EC2 instance has of its own, aws:ec2-instance. It tells which instance it is;
/// nothing trusts it and no policy is attached to it.
/// Source: EC2 User Guide, instance identity roles, https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
class InstanceIdentity {
 public:
  constexpr InstanceIdentity(AccountId account, SessionName instance_id, Partition partition = Partition::aws)
      : account_(account), instance_id_(instance_id), partition_(partition) {}
  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr SessionName instance_id() const { return instance_id_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId account_;
  SessionName instance_id_;
  Partition partition_;
};

/// A federated-user session, the product of GetFederationToken.
class FederatedUser {
 public:
  constexpr FederatedUser(AccountId account, FederatedName name, Partition partition = Partition::aws)
      : account_(account), name_(name), partition_(partition) {}
  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr FederatedName name() const { return name_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId account_;
  FederatedName name_;
  Partition partition_;
};

/// A service of AWS, acting as itself.
class Service {
 public:
  constexpr Service(ServiceName name) : name_(name) {}  // NOLINT: a service is its name
  template <std::size_t Size>
  consteval Service(const char (&literal)[Size]) : name_(literal) {}  // NOLINT: a service is its name
  [[nodiscard]] constexpr ServiceName name() const { return name_; }
  friend constexpr bool operator==(const Service& left, const Service& right) { return left.name_ == right.name_; }

 private:
  ServiceName name_;
};

/// Somebody who shows a token of an OpenID Connect provider, or of one of the built-in issuers. Unsigned: the token
/// is the proof. Exists only while AssumeRoleWithWebIdentity is called.
class WebIdentity {
 public:
  /// By the ARN of the provider in the role's account, or the host name of a built-in issuer.
  [[nodiscard]] static constexpr Result<WebIdentity, NameError> from(Text provider) {
    const Result<PrincipalName, NameError> name = parse_principal_name(provider);
    if (!name) return name.error();
    if (name->form != PrincipalForm::oidc_provider && name->form != PrincipalForm::built_in_issuer) {
      return NameError{NameFault::provider_name_is_not_valid, 0};
    }
    return WebIdentity{*name};
  }
  [[nodiscard]] constexpr const PrincipalName& provider() const { return provider_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr WebIdentity() = default;
  constexpr explicit WebIdentity(const PrincipalName& provider) : provider_(provider) {}
  PrincipalName provider_;
};

/// Somebody who shows a SAML assertion. Unsigned, as above; exists only while AssumeRoleWithSAML is called.
class SamlIdentity {
 public:
  /// By the ARN of the SAML provider in the role's account.
  [[nodiscard]] static constexpr Result<SamlIdentity, NameError> from(Text provider_arn) {
    const Result<PrincipalName, NameError> name = parse_arn_of(PrincipalForm::saml_provider, provider_arn);
    if (!name) return name.error();
    return SamlIdentity{*name};
  }
  [[nodiscard]] constexpr const PrincipalName& provider() const { return provider_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr SamlIdentity() = default;
  constexpr explicit SamlIdentity(const PrincipalName& provider) : provider_(provider) {}
  PrincipalName provider_;
};

enum class PrincipalKind : std::uint8_t {
  root_user,
  iam_user,
  role_session,
  instance_identity,
  federated_user,
  service,
  web_identity,
  saml_identity,
};

/// Any one of the kinds above, for sets of mixed ones. What cannot call STS does not convert to it, and says why.
class Principal {
 public:
  constexpr Principal(const RootUser& user)  // NOLINT: a sum converts from its kinds
      : kind_(PrincipalKind::root_user), name_(in(PrincipalForm::root, user.account(), user.partition())) {}
  constexpr Principal(const IamUser& user)  // NOLINT
      : kind_(PrincipalKind::iam_user), name_(in(PrincipalForm::iam_user, user.account(), user.partition())) {
    name_.path = user.path();
    name_.name = user.name().view();
  }
  constexpr Principal(const RoleSession& session)  // NOLINT
      : kind_(PrincipalKind::role_session),
        name_(in(PrincipalForm::role_session, session.account(), session.partition())) {
    name_.name = session.role().view();
    name_.session = session.session().view();
  }
  constexpr Principal(const InstanceIdentity& instance)  // NOLINT
      : kind_(PrincipalKind::instance_identity),
        name_(in(PrincipalForm::instance_identity_session, instance.account(), instance.partition())) {
    name_.name = instance_identity_role_name;
    name_.session = instance.instance_id().view();
  }
  constexpr Principal(const FederatedUser& user)  // NOLINT
      : kind_(PrincipalKind::federated_user),
        name_(in(PrincipalForm::federated_user, user.account(), user.partition())) {
    name_.name = user.name().view();
  }
  constexpr Principal(const Service& service) : kind_(PrincipalKind::service) {  // NOLINT
    name_.form = PrincipalForm::service;
    name_.name = service.name().view();
  }
  constexpr Principal(const WebIdentity& identity)  // NOLINT
      : kind_(PrincipalKind::web_identity), name_(identity.provider()) {}
  constexpr Principal(const SamlIdentity& identity)  // NOLINT
      : kind_(PrincipalKind::saml_identity), name_(identity.provider()) {}

  Principal(const Role&) WHENCE_REFUSED("a role is assumed and never acts: the principal is a session of it");
  Principal(const Account&) WHENCE_REFUSED("an account makes no request: its users and the sessions of its roles do");
  Principal(const Software&) WHENCE_REFUSED("software is no principal: it signs with what a principal obtained");
  Principal(const OsUser&) WHENCE_REFUSED("a user of an operating system is no principal of AWS");

  // Compilers quote one line of a deleted function.
  // clang-format off
  template <detail::dying_string String>
  static Result<Principal, NameError> from(String&&) WHENCE_REFUSED("a principal views the text it was made from: give the string a name first");
  // clang-format on
  /// From a name as AWS prints it: an ARN, a service principal or a built-in issuer. What names no caller is refused:
  /// an account, a role, a unique id, a canonical user, "*". A view: the text must outlive the principal.
  [[nodiscard]] static constexpr Result<Principal, NameError> from(Text text) {
    const Result<PrincipalName, NameError> name = parse_principal_name(text);
    if (!name) return name.error();
    Principal principal;
    principal.name_ = *name;
    switch (name->form) {
      case PrincipalForm::root: principal.kind_ = PrincipalKind::root_user; break;
      case PrincipalForm::iam_user: principal.kind_ = PrincipalKind::iam_user; break;
      case PrincipalForm::role_session: principal.kind_ = PrincipalKind::role_session; break;
      case PrincipalForm::instance_identity_session: principal.kind_ = PrincipalKind::instance_identity; break;
      case PrincipalForm::federated_user: principal.kind_ = PrincipalKind::federated_user; break;
      case PrincipalForm::oidc_provider:
      case PrincipalForm::built_in_issuer: principal.kind_ = PrincipalKind::web_identity; break;
      case PrincipalForm::saml_provider: principal.kind_ = PrincipalKind::saml_identity; break;
      case PrincipalForm::service: principal.kind_ = PrincipalKind::service; break;
      default: return NameError{NameFault::principal_makes_no_request, 0};
    }
    return principal;
  }

  [[nodiscard]] constexpr PrincipalKind kind() const { return kind_; }
  /// Its name, taken apart. A role session's path is known only when the session came out of an operation here.
  [[nodiscard]] constexpr const PrincipalName& name() const { return name_; }
  [[nodiscard]] constexpr bool has_account() const { return name_.has_partition; }
  [[nodiscard]] constexpr AccountId account() const { return name_.account; }
  /// The same principal: a role session whose path is known is the one whose ARN has dropped it.
  friend constexpr bool operator==(const Principal& left, const Principal& right) {
    if (left.kind_ != right.kind_) return false;
    if (left.kind_ != PrincipalKind::role_session) return left.name_ == right.name_;
    return left.name_.partition == right.name_.partition && left.name_.account == right.name_.account &&
           left.name_.name == right.name_.name && left.name_.session == right.name_.session;
  }

 private:
  template <class Value, class Error>
  friend class Result;
  friend class Session;
  friend struct AssumeFacts;
  constexpr Principal() = default;
  static constexpr PrincipalName in(PrincipalForm form, AccountId account, Partition partition) {
    PrincipalName name;
    name.form = form;
    name.partition = partition;
    name.has_partition = true;
    name.account = account;
    return name;
  }

  PrincipalKind kind_ = PrincipalKind::service;
  PrincipalName name_;
};

/// An AWS account: something a trust policy can delegate to. It makes no request.
class Account {
 public:
  constexpr explicit Account(AccountId id, Partition partition = Partition::aws) : id_(id), partition_(partition) {}
  [[nodiscard]] constexpr AccountId id() const { return id_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }

 private:
  AccountId id_;
  Partition partition_;
};

namespace detail {

struct CallerLiteral {
  static constexpr Text sample = "ec2.amazonaws.com";
  static constexpr auto parse(Text text) { return Principal::from(text); }
};

}  // namespace detail

namespace literals {

/// A caller by its name as AWS prints it: "arn:aws:sts::111122223333:assumed-role/app/s1"_principal. A name of nobody who
/// makes requests does not compile.
template <FixedText Source>
consteval Principal operator""_principal() {
  return detail::ParsedName<detail::CallerLiteral, Source>::value;
}

}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
