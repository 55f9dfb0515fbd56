// An answer that the sources leave open is no refusal: the error names the rule and the open question.
// REFUSED: \[W204\] not decided: the caller's own policies must allow the call
// REFUSED: undecided_for<whence::object<open>, whence::caller_is<
// REFUSED: refused<whence::may_assume, alice, open
// REFUSED[!clang<15]: open_question<.*"X-1: 
// REFUSED: add_DisputedPoints_with_a_reading_of<
// ERRORS: 1
// NAMES: alice, open
// MEND: Give the fact that is missing, such as own_policies_are_silent, so that the answer is a refusal.
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto trusts_everybody = R"({"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}]})"_trust_policy;
inline constexpr Role open("111122223333"_account, "open", trusts_everybody);
inline constexpr IamUser alice("111122223333"_account, "alice");
#ifdef WHENCE_CONTROL
static_assert(refused<may_assume, alice, open, own_policies_deny>);
#else
static_assert(refused<may_assume, alice, open>);
#endif
