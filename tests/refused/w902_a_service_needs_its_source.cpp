// Tasks of any account can reach a role that trusts ECS without a condition: a deployment can require one.
// REFUSED: \[W902\] a trust policy that lets a service assume the role must test aws:SourceAccount or aws:SourceArn
// REFUSED: broken_by<whence::object<task>, whence::caller_is<
// REFUSED: or_waive<whence::rules::a_service_needs_its_source>
// REFUSED: InFlow<whence::RuleList<whence::object<serving>
// ERRORS: 1
// NAMES: held
// MEND: Add a condition to the trust policy on aws:SourceAccount or aws:SourceArn; or waive<...> the rule.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto trusts_tasks = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]})"_trust_policy;
inline constexpr Role task("111122223333"_account, "task", trusts_tasks);
inline constexpr Service tasks("ecs-tasks.amazonaws.com");
inline constexpr OsUser app("app");
inline constexpr Flow serving = assumes(tasks, task) | rests_along(catalog::fargate_task, app) | read_by(app) |
                                calls("s3:GetObject");
inline constexpr auto deployment = deployed(Environment{.platform = Platform::fargate}, serving);
#ifdef WHENCE_CONTROL
inline constexpr auto held = deployment;
#else
inline constexpr auto held = deployment | require<rules::a_service_needs_its_source>;
#endif
static_assert(sound<held>);
