// The condition keys that the session, the parameters and the forwarding of a call determine.
#pragma once

#include <whence/base/ascii.hpp>
#include <whence/base/date.hpp>
#include <whence/base/text.hpp>
#include <whence/evaluate/assume_setting.hpp>
#include <whence/model/origin_identity.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/session_tags.hpp>

namespace whence {

/// Sources: AWS global condition context keys,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, and IAM and AWS STS
/// condition context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
template <class Any>
class SessionKeysOf {
 public:
  constexpr explicit SessionKeysOf(const CallOrigin& origin) : origin_(origin) {}

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
  // A key of the identity that this request, or the session, has from its provider.
  constexpr bool of_identity(Text name, const OriginIdentity* identity, ContextKey& out) const {
    Text value;
    return identity != nullptr && find_identity_key(*identity, name, value) && text(out, name, value);
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
    if (of_identity(name, request.origin_identity, out)) return true;
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
    if (of_identity(name, session.request().origin_identity, out)) return true;
    for (const Session* each = session.before(); each != nullptr; each = each->before()) {
      if (of_identity(name, each->request().origin_identity, out))
        return out = ContextKey::unknown(name), true;  // U-132
    }
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
      if (session.narrowed_from() != nullptr) return out = ContextKey::unknown(name), true;  // U-130
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
    return (is(name, "aws:SourceVpc") || is(name, "aws:SourceVpce") || is(name, "aws:VpcSourceIp") ||
            is(name, "aws:SourceVpcArn")) &&
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

}  // namespace whence
