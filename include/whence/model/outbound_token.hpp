// Tokens that tell others who an AWS caller is.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/names/principal_name.hpp>

namespace whence {

/// Whom a token of GetWebIdentityToken is about.
enum class SubjectMode : std::uint8_t {
  aws_identity,    // the caller: its role, or the user
  origin_identity  // the person or workload behind the session: aws:OriginIdentity/Subject
};

/// What GetWebIdentityToken depends on beside policies, and its own parameters. Whether it is enabled is not known if
/// you omit it. The global endpoint does not have the operation, so a call is at a Regional endpoint unless you state
/// that it is not. An audience and an algorithm that you omit are not checked, although AWS requires both.
struct OutboundFederation {
  Truth is_enabled = Truth::unknown;  // for the account
  Truth at_regional_endpoint = Truth::yes;
  Span<Text> audiences{};    // Audience
  Text signing_algorithm{};  // RS256 or ES384
  SubjectMode subject_mode = SubjectMode::aws_identity;
  Text scope{};  // empty if not stated
};

/// The result of GetWebIdentityToken: a JWT about the caller, issued by a host of the account under
/// tokens.sts.global.api.aws. It is not an AWS credential, and AssumeRoleWithWebIdentity does not accept it. A view of
/// the objects it was made from. Source: Outbound identity federation,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
struct OutboundToken {
  PrincipalName subject;  // of a session its role; otherwise the user: the claim sub, or principal_id in any case
  Text origin_subject{};  // the claim sub of a token with SubjectMode OriginIdentity; otherwise empty
  Text scope{};
  Instant begins{};
  Instant ends{};
  Text source_identity{};  // of the session; empty if it has none
  Instant session_ends{};  // the default if a long-term key signed the call
};

}  // namespace whence
