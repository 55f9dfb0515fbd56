// The condition keys of a call about a role: those that were given, and those that caller, role and operation determine.
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

/// Users and sessions do; services act as themselves, and whoever shows a token signs nothing.
[[nodiscard]] constexpr bool signs_as_part_of_an_account(const Principal& caller) {
  return caller.kind() != PrincipalKind::service && caller.kind() != PrincipalKind::web_identity &&
         caller.kind() != PrincipalKind::saml_identity;
}

/// Finds the keys of one call: what was given, else what caller, role and operation determine. A few keys no such call can
/// have; they are absent whatever is given. Source: AWS global condition context keys,
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
  /// Of a call about another resource than a role: its ARN, empty where it is not known.
  constexpr RequestKeys(const Principal& caller, Text resource, const RequestContext& context,
                        const CallOrigin& origin = {})
      : caller_(caller), resource_(resource), context_(context), session_keys_(origin) {}

  /// The ARN of the resource of the call: the role's, or the one that was given. Empty where it is not known.
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
  // In the order of the enumeration.
  static constexpr Text names[] = {"aws:PrincipalArn",
                                   "aws:PrincipalAccount",
                                   "aws:PrincipalType",
                                   "aws:PrincipalIsAWSService",
                                   "aws:PrincipalServiceName",
                                   "aws:PrincipalServiceNamesList",
                                   "aws:username",
                                   "aws:userid",
                                   "aws:PrincipalOrgID",
                                   "aws:PrincipalOrgPaths",
                                   "aws:MultiFactorAuthPresent",
                                   "aws:MultiFactorAuthAge",
                                   "aws:TokenIssueTime",
                                   "aws:SourceArn",
                                   "aws:SourceAccount",
                                   "aws:SourceOrgID",
                                   "aws:SourceOrgPaths",
                                   "aws:ViaAWSService",
                                   "aws:SecureTransport",
                                   "aws:ResourceAccount",
                                   "sts:ExternalId",
                                   "sts:DurationSeconds",
                                   "sts:RoleSessionName",
                                   "sts:SourceIdentity",
                                   "aws:TagKeys"};

  static constexpr Known known_of(Text name) {
    std::uint8_t at = 0;
    for (const Text each : names) {
      if (each.size() == name.size() && ascii::equal_ignoring_case(each, name)) return static_cast<Known>(at);
      ++at;
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

  // What a key is where it was not given.
  [[nodiscard]] constexpr ContextKey determined(Known known, Text name) {
    const PrincipalName& who = caller_.name();
    const PrincipalKind kind = caller_.kind();
    const bool whole = context_.others() == KeyState::absent;  // the request was described wholly
    const bool signs = signs_as_part_of_an_account(caller_);
    switch (known) {
      // Services and token holders belong to no account here, and have used no MFA.
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
        // Every signed request has one; of users and sessions it holds a unique id, which the name does not tell.
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
        // What the caller's session has is carried on.
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

  // Of a session it is the role's. A session's own ARN has dropped the role's path: what a condition says of it is then
  // decided only where the path does not matter, or where it fits the path "/".
  constexpr ContextKey principal_arn(Text name, bool whole) {
    PrincipalName who = caller_.name();
    if (caller_.kind() == PrincipalKind::instance_identity) return ContextKey::unknown(name);
    const bool open = caller_.kind() == PrincipalKind::role_session && who.path.empty();
    if (open && !whole) return ContextKey::unknown(name);
    if (caller_.kind() == PrincipalKind::role_session) who.form = PrincipalForm::role;
    const Text arn = print_once(who, caller_arn_);
    return open ? ContextKey::of_a_role_somewhere(name, arn) : ContextKey(name, arn);
  }

  // Tags are passed under two kinds of keys. Where only one of them was given, the other is there too.
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
