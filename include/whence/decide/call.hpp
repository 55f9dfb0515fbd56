// An API call: made by a session, or by a user with his own key, and by nothing else.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/model/credential.hpp>
#include <whence/model/forward_access.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
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
/// Whoever makes no request is refused by the rule that says so.
template <detail::RefusedAs<detail::MakesNoRequest> Caller>
constexpr SignedCall call(const Caller&, Text action) {
  detail::refuse<typename detail::MakesNoRequest<Caller>::Rule, Caller>();
  return {RootUser(AccountId{}), action};
}

}  // namespace whence
WHENCE_TEMPLATES_END
