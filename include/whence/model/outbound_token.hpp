// Tokens by which AWS tells others who a caller is.
#pragma once

#include <whence/base/text.hpp>
#include <whence/base/time.hpp>
#include <whence/base/truth.hpp>
#include <whence/names/principal_name.hpp>

namespace whence {

/// What GetWebIdentityToken depends on beside policies. What is not given is not known.
struct OutboundFederation {
  Truth is_enabled = Truth::unknown;  // for the account
};

/// What comes of GetWebIdentityToken: a JWT about the caller, issued by a host of the account under tokens.sts.global.api.aws.
/// No credential of AWS. A view of what made it.
/// Source: Outbound identity federation, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
struct OutboundToken {
  PrincipalName subject;  // the role behind a session, not the session; else the user
  Instant begins{};
  Instant ends{};
  Text source_identity{};  // of the session; empty where there is none
  Instant session_ends{};  // the default where a long-term key asked
};

}  // namespace whence
