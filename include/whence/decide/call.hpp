// An API call: signed by a session, or with a user's own key.
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

/// A request to AWS and its caller, as CloudTrail records them.
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
/// A call that a service forwards for a caller: it is still the caller's call.
[[nodiscard]] constexpr SignedCall call(const ForwardAccess& forwarded, Text action) {
  return {forwarded.principal(), action};
}
/// A type that makes no request does not compile: the compiler prints the rule.
template <detail::RefusedAs<detail::MakesNoRequest> Caller>
constexpr SignedCall call(const Caller&, Text action) {
  detail::refuse<typename detail::MakesNoRequest<Caller>::Rule, Caller>();
  return {RootUser(AccountId{}), action};
}

}  // namespace whence
WHENCE_TEMPLATES_END
