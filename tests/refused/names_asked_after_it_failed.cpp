// What is asked of an account or a caller whose literal is wrong gives no second error.
// REFUSED: error: static.assert.*an account id must be exactly 12 digits, without hyphens
// ERRORS: 2
// NAMES: 11112222333, arn:aws:iam::111122223333:group
// MEANS: The account id is a digit short, and a group is no caller: two mistakes, two errors. What is asked of the role
//   and of the caller is not judged.
// MEND: as names_account_literal
#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

#ifdef WHENCE_CONTROL
constexpr auto account = "111122223333"_account;
constexpr auto alice = "arn:aws:iam::111122223333:user/alice"_principal;
#else
constexpr auto account = "11112222333"_account;
constexpr auto alice = "arn:aws:iam::111122223333:group/a"_principal;
#endif
constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
constexpr Role app{account, "app", trust};
constexpr IamUser bob{account, "bob"};
constexpr OsUser chiba{"chiba", Privilege::ordinary, Plane::client};
static_assert(holds<may_assume, alice, app>);
static_assert(!may_assume(bob, app));
constexpr Flow by_hand = assumes(alice, app) | rests_in(catalog::cli_memory.owned_by(chiba)) | read_by(chiba)
    | calls("s3:GetObject");
static_assert(sound<by_hand>);
