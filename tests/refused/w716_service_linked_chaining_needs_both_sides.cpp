// The own policies of a service-linked role do not tell whether its session may assume another role (m-slr).
// REFUSED: \[W716\] not decided: a session of a service-linked role can assume another role only if
// REFUSED: undecided_for<whence::object<session>, whence::object<next>
// ERRORS: 1
// NAMES: session, next
// MEND: as w711_assuming_needs_the_trust_policy
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": ["ec2.amazonaws.com", "autoscaling.amazonaws.com"]}}})"_trust_policy;
inline constexpr Service autoscaling("autoscaling.amazonaws.com");
inline constexpr Role linked(account, "/aws-service-role/autoscaling.amazonaws.com/", "AWSServiceRoleForAutoScaling",
                             trust);
inline constexpr Session session = *assume_role(autoscaling, linked, {.session_name = "s1"});
inline constexpr Text action = "ec2:RunInstances";
inline constexpr Text next = "sts:AssumeRole";
#ifdef WHENCE_CONTROL
static_assert(holds<may_call, session, action, own_policies_allow>);
#else
static_assert(holds<may_call, session, next, own_policies_allow>);
#endif
