// What is known of a request: keys that it has, has not, or may have. Sources: AWS global condition context keys,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html; that their names ignore letter
// case (context-key-name-case-insensitive): IAM JSON policy elements: Condition,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
#include "dual.hpp"

#include <whence/model/request_context.hpp>

#include <string>
#include <type_traits>
#include <vector>

namespace {

using whence::ContextKey;
using whence::KeyState;
using whence::RequestContext;
using whence::Span;
using whence::Text;

constexpr Text teams[] = {"blue", "red", "red"};

// A view of what is about to die is refused.
static_assert(std::is_constructible_v<ContextKey, Text, Text>);
static_assert(std::is_constructible_v<ContextKey, const char*, std::string&>);
static_assert(!std::is_constructible_v<ContextKey, const char*, std::string>);
static_assert(std::is_constructible_v<RequestContext, const ContextKey (&)[2]>);
static_assert(!std::is_constructible_v<RequestContext, ContextKey (&&)[2]>);
static_assert(!std::is_constructible_v<RequestContext, std::vector<ContextKey>>);

}  // namespace

DUAL_TEST_CASE("a key with a value has that value") {
  constexpr ContextKey key("aws:MultiFactorAuthPresent", "true");
  EXPECT(key.name() == "aws:MultiFactorAuthPresent");
  EXPECT(key.state() == KeyState::present);
  EXPECT(!key.is_list());
  EXPECT(key.size() == 1);
  EXPECT(key[0] == "true");
  EXPECT(!key.path_is_open());
  constexpr ContextKey empty("sts:ExternalId", "");
  EXPECT(empty.state() == KeyState::present);
  EXPECT(empty.size() == 1);
  EXPECT(empty[0].empty());
}

DUAL_TEST_CASE("a list is a list with any number of values") {
  constexpr ContextKey key("aws:TagKeys", teams), one("aws:TagKeys", Span<Text>(teams, 1)),
      none("aws:TagKeys", Span<Text>());
  EXPECT(key.is_list());
  EXPECT(key.state() == KeyState::present);
  EXPECT(key.size() == 3);
  EXPECT(key[0] == "blue");
  EXPECT(key[2] == "red");
  EXPECT(one.is_list());
  EXPECT(one.size() == 1);
  EXPECT(one[0] == "blue");
  EXPECT(none.is_list());
  EXPECT(none.size() == 0);
}

DUAL_TEST_CASE("a key can be absent or not known, and then has no value") {
  constexpr ContextKey absent = ContextKey::absent("aws:username"), unknown = ContextKey::unknown("aws:username"),
                       nothing;
  EXPECT(absent.name() == "aws:username");
  EXPECT(absent.state() == KeyState::absent);
  EXPECT(absent.size() == 0);
  EXPECT(unknown.name() == "aws:username");
  EXPECT(unknown.state() == KeyState::unknown);
  EXPECT(unknown.size() == 0);
  EXPECT(!unknown.is_list());
  EXPECT(nothing.name().empty());
  EXPECT(nothing.state() == KeyState::absent);
}

DUAL_TEST_CASE("the ARN of a role may be known but for its path") {
  constexpr ContextKey key = ContextKey::of_a_role_somewhere("aws:PrincipalArn", "arn:aws:iam::111122223333:role/app");
  EXPECT(key.state() == KeyState::present);
  EXPECT(key.path_is_open());
  EXPECT(!key.is_list());
  EXPECT(key[0] == "arn:aws:iam::111122223333:role/app");
}

DUAL_TEST_CASE("without a list nothing is known") {
  EXPECT(RequestContext().keys().empty());
  EXPECT(RequestContext().others() == KeyState::unknown);
  EXPECT(RequestContext().find("aws:username") == nullptr);
}

DUAL_TEST_CASE("a list describes the request wholly, unless it is said not to") {
  constexpr ContextKey keys[] = {{"aws:username", "alice"}};
  EXPECT(RequestContext(keys).others() == KeyState::absent);
  EXPECT(RequestContext(Span<ContextKey>(keys)).others() == KeyState::absent);
  EXPECT(RequestContext(keys, KeyState::unknown).others() == KeyState::unknown);
  EXPECT(RequestContext(Span<ContextKey>()).others() == KeyState::absent);
  EXPECT(RequestContext(keys).keys().size() == 1);
}

DUAL_TEST_CASE("a key is found by its whole name, letter case ignored") {
  constexpr ContextKey keys[] = {{"aws:PrincipalTag/Team", "blue"},
                                 {"aws:TagKeys", teams},
                                 ContextKey::absent("aws:userid"),
                                 ContextKey::unknown("sts:ExternalId")};
  const RequestContext context = keys;
  EXPECT(context.find("aws:PrincipalTag/Team") == &context.keys()[0]);
  EXPECT(context.find("AWS:principaltag/TEAM") == &context.keys()[0]);
  EXPECT(context.find("aws:tagkeys") == &context.keys()[1]);
  EXPECT(context.find("aws:userid") == &context.keys()[2]);
  EXPECT(context.find("STS:EXTERNALID") == &context.keys()[3]);
  EXPECT(context.find("aws:PrincipalTag/") == nullptr);
  EXPECT(context.find("aws:PrincipalTag/Teams") == nullptr);
  EXPECT(context.find("aws:TagKey") == nullptr);
  EXPECT(context.find("") == nullptr);
}

DUAL_TEST_CASE("a key that is listed twice is not known") {
  constexpr ContextKey keys[] = {
      {"aws:username", "alice"}, {"aws:userid", "AIDACKCEVSQ6C2EXAMPLE"}, {"AWS:UserName", "bob"}};
  const RequestContext context = keys;
  EXPECT(context.find("aws:username")->state() == KeyState::unknown);
  EXPECT(context.find("aws:userid")->state() == KeyState::present);
}

TEST_CASE("keys may stand in a container that lives") {
  const std::vector<ContextKey> keys = {{"aws:username", "alice"}, {"aws:TagKeys", teams}};
  const RequestContext context{Span<ContextKey>(keys)};
  CHECK(context.keys().size() == 2);
  REQUIRE(context.find("aws:tagkeys") != nullptr);
  CHECK(context.find("aws:tagkeys")->size() == 3);
}
