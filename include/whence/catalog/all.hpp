// All sources of the catalogue, in the order of their ids.
#pragma once

#include <cstddef>

#include <whence/catalog/build.hpp>
#include <whence/catalog/cli.hpp>
#include <whence/catalog/cloudshell.hpp>
#include <whence/catalog/continuous_integration.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/derived.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/ecs.hpp>
#include <whence/catalog/ecs_elsewhere.hpp>
#include <whence/catalog/eks.hpp>
#include <whence/catalog/eks_elsewhere.hpp>
#include <whence/catalog/emr_and_airflow.hpp>
#include <whence/catalog/federation.hpp>
#include <whence/catalog/identity.hpp>
#include <whence/catalog/lambda.hpp>
#include <whence/catalog/lambda_elsewhere.hpp>
#include <whence/catalog/metadata_blocks.hpp>
#include <whence/catalog/orchestration.hpp>
#include <whence/catalog/roles_anywhere.hpp>
#include <whence/catalog/runtimes.hpp>
#include <whence/catalog/servers.hpp>
#include <whence/catalog/source_names.hpp>
#include <whence/catalog/streaming.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/catalog/within_aws.hpp>

namespace whence::catalog {

#define WHENCE_SOURCE_ADDRESS(NAME) &NAME,
inline constexpr const CredentialSource* all[] = {WHENCE_CREDENTIAL_SOURCES(WHENCE_SOURCE_ADDRESS)};
#undef WHENCE_SOURCE_ADDRESS

inline constexpr std::size_t source_count = count_of(all);

/// The source of this id; null for SourceId::none. Complexity: constant.
[[nodiscard]] constexpr const CredentialSource* find(SourceId id) {
  const auto number = static_cast<std::size_t>(id);
  return number >= 1 && number <= source_count ? all[number - 1] : nullptr;
}
/// The source of this key; null if there is none. Complexity: linear.
[[nodiscard]] constexpr const CredentialSource* find(Text key) {
  for (const CredentialSource* const source : all) {
    if (source->key() == key) return source;
  }
  return nullptr;
}

namespace detail {
constexpr bool each_source_has_its_own_id() {
  for (std::size_t i = 0; i < source_count; ++i) {
    if (static_cast<std::size_t>(all[i]->id) != i + 1) return false;
  }
  return true;
}
}  // namespace detail
static_assert(detail::each_source_has_its_own_id(), "two sources have the same id");

}  // namespace whence::catalog
