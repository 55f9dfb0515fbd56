// The callers that can sign a request to AWS or present a token: a type for each kind, and one for any of them.
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

namespace detail {
struct CallerLiteral;
}  // namespace detail

/// The root user of an account. An ARN that ends in :root is this user as a caller, but the whole account in a policy.
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

/// An IAM user, with a long-term access key.
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

/// A role session as its ARN names it, without the role's path. Whether it exists, and how it began: see Session.
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

/// A session of the instance identity role (aws:ec2-instance) that every EC2 instance has. It identifies the instance;
/// it is in no trust policy and no policy is attached to it. Source: EC2 User Guide, instance identity roles,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
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

/// A federated user session, the result of GetFederationToken.
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

/// An AWS service, acting as itself.
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

/// A caller that presents a token of an OIDC provider or of a built-in issuer. Its call is not signed: the token is the
/// proof. It exists only during a call of AssumeRoleWithWebIdentity.
class WebIdentity {
 public:
  /// From the ARN of the provider in the role's account, or the host name of a built-in issuer.
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

/// A caller that presents a SAML assertion. Not signed, as above; it exists only during a call of AssumeRoleWithSAML.
class SamlIdentity {
 public:
  /// From the ARN of the SAML provider in the role's account.
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

/// Any one of the kinds above. A type that cannot call STS does not convert to it, and the error says why.
class Principal {
 public:
  constexpr Principal(const RootUser& user)  // NOLINT: a sum converts from its kinds
      : kind_(PrincipalKind::root_user), name_(in(PrincipalForm::root, user.account(), user.partition())) {}
  constexpr Principal(const IamUser& user)  // NOLINT
      : kind_(PrincipalKind::iam_user),
        name_(in(PrincipalForm::iam_user, user.account(), user.partition(), user.path(), user.name().view())) {}
  constexpr Principal(const RoleSession& session)  // NOLINT
      : kind_(PrincipalKind::role_session),
        name_(in(PrincipalForm::role_session, session.account(), session.partition(), {}, session.role().view(),
                 session.session().view())) {}
  constexpr Principal(const InstanceIdentity& instance)  // NOLINT
      : kind_(PrincipalKind::instance_identity),
        name_(in(PrincipalForm::instance_identity_session, instance.account(), instance.partition(), {},
                 instance_identity_role_name, instance.instance_id().view())) {}
  constexpr Principal(const FederatedUser& user)  // NOLINT
      : kind_(PrincipalKind::federated_user),
        name_(in(PrincipalForm::federated_user, user.account(), user.partition(), {}, user.name().view())) {}
  constexpr Principal(const Service& service) : kind_(PrincipalKind::service) {  // NOLINT
    name_.form = PrincipalForm::service;
    name_.name = service.name().view();
  }
  constexpr Principal(const WebIdentity& identity)  // NOLINT
      : kind_(PrincipalKind::web_identity), name_(identity.provider()) {}
  constexpr Principal(const SamlIdentity& identity)  // NOLINT
      : kind_(PrincipalKind::saml_identity), name_(identity.provider()) {}

  Principal(const Role&) WHENCE_REFUSED("a role never acts: it is assumed, and the principal is its session");
  Principal(const Account&) WHENCE_REFUSED("an account makes no request: its users and the sessions of its roles do");
  Principal(const Software&) WHENCE_REFUSED("software is not a principal: it signs with the credential of a principal");
  Principal(const OsUser&) WHENCE_REFUSED("an operating-system user is not an AWS principal");

  // clang-format off
  template <detail::dying_string String>
  static Result<Principal, NameError> from(String&&) WHENCE_REFUSED("a principal views the text it was made from: give the string a name first");
  // clang-format on
  /// From a name as AWS prints it: an ARN, a service principal or a built-in issuer. Refuses a name that is not a
  /// caller's: an account, a role, a unique id, a canonical user, "*". A view: the text must outlive the principal.
  /// Complexity: as parse_principal_name.
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
  [[nodiscard]] constexpr bool is(PrincipalKind kind) const { return kind_ == kind; }
  /// Its name, parsed. A role session's path is known only if an operation of this library began the session.
  [[nodiscard]] constexpr const PrincipalName& name() const { return name_; }
  /// Whether the compiler has refused a literal that it was made from.
  [[nodiscard]] constexpr bool is_refused() const { return name_.is_refused(); }
  [[nodiscard]] constexpr bool has_account() const { return name_.has_partition; }
  [[nodiscard]] constexpr AccountId account() const { return name_.account; }
  /// Role sessions are compared without the path, which their ARN does not have.
  friend constexpr bool operator==(const Principal& left, const Principal& right) {
    if (!left.is(right.kind_)) return false;
    if (!left.is(PrincipalKind::role_session)) return left.name_ == right.name_;
    return left.name_.partition == right.name_.partition && left.name_.account == right.name_.account &&
           left.name_.name == right.name_.name && left.name_.session == right.name_.session;
  }

 private:
  template <class Value, class Error>
  friend class Result;
  friend class Session;
  friend struct AssumeFacts;
  friend struct detail::CallerLiteral;
  constexpr Principal() = default;
  static constexpr PrincipalName in(PrincipalForm form, AccountId account, Partition partition, Text path = {},
                                    Text name = {}, Text session = {}) {
    return {form, partition, true, account, path, name, session};
  }

  PrincipalKind kind_ = PrincipalKind::service;
  PrincipalName name_;
};

/// An AWS account, to which a trust policy can delegate. It makes no request.
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
  static constexpr auto parse(Text text) { return Principal::from(text); }
  static constexpr Principal refused() {
    Principal principal;
    principal.name_ = PrincipalLiteral::refused();
    return principal;
  }
};
}  // namespace detail

namespace literals {
/// A caller by its name: "arn:aws:sts::111122223333:assumed-role/app/s1"_principal. Any other name does not compile.
template <FixedText Source>
consteval Principal operator""_principal() {
  return detail::ParsedName<detail::CallerLiteral, Source>::value;
}
}  // namespace literals
}  // namespace whence
WHENCE_TEMPLATES_END
