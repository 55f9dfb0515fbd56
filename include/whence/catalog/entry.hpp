// A whole entry of the catalogue: a source and what documents and records tell of it beside. Each claim has its own source;
// where none is good enough the claim says "unknown", or is graded unverified.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/node.hpp>

namespace whence::catalog {

[[nodiscard]] constexpr Text name_of(TrustKind kind) {
  constexpr Text names[] = {"none", "AWS", "Service", "Federated"};
  return names[static_cast<std::size_t>(kind)];
}

[[nodiscard]] constexpr Text name_of(SelfAssumption answer) {
  constexpr Text names[] = {"no", "yes", "no or yes", "not applicable"};
  return names[static_cast<std::size_t>(answer)];
}

enum class Family : std::uint8_t {
  identity_and_cli,
  ec2,
  systems_manager,
  ecs,
  eks,
  lambda,
  build_and_data,
  federation,
  roles_anywhere_and_iot,
  within_aws,
};

[[nodiscard]] constexpr Text name_of(Family family) {
  constexpr Text names[] = {"Identity and CLI",
                            "EC2",
                            "Systems Manager",
                            "ECS",
                            "EKS",
                            "Lambda",
                            "Build and data",
                            "Federation and Identity Center",
                            "Roles Anywhere and IoT",
                            "Forward access and service-linked roles"};
  return names[static_cast<std::size_t>(family)];
}

inline constexpr Text not_known = "unknown";

/// One claim and what it rests on. Empty: there is nothing such. "unknown": no source tells.
struct Stated {
  Text text{};
  Source source{};
};

/// By what a workload finds its credential.
enum class SurfaceKind : std::uint8_t { environment_variable, url, path, header, file, api, standard_output };

[[nodiscard]] constexpr Text name_of(SurfaceKind kind) {
  constexpr Text names[] = {"environment variable", "URL", "path", "header", "file", "API", "standard output"};
  return names[static_cast<std::size_t>(kind)];
}

struct Surface {
  SurfaceKind kind{};
  Text value{};  // exact; what stands in capitals or <brackets> differs from case to case
  Text note{};
  Source source{};
};

/// In seconds; -1 where it is not known or there is no such bound.
struct Lifetime {
  std::int64_t usual = -1;
  std::int64_t least = -1;
  std::int64_t most = -1;
  Source source{};
};

/// One kind of record in CloudTrail. What no record was found of has no entry.
struct Trail {
  Text event{};       // its name; empty: the calls that are made with the credential
  Text type{};        // userIdentity.type
  Text invoked_by{};  // userIdentity.invokedBy
  Text detail{};
  Source source{};
};

struct Entry {
  Text key{};  // its name on a command line
  Family family{};
  const CredentialSource* source = nullptr;  // never null in the catalogue
  /// The source on another operating system; nothing (a null pointer) where that makes no difference.
  CredentialSource (*by_system)(OperatingSystem) = nullptr;
  Span<Platform> platforms{};  // where the workload runs, or whoever holds the credential
  Span<Surface> surfaces{};
  Stated readers{};
  Source session_name_source{};
  Lifetime lifetime{};
  Stated rotation{};
  Source workload_assumes_source{};
  Span<Trail> trail{};
  Stated trail_missing{};  // what is not known, or was looked for in CloudTrail and not found
  Span<Stated> notes{};    // what is easily got wrong

  [[nodiscard]] constexpr Row id() const { return source->id; }
  [[nodiscard]] constexpr Text name() const { return source->name; }
  [[nodiscard]] constexpr CredentialSource on(OperatingSystem system) const {
    return by_system == nullptr ? *source : by_system(system);
  }
};

}  // namespace whence::catalog
