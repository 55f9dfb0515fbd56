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
inline constexpr Source ssm_agent_tags{"aws/amazon-ssm-agent at the tags 3.2.183.0 to 3.3.1142.0",
                                       "https://github.com/aws/amazon-ssm-agent/tags", Grade::source_code_or_record};
inline constexpr Source ssm_agent_issue_157{"aws/amazon-ssm-agent issues 115, 157 and 368: root's default profile",
                                            "https://github.com/aws/amazon-ssm-agent/issues/157", Grade::third_party};
inline constexpr Source metadata_in_sdks{
    "IMDS credential provider", "https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"};
inline constexpr Source rust_sdk_issue_540{"awslabs/aws-sdk-rust issue 540: a container behind a hop limit of 1",
                                           "https://github.com/awslabs/aws-sdk-rust/issues/540", Grade::third_party};
inline constexpr Source eksctl_issue_7665{"eksctl-io/eksctl issue 7665: pods behind more hops",
                                          "https://github.com/eksctl-io/eksctl/issues/7665", Grade::third_party};
inline constexpr Source eks_user_guide{"awsdocs/amazon-eks-user-guide at 4d52b4d0 (2024-12-18)",
                                       "https://github.com/awsdocs/amazon-eks-user-guide/tree/4d52b4d0"};
inline constexpr Source eksctl_security{"eksctl User Guide: Security",
                                        "https://docs.aws.amazon.com/eks/latest/eksctl/security.html"};
inline constexpr Source ec2_model{"@aws-sdk/client-ec2 3.1169.0, API model",
                                  "https://www.npmjs.com/package/@aws-sdk/client-ec2", Grade::machine_model};
inline constexpr Source kops_source{"kubernetes/kops at 268927e2 (2026-08-22)",
                                    "https://github.com/kubernetes/kops/tree/268927e2", Grade::source_code_or_record};
inline constexpr Source pod_identity_webhook_issue_8{
    "aws/amazon-eks-pod-identity-webhook issue 8: a token file of root",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/8", Grade::third_party};
inline constexpr Source pod_identity_agent_issue_153{
    "aws/eks-pod-identity-agent issues 139 and 153: a pod that falls back to the node",
    "https://github.com/aws/eks-pod-identity-agent/issues/153", Grade::third_party};
inline constexpr Source eks_pods_of_a_node{
    "Attacking and securing cloud identities in managed Kubernetes part 1: Amazon EKS (Datadog Security Labs, 2023)",
    "https://securitylabs.datadoghq.com/articles/amazon-eks-attacking-securing-cloud-identities/", Grade::third_party};
inline constexpr Source command_line_login{
    "Login for AWS local development using console credentials",
    "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html"};
inline constexpr Source agent_toolkit{"aws/agent-toolkit-for-aws at d6ad2e44 (2026-08-20)",
                                      "https://github.com/aws/agent-toolkit-for-aws/tree/d6ad2e44"};
inline constexpr Source login_records{"engseclabs/trailtool at 66db36f: CloudTrail records of 2026-04-16",
                                      "https://github.com/engseclabs/trailtool/tree/66db36f",
                                      Grade::source_code_or_record};
inline constexpr Source notebook_reports{
    "aws/sagemaker-python-sdk issues 403 and 3464, and public notes: output of notebooks",
    "https://github.com/aws/sagemaker-python-sdk/issues/3464", Grade::third_party};
inline constexpr Source sagemaker_toolkit_pull_68{
    "aws/sagemaker-training-toolkit pull request 68: credentials of a training container",
    "https://github.com/aws/sagemaker-training-toolkit/pull/68", Grade::third_party};
inline constexpr Source sagemaker_internet_free{
    "Run Training and Inference Containers in Internet-Free Mode",
    "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html"};
inline constexpr Source roles_anywhere_attributes{
    "Certificate attribute mapping",
    "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/attribute-mapping.html"};
inline constexpr Source hybrid_nodes_credentials{
    "Prepare credentials for hybrid nodes", "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html"};
inline constexpr Source hybrid_nodes_add_ons{
    "Configure add-ons for hybrid nodes", "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-add-ons.html"};
inline constexpr Source referencing_permission_sets{
    "Referencing permission sets in resource policies, Amazon EKS Cluster config maps, and AWS KMS key policies",
    "https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html"};
// The answer has no address in our copy.
inline constexpr Source cognito_answers{"AWS re:Post: how long credentials of an identity pool last", "",
                                        Grade::third_party};
inline constexpr Source beanstalk_issue_242{"aws/elastic-beanstalk-roadmap issue 242: hop limit of the Docker platform",
                                            "https://github.com/aws/elastic-beanstalk-roadmap/issues/242",
                                            Grade::third_party};
inline constexpr Source kube2iam_readme{"jtblin/kube2iam: README, and issues 46, 266 and 352",
                                        "https://github.com/jtblin/kube2iam#readme", Grade::third_party};
inline constexpr Source mcp_issue_1877{"awslabs/mcp issues 1877 and 1963: keys mounted into a container",
                                       "https://github.com/awslabs/mcp/issues/1877", Grade::third_party};
inline constexpr Source process_credentials{
    "Process credential provider", "https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html"};
inline constexpr Source gitlab_oidc{"GitLab: Configure OpenID Connect in AWS to retrieve temporary credentials",
                                    "https://docs.gitlab.com/ci/cloud_services/aws/", Grade::third_party};
inline constexpr Source circleci_oidc{"circleci/circleci-docs pull requests 7801 and 10376: OpenID Connect tokens",
                                      "https://github.com/circleci/circleci-docs/pull/10376", Grade::third_party};
inline constexpr Source hcp_terraform_oidc{"Use dynamic credentials with the AWS provider in HCP Terraform",
                                           "https://developer.hashicorp.com/terraform/cloud-docs/"
                                           "dynamic-provider-credentials/aws-configuration",
                                           Grade::third_party};
inline constexpr Source bitbucket_oidc{"Deploy on AWS using Bitbucket Pipelines OpenID Connect",
                                       "https://support.atlassian.com/bitbucket-cloud/docs/"
                                       "deploy-on-aws-using-bitbucket-pipelines-openid-connect/",
                                       Grade::third_party};
inline constexpr Source buildkite_oidc{"Buildkite: OIDC with AWS",
                                       "https://buildkite.com/docs/pipelines/security/oidc/aws"};
inline constexpr Source runner_reports{
    "aws-actions/configure-aws-credentials issues 378, 453 and 598: credentials of self-hosted runners",
    "https://github.com/aws-actions/configure-aws-credentials/issues/378", Grade::third_party};
inline constexpr Source batch_model{
    "AWS Batch API: ContainerProperties",
    "https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html", Grade::machine_model};
inline constexpr Source metaflow_pull_2856{"Netflix/metaflow pull request 2856: credentials of Batch jobs",
                                           "https://github.com/Netflix/metaflow/pull/2856", Grade::third_party};
inline constexpr Source app_runner_roles{
    "How App Runner works with IAM",
    "https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html"};
inline constexpr Source amplify_compute_role{
    "Adding an SSR Compute role to allow access to AWS resources",
    "https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html"};
inline constexpr Source amplify_history{"Document history for AWS Amplify",
                                        "https://docs.aws.amazon.com/amplify/latest/userguide/document-history.html"};
inline constexpr Source agentcore_permissions{
    "IAM Permissions for AgentCore Runtime",
    "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html"};
inline constexpr Source agentcore_credentials{
    "Understanding Credentials Management in Amazon Bedrock AgentCore",
    "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/security-credentials-management.html"};
inline constexpr Source agentcore_best_practices{
    "Security best practices for AgentCore Runtime",
    "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-security-best-practices.html"};
inline constexpr Source eks_auto_mode{"Automate cluster infrastructure with EKS Auto Mode",
                                      "https://docs.aws.amazon.com/eks/latest/userguide/automode.html"};
inline constexpr Source eks_auto_mode_role{
    "Amazon EKS Auto Mode node IAM role",
    "https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html"};
inline constexpr Source containers_roadmap_2633{
    "aws/containers-roadmap issues 2498 and 2633: hop limit of EKS Auto Mode",
    "https://github.com/aws/containers-roadmap/issues/2633", Grade::third_party};
inline constexpr Source eks_target_roles{
    "Access AWS Resources using EKS Pod Identity Target IAM Roles",
    "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-assign-target-role.html"};
inline constexpr Source eks_model{"@aws-sdk/client-eks 3.1175.0, API model",
                                  "https://www.npmjs.com/package/@aws-sdk/client-eks", Grade::machine_model};
inline constexpr Source ecs_managed_instances{
    "Architect for Amazon ECS Managed Instances",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html"};
inline constexpr Source ecs_managed_instance_profile{
    "Amazon ECS Managed Instances instance profile",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html"};
inline constexpr Source lambda_managed_instances{
    "Lambda Managed Instances", "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html"};
inline constexpr Source lambda_managed_security{
    "Lambda Managed Instances: Security and permissions",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-security.html"};
inline constexpr Source lambda_operator_role{
    "Lambda operator role for Lambda Managed Instances",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-operator-role.html"};
inline constexpr Source scheduler_confused_deputy{
    "Confused deputy prevention in EventBridge Scheduler",
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html"};
inline constexpr Source pipes_permissions{
    "Event source permissions for Amazon EventBridge Pipes",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html"};
inline constexpr Source pipes_example{"Pulumi: aws.pipes.Pipe, an example of a role for a pipe",
                                      "https://www.pulumi.com/registry/packages/aws/api-docs/pipes/pipe/",
                                      Grade::third_party};
inline constexpr Source airflow_role{"Amazon MWAA execution role",
                                     "https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html"};
inline constexpr Source emr_runtime_roles{
    "Runtime roles for Amazon EMR steps",
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html"};
inline constexpr Source emr_on_eks_roles{
    "Using job execution roles with Amazon EMR on EKS",
    "https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/iam-execution-role.html"};
inline constexpr Source emr_on_eks_command{
    "aws/aws-cli at 12e2257b: the trust policy that emr-containers update-role-trust-policy writes",
    "https://github.com/aws/aws-cli/blob/12e2257b5a0e35e774e945ec4ed91d412c7d736d/awscli/customizations/"
    "emrcontainers/constants.py",
    Grade::source_code_or_record};
inline constexpr Source emr_on_eks_trust{
    "Update the trust policy of the job execution role",
    "https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/setting-up-trust-policy.html"};
inline constexpr Source emr_serverless_roles{
    "Job runtime roles for Amazon EMR Serverless",
    "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-runtime-role.html"};
inline constexpr Source gamelift_roles{
    "Connect your Amazon GameLift Servers hosted game server to other AWS resources",
    "https://docs.aws.amazon.com/gameliftservers/latest/developerguide/gamelift-sdk-server-resources.html"};
inline constexpr Source gamelift_service_role{
    "Set up an IAM service role for Amazon GameLift Servers",
    "https://docs.aws.amazon.com/gameliftservers/latest/developerguide/setting-up-role.html"};
inline constexpr Source appstream_roles{
    "How to Use the IAM Role With AppStream 2.0 Streaming Instances",
    "https://docs.aws.amazon.com/appstream2/latest/developerguide/how-to-use-iam-role-with-streaming-instances.html"};
inline constexpr Source appstream_trust{
    "Example: WorkSpaces Applications fleet machine role cross-service confused deputy prevention",
    "https://docs.aws.amazon.com/appstream2/latest/developerguide/example-fleet-machine.html"};
inline constexpr Source appstream_fleet{"AppStream API: CreateFleet, IamRoleArn",
                                        "https://docs.aws.amazon.com/appstream2/latest/APIReference/"
                                        "API_CreateFleet.html",
                                        Grade::machine_model};
inline constexpr Source sts_client_model{"@aws-sdk/client-sts 3.1177.0, API model",
                                         "https://www.npmjs.com/package/@aws-sdk/client-sts", Grade::machine_model};
inline constexpr Source ssm_client_model{"@aws-sdk/client-ssm 3.1169.0, API model",
                                         "https://www.npmjs.com/package/@aws-sdk/client-ssm", Grade::machine_model};
inline constexpr Source mcp_records{"engseclabs/trailtool at 66db36f: CloudTrail records of 2026-07-14",
                                    "https://github.com/engseclabs/trailtool/tree/66db36f",
                                    Grade::source_code_or_record};

}  // namespace whence::sources
