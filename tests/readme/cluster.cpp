#include <whence/catalog.hpp>
using namespace whence;
using namespace whence::literals;

constexpr auto account = "111122223333"_account;
constexpr Service pods{"pods.eks.amazonaws.com"};
constexpr auto trust = R"({
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
                  "Principal": { "Service": "pods.eks.amazonaws.com" } }]
})"_trust_policy;
constexpr Role shop_role{account, "shop", trust};
constexpr OsUser shop{"shop"};

// The catalogue knows the places of the credential; the user is the one that the workload runs as.
constexpr Flow shop_flow = assumes(pods, shop_role) | rests_along(catalog::eks_pod_identity, shop)
    | read_by(shop, vantages::pod) | calls("s3:GetObject");

// One node: IMDSv2, a hop limit of 1, an instance profile.
constexpr Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
constexpr auto cluster = deployed(node, shop_flow);
static_assert(sound<cluster>);

// Which credential each vantage can read there, or which rule blocks it.
static_assert(holds<can_read, vantages::pod, catalog::eks_pod_identity, node>);
static_assert(can_read(vantages::pod, catalog::eks_node, node).refused_by<rules::the_hop_limit_lets_the_token_through>());
static_assert(readings_from(vantages::host_network_pod, node).reads(catalog::SourceId::eks_node));

// With a hop limit of 2 any pod can read the credential of the node's role; what it then gets of other pods is an open
// question (U-117). A team that accepts this waives the rules.
constexpr Environment two_hops{.platform = Platform::eks_node,
                               .node = {.profile = InstanceProfile::permits_agent},
                               .hop_limit = 2};
constexpr auto exposed = deployed(two_hops, shop_flow);
static_assert(check(exposed).refused_by<rules::no_workload_reads_its_machines_role>());
constexpr auto accepted = exposed | waive<rules::no_workload_reads_its_machines_role>
    | waive<rules::no_workload_reads_anothers_credential>;
static_assert(sound<accepted>);
