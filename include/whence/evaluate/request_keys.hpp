// The condition keys of a call about a role: those given, and those that caller, role and operation determine.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/evaluate/session_keys.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>

namespace whence {

/// Users and sessions do. A service acts as itself, and a caller with a token does not sign.
[[nodiscard]] constexpr bool signs_as_part_of_an_account(const Principal& caller) {
  return caller.kind() != PrincipalKind::service && caller.kind() != PrincipalKind::web_identity &&
         caller.kind() != PrincipalKind::saml_identity;
}

/// Finds the keys of one call: the given one, else what caller, role and operation determine. Keys that no such call
/// can have are absent even if given. Source: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
class RequestKeys {
 public:
  constexpr RequestKeys(const Principal& caller, const Role& role, Operation operation, const RequestContext& context,
                        Text session_name, const CallOrigin& origin = {})
      : RequestKeys(caller, Text(), context, origin) {
    role_ = &role;
    operation_ = operation;
    session_name_ = session_name;
  }
  /// For a call about a resource other than a role: its ARN, empty if not known.
  constexpr RequestKeys(const Principal& caller, Text resource, const RequestContext& context,
                        const CallOrigin& origin = {})
      : caller_(caller), resource_(resource), context_(context), session_keys_(origin) {}

  /// The ARN of the call's resource: the role's, or the given one. Empty if not known.
  [[nodiscard]] constexpr Text resource() {
    if (role_ == nullptr) return resource_;
    return print_once(role_->arn(), role_arn_);
  }

  [[nodiscard]] constexpr ContextKey find(Text name) {
    const Known known = known_of(name);
    if (never(known)) return ContextKey::absent(name);
    if (const ContextKey* const given = context_.find(name)) return *given;
    if (ContextKey found; session_keys_ && session_keys_.find(name, caller_, role_, found)) return found;
    return determined(known, name);
  }

 private:
  enum class Known : std::uint8_t {
    principal_arn,
    principal_account,
    principal_type,
    principal_is_service,
    principal_service_name,
    principal_service_names,
    username,
    userid,
    organization_id,
    organization_paths,
    mfa_present,
    mfa_age,
    token_issue_time,
    source_arn,
    source_account,
    source_organization_id,
    source_organization_paths,
    via_service,
    secure_transport,
    resource_account,
    external_id,
    duration,
    session_name,
    source_identity,
    tag_keys,
    none,
  };
  static constexpr struct {
    Known known;
    Text name;
  } known_keys[] = {
      {Known::principal_arn, "aws:PrincipalArn"},
      {Known::principal_account, "aws:PrincipalAccount"},
      {Known::principal_type, "aws:PrincipalType"},
      {Known::principal_is_service, "aws:PrincipalIsAWSService"},
      {Known::principal_service_name, "aws:PrincipalServiceName"},
      {Known::principal_service_names, "aws:PrincipalServiceNamesList"},
      {Known::username, "aws:username"},
      {Known::userid, "aws:userid"},
      {Known::organization_id, "aws:PrincipalOrgID"},
      {Known::organization_paths, "aws:PrincipalOrgPaths"},
      {Known::mfa_present, "aws:MultiFactorAuthPresent"},
      {Known::mfa_age, "aws:MultiFactorAuthAge"},
      {Known::token_issue_time, "aws:TokenIssueTime"},
      {Known::source_arn, "aws:SourceArn"},
      {Known::source_account, "aws:SourceAccount"},
      {Known::source_organization_id, "aws:SourceOrgID"},
      {Known::source_organization_paths, "aws:SourceOrgPaths"},
      {Known::via_service, "aws:ViaAWSService"},
      {Known::secure_transport, "aws:SecureTransport"},
      {Known::resource_account, "aws:ResourceAccount"},
      {Known::external_id, "sts:ExternalId"},
      {Known::duration, "sts:DurationSeconds"},
      {Known::session_name, "sts:RoleSessionName"},
      {Known::source_identity, "sts:SourceIdentity"},
      {Known::tag_keys, "aws:TagKeys"},
  };

  static constexpr Known known_of(Text name) {
    for (const auto& each : known_keys) {
      if (each.name.size() == name.size() && ascii::equal_ignoring_case(each.name, name)) return each.known;
    }
    return Known::none;
  }

  // Keys that no such call can have.
  [[nodiscard]] constexpr bool never(Known known) const {
    const PrincipalKind kind = caller_.kind();
    switch (known) {
      case Known::mfa_present:
      case Known::mfa_age: return kind == PrincipalKind::web_identity || kind == PrincipalKind::saml_identity;
      case Known::principal_service_name:
      case Known::principal_service_names:
      case Known::source_arn:
      case Known::source_account:
      case Known::source_organization_id:
      case Known::source_organization_paths: return kind != PrincipalKind::service;
      case Known::username: return kind != PrincipalKind::iam_user;
      case Known::external_id: return operation_ != Operation::assume_role;
      case Known::duration: return role_ != nullptr;
      default: return false;
    }
  }

  // A key that was not given.
  [[nodiscard]] constexpr ContextKey determined(Known known, Text name) {
    const PrincipalName& who = caller_.name();
    const PrincipalKind kind = caller_.kind();
    const bool whole = context_.others() == KeyState::absent;  // the context describes the whole request
    const bool signs = signs_as_part_of_an_account(caller_);
    switch (known) {
      // Services and callers with a token belong to no account here, and have not used MFA.
      case Known::organization_id:
      case Known::organization_paths:
      case Known::mfa_present:
      case Known::mfa_age:
      case Known::token_issue_time:
        if (!signs) return ContextKey::absent(name);
        break;
      case Known::principal_arn: return signs ? principal_arn(name, whole) : ContextKey::absent(name);
      case Known::principal_account:
        if (!signs) return ContextKey::absent(name);
        caller_account_ = who.account.digits();
        return {name, caller_account_.view()};
      case Known::principal_type: {
        const Text type = kind == PrincipalKind::root_user        ? Text("Account")
                          : kind == PrincipalKind::iam_user       ? Text("User")
                          : kind == PrincipalKind::federated_user ? Text("FederatedUser")
                                                                  : Text("AssumedRole");
        if (signs) return {name, type};
        break;
      }
      case Known::principal_is_service:
        if (kind == PrincipalKind::service) return {name, Text("true")};
        if (signs) return {name, Text("false")};
        break;
      case Known::principal_service_name:
      case Known::username: return {name, who.name};
      case Known::userid:
        if (kind == PrincipalKind::root_user) {
          caller_account_ = who.account.digits();
          return {name, caller_account_.view()};
        }
        // Every signed request has one; for users and sessions it has a unique id, which the name does not have.
        if (signs) return ContextKey::unknown(name);
        break;
      case Known::via_service:
        if (whole) return {name, Text("false")};
        break;
      case Known::secure_transport:
        if (whole) return {name, Text("true")};
        break;
      case Known::resource_account:
        if (role_ == nullptr) break;
        role_account_ = role_->account().digits();
        return {name, role_account_.view()};
      case Known::session_name:
        if (!session_name_.empty()) return {name, session_name_};
        break;
      case Known::source_identity:
        // The new session inherits it from the caller's session.
        if (const ContextKey* const carried = context_.find("aws:SourceIdentity")) {
          if (carried->state() == KeyState::present && carried->size() == 1) return {name, (*carried)[0]};
          if (carried->state() == KeyState::unknown) return ContextKey::unknown(name);
        }
        break;
      case Known::tag_keys:
        if (may_pass_tags()) return ContextKey::unknown(name);
        break;
      case Known::none: {
        constexpr Text prefix = "aws:RequestTag/";
        if (ascii::starts_with_ignoring_case(name, prefix) && may_list_tag(name.part(prefix.size()))) {
          return ContextKey::unknown(name);
        }
        break;
      }
      default: break;
    }
    return whole ? ContextKey::absent(name) : ContextKey::unknown(name);
  }

  // For a session this is the ARN of its role. If only the session's ARN is known, the role's path is not: a condition
  // is then decided only if the path does not matter, or if it matches the path "/".
  constexpr ContextKey principal_arn(Text name, bool whole) {
    PrincipalName who = caller_.name();
    if (caller_.kind() == PrincipalKind::instance_identity) return ContextKey::unknown(name);
    const bool open = caller_.kind() == PrincipalKind::role_session && who.path.empty();
    if (open && !whole) return ContextKey::unknown(name);
    if (caller_.kind() == PrincipalKind::role_session) who.form = PrincipalForm::role;
    const Text arn = print_once(who, caller_arn_);
    return open ? ContextKey::of_a_role_somewhere(name, arn) : ContextKey(name, arn);
  }

  // Tags are passed in two kinds of keys. If only one kind was given, the request has the other too.
  [[nodiscard]] constexpr bool may_pass_tags() const {
    for (const ContextKey& key : context_.keys()) {
      if (key.state() != KeyState::absent && ascii::starts_with_ignoring_case(key.name(), "aws:RequestTag/"))
        return true;
    }
    return false;
  }
  [[nodiscard]] constexpr bool may_list_tag(Text tag) const {
    const ContextKey* const listed = context_.find("aws:TagKeys");
    if (listed == nullptr || listed->state() == KeyState::absent) return false;
    if (listed->state() == KeyState::unknown) return true;
    for (std::size_t i = 0; i < listed->size(); ++i) {
      if (ascii::equal_ignoring_case((*listed)[i], tag)) return true;
    }
    return false;
  }

  const Principal& caller_;
  const Role* role_ = nullptr;
  Operation operation_ = Operation::assume_role;
  Text resource_;
  RequestContext context_;
  Text session_name_;
  SessionKeys session_keys_;
  ArnBuffer caller_arn_, role_arn_;
  FixedText<13> caller_account_, role_account_;
};

}  // namespace whence
