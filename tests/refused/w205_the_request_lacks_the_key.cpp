// A list of keys describes the whole request: the key of the condition is absent, and the error says so.
// REFUSED: \[W205\] the request must meet the conditions of the statement that names the caller
// REFUSED: broken_by<whence::object<shared>, whence::caller_is<
// REFUSED: request_lacks_the_key
// REFUSED[!clang<15]: policy_wants<.*"StringEquals".*"sts:ExternalId".*"acme-7f3b2c"
// ERRORS: 1
// NAMES: shared
// MEND: Add the key to the RequestContext: a list of keys is the whole request.
#include "world.hpp"

inline constexpr auto with_an_id = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
  "Condition": {"StringEquals": {"sts:ExternalId": "acme-7f3b2c"}}}})"_trust_policy;
inline constexpr Role shared(account, "shared", with_an_id);
inline constexpr ContextKey keys[] = {
#ifdef WHENCE_CONTROL
    {"sts:ExternalId", "acme-7f3b2c"}
#else
    {"aws:SourceIp", "192.0.2.1"}
#endif
};
inline constexpr RequestContext request = keys;
static_assert(holds<may_assume, alice, shared, request>);
