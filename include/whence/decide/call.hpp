// An API call: made by a session, or by a user with his own key, and by nothing else.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/model/credential.hpp>
#include <whence/model/forward_access.hpp>
#include <whence/model/observer.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// A request to AWS and whose it is: what CloudTrail will say of it.
struct SignedCall {
  Principal by;
  Text action;  // such as s3:ListAllMyBuckets
};

/// A call signed with the credential of a session.
[[nodiscard]] constexpr SignedCall call(const Session& session, Text action) { return {session.principal(), action}; }
[[nodiscard]] constexpr SignedCall call(const TemporaryCredential& credential, Text action) {
  return {credential.principal(), action};
}
/// A call signed with a long-term key.
[[nodiscard]] constexpr SignedCall call(const LongTermCredential& credential, Text action) {
  return {credential.principal(), action};
}
/// A call that a service makes onward for a caller: it stays the caller's.
[[nodiscard]] constexpr SignedCall call(const ForwardAccess& forwarded, Text action) {
  return {forwarded.principal(), action};
}
// Compilers quote one line of a deleted function, so name and reason stand on the same one.
// clang-format off
SignedCall call(const Role&, Text) WHENCE_REFUSED("[W102] a role never calls an API: the session that came of assuming it does");
SignedCall call(const Account&, Text) WHENCE_REFUSED("[W103] an account makes no request: its users and sessions do");
SignedCall call(const Software&, Text) WHENCE_REFUSED("[W101] software signs with the credential of a session or a user: say whose call it is");
SignedCall call(const OsUser&, Text) WHENCE_REFUSED("[W101] a user of an operating system is unknown to AWS: say with whose credential the call is signed");
// clang-format on

}  // namespace whence
