// Rows 61 to 73 of the catalogue: schedules and pipes, data work, fleets, and credentials that come from another session.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop any_service{PlaneKind::control, Medium::service_memory};
constexpr Hop unknown_runtime{PlaneKind::data, any_medium};
constexpr Hop holders_memory{outside_aws, Medium::process_memory};
constexpr Hop sdk_memory{PlaneKind::data, Medium::process_memory};

constexpr Extract rows[] = {
    {
        .row = SourceId::eventbridge_scheduler,  // 61
        .trust_kind = TrustKind::service,
        .principal = {"scheduler.amazonaws.com"},                   // (a)
        .actions = {"sts:AssumeRole"},                              // of a service's trust
        .conditions = {"aws:SourceArn", "schedule-group"},          // (a)
        .trust_grade = by_manual,                                   // (k)
        .assumer = {"Scheduler"},                                   // (b)
        .assumer_plane = PlaneKind::control,                        // (c)
        .action = "*",                                              // (b) tells none
        .requester = {},                                            // (b)
        .assumer_grade = by_manual,                                 // (k)
        .self_assumption = SelfAssumption::not_applicable,          // (i)
        .custody = {any_service},                                   // (d)
        .surfaces = {},                                             // (e)
        .readers = nobody,                                          // (f)
        .session_name = unverified,                                 // (g)
        .rotation = unverified,                                     // (h)
        .trail = {{"", "AssumedRole", "scheduler.amazonaws.com"}},  // (j)
        .unseen = "",                                               // (j) uses, by memory
    },
    {
        .row = SourceId::eventbridge_pipes,  // 62
        .trust_kind = TrustKind::service,
        .principal = {"pipes.amazonaws.com"},                   // (a)
        .actions = {"sts:AssumeRole"},                          // of a service's trust
        .conditions = {"aws:SourceAccount", "aws:SourceArn"},   // (a)
        .trust_grade = by_third_party,                          // (k)
        .assumer = {"Pipes"},                                   // (b)
        .assumer_plane = PlaneKind::control,                    // (c)
        .action = "*",                                          // (b) tells none
        .requester = {},                                        // (b)
        .assumer_grade = by_manual,                             // the manual, read since
        .self_assumption = SelfAssumption::not_applicable,      // (i)
        .custody = {any_service},                               // (d)
        .surfaces = {},                                         // (e)
        .readers = nobody,                                      // (f)
        .session_name = unverified,                             // (g)
        .rotation = unverified,                                 // (h)
        .trail = {{"", "AssumedRole", "pipes.amazonaws.com"}},  // (j)
    },
    {
        .row = SourceId::airflow,  // 63
        .trust_kind = TrustKind::service,
        .principal = {"airflow-env.amazonaws.com"},             // (a) one of the two
        .actions = {"sts:AssumeRole"},                          // of a service's trust
        .trust_grade = by_manual,                               // the manual, read since
        .assumer = {"MWAA"},                                    // (b)
        .assumer_plane = PlaneKind::control,                    // (c)
        .action = "*",                                          // (b) tells none
        .requester = {},                                        // (b)
        .assumer_grade = by_manual,                             // the manual, read since
        .self_assumption = SelfAssumption::no,                  // (i)
        .custody = {any_service, unknown_runtime},              // (d)
        .surfaces = Telling::not_known,                         // (e)
        .readers = {"DAG", "plug-in", "workers", "scheduler"},  // (f)
        .session_name = unverified,                             // (g)
        .rotation = unverified,                                 // (h)
        .trail = {{"", "AssumedRole", "<service>"}},            // (j)
    },
    {
        .row = SourceId::emr_step,  // 64, the runtime role
        .trust_kind = TrustKind::aws,
        .principal = {"INSTANCE_PROFILE_ROLE"},           // (a)
        .actions = {"sts:AssumeRole", "sts:TagSession"},  // (a)
        .conditions = {"sts:ExternalId"},                 // (a) optional
        .trust_grade = by_manual,                         // (k)
        .assumer = {"cluster", "instance profile"},       // (b)
        .assumer_plane = PlaneKind::data,                 // (c)
        .action = "sts:AssumeRole",                       // (b)
        .requester = anything,                            // the submitter
        .assumer_grade = by_manual,                       // (k)
        .self_assumption = SelfAssumption::no,            // (i) for the job
        .custody = {{PlaneKind::data, Medium::process_memory, "cluster"}, {PlaneKind::data, any_medium, "step"}},
        .surfaces = {{SurfaceKind::api, "<...>GetClusterSessionCredentials"}},  // (e) and no AWS key
        .readers = {"step", "SSH"},                                             // (f)
        .session_name = unverified,                                             // (g)
        .most = 3600,                                                           // (h) chaining
        .lifetime_grade = by_memory,                                            // (h)
        .rotation = unverified,                                                 // (h)
    },
    {
        .row = SourceId::emr_on_eks_job,  // 65
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/oidc.eks.", ".amazonaws.com/id/"},  // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                      // (b) as 18
        .conditions = {"emr-containers-sa-*-*-ACCOUNT-"},                                  // (a)
        .trust_grade = by_record,                                                          // the AWS CLI writes it
        .assumer = {"pod"},                                                                // (b) as 18
        .assumer_plane = PlaneKind::data,                                                  // (c)
        .action = "sts:AssumeRoleWithWebIdentity",                                         // (b) as 18
        .requester = {"SDK"},                                                              // (b) as 18
        .self_assumption = SelfAssumption::yes,                                            // (i)
        .custody = {sdk_memory},                                                           // (d) as 18
        .surfaces = {variable("AWS_WEB_IDENTITY_TOKEN_FILE"), variable("AWS_ROLE_ARN")},   // (e) as 18
        .readers = {"pods", "job"},                                                        // (f)
        .session_name = {"AWS_ROLE_SESSION_NAME"},                                         // (g) as 18
        .usual = 3600,                                                                     // (h) as 18
        .least = 900,                                                                      // (h) as 18
        .most = 43200,                                                                     // (h) as 18
        .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", ""}},                   // (j) as 18
    },
    {
        .row = SourceId::emr_serverless_job,  // 66, all by memory
        .trust_kind = TrustKind::service,
        .principal = {"emr-serverless.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},                  // of a service's trust
        .trust_grade = by_memory,                       // (k)
        .assumer = {"EMR Serverless"},                  // (b)
        .assumer_plane = PlaneKind::control,            // (c)
        .action = "*",                                  // (b) tells none
        .requester = {},                                // (b)
        .assumer_grade = by_memory,                     // (k)
        .self_assumption = SelfAssumption::no,          // (i)
        .custody = {any_service, unknown_runtime},      // (d)
        .custody_grade = by_memory,                     // (k)
        .surfaces = Telling::not_known,                 // (e)
        .readers = {"job"},                             // (f)
        .session_name = unverified,                     // (g)
        .rotation = unverified,                         // (h)
        .trail = {{"", "*", "<service>"}},              // (j)
        .unseen = "*",                                  // (j)
    },
    {
        .row = SourceId::gamelift_fleet,  // 67
        .trust_kind = TrustKind::service,
        .principal = {"gamelift.amazonaws.com"},       // (a)
        .actions = {"sts:AssumeRole"},                 // (b)
        .trust_grade = by_manual,                      // (k)
        .assumer = {"GameLift", "game process"},       // (b) SDK 5; SDK up to 4
        .assumer_plane = PlaneKind::control,           // (c) of the first
        .action = "sts:AssumeRole",                    // (b)
        .requester = anything,                         // (b)
        .assumer_grade = by_manual,                    // (k)
        .self_assumption = SelfAssumption::no_or_yes,  // (i)
        .custody = {any_service,
                    {PlaneKind::data, Medium::process_memory},
                    {PlaneKind::data, Medium::file, "/local/credentials/credentials"}},  // (d)
        .surfaces = {{SurfaceKind::api, "<...>GetFleetRoleCredentials"},
                     file("/local/credentials/credentials"),
                     file("C:\\Credentials\\credentials")},  // (e)
        .file_on_windows = "C:\\Credentials\\credentials",   // (e)
        .readers = {"every application", "container"},       // (f)
        .session_name = unverified,                          // (g)
        .rotation = {"renew", "again"},                      // (h)
        .missing = true,                                     // (j)
    },
    {
        .row = SourceId::appstream_instance,  // 68
        .trust_kind = TrustKind::service,
        .principal = {"appstream.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // of a service's trust
        .conditions = {"aws:SourceAccount", "aws:SourceArn = arn:aws:appstream:REGION:ACCOUNT:fleet/FLEET"},
        .trust_grade = by_manual,                                                           // (k)
        .assumer = {"AppStream"},                                                           // (b)
        .assumer_plane = PlaneKind::control,                                                // (c)
        .action = "sts:AssumeRole",                                                         // (b)
        .requester = {},                                                                    // (b)
        .assumer_grade = by_manual,                                                         // S-X5: read since
        .self_assumption = SelfAssumption::no,                                              // (i)
        .custody = {any_service, {PlaneKind::data, any_medium, "appstream_machine_role"}},  // (d)
        .surfaces = {file("appstream_machine_role")},                                       // (e)
        .readers = {"streaming user", "scripts"},                                           // (f)
        .session_name = unverified,                                                         // (g)
        .usual = 3600,                                                                      // (h)
        .rotation = {"each hour", "valid to its end"},                                      // (h)
        .missing = true,                                                                    // (j)
    },
    {
        .row = SourceId::delegated_access,                                // 69
        .assumer = {"provider"},                                          // (b)
        .assumer_plane = PlaneKind::client,                               // (c)
        .action = "sts:GetDelegatedAccessToken",                          // (b)
        .requester = {"provider", "customer"},                            // (b)
        .self_assumption = SelfAssumption::not_applicable,                // (i)
        .custody = {{PlaneKind::client, any_medium, "provider"}},         // (d)
        .surfaces = {{SurfaceKind::api, "sts:GetDelegatedAccessToken"}},  // (e)
        .readers = {"provider"},                                          // (f)
        .session_name = {"none", "AssumedPrincipal"},                     // (g)
        .rotation = {"ExpiredTradeInToken"},                              // (h)
        .missing = true,                                                  // (j)
    },
    {
        .row = SourceId::outbound_token,                              // 70
        .assumer = {"any principal"},                                 // (b)
        .assumer_plane = PlaneKind::data,                             // (c)
        .action = "sts:GetWebIdentityToken",                          // (b)
        .requester = anything,                                        // (b)
        .self_assumption = SelfAssumption::not_applicable,            // (i)
        .custody = {holders_memory},                                  // (d)
        .surfaces = {{SurfaceKind::api, "sts:GetWebIdentityToken"}},  // (e)
        .readers = {"hold", "expires"},                               // (f)
        .session_name = nothing_or({"none"}),                         // (g)
        .usual = 300,                                                 // (h)
        .least = 60,                                                  // (h)
        .most = 3600,                                                 // (h)
        .trail = {{"GetWebIdentityToken", "*", ""}},                  // (j)
    },
    {
        .row = SourceId::scoped_credential,                            // 71
        .assumer = {"holder"},                                         // (b)
        .assumer_plane = PlaneKind::data,                              // (c)
        .action = "sts:GetScopedCredentials",                          // (b)
        .requester = {"holder"},                                       // (b)
        .self_assumption = SelfAssumption::not_applicable,             // (i) the same principal
        .custody = {holders_memory},                                   // (d)
        .surfaces = {{SurfaceKind::api, "sts:GetScopedCredentials"}},  // (b)
        .readers = {"receives", "parent", "wider"},                    // (f)
        .session_name = {"unchanged"},                                 // (g)
        .least = 1,                                                    // GSC-5
        .most = 129600,                                                // GSC-5, and (h) the parent's end
        .missing = true,                                               // (j) GSC-13
    },
    {
        .row = SourceId::host_management_by_aws,  // 72
        .trust_kind = TrustKind::service,
        .principal = {"ssm.amazonaws.com"},     // (a)
        .actions = {"sts:AssumeRole"},          // (b) as 10
        .trust_grade = by_memory,               // (k)
        .assumer = {"SSM"},                     // (b) as 10
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "sts:AssumeRole",             // (b) as 10
        .requester = {"agent"},                 // (b) as 10
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "RequestManagedInstanceRoleToken"},
                    {PlaneKind::data, Medium::process_memory},
                    {PlaneKind::data, Medium::file, "/var/lib/amazon/ssm/credentials"}},  // (d) as 10
        .surfaces = {file("/var/lib/amazon/ssm/credentials")},                            // (e) as 10
        .file_on_windows = "\\Amazon\\SSM\\credentials",                                  // (e) as 10
        .readers = {"root", "SYSTEM"},                                                    // (f) as 10
        .session_name = {"i-"},                                                           // (g)
        .usual = or_untold(3600),                                                         // (h) as 10
        .missing = true,                                                                  // (j) as 10
    },
    {
        .row = SourceId::mcp_server,                                // 73
        .assumer = {"MCP server", "token"},                         // (b)
        .assumer_plane = PlaneKind::control,                        // (c)
        .action = ":CreateOAuth2Token",                             // (b)
        .requester = {"agent"},                                     // (b)
        .assumer_grade = by_record,                                 // (k)
        .self_assumption = SelfAssumption::not_applicable,          // (i) the same principal
        .custody = {any_service},                                   // (d)
        .custody_grade = by_memory,                                 // (f)
        .surfaces = {url("https://aws-mcp.<region>.api.aws/mcp")},  // (e)
        .readers = nobody,                                          // (f) the agent has a token
        .session_name = {"unchanged"},                              // (g)
        .rotation = unverified,                                     // (h)
        .trail = {{"CreateOAuth2Token", "*", ""},
                  {"CallReadWriteTool", "*", "*"},
                  {"", "*", "aws-mcp.amazonaws.com"}},  // (j)
    },
};

}  // namespace

DUAL_TEST_CASE("schedules, data, fleets, derived credentials: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("schedules, data, fleets, derived credentials: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("schedules, data, fleets, derived credentials: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("schedules, data, fleets, derived credentials: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("schedules, data, fleets, derived credentials: the session") { expect_session(rows); }
DUAL_TEST_CASE("schedules, data, fleets, derived credentials: CloudTrail") { expect_trail(rows); }

DUAL_TEST_CASE("MWAA's trust policy names two services") {
  bool names_both = false;
  for (const Stated& note : airflow.notes) {
    names_both = names_both || (contains(note.text, "airflow.amazonaws.com") && contains(note.text, "airflow-env."));
  }
  EXPECT(names_both);
}

DUAL_TEST_CASE("a second hop says so, and lasts an hour at most") {
  for (const CredentialSource* const entry : {&metadata_interceptor, &eks_pod_identity_target, &emr_step}) {
    bool says_so = false;
    for (const Stated& note : entry->notes) says_so = says_so || contains(note.text, "second hop");
    EXPECT(says_so);
    EXPECT(entry->trust.kind == TrustKind::aws);
    EXPECT(entry->lifetime.most == 3600);
  }
}

}  // namespace extract
