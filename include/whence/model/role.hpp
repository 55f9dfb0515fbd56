// Roles. A role never calls an API and never assumes another role; its session does.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/time.hpp>
#include <whence/base/written.hpp>
#include <whence/names/account_id.hpp>
#include <whence/names/name.hpp>
#include <whence/names/parameter.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/principal_name.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

[[nodiscard]] constexpr bool is_path_of_service_linked_roles(Text path) {
  return path.starts_with("/aws-service-role/");
}

/// How the path of a role with this name begins, if only the name is known. Roles of IAM Identity Center have the path
/// /aws-reserved/sso.amazonaws.com/, and behind it the Region of the identity source unless that is us-east-1; service-
/// linked roles have /aws-service-role/ and the name of the service. The path of any other role is not known. Sources:
/// Referencing permission sets in resource policies,
/// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html; Create a service-linked
/// role, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
[[nodiscard]] constexpr Text start_of_path(Text role_name) {
  if (role_name.starts_with("AWSReservedSSO_")) return "/aws-reserved/sso.amazonaws.com/";
  return role_name.starts_with("AWSServiceRoleFor") ? "/aws-service-role/" : "/";
}

namespace detail {
template <class Given>
inline constexpr bool has_an_account = false;
}  // namespace detail

/// An IAM role: its account, its name and its trust policy. A view of its names and of the trust policy, which must
/// outlive it. MaxSessionDuration is 3600 to 43200 seconds, 3600 by default; it does not bind AWS services. Source:
/// CreateRole, https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
class Role {
 public:
  constexpr Role(AccountId account, RoleName name, TrustPolicy trust, Partition partition = Partition::aws)
      : account_(account), name_(name), trust_(trust), partition_(partition) {}
  constexpr Role(AccountId account, Path path, RoleName name, TrustPolicy trust, Partition partition = Partition::aws)
      : account_(account), name_(name), path_(path.view()), trust_(trust), partition_(partition) {}
  // What is asked of one of these is not a second error.
  template <class Trust>
  requires requires(const Trust& trust) { TrustPolicy(trust); }
  constexpr Role(RoleName name, const Trust& trust)
      : Role(detail::Later<detail::AccountIdLiteral, Trust>::refused(), name, trust) {
    static_assert(
        detail::has_an_account<Trust>,
        "a role belongs to an account: write its id first, as in Role{\"111122223333\"_account, name, trust}");
  }
  template <std::size_t Size>
  constexpr Role(const char (&text)[Size], RoleName name, TrustPolicy trust)
      : Role(detail::Later<detail::AccountIdLiteral, decltype(text)>::refused(), name, trust) {
    static_assert(detail::has_its_suffix<decltype(text)>, "an account id needs its suffix: \"111122223333\"_account");
  }
  template <std::size_t Size>
  constexpr Role(AccountId, RoleName name, const char (&text)[Size])
      : Role(detail::Later<detail::AccountIdLiteral, decltype(text)>::refused(), name, TrustPolicy{}) {
    static_assert(detail::has_its_suffix<decltype(text)>, "a trust policy needs its suffix: R\"({...})\"_trust_policy");
  }

  // clang-format off
  template <detail::dying_string String>
  static Result<Role, NameError> from_arn(String&&, TrustPolicy) WHENCE_REFUSED("a role views the ARN it was made from: give the string a name first");
  // clang-format on
  /// From its ARN. A view of the ARN and of the policy, which must outlive the role. Complexity: linear in the ARN.
  [[nodiscard]] static constexpr Result<Role, NameError> from_arn(Text arn, TrustPolicy trust) {
    const Result<PrincipalName, NameError> parsed = parse_arn_of(PrincipalForm::role, arn);
    if (!parsed) return parsed.error();
    const Result<RoleName, NameError> name = RoleName::parse(parsed->name);
    if (!name) return name.error();
    Role role(parsed->account, *name, trust, parsed->partition);
    role.path_ = parsed->path;
    return role;
  }

  /// The same role with another MaxSessionDuration. It must be 3600 to 43200 seconds, or no session begins (W404).
  [[nodiscard]] constexpr Role with_maximum_session(Seconds maximum) const {
    Role role = *this;
    role.maximum_ = maximum;
    return role;
  }

  /// The same role with these tags and no others. Without this call its tags are not known. A view.
  [[nodiscard]] constexpr Role with_tags(Span<SessionTag> tags) const {
    Role role = *this;
    role.tags_ = tags;
    role.tags_are_known_ = true;
    return role;
  }

  [[nodiscard]] constexpr AccountId account() const { return account_; }
  [[nodiscard]] constexpr Partition partition() const { return partition_; }
  [[nodiscard]] constexpr Text path() const { return path_; }
  [[nodiscard]] constexpr Span<SessionTag> tags() const { return tags_; }
  [[nodiscard]] constexpr bool tags_are_known() const { return tags_are_known_; }
  /// A service-linked role belongs to one service: only this service assumes it, nobody can change its trust policy,
  /// and no policy of an organization binds it. Source: Create a service-linked role,
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
  [[nodiscard]] constexpr bool is_service_linked() const { return is_path_of_service_linked_roles(path_); }
  [[nodiscard]] constexpr RoleName name() const { return name_; }
  [[nodiscard]] constexpr const TrustPolicy& trust() const { return trust_; }
  [[nodiscard]] constexpr Seconds maximum_session() const { return maximum_; }

  /// Whether the compiler has refused a literal that it was made from.
  [[nodiscard]] constexpr bool is_refused() const {
    return account_.is_refused() || name_.is_refused() || trust_.is_refused();
  }

  /// Its ARN, parsed.
  [[nodiscard]] constexpr PrincipalName arn() const {
    return {PrincipalForm::role, partition_, true, account_, path_, name_.view(), Text()};
  }

 private:
  template <class Value, class Error>
  friend class Result;
  // Not of a literal, whose sentences every program would pay for.
  constexpr Role() : Role(AccountId{}, *RoleName::parse("-"), TrustPolicy{}) {}

  AccountId account_;
  RoleName name_;
  Text path_ = "/";
  TrustPolicy trust_;
  Seconds maximum_ = hours(1);
  Partition partition_;
  Span<SessionTag> tags_;
  bool tags_are_known_ = false;
};

}  // namespace whence
WHENCE_TEMPLATES_END
