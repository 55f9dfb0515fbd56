// Rows 12 to 21 of the catalogue: ECS, EKS, Lambda.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop any_service{PlaneKind::control, Medium::service_memory};
constexpr Hop push = perhaps({PlaneKind::control, Medium::service_reply});  // the WebSocket to the agent
constexpr Hop agent_memory{PlaneKind::data, Medium::process_memory};
constexpr Hop sdk_memory = perhaps({PlaneKind::data, Medium::process_memory});
constexpr Hop ec2_service{PlaneKind::control, Medium::service_memory, "ec2"};
constexpr Hop profile_path{PlaneKind::control, Medium::metadata_path, "iam/security-credentials"};
constexpr Found profile_url = url("http://169.254.169.254/latest/meta-data/iam/security-credentials/<role>");
constexpr Found relative_uri = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
constexpr Found full_uri = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
constexpr Found ecs_address = url("http://169.254.170.2<...>");

constexpr Extract rows[] = {
    {
        .row = SourceId::agent_in_a_task,  // 12
        .trust_kind = TrustKind::service,
        .principal = {"ecs-tasks.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // (b) as 13
        .trust_grade = by_record_or_manual,        // (k)
        .assumer = {"ECS"},                        // (b) as 13
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "sts:AssumeRole",                // (b) as 13
        .requester = anything,                     // the agent of ECS, or AWS on Fargate
        .assumer_grade = by_record,                // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {any_service,
                    push,
                    {any_plane, Medium::process_memory},
                    {any_plane, Medium::container_endpoint},
                    agent_memory},                          // (d)
        .surfaces = {full_uri, relative_uri, ecs_address},  // (e)
        .readers = {"container", "root"},                   // (f)
        .session_name = {"task"},                           // (g) as 13
        .usual = 21600,                                     // (h) as 13
        .trail = {{"ExecuteCommand", "*", "*"}},            // (j)
    },
    {
        .row = SourceId::ecs_task,  // 13
        .trust_kind = TrustKind::service,
        .principal = {"ecs-tasks.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // (b)
        .trust_grade = by_record_or_manual,        // (k)
        .assumer = {"ECS"},                        // (b)
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "sts:AssumeRole",                // (b)
        .requester = {"agent"},                    // the connection of the ECS agent
        .assumer_grade = by_record,                // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {any_service,
                    push,
                    agent_memory,
                    {PlaneKind::data, Medium::container_endpoint, "/v2/credentials"},
                    sdk_memory},                                             // (d)
        .surfaces = {relative_uri, ecs_address,                              // (e)
                     path("/v2/credentials/<uuid>"),                         // (e)
                     url("<...>127.0.0.1:51679<...>"),                       // (e)
                     path("/v1/credentials?id=<uuid>")},                     // values of the container endpoints
        .readers = {"container", "host"},                                    // (f)
        .session_name = {"task"},                                            // (g)
        .usual = 21600,                                                      // (h) observed
        .lifetime_grade = by_record,                                         // (h)
        .rotation = {"before"},                                              // (h) pushed before the old one expires
        .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com"}},  // (j)
    },
    {
        .row = SourceId::ecs_task_execution,  // 14
        .trust_kind = TrustKind::service,
        .principal = {"ecs-tasks.amazonaws.com"},                            // (a)
        .actions = {"sts:AssumeRole"},                                       // (b)
        .trust_grade = by_record_or_manual,                                  // (k)
        .assumer = {"ECS"},                                                  // (b)
        .assumer_plane = PlaneKind::control,                                 // (c)
        .action = "sts:AssumeRole",                                          // (b)
        .requester = anything,                                               // not told
        .assumer_grade = by_record,                                          // (k)
        .self_assumption = SelfAssumption::no,                               // (i) and the task never holds it
        .custody = {any_service, push, agent_memory},                        // (d)
        .surfaces = {},                                                      // (e) not exposed to the container
        .readers = {"root"},                                                 // (f)
        .session_name = {"task"},                                            // (g)
        .usual = 21600,                                                      // (h) as 13
        .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com"}},  // (j)
    },
    {
        .row = SourceId::ecs_container_instance,  // 15
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},                                                                 // (a)
        .actions = {"sts:AssumeRole"},                                                                      // (b) as 7
        .trust_grade = by_record_or_manual,                                                                 // (k)
        .assumer = {"EC2"},                                                                                 // (b) as 7
        .assumer_plane = PlaneKind::control,                                                                // (c)
        .action = "sts:AssumeRole",                                                                         // (b) as 7
        .requester = {},                                                                                    // as 7
        .assumer_grade = by_record_or_manual,                                                               // (k)
        .self_assumption = SelfAssumption::no,                                                              // (i)
        .custody = {ec2_service, profile_path, agent_memory},                                               // (d)
        .surfaces = {profile_url},                                                                          // (e) as 7
        .readers = {"ECS_AWSVPC_BLOCK_IMDS", "awsvpc", "bridge", "firewall", "hop limit", "host network"},  // (f)
        .session_name = {"i-"},                                                                             // (g)
        .usual = {21780, 23700},                                                                            // (h) as 7
        .least = 21780,                                                                                     // (h) as 7
        .most = 23700,                                                                                      // (h) as 7
        .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com"}},                                       // (j)
    },
    {
        .row = SourceId::fargate_task,  // 16
        .trust_kind = TrustKind::service,
        .principal = {"ecs-tasks.amazonaws.com"},  // (a) as 13
        .actions = {"sts:AssumeRole"},             // (b) as 13
        .trust_grade = by_record_or_manual,        // (k)
        .assumer = {"ECS"},                        // (b) as 13
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "sts:AssumeRole",                // (b) as 13
        .requester = anything,                     // AWS, on Fargate
        .assumer_grade = by_record_or_manual,      // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {any_service,
                    push,
                    {any_plane, Medium::process_memory},
                    {any_plane, Medium::container_endpoint},
                    sdk_memory},                                             // (d) the agent is operated by AWS
        .surfaces = {relative_uri, ecs_address},                             // (e) as 13
        .readers = {"container"},                                            // (f)
        .session_name = {"task"},                                            // (g)
        .session_grade = by_memory,                                          // (g)
        .usual = 21600,                                                      // (h) as 13
        .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com"}},  // (j)
    },
    {
        .row = SourceId::eks_node,  // 17
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},                            // (a)
        .actions = {"sts:AssumeRole"},                                 // (b) as 7
        .trust_grade = by_record_or_manual,                            // (k)
        .assumer = {"EC2"},                                            // (b) as 7
        .assumer_plane = PlaneKind::control,                           // (c)
        .action = "sts:AssumeRole",                                    // (b) as 7
        .requester = {},                                               // as 7
        .assumer_grade = by_record_or_manual,                          // (k)
        .self_assumption = SelfAssumption::no,                         // (i)
        .custody = {ec2_service, profile_path, sdk_memory},            // (d)
        .surfaces = {profile_url},                                     // (e) as 7
        .readers = {"kubelet", "root", "hop limit"},                   // (f)
        .session_name = {"i-"},                                        // (g)
        .usual = {21780, 23700},                                       // (h) as 7
        .least = 21780,                                                // (h) as 7
        .most = 23700,                                                 // (h) as 7
        .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com"}},  // (j)
    },
    {
        .row = SourceId::eks_service_account,  // 18
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/oidc.eks.", ".amazonaws.com/id/"},  // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                      // (a)
        .conditions = {":sub", "system:serviceaccount:", ":aud", "sts.amazonaws.com"},     // (a)
        .trust_grade = by_record_or_manual,                                                // (k)
        .assumer = {"pod"},                                                                // (b)
        .assumer_plane = PlaneKind::data,                                                  // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                         // (b)
        .requester = {"SDK"},                                                              // (b)
        .assumer_grade = by_record,                                                        // (k)
        .self_assumption = SelfAssumption::yes,                                            // (i)
        .custody = {{PlaneKind::data, Medium::process_memory}},                            // (d) behind STS
        .surfaces = {variable("AWS_WEB_IDENTITY_TOKEN_FILE"), variable("AWS_ROLE_ARN"),    // (e)
                     variable("AWS_STS_REGIONAL_ENDPOINTS"),                               // (e)
                     file("/var/run/secrets/eks.amazonaws.com/serviceaccount/token")},     // (e)
        .readers = {"token", "root"},                                                      // (f)
        .session_name = {"botocore-session-", "AWS_ROLE_SESSION_NAME"},                    // (g)
        .usual = 3600,                                                                     // (h)
        .least = 900,                                                                      // (h)
        .most = 43200,                                                                     // (h) the role's maximum
        .lifetime_grade = by_record_or_manual,                                             // (k)
        .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", ""}},                   // (j)
    },
    {
        .row = SourceId::eks_pod_identity,  // 19
        .trust_kind = TrustKind::service,
        .principal = {"pods.eks.amazonaws.com"},          // (a)
        .actions = {"sts:AssumeRole", "sts:TagSession"},  // (a)
        .trust_grade = by_record_or_manual,               // (k)
        .assumer = {"EKS Auth"},                          // (b)
        .assumer_plane = PlaneKind::control,              // (c) the caller of STS
        .action = "sts:AssumeRole",                       // (b)
        .requester = {"agent"},                           // (b) of the node
        .assumer_grade = by_record,                       // (k)
        .self_assumption = SelfAssumption::no,            // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "AssumeRoleForPodIdentity"},
                    agent_memory,
                    {PlaneKind::data, Medium::container_endpoint, "/v1/credentials"},
                    sdk_memory},                                                                             // (d)
        .surfaces = {full_uri,                                                                               // (e)
                     url("http://169.254.170.23/v1/credentials"),                                            // (e)
                     url("http://[fd00:ec2::23]/v1/credentials"),                                            // (e)
                     variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"),                                     // (e)
                     file("/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"),  // (e)
                     header("Authorization"),                                 // values of the container endpoints
                     url("<...>eks-auth.<region>.api.aws<...>"),              // endpoints
                     path("/clusters/<name>/assume-role-for-pod-identity")},  // endpoints
        .readers = {"token", "root", "node role"},                            // (f)
        .session_name = {"eks-"},                                             // (g)
        .usual = 21600,                                                       // (h)
        .lifetime_grade = by_record_or_manual,                                // (k)
        .trail = {{"AssumeRoleForPodIdentity", "AssumedRole", ""},            // (j)
                  {"AssumeRole", "AWSService", "pods.eks.amazonaws.com"}},    // (j)
    },
    {
        .row = SourceId::eks_fargate_pod_execution,  // 20
        .trust_kind = TrustKind::service,
        .principal = {"eks-fargate-pods.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},                    // of a service's trust
        .conditions = {"aws:SourceArn", "arn:aws:eks:REGION:ACCOUNT:fargateprofile/CLUSTER/*"},
        .trust_grade = by_record_or_manual,                         // (k)
        .assumer = {"Fargate"},                                     // (b)
        .assumer_plane = PlaneKind::control,                        // (c)
        .action = "*",                                              // (b) tells none
        .requester = anything,                                      // not told
        .assumer_grade = by_manual,                                 // (k)
        .self_assumption = SelfAssumption::no,                      // (i)
        .custody = {{PlaneKind::control, Medium::service_memory}},  // (d)
        .surfaces = {},                                             // (e) not exposed to the pod
        .readers = anything,                                        // (f)
        .session_name = unverified,                                 // (g)
        .missing = true,                                            // (j)
        .unseen = "*",                                              // (j)
    },
    {
        .row = SourceId::lambda_function,  // 21
        .trust_kind = TrustKind::service,
        .principal = {"lambda.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},          // (b)
        .trust_grade = by_record_or_manual,     // (k)
        .assumer = {"Lambda"},                  // (b)
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "sts:AssumeRole",             // (b)
        .requester = {},                        // nobody, automatic
        .assumer_grade = by_record,             // (k)
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "lambda"},
                    {PlaneKind::data, Medium::environment},                             // (d)
                    perhaps({any_plane, Medium::container_endpoint})},                  // (e) with SnapStart
        .surfaces = {variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"),  // (e)
                     variable("AWS_SESSION_TOKEN"), full_uri,                           // (e)
                     variable("AWS_CONTAINER_AUTHORIZATION_TOKEN")},                    // (e)
        .readers = {"layers", "extensions", "child"},                                   // (f)
        .session_name = {"function", "awslambda_"},                                     // (g)
        .session_grade = by_record,                                                     // (g)
        .usual = or_untold(7200),     // (h) of the service's own sessions
        .rotation = {"environment"},  // (h)
        .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com"}, {"", "*", ""}},  // (j)
    },
};

}  // namespace

DUAL_TEST_CASE("ECS, EKS, Lambda: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("ECS, EKS, Lambda: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("ECS, EKS, Lambda: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("ECS, EKS, Lambda: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("ECS, EKS, Lambda: the session") { expect_session(rows); }
DUAL_TEST_CASE("ECS, EKS, Lambda: CloudTrail") { expect_trail(rows); }

}  // namespace extract
