// What an answer assumes of a fact that was not given, and what would change it. A definite answer that rests on one of
// these names it.
#pragma once

#include <whence/base/text.hpp>

namespace whence {

struct Assumption {
  Text assumed;
  Text changed_by;
};

namespace assumptions {

// A table: what is assumed on one line, what changes it on the next.
// clang-format off
inline constexpr Assumption hop_limit{"the hop limit was not given: 1 is assumed, the default of EC2",
    "a hop limit in the launch or its template, else in the account's defaults of the Region, else of the AMI (2 if it is registered for IMDSv2), or one that was set later"};
inline constexpr Assumption metadata_versions{"the versions of IMDS that answer were not given: only version 2 is assumed",
    "HttpTokens optional: then version 1 answers too, without a token, and the hop limit does not apply"};
inline constexpr Assumption container_hops{"the number of network hops from a container or pod to IMDS was not given: 2 is assumed, as over one bridge",
    "a container in a container, and some overlay networks: they need a hop limit of 3 or more"};
inline constexpr Assumption in_use{"whether this credential is in use here was not given: it is assumed to be",
    "a workload or machine that does not have it"};
inline constexpr Assumption pod_role{"whether the pod's service account has a role was not given: it is assumed to have one",
    "a service account without the annotation of IRSA, or without a Pod Identity association"};
// clang-format on

}  // namespace assumptions
}  // namespace whence
