#include <type_traits>

#include "dual.hpp"

#include <whence/whence.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser alice{account, "alice"};
constexpr auto trust = R"({"Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" } }]})"_trust_policy;
constexpr Role app{account, "app", trust};

}  // namespace

// 3.7, access key id prefix: a temporary credential whose id starts with AKIA is invalid, and so is the reverse.
DUAL_TEST_CASE("a long-term credential has a key id AKIA and a temporary one ASIA") {
  const AccessKeyId long_term = *AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE");
  const AccessKeyId temporary = *AccessKeyId::parse("ASIAIOSFODNN7EXAMPLE");
  const TemporaryCredential session(session_of<alice, app>);
  const LongTermCredential own(alice);
  EXPECT(own.with_key_id(long_term)->key_id() == "AKIAIOSFODNN7EXAMPLE");
  EXPECT(own.with_key_id(temporary).error() == NameError{NameFault::key_id_is_of_another_kind, 0});
  EXPECT(session.with_key_id(temporary)->key_id() == "ASIAIOSFODNN7EXAMPLE");
  EXPECT(session.with_key_id(long_term).error() == NameError{NameFault::key_id_is_of_another_kind, 0});
  EXPECT(own.key_id().empty());
}

// ASIA says temporary, not role: the session of GetSessionToken is still its user's (pk-session-token).
DUAL_TEST_CASE("the credential of a GetSessionToken session is temporary and the user's") {
  const Session session = *get_session_token(alice);
  const TemporaryCredential credential(session);
  EXPECT(credential.with_key_id(*AccessKeyId::parse("ASIAIOSFODNN7EXAMPLE")).has_value());
  EXPECT(credential.principal() == Principal(alice));
  EXPECT(call(credential, "s3:ListAllMyBuckets").by == Principal(alice));
}

DUAL_TEST_CASE("a temporary credential ends with its session and a call is the session's") {
  const TemporaryCredential credential(session_of<alice, app>);
  EXPECT(credential.expires() == Instant{3600});
  EXPECT(credential.is_valid_at(Instant{3599}));
  EXPECT(!credential.is_valid_at(Instant{3600}));
  EXPECT(call(credential, "s3:ListAllMyBuckets").by == Principal(RoleSession(account, "app", "design")));
  EXPECT(call(LongTermCredential(alice), "s3:ListAllMyBuckets").by == Principal(alice));
}

// A credential is an identity and an expiry: nothing in it could hold a secret.
static_assert(std::is_trivially_copyable_v<TemporaryCredential> && std::is_trivially_copyable_v<LongTermCredential>);
static_assert(!std::is_constructible_v<TemporaryCredential, Session>);
static_assert(!std::is_default_constructible_v<Session> && !std::is_default_constructible_v<TemporaryCredential>);
