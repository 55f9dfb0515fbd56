// Tokens that tell others who an AWS caller is.
#pragma once

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/names/principal_name.hpp>

namespace whence {

/// What GetWebIdentityToken depends on beside policies. Whether it is enabled is not known if you omit it. The global
/// endpoint does not have the operation, so a call is at a Regional endpoint unless you state that it is not.
struct OutboundFederation {
  Truth is_enabled = Truth::unknown;  // for the account
  Truth at_regional_endpoint = Truth::yes;
};

/// The result of GetWebIdentityToken: a JWT about the caller, issued by a host of the account under
/// tokens.sts.global.api.aws. It is not an AWS credential, and AssumeRoleWithWebIdentity does not accept it. A view of
/// the objects it was made from. Source: Outbound identity federation,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
struct OutboundToken {
  PrincipalName subject;  // of a session its role; otherwise the user
  Instant begins{};
  Instant ends{};
  Text source_identity{};  // of the session; empty if it has none
  Instant session_ends{};  // the default if a long-term key signed the call
};

}  // namespace whence
