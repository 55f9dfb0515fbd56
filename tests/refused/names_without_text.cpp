// There is no empty name, id or ARN.
// REFUSED: (private.*Name\(\)|Name\(\).* is private|private constructor of class .*Name<.*UserName>)
// REFUSED: (Arn\(\).* is private|private constructor of class .*Arn')
// REFUSED: (UniqueId\(\).* is private|private constructor of class .*UniqueId')
// REFUSED: (AccessKeyId\(\).* is private|private constructor of class .*AccessKeyId')
// ERRORS: 4
// NAMES: user
// MEND: Give the name its text: UserName("alice").
#include <whence/names/arn.hpp>
#include <whence/names/key_id.hpp>
#include <whence/names/name.hpp>
using namespace whence;

#ifdef WHENCE_CONTROL
UserName user{"alice"};
Arn arn = *Arn::parse("arn:aws:s3:::bucket");
UniqueId id = *UniqueId::parse("AROAIOSFODNN7EXAMPLE");
AccessKeyId key = *AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE");
#else
UserName user;
Arn arn;
UniqueId id;
AccessKeyId key;
#endif
