// The keys of the sources, and the names of what a source says. Apart from credential_source.hpp, because a decision
// needs none of them.
#pragma once

#include <cstddef>

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>

namespace whence::catalog {

/// The key of a source on a command line: the name of its constant.
[[nodiscard]] constexpr Text key_of(SourceId id) {
#define WHENCE_SOURCE_KEY(NAME) #NAME,
  constexpr const char* keys[] = {"none", WHENCE_CREDENTIAL_SOURCES(WHENCE_SOURCE_KEY)};
#undef WHENCE_SOURCE_KEY
  return keys[static_cast<std::size_t>(id)];
}

constexpr Text CredentialSource::key() const { return key_of(id); }

[[nodiscard]] constexpr Text name_of(Family family) {
  constexpr const char* names[] = {"Identity and CLI",
                                   "EC2",
                                   "Systems Manager",
                                   "ECS",
                                   "EKS",
                                   "Lambda",
                                   "Build and data",
                                   "Federation and Identity Center",
                                   "Roles Anywhere and IoT",
                                   "Forward access and service-linked roles",
                                   "Runtimes of other services"};
  return names[static_cast<std::size_t>(family)];
}
[[nodiscard]] constexpr Text name_of(TrustKind kind) {
  constexpr const char* names[] = {"none", "AWS", "Service", "Federated"};
  return names[static_cast<std::size_t>(kind)];
}
[[nodiscard]] constexpr Text name_of(SelfAssumption answer) {
  constexpr const char* names[] = {"no", "yes", "no or yes", "not applicable"};
  return names[static_cast<std::size_t>(answer)];
}
[[nodiscard]] constexpr Text name_of(SurfaceKind kind) {
  constexpr const char* names[] = {"environment variable", "URL", "path", "header", "file", "API", "standard output"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace whence::catalog
