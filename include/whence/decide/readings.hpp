// can_read for every vantage or every source: which vantages read a credential, and which credentials a vantage reads.
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/few.hpp>
#include <whence/catalog/all.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/model/environment.hpp>
#include <whence/model/vantage.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The named vantages that exist on the platform of an environment.
class Vantages : public Few<Vantage, 9> {
 public:
  constexpr explicit Vantages(const Environment& environment) {
    using namespace vantages;
    const Platform platform = environment.platform;
    const auto all = [this](const auto&... vantage) { (add(vantage), ...); };
    if (is_instance(platform) || platform == Platform::hybrid_machine) all(os_user, superuser);
    if (platform == Platform::workstation) all(the_user, another_user, superuser);
    if (platform == Platform::device || platform == Platform::ci_runner) all(another_user, superuser);
    if (is_instance(platform) || platform == Platform::hybrid_machine) add(agent_script);
    switch (platform) {
      case Platform::ecs_on_ec2: all(container, host_network_container, another_task); break;
      case Platform::fargate: all(container, another_task); break;
      case Platform::eks_node: all(pod, host_network_pod, another_pod); break;
      case Platform::eks_fargate: all(pod, another_pod); break;
      case Platform::ecs_managed: all(container, another_task); break;
      case Platform::lambda:
      case Platform::lambda_managed: all(function_code, layer); break;
      case Platform::app_runner:
      case Platform::amplify:
      case Platform::agentcore:
      case Platform::lambda_microvm:
      case Platform::airflow:
      case Platform::game_server:
      case Platform::streaming_instance: add(runtime_code); break;
      case Platform::codebuild: add(build_command); break;
      case Platform::sagemaker_notebook:
      case Platform::sagemaker_job:
      case Platform::emr_serverless:
      case Platform::glue: add(job_code); break;
      case Platform::emr_cluster: all(os_user, superuser, job_step); break;
      case Platform::ci_runner: add(job_step); break;
      case Platform::cloudshell: add(shell); break;
      case Platform::mobile_app: add(app_user); break;
      case Platform::device: add(component); break;
      default: break;
    }
    if (platform != Platform::aws_service) all(remote_caller, remote_caller_with_headers);
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
