#include <iostream>
#include <whence/draw.hpp>
#include <whence/explain.hpp>
using namespace whence;

constexpr Text names[] = {"node_flow", "shop_flow"};

void tell(const Deployment<2>& cluster) {
  std::cout << explain_check(cluster, names);  // "flow shop_flow, step 4: shop, ...: denied implicitly", and why
  std::cout << check_all(cluster).size() << " faults\n";
  std::cout << svg::to_svg(picture_of(cluster, "shop cluster", names));
}
