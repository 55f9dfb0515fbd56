// A row of the catalogue: where one kind of credential comes from. Its four relations are kept apart: who assumes the role,
// who causes it, who holds the credential on the way, who signs with it.
#pragma once

#include <cstdint>

#include <whence/base/source.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

namespace whence::catalog {

/// Which row: ids never change.
enum class Row : std::uint8_t {
  cli_profile = 1,
  instance_profile = 7,
  instance_identity = 8,
  agent_with_the_profile = 9,
  host_management = 10,
  hybrid_activation = 11,
};

struct CredentialSource {
  Row id{};
  Text name{};
  Text trusted{};  // whom the role's trust policy names; empty where there is no trust policy
  Text assumer{};  // who calls STS
  Plane assumer_plane{};
  Text action{};          // the STS operation, as policies write it; empty where none is seen
  Text requester{};       // empty where nobody has to ask
  Span<Place> proofs{};   // with what the requester signs: places of the credentials and keys
  Span<Place> custody{};  // where the credential rests, in order
  Text custodian{};
  Text user{};
  Text session_name{};
  Text lifetime{};
  Truth workload_assumes = Truth::no;  // whether it is true to say that the workload assumes the role itself
  Source assumer_source{};
  Source custody_source{};
};

}  // namespace whence::catalog
