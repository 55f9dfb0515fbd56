// One Deny among the policies ends the evaluation.
// REFUSED: \[W201\] no policy on the caller's side may deny the call
// REFUSED: broken_by<whence::object<alice>, whence::object<app>, whence::object<alices_policies>, whence::where<
// REFUSED[gcc]: statement 1 of identity policy 1
// REFUSED[clang>=19]: statement 1 of identity policy 1
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Role other(account, "other", trust);
inline constexpr auto never = R"({"Statement": {"Effect": "Deny", "Action": "sts:AssumeRole",
  "Resource": "arn:aws:iam::111122223333:role/app"}})"_identity_policy;
inline constexpr IdentityPolicy alices[] = {never};

constexpr Policies own(Span<IdentityPolicy> identity) {
  Policies policies;
  policies.identity = identity;
  return policies;
}
inline constexpr Policies alices_policies = own(alices);

#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, alice, other, alices_policies>);
#else
static_assert(holds<may_assume, alice, app, alices_policies>);
#endif
