// The facts of the question "can this observer read a credential at this place?".
#pragma once

#include <whence/base/truth.hpp>
#include <whence/model/node.hpp>
#include <whence/model/observer.hpp>
#include <whence/model/place.hpp>

namespace whence {

struct ReadFacts {
  Observer observer;
  const Place* place;  // never null
  Node node{};
  Truth there_is_one = Truth::yes;  // whether a credential rests there at all
  // Whether the observer has all that the requester signs with, where the place is the reply of an authenticated API.
  Truth has_the_proofs = Truth::unknown;
  bool environment_decides = false;  // whether rules on an environment follow, which tell who is inside a workload
};

}  // namespace whence
