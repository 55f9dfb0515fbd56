// Rows 39 to 48 of the catalogue: what servers and their containers find, and continuous integration.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop ec2_service{PlaneKind::control, Medium::service_memory, "ec2"};
constexpr Hop profile_path{PlaneKind::control, Medium::metadata_path, "iam/security-credentials"};
constexpr Hop jobs_environment{PlaneKind::client, Medium::environment, "job"};
constexpr Found profile_url = url("http://169.254.169.254/latest/meta-data/iam/security-credentials/<role>");
constexpr Event by_ec2{"AssumeRole", "AWSService", "ec2.amazonaws.com"};
constexpr Event by_web_identity{"AssumeRoleWithWebIdentity", "WebIdentityUser", ""};

constexpr Extract rows[] = {
    {
        .row = SourceId::container_on_ec2,  // 39
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},                                       // (a)
        .actions = {"sts:AssumeRole"},                                            // (b) as 7
        .trust_grade = by_record_or_manual,                                       // (k) as 7
        .assumer = {"EC2"},                                                       // (b) as 7
        .assumer_plane = PlaneKind::control,                                      // (c)
        .action = "sts:AssumeRole",                                               // (b) as 7
        .requester = {},                                                          // as 7
        .self_assumption = SelfAssumption::no,                                    // (i)
        .custody = {ec2_service, profile_path},                                   // (d) as 7
        .surfaces = {profile_url},                                                // (e) as 7
        .readers = {"host", "container", "hop limit", "IMDSv1", "host network"},  // (f)
        .session_name = {"i-"},                                                   // (g)
        .usual = {21780, 23700},                                                  // (h) as 7
        .least = 21780,                                                           // (h) as 7
        .most = 23700,                                                            // (h) as 7
        .trail = {by_ec2},                                                        // (j) as 7
    },
    {
        .row = SourceId::metadata_interceptor,  // 40
        .trust_kind = TrustKind::aws,
        .principal = {"NODE_ROLE", "kiam server"},  // (a)
        .actions = {"sts:AssumeRole"},              // (b)
        .trust_grade = by_third_party,              // (k)
        .assumer = {"interceptor", "node"},         // (b)
        .assumer_plane = PlaneKind::data,           // (c)
        .action = "sts:AssumeRole",                 // (b)
        .requester = {"pod"},                       // (d)
        .assumer_grade = by_third_party,            // (k)
        .self_assumption = SelfAssumption::no,      // (i) the interceptor does
        .custody = {{PlaneKind::data, Medium::process_memory, "interceptor"},
                    {PlaneKind::data, any_medium, "169.254.169.254"}},  // (d)
        .custody_grade = by_third_party,                                // (k)
        .surfaces = {profile_url},                                      // (e) with the pod's role
        .readers = {"annotation", "host network", "node"},              // (f)
        .session_name = unverified,                                     // (g)
        .most = 3600,                                                   // (h) chaining
        .rotation = unverified,                                         // not told
        .trail = {{"AssumeRole", "AssumedRole", ""}},                   // (j)
    },
    {
        .row = SourceId::key_on_a_server,                   // 41
        .assumer = {"nobody"},                              // (b)
        .assumer_plane = PlaneKind::client,                 // (c)
        .action = "",                                       // (b)
        .requester = {},                                    // (b) nobody
        .assumer_grade = by_third_party,                    // (k)
        .self_assumption = SelfAssumption::not_applicable,  // (i)
        .custody = {{outside_aws, Medium::file, ".aws/credentials"},
                    {outside_aws, Medium::environment, "AWS_ACCESS_KEY_ID"},
                    {outside_aws, Medium::file, "/root/.aws"}},  // (d) one of them
        .custody_grade = by_third_party,                         // (k)
        .surfaces = {file("~/.aws/credentials"), variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY")},
        .readers = {"user", "root", "container"},  // (f)
        .session_name = nothing_or({":user/"}),    // (g)
        .trail = {{"", "IAMUser", ""}},            // (j)
    },
    {
        .row = SourceId::credential_process,           // 42
        .assumer = {"tool"},                           // (b)
        .assumer_plane = PlaneKind::client,            // (c) the terminal, or a server
        .action = "",                                  // (b) the tool decides
        .requester = {"SDK", "command"},               // (b)
        .self_assumption = SelfAssumption::no_or_yes,  // (i) depends
        .custody = {{outside_aws, Medium::standard_output}, {outside_aws, Medium::process_memory, "SDK"}},  // (d)
        .custody_grade = by_record,                                                                         // (k)
        .surfaces = {{SurfaceKind::standard_output, "credential_process"}},                                 // (e)
        .readers = {"run the command"},                                                                     // (f)
        .session_name = {"tool"},                                                                           // (g)
        .missing = true,  // (j) the tool's own calls
    },
    {
        .row = SourceId::gitlab_ci,  // 43
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/gitlab.com"},                              // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                             // (b)
        .conditions = {"gitlab.com:sub", "project_path:GROUP/PROJECT:ref_type:branch:ref:NAME"},  // (a)
        .trust_grade = by_third_party,                                                            // (k)
        .assumer = {"job"},                                                                       // (b)
        .assumer_plane = PlaneKind::client,                                                       // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                                // (b)
        .requester = {"token"},                                                                   // (d)
        .assumer_grade = by_third_party,                                                          // (k)
        .self_assumption = SelfAssumption::yes,                                                   // (i)
        .custody = {jobs_environment},                                                            // (d)
        .surfaces = {variable("<...>id_tokens<...>")},                                            // (d)
        .readers = {"later command", "job"},                                                      // (f)
        .session_name = {"caller"},                                                               // (g)
        .usual = 3600,                                                                            // (h)
        .least = 900,                                                                             // (h)
        .most = 43200,                                                                            // (h)
        .trail = {by_web_identity},                                                               // (j)
    },
    {
        .row = SourceId::circleci,  // 44
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/oidc.circleci.com/org/"},        // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                   // (b)
        .conditions = {":aud = ORG", ":sub = org/ORG/project/PROJECT/user/USER"},       // (a)
        .trust_grade = by_third_party,                                                  // (k)
        .assumer = {"job"},                                                             // (b)
        .assumer_plane = PlaneKind::client,                                             // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                      // (b)
        .requester = {"token"},                                                         // (d)
        .assumer_grade = by_third_party,                                                // (k)
        .self_assumption = SelfAssumption::yes,                                         // (i)
        .custody = {jobs_environment},                                                  // (d)
        .surfaces = {variable("CIRCLE_OIDC_TOKEN"), variable("CIRCLE_OIDC_TOKEN_V2")},  // (d)
        .readers = {"later command", "job"},                                            // (f) as 43
        .session_name = {"caller"},                                                     // (g)
        .usual = 3600,                                                                  // (h) also of the orb
        .least = 900,                                                                   // (h)
        .most = 43200,                                                                  // (h)
        .trail = {by_web_identity},                                                     // (j)
    },
    {
        .row = SourceId::hcp_terraform,  // 45
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/app.terraform.io"},  // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                       // (b)
        .conditions = {":aud = aws.workload.identity", "organization:", ":project:", ":workspace:", ":run_phase:"},
        .trust_grade = by_third_party,                                                      // (k), S-X7
        .assumer = {"run"},                                                                 // (b)
        .assumer_plane = PlaneKind::client,                                                 // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                          // (b)
        .requester = {"provider", "run"},                                                   // (b)
        .assumer_grade = by_third_party,                                                    // (k)
        .self_assumption = SelfAssumption::yes,                                             // (i)
        .custody = {{PlaneKind::client, Medium::environment}},                              // (d)
        .surfaces = {variable("TFC_AWS_PROVIDER_AUTH"), variable("TFC_AWS_RUN_ROLE_ARN")},  // (d) by memory
        .readers = {"plan", "providers", "provisioners"},                                   // (f)
        .session_name = {"caller"},                                                         // (g)
        .usual = 3600,                                                                      // (h)
        .least = 900,                                                                       // (h)
        .most = 43200,                                                                      // (h)
        .trail = {by_web_identity},                                                         // (j)
    },
    {
        .row = SourceId::bitbucket_pipelines,  // 46
        .trust_kind = TrustKind::federated,
        .principal = {":oidc-provider/api.bitbucket.org/2.0/workspaces/", "/pipelines-config/identity/oidc"},  // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                                          // (b)
        .conditions = {":aud = ari:cloud:bitbucket::workspace/UUID"},                                          // (a)
        .trust_grade = by_third_party,                                                                         // (k)
        .assumer = {"step"},                                                                                   // (b)
        .assumer_plane = PlaneKind::client,                                                                    // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                                             // (b)
        .requester = {"token"},                                                                                // (d)
        .assumer_grade = by_third_party,                                                                       // (k)
        .self_assumption = SelfAssumption::yes,                                                                // (i)
        .custody = {{PlaneKind::client, Medium::environment}},                                                 // (d)
        .surfaces = {variable("BITBUCKET_STEP_OIDC_TOKEN")},                                                   // (d)
        .readers = {"later command"},  // (f) as 43
        .session_name = {"caller"},    // (g)
        .usual = 3600,                 // (h)
        .least = 900,                  // (h)
        .most = 43200,                 // (h)
        .trail = {by_web_identity},    // (j)
    },
    {
        .row = SourceId::buildkite,  // 47
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/agent.buildkite.com"},                     // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                             // (b)
        .conditions = {":sub = organization:", ":pipeline:", ":ref:", ":commit:", ":step:"},      // (a)
        .trust_grade = by_manual,                                                                 // (k) of the vendor
        .assumer = {"job"},                                                                       // (b)
        .assumer_plane = PlaneKind::client,                                                       // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                                // (b)
        .requester = {"token"},                                                                   // (d)
        .assumer_grade = by_manual,                                                               // (k)
        .self_assumption = SelfAssumption::yes,                                                   // (i)
        .custody = {jobs_environment},                                                            // (d)
        .surfaces = {{SurfaceKind::standard_output, "buildkite-agent oidc request-token<...>"}},  // (d)
        .readers = {"later command", "job"},                                                      // (f) as 43
        .session_name = {"caller"},                                                               // (g)
        .usual = 3600,                                                                            // (h)
        .least = 900,                                                                             // (h)
        .most = 43200,                                                                            // (h)
        .trail = {by_web_identity},                                                               // (j)
    },
    {
        .row = SourceId::self_hosted_runner,  // 48: on EC2, as 7
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},              // (a)
        .actions = {"sts:AssumeRole"},                   // (b)
        .assumer = {"EC2"},                              // (b)
        .assumer_plane = PlaneKind::control,             // (c)
        .action = "sts:AssumeRole",                      // (b)
        .requester = {},                                 // (b)
        .self_assumption = SelfAssumption::no,           // (i)
        .custody = {ec2_service, profile_path},          // (d)
        .custody_grade = by_third_party,                 // (k)
        .surfaces = {profile_url},                       // (e)
        .readers = {"every job", "other repositories"},  // (f)
        .session_name = {"i-"},                          // (g)
        .usual = {21780, 23700},                         // (h)
        .least = 21780,                                  // (h)
        .most = 23700,                                   // (h)
        .trail = {by_ec2},                               // (j)
    },
};

}  // namespace

DUAL_TEST_CASE("servers, continuous integration: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("servers, continuous integration: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("servers, continuous integration: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("servers, continuous integration: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("servers, continuous integration: the session") { expect_session(rows); }
DUAL_TEST_CASE("servers, continuous integration: CloudTrail") { expect_trail(rows); }

}  // namespace extract
