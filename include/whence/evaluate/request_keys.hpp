// The condition keys of a call about a role: those given, and those that caller, role and operation determine.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/date.hpp>
#include <whence/base/steps.hpp>
#include <whence/base/text.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/session_tags.hpp>

namespace whence {

/// Sources: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, and IAM and AWS STS
/// condition context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
class SessionKeys {
 public:
  constexpr explicit SessionKeys(const CallOrigin& origin) : origin_(origin) {}

  constexpr explicit operator bool() const { return static_cast<bool>(origin_); }

  /// The key with this name; false if it is not determined here.
  constexpr bool find(Text name, const Principal& caller, const Role* target, ContextKey& out) {
    return (origin_.request && of_request(name, caller, out)) || (origin_.session && of_session(name, out)) ||
           (origin_.forwarded && of_forwarding(name, out)) || (target != nullptr && of_target(name, *target, out));
  }

 private:
  static constexpr bool is(Text name, Text wanted) {
    return name.size() == wanted.size() && ascii::equal_ignoring_case(name, wanted);
  }
  // The rest of a key after its prefix; false if it has another prefix.
  static constexpr bool behind(Text name, Text prefix, Text& rest) {
    rest = name.part(prefix.size());
    return !rest.empty() && ascii::starts_with_ignoring_case(name, prefix);
  }
  [[nodiscard]] constexpr bool inherits_tags() const { return origin_.session && hands_on_tags(*origin_.session); }

  // A parameter that the request does not state is absent.
  constexpr bool of_request(Text name, const Principal& caller, ContextKey& out) {
    const StsRequest& request = *origin_.request;
    Text key;
    if (is(name, "sts:ExternalId")) return text(out, name, request.external_id.view());
    if (is(name, "sts:RoleSessionName")) return text(out, name, request.session_name.view());
    if (is(name, "sts:SourceIdentity")) {
      const bool carried = !request.source_identity.is_stated() && origin_.session;
      return carried ? source_identity(out, name) : text(out, name, request.source_identity.view());
    }
    if (behind(name, "aws:RequestTag/", key)) {
      // AWS does not say whether an inherited tag counts as a tag of the request.
      const bool inherited = origin_.session && handed_on_tag(*origin_.session, key) != nullptr;
      const SessionTag* const tag = find_tag(request.tags, key);
      out = inherited        ? ContextKey::unknown(name)
            : tag == nullptr ? ContextKey::absent(name)
                             : ContextKey(name, tag->value.view());
      return true;
    }
    if (is(name, "aws:TagKeys")) {
      out = inherits_tags()        ? ContextKey::unknown(name)
            : request.tags.empty() ? ContextKey::absent(name)
                                   : ContextKey(name, request.tags);
      return true;
    }
    if (is(name, "sts:TransitiveTagKeys")) {
      out = inherits_tags()                       ? ContextKey::unknown(name)
            : request.transitive_tag_keys.empty() ? ContextKey::absent(name)
                                                  : ContextKey(name, request.transitive_tag_keys);
      return true;
    }
    if (is(name, "aws:MultiFactorAuthPresent")) {
      if (request.has_mfa()) return text(out, name, "true");
      return !origin_.session && long_term(name, caller, out);
    }
    if (is(name, "aws:MultiFactorAuthAge") || is(name, "aws:TokenIssueTime")) {
      return !request.has_mfa() && !origin_.session && long_term(name, caller, out);
    }
    if (caller.is(PrincipalKind::service)) {
      if (is(name, "aws:SourceAccount") && !request.source_account.empty())
        return text(out, name, request.source_account);
      if (is(name, "aws:SourceArn") && !request.source_arn.empty()) return text(out, name, request.source_arn);
    }
    return false;
  }

  constexpr bool of_session(Text name, ContextKey& out) {
    const Session& session = *origin_.session;
    Text key;
    if (is(name, "aws:SourceIdentity")) return source_identity(out, name);
    if (behind(name, "aws:PrincipalTag/", key)) {
      out = principal_tag(session, name, key);
      return out.is_present() || (out.is_absent() && origin_.reaches_back());
    }
    if (is(name, "aws:MultiFactorAuthPresent")) {
      if (session.kind() == SessionKind::federated_user) return text(out, name, "");
      if (session.kind() == SessionKind::assumed_root || session.kind() == SessionKind::delegated) return false;
      out = session.has_mfa() == Truth::yes  ? ContextKey(name, Text("true"))
            : session.has_mfa() == Truth::no ? ContextKey::perhaps(name, "false")  // or absent (U-11)
                                             : ContextKey::unknown(name);
      return true;
    }
    if (is(name, "aws:TokenIssueTime")) {
      // A design that does not use dates begins its sessions at the default.
      if (session.begins() == Instant{} || !print_date(session.begins().seconds_since_epoch, issue_time_)) return false;
      return text(out, name, issue_time_.view());
    }
    if (is(name, "aws:AssumedRoot")) {
      return text(out, name, session.kind() == SessionKind::assumed_root ? Text("true") : Text());
    }
    // The service that delivered the credential is known; the instance, and how it fetched the credential, are not.
    const Principal& assumer = session.begun_by();
    const bool by_service = session.role() != nullptr && assumer.is(PrincipalKind::service);
    if (is(name, "ec2:SourceInstanceArn") || is(name, "ec2:RoleDelivery")) {
      return !(by_service && assumer.name().name.starts_with("ec2.")) && text(out, name, "");
    }
    if (is(name, "ssm:SourceInstanceArn")) {
      return !(by_service && assumer.name().name.starts_with("ssm.")) && text(out, name, "");
    }
    return false;
  }

  constexpr bool of_forwarding(Text name, ContextKey& out) {
    const Span<Text> via = origin_.forwarded->called_via();
    if (is(name, "aws:ViaAWSService")) return text(out, name, "true");
    if (is(name, "aws:CalledViaFirst")) return text(out, name, via[0]);
    if (is(name, "aws:CalledViaLast")) return text(out, name, via[via.size() - 1]);
    if (is(name, "aws:CalledVia")) return out = ContextKey(name, via), true;
    // The keys of the first call are not forwarded.
    return (is(name, "aws:SourceVpc") || is(name, "aws:SourceVpce") || is(name, "aws:VpcSourceIp")) &&
           text(out, name, "");
  }

  // Tags of the target role. Sources disagree on which tag counts if the session hands on one with the same key.
  constexpr bool of_target(Text name, const Role& target, ContextKey& out) {
    Text key;
    if (!behind(name, "aws:ResourceTag/", key) && !behind(name, "iam:ResourceTag/", key)) return false;
    if (origin_.session && handed_on_tag(*origin_.session, key) != nullptr) {
      out = ContextKey::unknown(name);
      return true;
    }
    if (!target.tags_are_known()) return false;
    const SessionTag* const tag = find_tag(target.tags(), key);
    return text(out, name, tag == nullptr ? Text() : tag->value.view(), tag != nullptr);
  }

  constexpr bool source_identity(ContextKey& out, Text name) const {
    const Text value = origin_.session->source_identity();
    out = value.empty() ? ContextKey::absent(name) : ContextKey(name, value);
    return !value.empty() || origin_.reaches_back();
  }

  // Users sign with a long-term key if no session was given, so a key of temporary credentials is absent.
  static constexpr bool long_term(Text name, const Principal& caller, ContextKey& out) {
    const bool user = caller.is(PrincipalKind::iam_user) || caller.is(PrincipalKind::root_user);
    return user && text(out, name, "");
  }

  // A key with this value, absent if the value is empty.
  static constexpr bool text(ContextKey& out, Text name, Text value, bool may_be_empty = false) {
    out = value.empty() && !may_be_empty ? ContextKey::absent(name) : ContextKey(name, value);
    return true;
  }

  CallOrigin origin_;
  FixedText<21> issue_time_;
};

/// Users and sessions do. A service acts as itself, and a caller with a token does not sign.
[[nodiscard]] constexpr bool signs_as_part_of_an_account(const Principal& caller) {
  return !caller.is(PrincipalKind::service) && !caller.is(PrincipalKind::web_identity) &&
         !caller.is(PrincipalKind::saml_identity);
}

// The keys that can be determined.
#define WHENCE_KNOWN_KEYS(KEY)                                  \
  KEY(principal_arn, "aws:PrincipalArn")                        \
  KEY(principal_account, "aws:PrincipalAccount")                \
  KEY(principal_type, "aws:PrincipalType")                      \
  KEY(principal_is_service, "aws:PrincipalIsAWSService")        \
  KEY(principal_service_name, "aws:PrincipalServiceName")       \
  KEY(principal_service_names, "aws:PrincipalServiceNamesList") \
  KEY(username, "aws:username")                                 \
  KEY(userid, "aws:userid")                                     \
  KEY(organization_id, "aws:PrincipalOrgID")                    \
  KEY(organization_paths, "aws:PrincipalOrgPaths")              \
  KEY(mfa_present, "aws:MultiFactorAuthPresent")                \
  KEY(mfa_age, "aws:MultiFactorAuthAge")                        \
  KEY(token_issue_time, "aws:TokenIssueTime")                   \
  KEY(source_arn, "aws:SourceArn")                              \
  KEY(source_account, "aws:SourceAccount")                      \
  KEY(source_organization_id, "aws:SourceOrgID")                \
  KEY(source_organization_paths, "aws:SourceOrgPaths")          \
  KEY(via_service, "aws:ViaAWSService")                         \
  KEY(secure_transport, "aws:SecureTransport")                  \
  KEY(resource_account, "aws:ResourceAccount")                  \
  KEY(external_id, "sts:ExternalId")                            \
  KEY(duration, "sts:DurationSeconds")                          \
  KEY(session_name, "sts:RoleSessionName")                      \
  KEY(source_identity, "sts:SourceIdentity")                    \
  KEY(tag_keys, "aws:TagKeys")

/// Finds the keys of one call: the given one, else what caller, role and operation determine. Keys that no such call
/// can have are absent even if given. Source: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
class RequestKeys : public Bounded {
 public:
  constexpr RequestKeys(const Principal& caller, const Role& role, Operation operation, const RequestContext& context,
                        Text session_name, const CallOrigin& origin = {})
      : caller_(caller),
        role_(&role),
        operation_(operation),
        context_(context),
        session_name_(session_name),
        session_keys_(origin) {}
  /// For a call about a resource other than a role: its ARN, empty if not known.
  constexpr RequestKeys(const Principal& caller, Text resource, const RequestContext& context,
                        const CallOrigin& origin = {})
      : caller_(caller), resource_(resource), context_(context), session_keys_(origin) {}

  /// The ARN of the call's resource: the role's, or the given one. Empty if not known.
  [[nodiscard]] constexpr Text resource() {
    if (role_ == nullptr) return resource_;
    return print_once(role_->arn(), role_arn_);
  }

  /// Complexity: linear in the given keys, in the tags of the request, and in those of the chain of the session (of 64).
  [[nodiscard]] constexpr ContextKey find(Text name) {
    if (!steps().take(context_.keys().size() / 4 + (session_keys_ ? 64 : 1))) return ContextKey::unknown(name);
    const Known known = known_of(name);
    if (never(known)) return ContextKey::absent(name);
    if (const ContextKey* const given = context_.find(name)) return *given;
    if (ContextKey found; session_keys_ && session_keys_.find(name, caller_, role_, found)) return found;
    return determined(known, name);
  }

 private:
#define WHENCE_KEY(KNOWN, NAME) KNOWN,
  enum class Known : std::uint8_t { WHENCE_KNOWN_KEYS(WHENCE_KEY) none };
#undef WHENCE_KEY
#define WHENCE_KEY(KNOWN, NAME) NAME,
  static constexpr Text known_keys[] = {WHENCE_KNOWN_KEYS(WHENCE_KEY)};
#undef WHENCE_KEY

  static constexpr Known known_of(Text name) {
    std::uint8_t at = 0;
    for (const Text each : known_keys) {
      if (each.size() == name.size() && ascii::equal_ignoring_case(each, name)) break;
      ++at;
    }
    return static_cast<Known>(at);
  }

  // Keys that no such call can have.
  [[nodiscard]] constexpr bool never(Known known) const {
    switch (known) {
      case Known::mfa_present:
      case Known::mfa_age: return caller_.is(PrincipalKind::web_identity) || caller_.is(PrincipalKind::saml_identity);
      case Known::principal_service_name:
      case Known::principal_service_names:
      case Known::source_arn:
      case Known::source_account:
      case Known::source_organization_id:
      case Known::source_organization_paths: return !caller_.is(PrincipalKind::service);
      case Known::username: return !caller_.is(PrincipalKind::iam_user);
      case Known::external_id: return operation_ != Operation::assume_role;
      case Known::duration: return role_ != nullptr;
      default: return false;
    }
  }

  // A key that was not given.
  [[nodiscard]] constexpr ContextKey determined(Known known, Text name) {
    const PrincipalName& who = caller_.name();
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
        const Text type = caller_.is(PrincipalKind::root_user)        ? Text("Account")
                          : caller_.is(PrincipalKind::iam_user)       ? Text("User")
                          : caller_.is(PrincipalKind::federated_user) ? Text("FederatedUser")
                                                                      : Text("AssumedRole");
        if (signs) return {name, type};
        break;
      }
      case Known::principal_is_service:
        if (caller_.is(PrincipalKind::service)) return {name, Text("true")};
        if (signs) return {name, Text("false")};
        break;
      case Known::principal_service_name:
      case Known::username: return {name, who.name};
      case Known::userid:
        if (caller_.is(PrincipalKind::root_user)) {
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
          if (carried->is_present() && carried->size() == 1) return {name, (*carried)[0]};
          if (carried->is_unknown()) return ContextKey::unknown(name);
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
    const PrincipalName& who = caller_.name();
    if (caller_.is(PrincipalKind::instance_identity)) return ContextKey::unknown(name);
    if (!caller_.is(PrincipalKind::role_session)) return {name, print_once(who, caller_arn_)};
    const bool open = who.path.empty();
    if (open && !whole) return ContextKey::unknown(name);
    const PrincipalName role{PrincipalForm::role, who.partition, true, who.account, who.path, who.name, {}};
    const Text arn = print_once(role, caller_arn_);
    return open ? ContextKey::of_a_role_somewhere(name, arn) : ContextKey(name, arn);
  }

  // Tags are passed in two kinds of keys. If only one kind was given, the request has the other too.
  [[nodiscard]] constexpr bool may_pass_tags() const {
    for (const ContextKey& key : context_.keys()) {
      if (!key.is_absent() && ascii::starts_with_ignoring_case(key.name(), "aws:RequestTag/")) return true;
    }
    return false;
  }
  [[nodiscard]] constexpr bool may_list_tag(Text tag) {
    const ContextKey* const listed = context_.find("aws:TagKeys");
    if (listed == nullptr || listed->is_absent()) return false;
    if (listed->is_unknown() || !steps().take(listed->size() / 4)) return true;
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

#undef WHENCE_KNOWN_KEYS

}  // namespace whence
