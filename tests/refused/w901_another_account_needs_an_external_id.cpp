// A vendor's account assumes a role: without an external id this is a finding, which a design can waive.
// REFUSED: \[W901\] a trust policy that lets a third party's account assume the role must test sts:ExternalId
// REFUSED: broken_by<whence::object<scanner>, whence::caller_is<
// REFUSED: or_waive<whence::rules::another_account_needs_an_external_id>
// REFUSED: InFlow<whence::RuleList<whence::object<scan>
// ERRORS: 1
// NAMES: ours
// MEND: Add a condition to the trust policy: {"StringEquals": {"sts:ExternalId": "the id that they gave you"}};
//   or waive<...> the rule.
#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto trusts_the_vendor = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
  "Condition": {}}]})"_trust_policy;
inline constexpr Role scanner("111122223333"_account, "scanner", trusts_the_vendor);
inline constexpr auto worker = "arn:aws:sts::444455556666:assumed-role/worker/job-1"_principal;
inline constexpr OsUser vendor("vendor", Privilege::ordinary, Plane::client);
inline constexpr Flow scan = assumes(worker, scanner, own_policies_allow) |
                             rests_in(catalog::cli_memory.owned_by(vendor)) | read_by(vendor) |
                             calls("ec2:DescribeInstances");
#ifdef WHENCE_CONTROL
inline constexpr auto ours = Design{scan} | waive<rules::another_account_needs_an_external_id>;
#else
inline constexpr auto ours = Design{scan} | require<rules::another_account_needs_an_external_id>;
#endif
static_assert(sound<ours>);
