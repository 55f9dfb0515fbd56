// The documents that prove what the rules and the catalogue say, each written once.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

/// Of a rule that the model defines, so that no document of AWS says it.
inline constexpr Source the_model{"the model of this library", "", Grade::axiom};

inline constexpr Source principal_element{
    "AWS JSON policy elements: Principal",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"};
inline constexpr Source evaluation_logic{
    "How AWS enforcement code logic evaluates requests",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"};
inline constexpr Source cross_account_logic{
    "Cross-account policy evaluation logic",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"};
inline constexpr Source action_element{
    "IAM JSON policy elements: Action",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"};
inline constexpr Source resource_control_policies{
    "Resource control policies (RCPs)",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html"};
inline constexpr Source evaluation_of_service_control_policies{
    "SCP evaluation",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html"};
inline constexpr Source sts_endpoint_policies{
    "Control access to AWS STS with VPC endpoint policies",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_policies.html"};
inline constexpr Source sts_endpoints{"Using AWS STS interface VPC endpoints",
                                      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts_vpce.html"};
inline constexpr Source session_tags{"Pass session tags in AWS STS",
                                     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"};
inline constexpr Source source_identity{
    "Monitor and control actions taken with assumed roles",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"};
inline constexpr Source passing_roles{"Grant a user permissions to pass a role to an AWS service",
                                      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"};
inline constexpr Source confused_deputy{"The confused deputy problem",
                                        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"};
inline constexpr Source identifiers{"IAM identifiers",
                                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"};
inline constexpr Source roles{"IAM roles", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html"};
inline constexpr Source switching_roles_with_the_api{
    "Switch to an IAM role (AWS API)",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-api.html"};
inline constexpr Source switching_roles_in_the_console{
    "Switch from a user to an IAM role (console)",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html"};
inline constexpr Source switching_roles_with_the_cli{
    "Switch to an IAM role (AWS CLI)",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-cli.html"};
inline constexpr Source comparison_of_credentials{
    "Compare AWS STS credentials",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html"};
inline constexpr Source methods_to_assume{
    "Methods to assume a role", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html"};
inline constexpr Source troubleshooting_roles{
    "Troubleshoot IAM roles", "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html"};
inline constexpr Source federation_token_permissions{
    "Permissions for GetFederationToken",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html"};
inline constexpr Source session_token_permissions{
    "Permissions for GetSessionToken",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html"};
inline constexpr Source temporary_security_credentials{
    "Temporary security credentials in IAM",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html"};
inline constexpr Source disabling_permissions{
    "Disabling permissions for temporary security credentials",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html"};
inline constexpr Source creating_oidc_providers{
    "Create an OpenID Connect (OIDC) identity provider in IAM",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"};
inline constexpr Source iam_quotas{"IAM and AWS STS quotas",
                                   "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"};
inline constexpr Source request_signing{"AWS Signature Version 4 for API requests",
                                        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html"};
inline constexpr Source sts_model{
    "botocore, API model of AWS STS at 0e6e2404b",
    "https://github.com/boto/botocore/blob/0e6e2404b/botocore/data/sts/2011-06-15/service-2.json",
    Grade::machine_model};
inline constexpr Source assume_role_api{
    "AssumeRole", "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html", Grade::machine_model};
inline constexpr Source assume_role_with_saml_api{
    "AssumeRoleWithSAML", "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
    Grade::machine_model};
inline constexpr Source create_role_api{
    "CreateRole", "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html", Grade::machine_model};
inline constexpr Source get_session_token_api{
    "GetSessionToken", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html",
    Grade::machine_model};
inline constexpr Source get_federation_token_api{
    "GetFederationToken", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html",
    Grade::machine_model};
inline constexpr Source assume_role_with_web_identity_api{
    "AssumeRoleWithWebIdentity",
    "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html", Grade::machine_model};
inline constexpr Source assume_root_api{
    "AssumeRoot", "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html", Grade::machine_model};
inline constexpr Source get_web_identity_token_api{
    "GetWebIdentityToken", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html",
    Grade::machine_model};
inline constexpr Source privileged_task{
    "Perform a privileged task on a member account",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html"};
inline constexpr Source temporary_delegation{
    "IAM temporary delegation",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html"};
inline constexpr Source delegation_for_partners{
    "IAM temporary delegation for AWS Partners",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation-partner-guide.html"};
inline constexpr Source outbound_federation_start{
    "Getting started with outbound identity federation",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_getting_started.html"};
inline constexpr Source outbound_federation_policies{
    "Controlling access with IAM policies",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_policies.html"};
inline constexpr Source service_linked_roles{
    "Create a service-linked role",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html"};
inline constexpr Source revoking_sessions{
    "Revoke IAM role temporary security credentials",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"};
inline constexpr Source service_authorization{
    "Actions, resources, and condition keys for AWS STS",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html",
    Grade::machine_model};
inline constexpr Source roles_for_ec2{
    "IAM roles for Amazon EC2", "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"};
inline constexpr Source metadata_options{
    "Configure instance metadata options",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html"};
inline constexpr Source metadata_service{
    "Use the Instance Metadata Service to access instance metadata",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"};
inline constexpr Source reading_metadata{
    "Access instance metadata for an EC2 instance",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html"};
inline constexpr Source instance_metadata{
    "Instance metadata and user data",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html"};
inline constexpr Source host_management{
    "Default Host Management Configuration",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html"};
inline constexpr Source service_role_for_hybrid{
    "Create the IAM service role for hybrid environments",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-service-role.html"};
inline constexpr Source ssm_agent_source{"aws/amazon-ssm-agent at 1c217c89 (2024-10-21)",
                                         "https://github.com/aws/amazon-ssm-agent/tree/1c217c89",
                                         Grade::source_code_or_record};
inline constexpr Source ssm_agent_details{
    "Technical details about the SSM Agent",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html"};
inline constexpr Source role_for_all_instances{
    "A role for all your EC2 instances (A. Steele)",
    "https://awsteele.com/blog/2023/02/20/a-role-for-all-your-ec2-instances.html", Grade::third_party};
inline constexpr Source cloudtrail_records{"invictus-ir/aws_dataset at 4667aa9: CloudTrail records of 2023-07-10",
                                           "https://github.com/invictus-ir/aws_dataset", Grade::source_code_or_record};
inline constexpr Source botocore_credentials{"botocore credentials.py at 0e6e2404b",
                                             "https://github.com/boto/botocore/blob/0e6e2404b/botocore/credentials.py",
                                             Grade::source_code_or_record};
inline constexpr Source aws_cli_source{
    "aws-cli assumerole.py at 01e092bd",
    "https://github.com/aws/aws-cli/blob/01e092bd/awscli/customizations/assumerole.py", Grade::source_code_or_record};
inline constexpr Source fault_isolation{
    "AWS Fault Isolation Boundaries", "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/"};
inline constexpr Source metadata_categories{
    "Instance metadata categories",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html"};
inline constexpr Source temporary_credentials{
    "Request temporary security credentials",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html"};
inline constexpr Source troubleshooting_ec2_roles{
    "Troubleshoot IAM and Amazon EC2", "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html"};
// Our text of the talk has its author and its occasion, but no address.
inline constexpr Source the_talk{"Does the SSM agent dream of IAM roles? (in Japanese, chibayuki, OpsJAWS Meetup #27)",
                                 "", Grade::third_party};
inline constexpr Source limit_metadata{
    "Limit access to the Instance Metadata Service",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-limiting-access.html"};
inline constexpr Source ecs_task_roles{
    "Amazon ECS task IAM role", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"};
inline constexpr Source ecs_role_practices{
    "Best practices for IAM roles in Amazon ECS",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html"};
inline constexpr Source ecs_instance_role{
    "Amazon ECS container instance IAM role",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"};
inline constexpr Source container_credentials{
    "Container credential provider",
    "https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html"};
inline constexpr Source eks_pod_identities{"Learn how EKS Pod Identity grants pods access to AWS services",
                                           "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html"};
inline constexpr Source go_sdk{
    "aws/aws-sdk-go-v2, assume_role_provider.go",
    "https://github.com/aws/aws-sdk-go-v2/blob/main/credentials/stscreds/assume_role_provider.go",
    Grade::source_code_or_record};
inline constexpr Source create_activation_api{
    "CreateActivation", "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html"};
inline constexpr Source ssm_agent_issue_570{"aws/amazon-ssm-agent issue 570: a log of the agent",
                                            "https://github.com/aws/amazon-ssm-agent/issues/570", Grade::third_party};
inline constexpr Source ssm_agent_issue_610{"aws/amazon-ssm-agent issue 610: Run Command and the share file",
                                            "https://github.com/aws/amazon-ssm-agent/issues/610", Grade::third_party};
inline constexpr Source ecs_agent_issue_3812{"aws/amazon-ecs-agent issue 3812: a session of a hybrid node",
                                             "https://github.com/aws/amazon-ecs-agent/issues/3812", Grade::third_party};

}  // namespace whence::sources
