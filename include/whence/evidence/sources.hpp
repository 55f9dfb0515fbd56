// The documents that prove what the rules and the catalogue say, each written once.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

inline constexpr Source principal_element{
    "AWS JSON policy elements: Principal",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"};
inline constexpr Source evaluation_logic{
    "How AWS enforcement code logic evaluates requests",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"};
inline constexpr Source cross_account_logic{
    "Cross-account policy evaluation logic",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"};
inline constexpr Source condition_element{
    "IAM JSON policy elements: Condition",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html"};
inline constexpr Source action_element{
    "IAM JSON policy elements: Action",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"};
inline constexpr Source service_control_policies{
    "Service control policies (SCPs)",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"};
inline constexpr Source resource_control_policies{
    "Resource control policies (RCPs)",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html"};
inline constexpr Source sts_endpoints{"Using AWS STS interface VPC endpoints",
                                      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts_vpce.html"};
inline constexpr Source session_tags{"Pass session tags in AWS STS",
                                     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"};
inline constexpr Source source_identity{
    "Monitor and control actions taken with assumed roles",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"};
inline constexpr Source passing_roles{"Grant a user permissions to pass a role to an AWS service",
                                      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"};
inline constexpr Source identifiers{"IAM identifiers",
                                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"};
inline constexpr Source roles{"IAM roles", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html"};
inline constexpr Source switching_roles{
    "Grant a user permissions to switch roles",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html"};
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
inline constexpr Source get_delegated_access_token_api{
    "GetDelegatedAccessToken", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html",
    Grade::machine_model};
inline constexpr Source privileged_task{
    "Perform a privileged task on a member account",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html"};
inline constexpr Source temporary_delegation{
    "IAM temporary delegation",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html"};
inline constexpr Source outbound_federation{
    "Outbound identity federation",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html"};
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
inline constexpr Source ecs_instance_role{
    "Amazon ECS container instance IAM role",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"};
inline constexpr Source ecscape{
    "ECScape: Understanding IAM Privilege Boundaries in Amazon ECS (Sweet Security, 2025)",
    "https://www.sweet.security/blog/ecscape-understanding-iam-privilege-boundaries-in-amazon-ecs", Grade::third_party};
inline constexpr Source ecs_agent_source{"aws/amazon-ecs-agent at 8dfceca6c",
                                         "https://github.com/aws/amazon-ecs-agent/tree/8dfceca6c",
                                         Grade::source_code_or_record};
inline constexpr Source codebuild_service_role{
    "Allow CodeBuild to interact with other AWS services",
    "https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html"};
inline constexpr Source codebuild_troubleshooting{
    "Troubleshooting AWS CodeBuild", "https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html"};
inline constexpr Source codebuild_session_report{"aws/aws-sam-cli issue 4358: an error message of a build",
                                                 "https://github.com/aws/aws-sam-cli/issues/4358", Grade::third_party};
inline constexpr Source sagemaker_roles{"How to use SageMaker execution roles",
                                        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html"};
inline constexpr Source sagemaker_notebooks{"Amazon SageMaker notebook instances",
                                            "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi.html"};
inline constexpr Source sagemaker_notebook_metadata{
    "AWS::SageMaker::NotebookInstance InstanceMetadataServiceConfiguration",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
    "aws-properties-sagemaker-notebookinstance-instancemetadataserviceconfiguration.html"};
inline constexpr Source sagemaker_source_identity{
    "Monitor user resource access from SageMaker Studio with sourceIdentity",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html"};
inline constexpr Source sagemaker_session_report{"aws/amazon-sagemaker-feedback issue 61: an error message",
                                                 "https://github.com/aws/amazon-sagemaker-feedback/issues/61",
                                                 Grade::third_party};
inline constexpr Source glue_role{"Create an IAM role for AWS Glue",
                                  "https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html"};
inline constexpr Source glue_session_report{"LBHackney-IT/Data-Platform pull request 1654: an error message of a job",
                                            "https://github.com/LBHackney-IT/Data-Platform/pull/1654",
                                            Grade::third_party};
inline constexpr Source step_functions_role{
    "Creating an IAM role for your state machine",
    "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html"};
inline constexpr Source lambda_data_events{
    "Lambda CloudTrail data events (A. Steele): records of 2023-03-21",
    "https://github.com/aidansteele/aidansteele.github.io/blob/be035b782daf7113217a4f682699c3f6661264fc/_posts/"
    "2023-03-21-lambda-cloudtrail-data-events.md",
    Grade::source_code_or_record};
inline constexpr Source cloudformation_service_role{
    "AWS CloudFormation service role",
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html"};
inline constexpr Source eventbridge_roles{
    "IAM roles for sending events to targets in Amazon EventBridge",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html"};
inline constexpr Source eventbridge_resource_policies{
    "Using resource-based policies for Amazon EventBridge",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html"};
// Our copy of the record has no address.
inline constexpr Source eventbridge_record{
    "CloudTrail record of ssm:StartAutomationExecution by EventBridge (2022-05-24)", "", Grade::source_code_or_record};
inline constexpr Source roles_anywhere_trust{
    "Trust model in IAM Roles Anywhere", "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html"};
inline constexpr Source roles_anywhere_create_session{
    "IAM Roles Anywhere CreateSession API",
    "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html"};
inline constexpr Source roles_anywhere_helper{"aws/rolesanywhere-credential-helper at 1f9c897 (2026-03-11)",
                                              "https://github.com/aws/rolesanywhere-credential-helper/tree/1f9c897",
                                              Grade::source_code_or_record};
inline constexpr Source identity_center_durations{
    "Set session duration for AWS accounts",
    "https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html"};
inline constexpr Source identity_center_records{
    "Apps can now impersonate human access to AWS via IAM Identity Center (A. Steele): records of 2026-07-01",
    "https://awsteele.com/blog/2026/07/01/apps-can-now-impersonate-human-access-to-aws-via-iam-identity-center.html",
    Grade::source_code_or_record};
inline constexpr Source saml_assertions{
    "Configure SAML assertions for the authentication response",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html"};
inline constexpr Source cloudtrail_user_identity{
    "CloudTrail userIdentity element",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"};
inline constexpr Source github_action_source{"aws-actions/configure-aws-credentials at bcd4089 (2026-08-18)",
                                             "https://github.com/aws-actions/configure-aws-credentials/tree/bcd4089",
                                             Grade::source_code_or_record};
inline constexpr Source cognito_flows{
    "Identity pools authentication flow",
    "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html"};
inline constexpr Source iot_credential_provider{
    "Authorizing direct calls to AWS services using AWS IoT Core credential provider",
    "https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html"};
inline constexpr Source greengrass_source{"aws-greengrass/aws-greengrass-nucleus at a28341c41",
                                          "https://github.com/aws-greengrass/aws-greengrass-nucleus/tree/a28341c41",
                                          Grade::source_code_or_record};
inline constexpr Source forward_access_sessions{
    "Forward access sessions", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html"};
inline constexpr Source botocore_source{"boto/botocore at 0e6e2404b (2026-08-07)",
                                        "https://github.com/boto/botocore/tree/0e6e2404b",
                                        Grade::source_code_or_record};
inline constexpr Source go_sdk{
    "aws/aws-sdk-go-v2, assume_role_provider.go",
    "https://github.com/aws/aws-sdk-go-v2/blob/main/credentials/stscreds/assume_role_provider.go",
    Grade::source_code_or_record};
inline constexpr Source root_user{"AWS account root user",
                                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"};
inline constexpr Source track_privileged_tasks{
    "Track privileged tasks in AWS CloudTrail",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-track-privileged-tasks.html"};
inline constexpr Source cloudshell{"What is AWS CloudShell?",
                                   "https://docs.aws.amazon.com/cloudshell/latest/userguide/welcome.html"};
inline constexpr Source cloudshell_credentials{
    "Easily get the credentials of the operating user with AWS CloudShell (Mamezou)",
    "https://developer.mamezou-tech.com/en/blogs/2024/11/05/aws_cloudshell_credentials", Grade::third_party};
inline constexpr Source console_credentials{
    "Retrieving AWS security credentials from the AWS console (C. Tafani-Dereeper)",
    "https://blog.christophetd.fr/retrieving-aws-security-credentials-from-the-aws-console/", Grade::third_party};
inline constexpr Source create_activation_api{
    "CreateActivation", "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html"};
inline constexpr Source ssm_agent_issue_570{"aws/amazon-ssm-agent issue 570: a log of the agent",
                                            "https://github.com/aws/amazon-ssm-agent/issues/570", Grade::third_party};
inline constexpr Source ssm_agent_issue_610{"aws/amazon-ssm-agent issue 610: Run Command and the share file",
                                            "https://github.com/aws/amazon-ssm-agent/issues/610", Grade::third_party};
inline constexpr Source ecs_agent_issue_3812{"aws/amazon-ecs-agent issue 3812: a session of a hybrid node",
                                             "https://github.com/aws/amazon-ecs-agent/issues/3812", Grade::third_party};
inline constexpr Source ecs_task_execution_role{
    "Amazon ECS task execution IAM role",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"};
inline constexpr Source ecs_exec{"Monitor Amazon ECS containers with ECS Exec",
                                 "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"};
// The site is available only over HTTP.
inline constexpr Source ecs_task_records{"CloudTrail records of 2018-11-28, published by flaws2.cloud", "",
                                         Grade::source_code_or_record};
inline constexpr Source eks_node_role{"Amazon EKS node IAM role",
                                      "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html"};
inline constexpr Source eks_service_account_roles{
    "IAM roles for service accounts",
    "https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"};
inline constexpr Source eks_pod_identity_role{"Create IAM role with trust policy required by EKS Pod Identity",
                                              "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"};
inline constexpr Source eks_pod_execution_role{
    "Amazon EKS Pod execution IAM role", "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html"};
inline constexpr Source eks_pod_identity_agent{"aws/eks-pod-identity-agent at d4dc0f3 (2026-03-17)",
                                               "https://github.com/aws/eks-pod-identity-agent/tree/d4dc0f3",
                                               Grade::source_code_or_record};
inline constexpr Source eks_pod_identity_webhook{"aws/amazon-eks-pod-identity-webhook at 3bf80a34 (2026-08-11)",
                                                 "https://github.com/aws/amazon-eks-pod-identity-webhook/tree/3bf80a34",
                                                 Grade::source_code_or_record};
// Our copy of the records has no address.
inline constexpr Source eks_pod_identity_records{"EKS workshop: CloudTrail records of Pod Identity (2024-04-16)", "",
                                                 Grade::source_code_or_record};
inline constexpr Source lambda_execution_role{
    "Defining Lambda function permissions with an execution role",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"};
inline constexpr Source lambda_environment{"Lambda environment variables",
                                           "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"};
inline constexpr Source lambda_snapstart{"Activating and managing Lambda SnapStart",
                                         "https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html"};

}  // namespace whence::sources
