// can_read for every vantage or every source: which vantages read a credential, and which credentials a vantage reads.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/catalog/all.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/can_read_in.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/vantage.hpp>
#include <whence/model/vantages.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The named vantages that exist on the platforms of an environment. A machine can run containers.
class Vantages : public Few<Vantage, 24> {
 public:
  constexpr explicit Vantages(const Environment& environment) {
    using namespace vantages;
    constexpr const Vantage* named[] = {&os_user,
                                        &the_user,
                                        &another_user,
                                        &superuser,
                                        &agent_script,
                                        &container,
                                        &host_network_container,
                                        &another_task,
                                        &another_container,
                                        &pod,
                                        &host_network_pod,
                                        &another_pod,
                                        &function_code,
                                        &layer,
                                        &runtime_code,
                                        &build_command,
                                        &job_code,
                                        &job_step,
                                        &shell,
                                        &app_user,
                                        &component};
    const Platforms platforms = environment.platform;
    const bool can_run_containers = has_a_machine(platforms) && !shares_a_machine(platforms);
    for (const Vantage* const vantage : named) {
      const bool is_added = can_run_containers && (vantage == &container || vantage == &host_network_container);
      if (is_added || vantage->on.meets(platforms)) add(*vantage);
    }
    if (platforms != Platform::aws_service) add(remote_caller), add(remote_caller_with_headers);
  }
};

/// One vantage and how it reads a credential, or what blocks it.
struct VantageReading {
  Vantage from{};
  Reading reading{};
};

/// The answers of every vantage of an environment for one credential. No allocation.
class SourceReadings : public Few<VantageReading, Vantages::most> {
 public:
  constexpr SourceReadings(const catalog::CredentialSource& source, const Environment& environment) {
    for (const Vantage& from : Vantages(environment)) add({from, CanRead::reading(from, source, environment)});
  }
};

/// Which vantages can read this credential, and why others cannot. Complexity: vantages times places; no allocation.
[[nodiscard]] constexpr SourceReadings readings_of(const catalog::CredentialSource& source,
                                                   const Environment& environment) {
  return {source, environment};
}

/// One source and how its credential is read, or what blocks the vantage.
struct SourceReading {
  const catalog::CredentialSource* source = nullptr;
  Reading reading{};
};

/// The answers for every credential that can rest in an environment, from one vantage.
class VantageReadings : public Few<SourceReading, catalog::source_count> {
 public:
  constexpr VantageReadings(const Vantage& from, const Environment& environment) {
    for (const catalog::CredentialSource* const source : catalog::all) {
      if (!source->runs_on(environment.platform)) continue;
      add({source, CanRead::reading(from, *source, environment)});
    }
  }
  /// Whether this vantage reads the credential of this source.
  [[nodiscard]] constexpr bool reads(catalog::SourceId id) const {
    for (const SourceReading& each : *this) {
      if (each.source->id == id && each.reading) return true;
    }
    return false;
  }
};

/// Which credentials this vantage can read, and why not the others. Complexity: linear in the catalogue; no allocation.
[[nodiscard]] constexpr VantageReadings readings_from(const Vantage& from, const Environment& environment) {
  return {from, environment};
}

}  // namespace whence
WHENCE_TEMPLATES_END
