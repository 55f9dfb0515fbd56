// Only IAM Identity Center assumes the roles that it reserves.
// REFUSED: \[W110\] your own AssumeRoleWithSAML call cannot assume a role that IAM Identity Center reserves \(AWSReservedSSO_\.\.\.\)
// REFUSED: broken_by<whence::object<reserved>, whence::caller_is<
// REFUSED: holds<whence::may_assume, employee, reserved
// ERRORS: 1
// NAMES: employee, reserved
// MEND: Sign in through IAM Identity Center, or create a role of your own for your SAML provider.
#include "world.hpp"

inline constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
  "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
inline constexpr Role reserved(account, "/aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_Admin_1a2b3c4d", trust);
#ifdef WHENCE_CONTROL
static_assert(holds<may_assume, employee, app>);
#else
static_assert(holds<may_assume, employee, reserved>);
#endif
