// The documents about the services whose credentials only the catalogue describes: ECS, EKS, Lambda, builds, and
// others.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

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
