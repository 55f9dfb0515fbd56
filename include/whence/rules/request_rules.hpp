// What a request to STS must look like, before any policy is asked.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/truth.hpp>
#include <whence/evaluate/conditions.hpp>
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
};

/// What is wrong with a request: which parameter, by its limit, and which element of a list, counted from 0.
struct RequestFault {
  Truth passes = Truth::yes;
  const Limit* limit = nullptr;
  int element = -1;
  NameError error{};
};

namespace rules {

struct every_parameter_has_its_form {
  WHENCE_RULE(
      "W409", Decision::invalid_request,
      "RoleSessionName, SourceIdentity, ExternalId, SerialNumber and TokenCode have the length and the characters "
      "that their pattern in the API asks for, and a role's session has a name",
      sources::assume_role_api);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    if (assumes_a_role(facts.operation) && !request.session_name.is_stated()) {
      return {Truth::no, &limits::role_session_name, -1, {NameFault::session_name_is_not_2_to_64, 0}};
    }
    RequestFault fault;
    const auto look = [&fault](const NameError& error, const Limit& limit) {
      if (error && fault.limit == nullptr) fault = {Truth::no, &limit, -1, error};
    };
    look(request.session_name.check(), limits::role_session_name);
    look(request.source_identity.check(), limits::source_identity);
    look(request.external_id.check(), limits::external_id);
    look(request.serial_number.check(), limits::serial_number);
    look(request.token_code.check(), limits::token_code);
    return fault;
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct tags_are_within_their_limits {
  WHENCE_RULE(
      "W410", Decision::invalid_request,
      "a session takes at most 50 tags; a key has 1 to 128 characters and a value at most 256, letters, numbers, "
      "spaces and _.:/=+-@, not beginning with aws:",
      sources::session_tags);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    if (!limits::tags.takes_length(request.tags.size())) return {Truth::no, &limits::tags};
    if (!limits::transitive_tag_keys.takes_length(request.transitive_tag_keys.size())) {
      return {Truth::no, &limits::transitive_tag_keys};
    }
    RequestFault fault;
    int element = 0;
    for (const SessionTag& tag : request.tags) {
      if (const NameError error = key_error(tag)) return {Truth::no, &limits::tag_key, element, error};
      if (const NameError error = tag.value.check()) return {Truth::no, &limits::tag_value, element, error};
      // Which characters beyond ASCII are letters, numbers or separators is open (U-111).
      if (fault.limit == nullptr && (whence::detail::has_bytes_outside_ascii(tag.key.view()) ||
                                     whence::detail::has_bytes_outside_ascii(tag.value.view()))) {
        fault = {Truth::unknown, &limits::tag_key, element};
      }
      ++element;
    }
    return fault;
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }

 private:
  static constexpr NameError key_error(const SessionTag& tag) {
    return tag.key.is_stated() ? tag.key.check() : NameError{NameFault::tag_key_is_not_1_to_128, 0};
  }
};

struct tag_keys_differ {
  WHENCE_RULE("W411", Decision::invalid_request,
              "no two tags of a request may have keys that differ in letter case alone", sources::session_tags);
  static constexpr RequestFault find(const RequestFacts& facts) {
    int element = 0;
    for (const SessionTag& tag : facts.request.tags) {
      // The first tag of this key is the tag itself, unless it stands twice.
      if (find_tag(facts.request.tags, tag.key.view()) != &tag) return {Truth::no, &limits::tag_key, element};
      ++element;
    }
    return {};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct transitive_keys_are_those_of_tags {
  WHENCE_RULE("W412", Decision::invalid_request,
              "what TransitiveTagKeys lists should be keys of tags that are passed with it",
              sources::assume_role_api.graded(Grade::unverified));
  static constexpr RequestFault find(const RequestFacts& facts) {
    int element = 0;
    for (const Text key : facts.request.transitive_tag_keys) {
      if (find_tag(facts.request.tags, key) == nullptr) {
        return {Truth::unknown, &limits::transitive_tag_keys, element};
      }
      ++element;
    }
    return {};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

/// For AssumeRole the model no longer has a limit for the text, while the manual still names it.
struct session_policies_are_within_their_limits {
  WHENCE_RULE(
      "W413", Decision::invalid_request,
      "a session takes at most 10 policies by their ARNs, and these ARNs and the policy in the request together have at most "
      "2048 characters",
      sources::get_federation_token_api);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    if (!limits::session_policy_arns.takes_length(request.managed_policies.size())) {
      return {Truth::no, &limits::session_policy_arns};
    }
    std::size_t count = count_characters(request.session_policy.source());
    for (const ManagedPolicy& managed : request.managed_policies) count += count_characters(managed.arn);
    if (count <= static_cast<std::size_t>(limits::session_policy.most)) return {};
    return {facts.operation == Operation::assume_role ? Truth::unknown : Truth::no, &limits::session_policy};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct the_operation_takes_what_is_stated {
  WHENCE_RULE(
      "W414", Decision::invalid_request,
      "a request states only what its operation takes: no other than AssumeRole takes an external id, tags that are "
      "transitive come with the operations that assume a role, MFA with AssumeRole and GetSessionToken",
      sources::service_authorization);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    const OperationInfo& takes = info_of(facts.operation);
    RequestFault fault;
    const auto look = [&fault](bool stated, bool taken, const Limit& limit) {
      if (stated && !taken && fault.limit == nullptr) fault = {Truth::no, &limit};
    };
    look(request.session_name.is_stated(), assumes_a_role(facts.operation), limits::role_session_name);
    look(request.external_id.is_stated(), facts.operation == Operation::assume_role, limits::external_id);
    look(!request.tags.empty(), takes.tags != Taken::no, limits::tags);
    look(!request.transitive_tag_keys.empty(), takes.transitive_tags != Taken::no, limits::transitive_tag_keys);
    look(request.source_identity.is_stated(), takes.source_identity != Taken::no, limits::source_identity);
    look(request.serial_number.is_stated(), takes.mfa != Taken::no, limits::serial_number);
    look(request.token_code.is_stated(), takes.mfa != Taken::no, limits::token_code);
    look(!request.session_policy.statements().empty(), takes.session_policies != Taken::no, limits::session_policy);
    look(!request.managed_policies.empty(), takes.session_policies != Taken::no, limits::session_policy_arns);
    // What is known of a token, of a sign-in and of the console belongs to the operations that have them.
    const bool by_saml = facts.operation == Operation::assume_role_with_saml;
    look(request.token_ends != Instant{}, by_saml || facts.operation == Operation::assume_role_with_web_identity,
         limits::web_identity_token);
    look(request.sign_in_ends != Instant{}, by_saml, limits::saml_assertion);
    look(request.is_in_console(), facts.operation == Operation::assume_role, limits::assume_role_duration);
    return fault;
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct an_mfa_device_comes_with_its_code {
  WHENCE_RULE("W415", Decision::invalid_request, "SerialNumber and TokenCode are stated together",
              sources::assume_role_api);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    if (request.serial_number.is_stated() == request.token_code.is_stated()) return {};
    return {Truth::no, request.token_code.is_stated() ? &limits::serial_number : &limits::token_code};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

/// How large they are once packed is not for anybody else to compute: it can be known from the answer of STS only.
struct policies_and_tags_fit_once_packed {
  WHENCE_RULE(
      "W416", Decision::invalid_request,
      "session policies and tags must fit a limit of STS once packed (PackedPolicySize up to 100 percent), however "
      "short their text",
      sources::assume_role_api);
  static constexpr RequestFault find(const RequestFacts& facts) {
    if (facts.request.packed_policy_size <= limits::packed_policy_size.most) return {};
    return {Truth::no, &limits::packed_policy_size};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct a_token_is_shown_before_it_expires {
  WHENCE_RULE("W417", Decision::invalid_request, "the assertion or token that is shown must not have expired",
              sources::assume_role_with_web_identity_api);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    const bool web = facts.operation == Operation::assume_role_with_web_identity;
    const bool expired = request.token_ends != Instant{} && request.at >= request.token_ends;
    const bool signed_out = request.sign_in_ends != Instant{} && request.at >= request.sign_in_ends;
    if (!expired && !signed_out) return {};
    return {Truth::no, web ? &limits::web_identity_token : &limits::saml_assertion};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

struct the_console_states_little {
  WHENCE_RULE(
      "W418", Decision::invalid_request,
      "whoever switches to a role in the console passes no tags, source identity, external id, session policy or duration, and "
      "is signed in",
      sources::session_tags);
  static constexpr RequestFault find(const RequestFacts& facts) {
    const StsRequest& request = facts.request;
    if (!request.is_in_console()) return {};
    const Limit* const limit = !request.tags.empty() || !request.transitive_tag_keys.empty() ? &limits::tags
                               : request.source_identity.is_stated()                         ? &limits::source_identity
                               : request.external_id.is_stated()                             ? &limits::external_id
                               : !request.session_policy.statements().empty()                ? &limits::session_policy
                               : !request.managed_policies.empty() ? &limits::session_policy_arns
                               : request.states_duration() || request.at >= request.console_session_ends
                                   ? &limits::assume_role_duration
                                   : nullptr;
    if (limit == nullptr) return {};
    return {Truth::no, limit};
  }
  static constexpr Truth holds(const RequestFacts& facts) { return find(facts).passes; }
};

using request_rules =
    RuleList<the_operation_takes_what_is_stated, every_parameter_has_its_form, tags_are_within_their_limits,
             tag_keys_differ, transitive_keys_are_those_of_tags, session_policies_are_within_their_limits,
             an_mfa_device_comes_with_its_code, policies_and_tags_fit_once_packed, a_token_is_shown_before_it_expires,
             the_console_states_little>;

using request_rules_by_id =
    RuleList<every_parameter_has_its_form, tags_are_within_their_limits, tag_keys_differ,
             transitive_keys_are_those_of_tags, session_policies_are_within_their_limits,
             the_operation_takes_what_is_stated, an_mfa_device_comes_with_its_code, policies_and_tags_fit_once_packed,
             a_token_is_shown_before_it_expires, the_console_states_little>;

}  // namespace rules
}  // namespace whence
