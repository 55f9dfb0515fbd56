// refused<question, facts...>: true for every refusal. What it says otherwise is tested by the programs refused_*.
#include "dual.hpp"

#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr IamUser alice(account, "alice"), bob(account, "bob");
constexpr RootUser the_root_user(account);
constexpr FederatedUser carol(account, "carol");
constexpr InstanceIdentity instance(account, "i-0123456789abcdef0");
constexpr auto job = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"_principal;
constexpr auto for_alice = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}},
  {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
   "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
   "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                                  "token.actions.githubusercontent.com:sub": "repo:shop/shop:ref:refs/heads/main"}}}
]})"_trust_policy;
constexpr Role shop(account, "shop", for_alice);
constexpr ContextKey fork_keys[] = {{"token.actions.githubusercontent.com:aud", "sts.amazonaws.com"},
                                    {"token.actions.githubusercontent.com:sub", "repo:fork/shop:ref:refs/heads/main"}};
constexpr RequestContext from_a_fork = fork_keys;
constexpr OsUser app("app"), chiba("chiba", Privilege::ordinary, Plane::client);
constexpr Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
constexpr Place cache = catalog::cli_cache.owned_by(chiba);
constexpr Text federating = "sts:GetFederationToken";
constexpr const Session& on_shop = session_of<alice, shop>;

}  // namespace

static_assert(refused<may_assume, bob, shop>);
static_assert(refused<may_assume, alice, shop, own_policies_deny>);
static_assert(refused<may_assume, job, shop, from_a_fork>);
static_assert(refused<may_assume, the_root_user, shop>);
static_assert(refused<may_assume, carol, shop>);
static_assert(refused<may_assume, instance, shop>);
static_assert(refused<can_read, app, cache>);
static_assert(refused<can_read, chiba, catalog::profile_path>);
static_assert(refused<can_read, vantages::pod, catalog::eks_node, node>);
static_assert(refused<can_read, vantages::another_pod, catalog::eks_pod_identity, node>);
static_assert(refused<may_call, on_shop, federating>);
static_assert(refused<may_pass, alice, shop, own_policies_deny>);

DUAL_TEST_CASE("refused is true of what the questions refuse") {
  EXPECT((refused<may_assume, bob, shop>) == (!may_assume(bob, shop) && !may_assume(bob, shop).is_unknown()));
  EXPECT((refused<can_read, app, cache>) == (!can_read(app, cache) && !can_read(app, cache).is_unknown()));
}
