// Rows 49 to 60 of the catalogue: ECS, EKS and Lambda where others run them, App Runner, Amplify Hosting, AgentCore.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop any_service{PlaneKind::control, Medium::service_memory};
constexpr Hop ec2_service{PlaneKind::control, Medium::service_memory, "ec2"};
constexpr Hop profile_path{PlaneKind::control, Medium::metadata_path, "iam/security-credentials"};
constexpr Hop agent_memory{PlaneKind::data, Medium::process_memory};
constexpr Hop sdk_memory = perhaps({PlaneKind::data, Medium::process_memory});
constexpr Hop systems_managers_reply{PlaneKind::control, Medium::service_reply, "RequestManagedInstanceRoleToken"};
constexpr Hop unknown_runtime{PlaneKind::data, any_medium};
constexpr Found profile_url = url("http://169.254.169.254/latest/meta-data/iam/security-credentials/<role>");
constexpr Found relative_uri = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
constexpr Found full_uri = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");

constexpr Extract rows[] = {
    {
        .row = SourceId::batch_job,  // 49
        .trust_kind = TrustKind::service,
        .principal = {"ecs-tasks.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // of a service's trust
        .assumer = {"ECS"},                        // (b) as 13
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "sts:AssumeRole",                // (b) as 13
        .requester = {"agent"},                    // (b) as 13
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply},
                    agent_memory,
                    {PlaneKind::data, Medium::container_endpoint, "/v2/credentials"},
                    sdk_memory},                                             // (d) as 13
        .surfaces = {relative_uri},                                          // (e)
        .readers = {"container", "job"},                                     // (f)
        .session_name = {"task id", "instance id"},                          // (g)
        .usual = 21600,                                                      // (h) as 13
        .trail = {{"AssumeRole", "AWSService", "ecs-tasks.amazonaws.com"}},  // (j) as 13
    },
    {
        .row = SourceId::app_runner,  // 50
        .trust_kind = TrustKind::service,
        .principal = {"tasks.apprunner.amazonaws.com"},                            // (a)
        .actions = {"sts:AssumeRole"},                                             // of a service's trust
        .trust_grade = by_manual,                                                  // (k)
        .assumer = {"App Runner"},                                                 // (b)
        .assumer_plane = PlaneKind::control,                                       // (c)
        .action = "*",                                                             // (b) tells none
        .requester = {},                                                           // (b)
        .assumer_grade = by_manual,                                                // (k)
        .self_assumption = SelfAssumption::no,                                     // (i)
        .custody = {any_service, unknown_runtime},                                 // (d) not told
        .surfaces = Telling::not_known,                                            // (e)
        .readers = {"container", "application"},                                   // (f)
        .session_name = unverified,                                                // (g)
        .rotation = unverified,                                                    // (h)
        .trail = {{"AssumeRole", "AWSService", "tasks.apprunner.amazonaws.com"}},  // (j)
        .unseen = "AssumeRole",                                                    // (j) by memory
    },
    {
        .row = SourceId::amplify_hosting,  // 51
        .trust_kind = TrustKind::service,
        .principal = {"amplify.amazonaws.com"},                            // (a)
        .actions = {"sts:AssumeRole"},                                     // of a service's trust
        .trust_grade = by_manual,                                          // (k)
        .assumer = {"Amplify"},                                            // (b)
        .assumer_plane = PlaneKind::control,                               // (c)
        .action = "*",                                                     // (b) tells none
        .requester = {},                                                   // (b)
        .assumer_grade = by_manual,                                        // (k)
        .self_assumption = SelfAssumption::no,                             // (i)
        .custody = {any_service, unknown_runtime},                         // (d)
        .surfaces = Telling::not_known,                                    // (e)
        .readers = {"server-side code", "run code", "public", "preview"},  // (f)
        .session_name = unverified,                                        // (g)
        .rotation = {"no new deployment"},                                 // (e)
        .trail = {{"AssumeRole", "AWSService", "amplify.amazonaws.com"}},  // (j)
        .unseen = "AssumeRole",                                            // (j) by memory
    },
    {
        .row = SourceId::agentcore,  // 52
        .trust_kind = TrustKind::service,
        .principal = {"bedrock-agentcore.amazonaws.com"},                                // (a)
        .actions = {"sts:AssumeRole"},                                                   // of a service's trust
        .conditions = {"aws:SourceAccount", "aws:SourceArn"},                            // (a) the manual has both
        .trust_grade = by_manual,                                                        // the manual, read since
        .assumer = {"AgentCore"},                                                        // (b)
        .assumer_plane = PlaneKind::control,                                             // (c)
        .action = "*",                                                                   // (b) tells none
        .requester = {},                                                                 // (b)
        .assumer_grade = by_manual,                                                      // (k)
        .self_assumption = SelfAssumption::no,                                           // (i)
        .custody = {any_service, {PlaneKind::data, Medium::metadata_path, "metadata"}},  // (d)
        .surfaces = {profile_url},                                                       // (e)
        .readers = {"any code", "model", "one user session"},                            // (f)
        .session_name = unverified,                                                      // (g)
        .trail = {{"AssumeRole", "AWSService", "bedrock-agentcore.amazonaws.com"}},      // (j)
        .unseen = "AssumeRole",                                                          // (j) by memory
    },
    {
        .row = SourceId::lambda_microvm,  // 53
        .trust_kind = TrustKind::service,
        .principal = {"lambda.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},          // of a service's trust
        .conditions = {"aws:SourceAccount", "aws:SourceArn = arn:aws:lambda:REGION:ACCOUNT:microvm-image:*"},  // (a)
        .trust_grade = by_manual,                                                                              // (k)
        .assumer = {"Lambda"},                                                                                 // (b)
        .assumer_plane = PlaneKind::control,                                                                   // (c)
        .action = "*",                                                                          // (b) tells none
        .requester = {},                                                                        // (b)
        .assumer_grade = by_manual,                                                             // (k)
        .self_assumption = SelfAssumption::no,                                                  // (i)
        .custody = {any_service, {PlaneKind::data, Medium::metadata_path, "169.254.169.254"}},  // (d)
        .surfaces = {url("http://169.254.169.254/latest/meta-data/iam/security-credentials/execution_role")},  // (e)
        .readers = {"any code", "guest"},                                                                      // (f)
        .session_name = unverified,                                                                            // (g)
        .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com"}},                                       // (j)
        .unseen = "AssumeRole",  // (j) by memory
    },
    {
        .row = SourceId::eks_auto_mode_node,  // 54
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},                            // (a)
        .actions = {"sts:AssumeRole"},                                 // (b) as 17
        .trust_grade = by_manual,                                      // (k)
        .assumer = {"EC2"},                                            // (b)
        .assumer_plane = PlaneKind::control,                           // (c)
        .action = "sts:AssumeRole",                                    // (b) as 17
        .requester = {},                                               // as 17
        .self_assumption = SelfAssumption::no,                         // (i)
        .custody = {ec2_service, profile_path},                        // (d) as 17
        .surfaces = {profile_url},                                     // (e) as 17
        .readers = {"host network", "hop limit of 1"},                 // (f)
        .session_name = {"i-"},                                        // (g)
        .usual = {21780, 23700},                                       // (h) as 7
        .least = 21780,                                                // (h) as 7
        .most = 23700,                                                 // (h) as 7
        .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com"}},  // (j) as 7
    },
    {
        .row = SourceId::eks_hybrid_node,  // 55
        .trust_kind = TrustKind::service,
        .principal = {"ssm.amazonaws.com"},                                                   // (a) the first of two
        .actions = {"sts:AssumeRole"},                                                        // (b) as 11
        .conditions = {"aws:SourceAccount", "aws:SourceArn = arn:aws:ssm:REGION:ACCOUNT:*"},  // (a)
        .trust_grade = by_manual,                                                             // (k)
        .assumer = {"SSM"},                                                                   // (b)
        .assumer_plane = PlaneKind::control,                                                  // (c)
        .action = "sts:AssumeRole",                                                           // (b) as 11
        .requester = {"agent"},                                                               // (b) as 11
        .self_assumption = SelfAssumption::no,                                                // (i)
        .custody = {any_service,
                    systems_managers_reply,
                    {outside_aws, Medium::process_memory},
                    {outside_aws, Medium::file, "/eks-hybrid/.aws/credentials"}},  // (d), (e)
        .surfaces = {file("/eks-hybrid/.aws/credentials")},                        // (e)
        .readers = {"root", "DaemonSet"},                                          // (f)
        .session_name = {"mi-", "CN"},                                             // (g)
        .usual = 3600,                                                             // (h)
        .least = 900,                                                              // (h) Roles Anywhere
        .most = 43200,                                                             // (h) Roles Anywhere
        .missing = true,                                                           // (j) as 11
    },
    {
        .row = SourceId::eks_pod_identity_target,  // 56
        .trust_kind = TrustKind::aws,
        .principal = {"ASSOCIATION_ROLE", "account"},     // (a)
        .actions = {"sts:AssumeRole", "sts:TagSession"},  // (a)
        .conditions = {"aws:PrincipalArn"},               // (a)
        .trust_grade = by_record_or_manual,               // (k)
        .assumer = {"EKS Auth", "session"},               // (b)
        .assumer_plane = PlaneKind::control,              // (c)
        .action = "sts:AssumeRole",                       // (b)
        .requester = {"agent"},                           // as 19
        .self_assumption = SelfAssumption::no,            // (i) a second hop
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "AssumeRoleForPodIdentity"},
                    agent_memory,
                    {PlaneKind::data, Medium::container_endpoint, "/v1/credentials"},
                    sdk_memory},                                              // (d)
        .surfaces = {full_uri, url("http://169.254.170.23/v1/credentials")},  // (e) as 19
        .readers = {"token", "root"},                                         // (f) as 19
        .session_name = unverified,                                           // (g)
        .usual = or_untold(3600),                                             // (h)
        .most = 3600,                                                         // (h) chaining
        .lifetime_grade = by_memory,                                          // (h)
        .rotation = {"59 min"},                                               // (h)
        .missing = true,                                                      // (j)
    },
    {
        .row = SourceId::ecs_anywhere,  // 57
        .trust_kind = TrustKind::service,
        .principal = {"ssm.amazonaws.com"},     // (a)
        .actions = {"sts:AssumeRole"},          // (b) as 11
        .assumer = {"SSM"},                     // (b)
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "sts:AssumeRole",             // (b) as 11
        .requester = {"agent"},                 // (b) as 11
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {any_service,
                    systems_managers_reply,
                    {outside_aws, Medium::process_memory},
                    {outside_aws, Medium::file, "/rotatingcreds/credentials"}},  // (d), (e)
        .custody_grade = by_record,                                              // (k)
        .surfaces = {variable("ECS_EXTERNAL"), file("/rotatingcreds/credentials"),
                     file("C:\\Windows\\System32\\config\\systemprofile\\.aws\\credentials")},  // (e)
        .file_on_windows = "systemprofile\\.aws\\credentials",                                  // (e)
        .readers = {"root", "all tasks"},                                                       // (f)
        .session_name = {"mi-"},                                                                // (g)
        .usual = 3600,                                                                          // (h) as 11
        .missing = true,                                                                        // (j) as 11
    },
    {
        .row = SourceId::ecs_managed_instance,  // 58
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},         // (a)
        .actions = {"sts:AssumeRole"},              // of a service's trust
        .trust_grade = by_manual,                   // (k)
        .assumer = {"EC2"},                         // (b)
        .assumer_plane = PlaneKind::control,        // (c)
        .action = "*",                              // (b) tells none
        .requester = {},                            // (b)
        .self_assumption = SelfAssumption::no,      // (i)
        .custody = {ec2_service, unknown_runtime},  // (d) an instance that AWS runs
        .surfaces = Telling::not_known,             // (e)
        .readers = {Telling::not_known},            // (e), S-U7
        .session_name = unverified,                 // (g)
        .rotation = unverified,                     // (h)
        .missing = true,                            // (j)
    },
    {
        .row = SourceId::lambda_snapstart,  // 59
        .trust_kind = TrustKind::service,
        .principal = {"lambda.amazonaws.com"},                                    // (a)
        .actions = {"sts:AssumeRole"},                                            // (b) as 21
        .assumer = {"Lambda"},                                                    // (b)
        .assumer_plane = PlaneKind::control,                                      // (c)
        .action = "sts:AssumeRole",                                               // (b) as 21
        .requester = {},                                                          // as 21
        .self_assumption = SelfAssumption::no,                                    // (i)
        .custody = {any_service, {PlaneKind::data, Medium::container_endpoint}},  // (d)
        .surfaces = {full_uri, variable("AWS_CONTAINER_AUTHORIZATION_TOKEN")},    // (e) and no key variables
        .readers = {"layers", "extensions", "child"},                             // (f) as 21
        .session_name = {"function"},                                             // (g) as 21
        .usual = or_untold(7200),                                                 // (h) as 21
        .rotation = something,                                                    // (h)
        .trail = {{"AssumeRole", "AWSService", "lambda.amazonaws.com"}},          // (j) as 21
    },
    {
        .row = SourceId::lambda_managed_instance,  // 60
        .trust_kind = TrustKind::service,
        .principal = {"lambda.amazonaws.com"},            // (a) of both roles
        .actions = {"sts:AssumeRole"},                    // of a service's trust
        .trust_grade = by_manual,                         // (k)
        .assumer = {"Lambda"},                            // (b)
        .assumer_plane = PlaneKind::control,              // (c)
        .action = "*",                                    // (b) tells none
        .requester = {},                                  // (b)
        .assumer_grade = by_manual,                       // (k)
        .self_assumption = SelfAssumption::no,            // (i)
        .custody = {any_service, unknown_runtime},        // (d) as 21
        .surfaces = Telling::not_known,                   // (e)
        .readers = {"no boundary", "capacity provider"},  // (f)
        .session_name = unverified,                       // (g) of the operator role
        .missing = true,                                  // (j) of the operator role
        .unseen = "AssumeRole",                           // (j)
    },
};

}  // namespace

DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: the session") { expect_session(rows); }
DUAL_TEST_CASE("ECS, EKS and Lambda elsewhere, runtimes: CloudTrail") { expect_trail(rows); }

DUAL_TEST_CASE("a function with SnapStart has no variables with a key") {
  for (const Surface& surface : lambda_snapstart.surfaces) {
    EXPECT(surface.value != "AWS_ACCESS_KEY_ID");
    EXPECT(surface.value != "AWS_SECRET_ACCESS_KEY");
  }
  for (const Place& place : lambda_snapstart.custody) EXPECT(place.medium != Medium::environment);
}

}  // namespace extract
