// A role is no principal.
// REFUSED[gcc]: use of deleted function '.*Principal\(const (whence::)?Role&
// REFUSED[clang c++<26]: call to deleted constructor
// REFUSED[clang c++<26]: a role is assumed and never acts: the principal is a session of it
// REFUSED[clang c++>=26]: error: .*call to deleted constructor.*: a role is assumed and never acts: the principal is a session of it
// ERRORS: 1
#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr auto account = "111122223333"_account;
inline constexpr IamUser alice(account, "alice");
inline constexpr auto trust = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy;
inline constexpr Role app(account, "app", trust);
#ifdef WHENCE_CONTROL
Principal caller{RoleSession(account, "app", "s1")};
#else
Principal caller{app};
#endif
