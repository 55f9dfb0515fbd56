// What a request to STS must contain, before any policy is evaluated.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/session_tags.hpp>
#include <whence/model/sts_request.hpp>
#include <whence/names/limits.hpp>
#include <whence/rules/rule.hpp>

namespace whence {

struct RequestFacts {
  Operation operation;
  const StsRequest& request;
  bool is_named = true;  // whether it must state the session's name: a service names its sessions itself
  [[nodiscard]] constexpr bool is(Operation which) const { return operation == which; }
};

namespace rules {
struct every_parameter_has_its_form {
  WHENCE_RULE("W409", Decision::invalid_request, sources::assume_role_api,
              "RoleSessionName, SourceIdentity, ExternalId, SerialNumber and TokenCode must have the length and the "
              "characters that the STS API requires, and a role session must have a name; MinimumSessionTokenSize "
              "must be at most 4096, and ScopedSessionDescription must have at most 256 characters");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    if (assumes_a_role(facts.operation) && facts.is_named && !request.session_name.is_stated()) {
      return {Truth::no, &limits::role_session_name, -1, {NameFault::session_name_is_not_2_to_64, 0}};
    }
    LimitOutcome fault;
    look(fault, request.session_name.check(), limits::role_session_name);
    look(fault, request.source_identity.check(), limits::source_identity);
    look(fault, request.external_id.check(), limits::external_id);
    look(fault, request.serial_number.check(), limits::serial_number);
    look(fault, request.token_code.check(), limits::token_code);
    if (fault.limit != nullptr) return fault;
    if (!limits::minimum_token_size.takes(request.minimum_token_size)) return {Truth::no, &limits::minimum_token_size};
    if (!limits::session_description.takes_length(count_characters(request.scoped_session_description))) {
      return {Truth::no, &limits::session_description};
    }
    return fault;
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }

 private:
  static constexpr void look(LimitOutcome& fault, const NameError& error, const Limit& its_limit) {
    if (error && fault.limit == nullptr) fault = {Truth::no, &its_limit, -1, error};
  }
};

/// The page refers for the characters and for aws: to Tags for IAM resources,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html.
struct tags_are_within_their_limits {
  WHENCE_RULE("W410", Decision::invalid_request, sources::session_tags,
              "a call passes at most 50 session tags and 50 transitive tag keys; a key has 1 to 128 characters and a "
              "value 0 to 256, of letters, numbers, spaces and _.:/=+-@; neither may begin with aws:");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    if (!limits::tags.takes_length(request.tags.size())) return {Truth::no, &limits::tags};
    if (!limits::transitive_tag_keys.takes_length(request.transitive_tag_keys.size())) {
      return {Truth::no, &limits::transitive_tag_keys};
    }
    LimitOutcome fault;
    for (std::size_t i = 0; i < request.tags.size(); ++i) {
      const SessionTag& tag = request.tags[i];
      if (const NameError error = key_error(tag)) return {Truth::no, &limits::tag_key, static_cast<int>(i), error};
      if (const NameError error = tag.value.check()) return {Truth::no, &limits::tag_value, static_cast<int>(i), error};
      // It is open which non-ASCII characters are letters, numbers or separators (U-111).
      if (fault.limit == nullptr &&
          (ascii::has_bytes_outside(tag.key.view()) || ascii::has_bytes_outside(tag.value.view()))) {
        fault = {Truth::unknown, &limits::tag_key, static_cast<int>(i)};
      }
    }
    return fault;
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
  static constexpr const OpenQuestion* open(const RequestFacts&) { return &open_questions::u111; }

 private:
  static constexpr NameError key_error(const SessionTag& tag) {
    return tag.key.is_stated() ? tag.key.check() : NameError{NameFault::tag_key_is_not_1_to_128, 0};
  }
};

struct tag_keys_differ {
  WHENCE_RULE("W411", Decision::invalid_request, sources::assume_role_api,
              "the tag keys of a request must differ in more than letter case");
  static constexpr LimitOutcome limit(const auto& facts) {
    for (std::size_t i = 0; i < facts.request.tags.size(); ++i) {
      const SessionTag& tag = facts.request.tags[i];
      // The first tag with this key is this tag, unless the key occurs twice.
      if (find_tag(facts.request.tags, tag.key.view()) != &tag)
        return {Truth::no, &limits::tag_key, static_cast<int>(i)};
    }
    return {};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
};

struct transitive_keys_are_those_of_tags {
  WHENCE_RULE("W412", Decision::invalid_request, sources::assume_role_api.graded(Grade::unverified),
              "TransitiveTagKeys should list only keys of tags that the same call passes");
  static constexpr LimitOutcome limit(const auto& facts) {
    for (std::size_t i = 0; i < facts.request.transitive_tag_keys.size(); ++i) {
      if (find_tag(facts.request.tags, facts.request.transitive_tag_keys[i]) == nullptr) {
        return {Truth::unknown, &limits::transitive_tag_keys, static_cast<int>(i)};
      }
    }
    return {};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
  static constexpr const OpenQuestion* open(const RequestFacts&) { return &open_questions::u9; }
};

/// For AssumeRole, the API model no longer limits the text, but the manual still names the limit.
struct session_policies_are_within_their_limits {
  WHENCE_RULE("W413", Decision::invalid_request, sources::iam_quotas,
              "a session takes at most 10 managed session policies, and their ARNs and the inline session policy "
              "together have at most 2048 characters");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    if (!limits::session_policy_arns.takes_length(request.managed_policies.size())) {
      return {Truth::no, &limits::session_policy_arns};
    }
    std::size_t count = count_characters(request.session_policy.source());
    for (std::size_t i = 0; i < request.managed_policies.size(); ++i) {
      count += count_characters(request.managed_policies[i].arn);
    }
    if (count <= static_cast<std::size_t>(limits::session_policy.most)) return {};
    return {facts.is(Operation::assume_role) ? Truth::unknown : Truth::no, &limits::session_policy};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
  static constexpr const OpenQuestion* open(const RequestFacts&) { return &open_questions::x10; }
};

/// An assertion or a token passes its tags, transitive keys and source identity in place of parameters: Pass session
/// tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html.
struct the_operation_takes_every_parameter {
  WHENCE_RULE("W414", Decision::invalid_request, sources::sts_model,
              "a request may contain only the parameters of its operation: ExternalId belongs to AssumeRole, "
              "TransitiveTagKeys to the operations that assume a role, MFA to AssumeRole and GetSessionToken");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    const OperationInfo& takes = info_of(facts.operation);
    LimitOutcome fault;
    // The first six operations, and the last, give a session token, which MinimumSessionTokenSize pads.
    const bool pads = facts.operation <= Operation::get_federation_token || facts.is(Operation::get_scoped_credentials);
    look(fault, request.session_name.is_stated(), assumes_a_role(facts.operation), limits::role_session_name);
    look(fault, request.external_id.is_stated(), facts.is(Operation::assume_role), limits::external_id);
    look(fault, !request.tags.empty(), takes.tags != Taken::no, limits::tags);
    look(fault, !request.transitive_tag_keys.empty(), takes.transitive_tags != Taken::no, limits::transitive_tag_keys);
    look(fault, request.source_identity.is_stated(), takes.source_identity != Taken::no, limits::source_identity);
    look(fault, request.serial_number.is_stated(), takes.mfa != Taken::no, limits::serial_number);
    look(fault, request.token_code.is_stated(), takes.mfa != Taken::no, limits::token_code);
    look(fault, !request.session_policy.statements().empty(), takes.session_policies != Taken::no,
         limits::session_policy);
    look(fault, !request.managed_policies.empty(),
         takes.session_policies != Taken::no && !facts.is(Operation::get_scoped_credentials),
         limits::session_policy_arns);
    look(fault, request.minimum_token_size != 0, pads, limits::minimum_token_size);
    look(fault, !request.scoped_session_description.empty(), facts.is(Operation::get_scoped_credentials),
         limits::session_description);
    // Facts about a token, a sign-in or the console belong to the operations that have them.
    const bool by_saml = facts.is(Operation::assume_role_with_saml);
    look(fault, request.token_ends != Instant{}, by_saml || facts.is(Operation::assume_role_with_web_identity),
         limits::web_identity_token);
    look(fault, request.sign_in_ends != Instant{}, by_saml, limits::saml_assertion);
    look(fault, request.is_in_console(), facts.is(Operation::assume_role), limits::assume_role_duration);
    return fault;
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }

 private:
  static constexpr void look(LimitOutcome& fault, bool stated, bool taken, const Limit& its_limit) {
    if (stated && !taken && fault.limit == nullptr) fault = {Truth::no, &its_limit};
  }
};

/// STS answers "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code" with
/// AccessDenied: a log in y13i/sgviz issue 9, https://github.com/y13i/sgviz/issues/9.
struct an_mfa_device_comes_with_its_code {
  WHENCE_RULE_WITH_ERROR("W415", Decision::invalid_request, sources::assume_role_api, StsError::access_denied,
                         "SerialNumber and TokenCode must be given together");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    if (request.serial_number.is_stated() == request.token_code.is_stated()) return {};
    return {Truth::no, request.token_code.is_stated() ? &limits::serial_number : &limits::token_code};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
};

/// Only STS can compute the size: it is known only from the reply of STS, as PackedPolicySize and, since 2026-06-17, as
/// SessionTokenUtilization.
struct policies_and_tags_fit_once_packed {
  WHENCE_RULE_WITH_ERROR(
      "W416", Decision::invalid_request, sources::assume_role_api, StsError::packed_policy_too_large,
      "the session token, to which session policies and tags add, must fit the size limit of STS "
      "(PackedPolicySize or SessionTokenUtilization at most 100 percent), even if their text is short");
  static constexpr LimitOutcome limit(const auto& facts) {
    if (facts.request.packed_policy_size <= limits::packed_policy_size.most) return {};
    return {Truth::no, &limits::packed_policy_size};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
};

struct a_token_is_presented_before_it_expires {
  WHENCE_RULE_WITH_ERROR("W417", Decision::invalid_request, sources::assume_role_with_web_identity_api,
                         StsError::expired_token, "the SAML assertion or OIDC token must not have expired");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    const bool web = facts.is(Operation::assume_role_with_web_identity);
    const bool expired = request.token_ends != Instant{} && request.at >= request.token_ends;
    const bool signed_out = request.sign_in_ends != Instant{} && request.at >= request.sign_in_ends;
    if (!expired && !signed_out) return {};
    return {Truth::no, web ? &limits::web_identity_token : &limits::saml_assertion};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
};

struct switch_role_in_the_console_takes_no_session_options {
  WHENCE_RULE("W418", Decision::invalid_request, sources::switching_roles_in_the_console,
              "Switch Role in the console takes only an account, a role and a display name from a signed-in user: no "
              "session tags, source identity, external ID, MFA code, session policy or duration");
  static constexpr LimitOutcome limit(const auto& facts) {
    const StsRequest& request = facts.request;
    if (!request.is_in_console()) return {};
    const Limit* const passed = !request.tags.empty() || !request.transitive_tag_keys.empty() ? &limits::tags
                                : request.source_identity.is_stated()                         ? &limits::source_identity
                                : request.external_id.is_stated()                             ? &limits::external_id
                                : request.serial_number.is_stated()                           ? &limits::serial_number
                                : request.token_code.is_stated()                              ? &limits::token_code
                                : !request.session_policy.statements().empty()                ? &limits::session_policy
                                : !request.managed_policies.empty() ? &limits::session_policy_arns
                                : request.minimum_token_size != 0   ? &limits::minimum_token_size
                                : request.states_duration() || request.at >= request.console_session_ends
                                    ? &limits::assume_role_duration
                                    : nullptr;
    if (passed == nullptr) return {};
    return {Truth::no, passed};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }
};

using request_rules =
    RuleList<the_operation_takes_every_parameter, every_parameter_has_its_form, tags_are_within_their_limits,
             tag_keys_differ, transitive_keys_are_those_of_tags, session_policies_are_within_their_limits,
             an_mfa_device_comes_with_its_code, policies_and_tags_fit_once_packed,
             a_token_is_presented_before_it_expires, switch_role_in_the_console_takes_no_session_options>;
}  // namespace rules
}  // namespace whence
