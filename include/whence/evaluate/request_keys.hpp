// The condition keys of a call about a role: those given, and those that caller, role and operation determine.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/names_by_size.hpp>
#include <whence/base/steps.hpp>
#include <whence/base/text.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/evaluate/open_point.hpp>
#include <whence/evaluate/session_keys.hpp>
#include <whence/evaluate/special_callers.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>
#include <whence/policy/identity_providers.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

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
  KEY(tag_keys, "aws:TagKeys")                                  \
  KEY(transitive_tag_keys, "sts:TransitiveTagKeys")             \
  KEY(current_time, "aws:CurrentTime")                          \
  KEY(epoch_time, "aws:EpochTime")                              \
  KEY(requested_region, "aws:RequestedRegion")                  \
  KEY(source_ip, "aws:SourceIp")

/// Finds the keys of one call: what caller, role and operation determine, else the given one. A given key that
/// contradicts them, or that no such call can have, is unknown. Source: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
template <class Any>
class RequestKeysOf : public Bounded {
 public:
  constexpr RequestKeysOf(const Principal& caller, const Role& role, Operation operation, const RequestContext& context,
                          Text session_name, const CallOrigin& origin = {})
      : caller_(caller),
        role_(&role),
        operation_(operation),
        context_(context),
        session_name_(session_name),
        session_keys_(origin) {}
  /// For a call about a resource other than a role: its ARN, empty if not known.
  constexpr RequestKeysOf(const Principal& caller, Text resource, const RequestContext& context,
                          const CallOrigin& origin = {})
      : caller_(caller), resource_(resource), context_(context), session_keys_(origin) {}

  /// The ARN of the call's resource: the role's, or the given one. Empty if not known.
  [[nodiscard]] constexpr Text resource() {
    if (role_ == nullptr) return resource_;
    return print_once(role_->arn(), role_arn_);
  }

  /// Complexity: linear in the given keys, in the tags of the request, and in those of the chain of the session (of
  /// 64).
  [[nodiscard]] constexpr ContextKey find(Text name) {
    if (!steps().take(context_.keys().size() / 4 + (session_keys_ ? 64 : 1))) return ContextKey::unknown(name);
    const Known known = known_of(name);
    const ContextKey* const given = context_.find(name);
    if (never(known))
      return given == nullptr || given->is_absent() ? ContextKey::absent(name) : ContextKey::unknown(name);
    if (given != nullptr) return agreed(known, name, *given);
    const bool has_tags = role_ != nullptr && role_->tags_are_known();
    if (ContextKey found; (session_keys_ || has_tags) && session_keys_.find(name, caller_, role_, found)) return found;
    return determined(known, name);
  }

  /// Whether the given key cannot be in such a call: it contradicts caller, role and operation, or no such call has it.
  [[nodiscard]] constexpr bool contradicts(const ContextKey& given) {
    if (given.is_unknown()) return false;
    const Known known = known_of(given.name());
    if (never(known)) return !given.is_absent();
    return is_determined(known) ? agreed(known, given.name(), given).is_unknown()
                                : given.is_absent() && in_every_call(known, given.name());
  }
  /// Whether no call of this caller and operation has this key.
  [[nodiscard]] constexpr bool never_has(Text name) const { return never(known_of(name)); }

  /// The open question that leaves a key unknown, if there is one.
  [[nodiscard]] constexpr OpenPoint why_unknown(Text name) const {
    const Known known = known_of(name);
    const bool of_organization = known == Known::organization_id || known == Known::organization_paths;
    if (of_organization && !signs_as_part_of_an_account(caller_)) return OpenPoint::u126;
    if (known == Known::none && is_claim_key(name) && !may_have_claim(caller_, name)) return OpenPoint::u124;
    const bool of_tags = known == Known::tag_keys || known == Known::transitive_tag_keys ||
                         ascii::starts_with_ignoring_case(name, "aws:RequestTag/") ||
                         ascii::starts_with_ignoring_case(name, "aws:PrincipalTag/");
    return of_tags && passes_tags_by_default(caller_) ? OpenPoint::u125 : OpenPoint::none;
  }

 private:
#define WHENCE_KEY(KNOWN, NAME) KNOWN,
  enum class Known : std::uint8_t { WHENCE_KNOWN_KEYS(WHENCE_KEY) none };
#undef WHENCE_KEY
#define WHENCE_KEY(KNOWN, NAME) NAME,
  static constexpr const char* known_keys[] = {WHENCE_KNOWN_KEYS(WHENCE_KEY)};
#undef WHENCE_KEY
  static constexpr NamesBySize known_keys_by_size{known_keys};

  static constexpr Known known_of(Text name) { return static_cast<Known>(known_keys_by_size.find(known_keys, name)); }

  // Keys that no such call can have.
  [[nodiscard]] constexpr bool never(Known known) const {
    switch (known) {
      case Known::mfa_present:
      case Known::mfa_age:
      case Known::principal_arn:
      case Known::principal_account:
      case Known::token_issue_time: return !signs_as_part_of_an_account(caller_);
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

  // Keys with a value that caller and role determine.
  [[nodiscard]] constexpr bool is_determined(Known known) const {
    switch (known) {
      case Known::principal_arn: return !caller_.is(PrincipalKind::instance_identity);
      case Known::principal_account:
      case Known::principal_service_name:
      case Known::principal_service_names:
      case Known::username: return true;
      case Known::principal_type: return signs_as_part_of_an_account(caller_);
      case Known::principal_is_service:
        return caller_.is(PrincipalKind::service) || signs_as_part_of_an_account(caller_);
      case Known::resource_account: return role_ != nullptr;
      case Known::userid: return signs_as_part_of_an_account(caller_);
      default: return false;
    }
  }

  // Keys that every such call has.
  [[nodiscard]] constexpr bool in_every_call(Known known, Text name) const {
    switch (known) {
      case Known::current_time:
      case Known::epoch_time:
      case Known::requested_region:
      case Known::secure_transport:
      case Known::via_service: return true;
      case Known::session_name: return role_ != nullptr;
      case Known::token_issue_time:
        return caller_.is(PrincipalKind::role_session) || caller_.is(PrincipalKind::federated_user);
      case Known::none: return every_token_has(caller_, name);
      default: return false;
    }
  }
  // A given key, unless it contradicts what is known.
  [[nodiscard]] constexpr ContextKey agreed(Known known, Text name, const ContextKey& given) {
    if (given.is_unknown()) return given;
    if (is_determined(known)) {
      return agrees(known, name, given) ? given : ContextKey::unknown(name);
    }
    if (known == Known::source_ip && given.is_present() && comes_through_an_endpoint())
      return ContextKey::unknown(name);
    const bool of_organization = known == Known::organization_id || known == Known::organization_paths;
    if (of_organization && !given.is_absent() && !signs_as_part_of_an_account(caller_))
      return ContextKey::unknown(name);
    if (known == Known::none && is_claim_key(name) && !may_have_claim(caller_, name)) return ContextKey::unknown(name);
    // Roles Anywhere puts the fields of the certificate into aws:PrincipalTag, not into aws:RequestTag.
    if (known == Known::none && is_roles_anywhere(caller_) &&
        ascii::starts_with_ignoring_case(name, "aws:RequestTag/")) {
      return ContextKey::unknown(name);
    }
    return given.is_absent() && in_every_call(known, name) ? ContextKey::unknown(name) : given;
  }

  [[nodiscard]] constexpr bool agrees(Known known, Text name, const ContextKey& given) {
    if (known == Known::principal_service_names) {
      for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] == caller_.name().name) return true;
      }
      return false;
    }
    if (given.size() != 1) return false;
    const Text value = given[0];
    if (known == Known::userid) return is_id_of(caller_, value);
    const ContextKey own = determined(known, name);
    if (own.is_unknown()) return true;  // the name of a session whose path the context alone knows
    if (!own.path_is_open()) return own.size() == 1 && own[0] == value;
    const std::size_t at = own[0].find_last('/') + 1;
    return value.size() >= own[0].size() && value.starts_with(own[0].part(0, at)) &&
           value.ends_with(own[0].part(at - 1));
  }

  // A key that was not given.
  [[nodiscard]] constexpr ContextKey determined(Known known, Text name) {
    const PrincipalName& who = caller_.name();
    const bool whole = context_.others() == KeyState::absent;  // the context describes the whole request
    const bool signs = signs_as_part_of_an_account(caller_);
    switch (known) {
      // Services and callers with a token belong to no account here.
      case Known::organization_id:
      case Known::organization_paths:
        if (!signs) return ContextKey::absent(name);
        break;
      case Known::mfa_present:
        // Temporary credentials have the key; whether it is false without MFA is open (U-11). Those of AssumeRole never
        // say that MFA was used.
        if (whole && caller_.is(PrincipalKind::role_session)) return ContextKey::perhaps(name, "false");
        break;
      case Known::principal_arn: return principal_arn(name);
      case Known::principal_account: caller_account_ = who.account.digits(); return {name, caller_account_.view()};
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
      // All names of the service in its Region, of which the caller's is one.
      case Known::principal_service_names: return ContextKey::unknown(name);
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
        if (role_ != nullptr) return ContextKey::unknown(name);
        break;
      case Known::source_ip:
        // A call has it unless it comes through a VPC endpoint, which has other keys.
        if (!comes_through_an_endpoint()) return ContextKey::unknown(name);
        break;
      case Known::current_time:
      case Known::epoch_time:
      case Known::requested_region: return ContextKey::unknown(name);
      case Known::token_issue_time:
        if (in_every_call(known, name)) return ContextKey::unknown(name);
        break;
      case Known::source_identity:
        // The new session inherits it from the caller's session.
        if (const ContextKey* const carried = context_.find("aws:SourceIdentity")) {
          if (carried->is_present() && carried->size() == 1) return {name, (*carried)[0]};
          if (!carried->is_absent()) return ContextKey::unknown(name);
        }
        break;
      case Known::tag_keys:
      case Known::transitive_tag_keys:
        if (passes_tags_by_default(caller_) || (known == Known::tag_keys && may_pass_tags())) {
          return ContextKey::unknown(name);
        }
        break;
      case Known::none: return of_a_family(name, whole);
      default: break;
    }
    return whole ? ContextKey::absent(name) : ContextKey::unknown(name);
  }

  // A key that is not in the table: of tags or of a token. Whether a user or role has a tag is known only if it is
  // said.
  [[nodiscard]] constexpr ContextKey of_a_family(Text name, bool whole) {
    const bool signs = signs_as_part_of_an_account(caller_);
    Text tag;
    if (is_of(name, "aws:RequestTag/", tag)) {
      if (passes_tags_by_default(caller_) || may_list_tag(tag)) return ContextKey::unknown(name);
    } else if (is_of(name, "aws:PrincipalTag/", tag)) {
      // The trust policy of a role for Roles Anywhere tests the fields of the certificate under this name.
      if (is_roles_anywhere(caller_)) {
        for (const ContextKey& key : context_.keys()) {
          Text other;
          if (is_of(key.name(), "aws:RequestTag/", other) && ascii::equal_ignoring_case(other, tag) &&
              key.is_present() && key.size() == 1) {
            return {name, key[0]};
          }
        }
      }
      const bool has_tags = signs ? !caller_.is(PrincipalKind::root_user)
                                  : passes_tags_by_default(caller_) || may_pass_tags() || may_list_tag(tag);
      if (has_tags) return ContextKey::unknown(name);
    } else if (is_of(name, "aws:ResourceTag/", tag) || is_of(name, "iam:ResourceTag/", tag)) {
      return ContextKey::unknown(name);
    } else if (in_every_call(Known::none, name)) {
      return ContextKey::unknown(name);
    } else if (caller_.is(PrincipalKind::web_identity)) {
      // A claim of the caller's own token that is no key, and not one of another provider.
      const Text claim = claim_of(name, caller_.name().name);
      if (!claim.empty() && !may_have_claim(caller_, name)) return ContextKey::unknown(name);
    }
    return whole ? ContextKey::absent(name) : ContextKey::unknown(name);
  }
  static constexpr bool is_of(Text name, Text prefix, Text& rest) {
    rest = name.part(prefix.size());
    return !rest.empty() && ascii::starts_with_ignoring_case(name, prefix);
  }

  [[nodiscard]] constexpr bool comes_through_an_endpoint() const {
    const Text names[] = {"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceVpcArn"};
    for (const Text name : names) {
      const ContextKey* const key = context_.find(name);
      if (key != nullptr && key->is_present()) return true;
    }
    return false;
  }

  // For a session this is the ARN of its role. If only the session's ARN is known, the role's path is not: a condition
  // is then decided only if the path does not matter.
  constexpr ContextKey principal_arn(Text name) {
    const PrincipalName& who = caller_.name();
    if (caller_.is(PrincipalKind::instance_identity)) return ContextKey::unknown(name);
    if (!caller_.is(PrincipalKind::role_session)) return {name, print_once(who, caller_arn_)};
    const bool open = who.path.empty();
    const Text path = open ? start_of_path(who.name) : who.path;
    const PrincipalName role{PrincipalForm::role, who.partition, true, who.account, path, who.name, {}};
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
  SessionKeysOf<Any> session_keys_;
  ArnBuffer caller_arn_, role_arn_;
  FixedText<13> caller_account_, role_account_;
};

/// A template, so that the model is cheap to include for those who ask nothing.
using RequestKeys = RequestKeysOf<void>;

#undef WHENCE_KNOWN_KEYS

}  // namespace whence
WHENCE_TEMPLATES_END
