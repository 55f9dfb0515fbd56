// draw_design: a small cluster as a design: its picture, and everything that is wrong with it.
#include <string>

#include <whence/draw.hpp>
#include <whence/explain.hpp>

#include "front.hpp"

using namespace whence;
using namespace whence::literals;

namespace {

constexpr auto account = "111122223333"_account;
constexpr Service ec2{"ec2.amazonaws.com"}, pods{"pods.eks.amazonaws.com"};
constexpr OsUser shop_user{"shop"}, root{"root", Privilege::superuser};
constexpr Software shop{"shop", shop_user}, kubelet{"kubelet", root};

constexpr auto trusts_ec2 = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}]})"_trust_policy;
constexpr auto trusts_pods = R"({"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"],
  "Principal": {"Service": "pods.eks.amazonaws.com"}}]})"_trust_policy;
constexpr Role node_role{account, "node", trusts_ec2}, shop_role{account, "shop", trusts_pods};

// The kubelet uses the role of the node, and the shop the role of its service account.
constexpr FlowResting of_the_node = assumes(ec2, node_role) | rests_along(catalog::eks_node);
constexpr FlowResting of_the_pod = assumes(pods, shop_role) | rests_along(catalog::eks_pod_identity, shop_user);
constexpr Flow kubelet_flow = of_the_node | read_by(kubelet, vantages::superuser) | calls("ec2:DescribeInstances");
constexpr Flow shop_flow = of_the_pod | read_by(shop, vantages::pod) | calls("s3:GetObject");
// Wrong: a pod that uses the role of the node.
constexpr Flow report_flow = of_the_node | read_by(shop, vantages::pod) | calls("s3:PutObject");

constexpr Environment node{.platform = Platform::eks_node, .node = {.profile = InstanceProfile::permits_agent}};
constexpr auto cluster = deployed(node, kubelet_flow, shop_flow);
static_assert(sound<cluster>);
constexpr auto broken_cluster = deployed(node, kubelet_flow, shop_flow, report_flow);
static_assert(!check(broken_cluster));

constexpr Text names[] = {"kubelet_flow", "shop_flow", "report_flow"};
constexpr Text formats[] = {"text", "svg", "mermaid", "dot"};

constexpr const char* usage =
    "usage: draw_design [--broken] [--format FORMAT] [--narrow]\n"
    "\n"
    "Draws a small EKS cluster: who assumes the role of the node and the role of the pod, where each credential rests,\n"
    "who can read it there, and which rule keeps the others out.\n"
    "  --broken    adds a flow that is wrong: a pod that uses the role of its node\n"
    "  --format    text (the default: everything that is wrong), svg, mermaid or dot\n"
    "  --narrow    with --format svg: a narrow picture, for a phone\n" FRONT_OPTIONS
    "\n"
    "exit status: 0 if the design is sound; 1 if it is not, or the output cannot be written; 2 if an option is wrong; 3 if it is not decided\n";

constexpr front::Option options[] = {{"--broken"}, {"--format", true}, {"--narrow"}};

template <class Held>
int tell(const Held& design, Text format, bool narrow) {
  if (format == "text") {
    front::put(explain_check(design, names));
  } else {
    const Picture picture = picture_of(design, "EKS cluster", names);
    front::put_as_it_is(format == "svg"       ? svg::to_svg(picture, narrow ? Form::narrow : Form::wide)
                        : format == "mermaid" ? to_mermaid(picture)
                                              : to_dot(picture));
  }
  const DeploymentVerdict found = check(design);
  return found ? front::yes : found.verdict.is_unknown() ? front::unknown : front::no;
}

int draw(front::Words& words) {
  Text format = formats[0];
  while (words.next()) {
    if (words.option().empty()) words.refuse(words.value(), ": this tool takes no arguments; see --help");
    if (words.option() != "--format") continue;
    format = words.value();
    bool is_known = false;
    for (const Text each : formats) is_known = is_known || each == format;
    if (!is_known) words.refuse("--format ", format, ": unknown format; the formats are: text svg mermaid dot");
  }
  const bool narrow = words.has("--narrow");
  if (narrow && format != "svg") words.refuse("--narrow: only an svg can be narrow");
  if (!words.why().empty()) return front::bad_input;
  return words.has("--broken") ? tell(broken_cluster, format, narrow) : tell(cluster, format, narrow);
}

}  // namespace

int main(int argc, char** argv) { return front::run("draw_design", usage, options, argc, argv, draw); }
