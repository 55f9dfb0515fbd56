// Rows 22 to 28, 34 and 35 of the catalogue: builds and data, services that do the work themselves, forward access.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Extract rows[] = {
    {
        .row = SourceId::codebuild_build,  // 22
        .trust_kind = TrustKind::service,
        .principal = {"codebuild.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // of a service's trust
        .trust_grade = by_record_or_manual,        // (k)
        .assumer = {"CodeBuild"},                  // (b)
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "sts:AssumeRole",                // (j)
        .requester = anything,                     // not told
        .assumer_grade = by_manual,                // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "codebuild"},
                    {PlaneKind::data, Medium::container_endpoint}},       // (d)
        .surfaces = {variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),  // (e)
                     url("http://169.254.170.2<...>")},                   // (e)
        .readers = {"build"},                                             // (f)
        .session_name = {"AWSCodeBuild-"},                                // (g)
        .session_grade = by_third_party,                                  // (k)
        .missing = true,                                                  // (j) by memory
        .unseen = "AssumeRole",                                           // (j) by memory
    },
    {
        .row = SourceId::sagemaker_notebook,  // 23
        .trust_kind = TrustKind::service,
        .principal = {"sagemaker.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // of a service's trust
        .trust_grade = by_manual,                  // (k)
        .assumer = {"SageMaker"},                  // (b)
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "*",                             // (b) tells none
        .requester = anything,                     // not told
        .assumer_grade = by_manual,                // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "sagemaker"},
                    {any_plane, Medium::metadata_path},
                    perhaps({PlaneKind::data, Medium::process_memory})},  // (d)
        .custody_grade = by_third_party,                                  // (k)
        .surfaces = {path("/latest/meta-data/iam/security-credentials/BaseNotebookInstanceEc2InstanceRole"),
                     path("/latest/meta-data/iam/info")},  // (e)
        .readers = {"notebook"},                           // (f)
        .session_name = {"SageMaker"},                     // (g)
        .usual = {},                                       // (h) unverified
        .unseen = "AssumeRole",                            // (j) tells of none
    },
    {
        .row = SourceId::sagemaker_job,  // 24
        .trust_kind = TrustKind::service,
        .principal = {"sagemaker.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},             // of a service's trust
        .trust_grade = by_manual,                  // (k)
        .assumer = {"SageMaker"},                  // (b)
        .assumer_plane = PlaneKind::control,       // (c)
        .action = "*",                             // (b) tells none
        .requester = anything,                     // not told
        .assumer_grade = by_manual,                // (k)
        .self_assumption = SelfAssumption::no,     // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "sagemaker"},
                    {PlaneKind::data, Medium::container_endpoint}},        // (d)
        .custody_grade = by_third_party,                                   // (k)
        .surfaces = {variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")},  // (e)
        .readers = {"code"},                                               // (f)
        .session_name = {"SageMaker"},                                     // (g)
        .usual = {},                                                       // (h) unverified
        .unseen = "AssumeRole",                                            // (j) tells of none
    },
    {
        .row = SourceId::glue_job,  // 25
        .trust_kind = TrustKind::service,
        .principal = {"glue.amazonaws.com"},    // (a)
        .actions = {"sts:AssumeRole"},          // of a service's trust
        .trust_grade = by_manual,               // (k)
        .assumer = {"Glue"},                    // (b)
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "*",                          // (b) tells none
        .requester = anything,                  // not told
        .assumer_grade = by_manual,             // (k)
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "glue"}, {PlaneKind::data, any_medium}},  // (d)
        .custody_grade = by_memory,                                                                        // (k)
        .surfaces = Telling::not_known,                                                                    // (e)
        .readers = {"script"},                                                                             // (f)
        .session_name = {"GlueJobRunnerSession"},                                                          // (g)
        .usual = {},                                                                                       // (h)
    },
    {
        .row = SourceId::step_functions,  // 26
        .trust_kind = TrustKind::service,
        .principal = {"states.amazonaws.com"},                      // (a)
        .actions = {"sts:AssumeRole"},                              // of a service's trust
        .trust_grade = by_record_or_manual,                         // (k)
        .assumer = {"Step Functions"},                              // (b)
        .assumer_plane = PlaneKind::control,                        // (c)
        .action = "*",                                              // (b) tells none
        .requester = anything,                                      // not told
        .assumer_grade = by_manual,                                 // (k)
        .self_assumption = SelfAssumption::no,                      // (i) no process
        .custody = {{PlaneKind::control, Medium::service_memory}},  // (d)
        .surfaces = {},                                             // (e)
        .readers = nobody,                                          // (f)
        .session_name = {"letters"},                                // (g)
        .session_grade = by_record,                                 // (k)
        .usual = {},                                                // (h) unverified
        .trail = {{"", "AssumedRole", "states.amazonaws.com"}},     // (j)
    },
    {
        .row = SourceId::cloudformation,  // 27
        .trust_kind = TrustKind::service,
        .principal = {"cloudformation.amazonaws.com"},                                // (a)
        .actions = {"sts:AssumeRole"},                                                // of a service's trust
        .trust_grade = by_record_or_manual,                                           // (k)
        .assumer = {"CloudFormation"},                                                // (b)
        .assumer_plane = PlaneKind::control,                                          // (c)
        .action = "*",                                                                // (b) tells none
        .requester = anything,                                                        // not told
        .assumer_grade = by_manual,                                                   // (k)
        .self_assumption = SelfAssumption::not_applicable,                            // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "cloudformation"}},  // (d)
        .surfaces = {},                                                               // (e)
        .readers = nobody,                                                            // (f)
        .session_name = {"AWSCloudFormation"},                                        // (g)
        .usual = {},                                                                  // (h) unverified
        .trail = {{"", "*", "cloudformation.amazonaws.com"}},                         // (j)
    },
    {
        .row = SourceId::eventbridge,  // 28
        .trust_kind = TrustKind::service,
        .principal = {"events.amazonaws.com"},                                     // (a)
        .actions = {"sts:AssumeRole"},                                             // of a service's trust
        .trust_grade = by_record_or_manual,                                        // (k)
        .assumer = {"EventBridge"},                                                // (b)
        .assumer_plane = PlaneKind::control,                                       // (c)
        .action = "*",                                                             // (b) tells none
        .requester = anything,                                                     // not told
        .assumer_grade = by_manual,                                                // (k)
        .self_assumption = SelfAssumption::not_applicable,                         // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "eventbridge"}},  // (d)
        .surfaces = {},                                                            // (e)
        .readers = nobody,                                                         // (f)
        .session_name = {"hex"},                                                   // (g)
        .session_grade = by_record,                                                // (k)
        .usual = {},                                                               // (h) unverified
        .trail = {{"", "*", "events.amazonaws.com"}, {"*", "AWSService", "*"}},    // (j)
    },
    {
        .row = SourceId::service_linked_role,  // 34
        .trust_kind = TrustKind::service,
        .principal = {".amazonaws.com"},                                  // (a)
        .actions = {"sts:AssumeRole"},                                    // (b)
        .trust_grade = by_record_or_manual,                               // (k)
        .assumer = {"service"},                                           // (b)
        .assumer_plane = PlaneKind::control,                              // (c)
        .action = "sts:AssumeRole",                                       // (b)
        .requester = anything,                                            // not told
        .assumer_grade = by_record,                                       // (k)
        .self_assumption = SelfAssumption::not_applicable,                // (i)
        .custody = {{PlaneKind::control, Medium::service_memory}},        // (d)
        .surfaces = {},                                                   // (e)
        .readers = nobody,                                                // (f)
        .session_name = {"SLRManagement", "dbi-id-db-", "MandoService"},  // (g)
        .session_grade = by_record,                                       // (k)
        .least = or_untold(900),                                          // (g) as seen
        .most = or_untold(21600),                                         // (g) as seen
        .trail = {{"AssumeRole", "AWSService", "*"}},                     // (j)
    },
    {
        .row = SourceId::forward_access_session,                             // 35
        .assumer = {"ervice"},                                               // (b) it re-uses the request of the caller
        .assumer_plane = PlaneKind::control,                                 // (c)
        .action = "",                                                        // (b)
        .requester = anything,                                               // not told
        .assumer_grade = by_manual,                                          // (k)
        .self_assumption = SelfAssumption::not_applicable,                   // (i)
        .custody = {perhaps({PlaneKind::control, Medium::service_memory})},  // (d) never leaves AWS
        .custody_grade = by_memory,                                          // (k)
        .surfaces = {},                                                      // (e)
        .readers = nobody,                                                   // (f)
        .session_name = nothing_or({"caller"}),                              // (g)
        .trail = {{"*", "*", "<service>"}},                                  // (j)
    },
};

}  // namespace

DUAL_TEST_CASE("builds, data, services, forward access: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("builds, data, services, forward access: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("builds, data, services, forward access: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("builds, data, services, forward access: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("builds, data, services, forward access: the session") { expect_session(rows); }
DUAL_TEST_CASE("builds, data, services, forward access: CloudTrail") { expect_trail(rows); }

}  // namespace extract
