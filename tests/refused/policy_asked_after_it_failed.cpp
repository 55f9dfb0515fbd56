// What is asked of a policy that cannot be parsed gives no second error: neither a proof nor a question of your own.
// REFUSED: error: static.assert.*policy: IAM does not know this condition operator
// REFUSED: whence::line<6>, whence::column<20>
// ERRORS: 1
// NAMES: StringEqual, the_nearest_is, StringEquals
// MEANS: IAM has no operator of this name. What is asked of the policy is not judged, so that there is one error.
// MEND: as policy_unknown_operator
#include <whence/sts.hpp>
using namespace whence;
using namespace whence::literals;

#ifdef WHENCE_CONTROL
constexpr auto trust = R"({
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "999988887777" },
    "Action": "sts:AssumeRole",
    "Condition": { "StringEquals": { "sts:ExternalId": "acme" } }
  }
})"_trust_policy;
#else
constexpr auto trust = R"({
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "999988887777" },
    "Action": "sts:AssumeRole",
    "Condition": { "StringEqual": { "sts:ExternalId": "acme" } }
  }
})"_trust_policy;
#endif
constexpr Role scanner{"111122223333"_account, "vendor-scanner", trust};
constexpr auto worker = "arn:aws:sts::999988887777:assumed-role/scan-worker/job-1"_principal;
inline constexpr OsUser app{"app"};

constexpr StsRequest right{.session_name = "scan", .external_id = "acme"};
constexpr StsRequest wrong{.session_name = "scan", .external_id = "other"};
constexpr const Session& scanning = session_of<worker, scanner, own_policies_allow, right>;
static_assert(scanning.source_identity().empty());
static_assert(holds<may_assume, worker, scanner, own_policies_allow, right>);
static_assert(refused<may_assume, worker, scanner, own_policies_allow, wrong>);
static_assert(assume_role(worker, scanner, wrong, own_policies_allow).error().refused_by<rules::the_conditions_are_met>());
static_assert(may_assume(worker, scanner, own_policies_allow).is_unknown());
static_assert(!may_assume(worker, scanner, own_policies_deny));
