// All sources of the catalogue, in the order of their ids.
#pragma once

#include <whence/catalog/entries/build.hpp>
#include <whence/catalog/entries/cloudshell.hpp>
#include <whence/catalog/entries/ec2.hpp>
#include <whence/catalog/entries/ecs.hpp>
#include <whence/catalog/entries/eks.hpp>
#include <whence/catalog/entries/federation.hpp>
#include <whence/catalog/entries/identity.hpp>
#include <whence/catalog/entries/lambda.hpp>
#include <whence/catalog/entries/orchestration.hpp>
#include <whence/catalog/entries/roles_anywhere.hpp>
#include <whence/catalog/entries/systems_manager.hpp>
#include <whence/catalog/entries/within_aws.hpp>
#include <whence/catalog/entry.hpp>

namespace whence::catalog {

inline constexpr const Entry* all[] = {
    &cli_profile_entry,
    &session_token_entry,
    &federation_token_entry,
    &root_user_entry,
    &root_task_entry,
    &console_login_entry,
    &instance_profile_entry,
    &instance_identity_entry,
    &agent_with_the_profile_entry,
    &host_management_entry,
    &hybrid_activation_entry,
    &agent_in_a_task_entry,
    &ecs_task_entry,
    &ecs_task_execution_entry,
    &ecs_container_instance_entry,
    &fargate_task_entry,
    &eks_node_entry,
    &eks_service_account_entry,
    &eks_pod_identity_entry,
    &eks_fargate_pod_execution_entry,
    &lambda_function_entry,
    &codebuild_build_entry,
    &sagemaker_notebook_entry,
    &sagemaker_job_entry,
    &glue_job_entry,
    &step_functions_entry,
    &cloudformation_entry,
    &eventbridge_entry,
    &roles_anywhere_entry,
    &identity_center_entry,
    &saml_federation_entry,
    &github_actions_entry,
    &cognito_identity_pool_entry,
    &service_linked_role_entry,
    &forward_access_session_entry,
    &iot_credential_provider_entry,
    &greengrass_entry,
    &cloudshell_entry,
};

/// The entry of this row, or nothing (a null pointer). Complexity: constant.
[[nodiscard]] constexpr const Entry* find(Row row) {
  const auto id = static_cast<std::size_t>(row);
  return id >= 1 && id <= count_of(all) ? all[id - 1] : nullptr;
}
/// The entry of this key, or nothing (a null pointer). Complexity: linear.
[[nodiscard]] constexpr const Entry* find(Text key) {
  for (const Entry* const entry : all) {
    if (entry->key == key) return entry;
  }
  return nullptr;
}

}  // namespace whence::catalog
