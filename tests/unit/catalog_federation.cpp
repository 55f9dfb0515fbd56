// Rows 29 to 33, 36 and 37 of the catalogue: certificates, Identity Center, federation, devices.
#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop any_service{PlaneKind::control, Medium::service_memory};
constexpr Found device_url =
    url("https://<prefix>.credentials.iot.<region>.amazonaws.com/role-aliases/<alias>/credentials");

constexpr Extract rows[] = {
    {
        .row = SourceId::roles_anywhere,  // 29
        .trust_kind = TrustKind::service,
        .principal = {"rolesanywhere.amazonaws.com"},                              // (a)
        .actions = {"sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"},  // (a)
        .conditions = {"aws:SourceArn"},                                           // (a)
        .trust_grade = by_record_or_manual,                                        // (k)
        .assumer = {"Roles Anywhere"},                                             // (b)
        .assumer_plane = PlaneKind::control,                                       // (c) the caller of STS
        .action = "sts:AssumeRole",                                                // (a), (b)
        .requester = {"helper"},                                                   // (b)
        .assumer_grade = by_record_or_manual,                                      // (k)
        .self_assumption = SelfAssumption::no,                                     // (i) in the sense of STS
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "CreateSession"},
                    perhaps({PlaneKind::client, Medium::process_memory}),
                    {PlaneKind::client, Medium::standard_output},
                    {PlaneKind::client, any_medium},
                    {PlaneKind::client, Medium::file, ".aws/credentials"}},       // (d) the last three: one of them
        .surfaces = {{SurfaceKind::standard_output, "<...>"},                     // (e)
                     url("http://127.0.0.1:9911<...>"),                           // (e)
                     file("~/.aws/credentials"),                                  // (e)
                     url("<...>rolesanywhere.<region>.amazonaws.com/sessions")},  // endpoints
        .readers = {"serve", "update"},                                           // (f)
        .session_name = {"acceptRoleSessionName"},                                // (g)
        .usual = 3600,                                                            // (h)
        .least = 900,                                                             // (h)
        .most = 43200,                                                            // (h)
        .lifetime_grade = by_record_or_manual,                                    // (k)
        .rotation = {"5 min"},                                                    // (h)
        .trail = {{"CreateSession", "*", "*"}},                                   // (j)
    },
    {
        .row = SourceId::identity_center,  // 30
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":saml-provider/AWSSSO_", "_DO_NOT_DELETE"},  // (a)
        .actions = {"sts:AssumeRoleWithSAML", "sts:TagSession"},                     // (a)
        .trust_grade = by_record_or_manual,                                          // (k)
        .assumer = {"Identity Center"},                                              // (b)
        .assumer_plane = PlaneKind::control,                                         // (c) the caller of STS
        .action = "sts:AssumeRoleWithSAML",                                          // (b)
        .requester = {"CLI"},                                                        // with a bearer token
        .assumer_grade = by_record,                                                  // (k)
        .self_assumption = SelfAssumption::no,                                       // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "GetRoleCredentials"},
                    {PlaneKind::client, Medium::process_memory},
                    {PlaneKind::client, Medium::file, ".aws/cli/cache"}},                    // (d)
        .surfaces = {file("~/.aws/sso/cache/<sha1>.json"),                                   // (e)
                     file("~/.aws/cli/cache/<sha1>.json"),                                   // (e)
                     url("<...>portal.sso.<region>.amazonaws.com/federation/credentials")},  // endpoints
        .readers = {"user", "bearer"},                                                       // (f)
        .session_name = {"user name"},                                                       // (g)
        .usual = or_untold(43200),                                                           // (h) seen
        .least = {3600, 3600, true},  // (h) of the permission set
        .most = 43200,                // (h)
        .trail = {{"GetRoleCredentials", "IdentityCenterUser", ""}, {"AssumeRoleWithSAML", "SAMLUser", ""}},  // (j)
    },
    {
        .row = SourceId::saml_federation,  // 31
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":saml-provider/"},                                   // (a)
        .actions = {"sts:AssumeRoleWithSAML"},                                               // (b)
        .conditions = {"SAML:aud", "https://signin.aws.amazon.com/saml"},                    // (a)
        .trust_grade = by_record_or_manual,                                                  // (k)
        .assumer = {"assertion"},                                                            // (i) its bearer
        .assumer_plane = PlaneKind::client,                                                  // (c)
        .action = "sts:AssumeRoleWithSAML",                                                  // (b)
        .requester = anything,                                                               // (b) browser or tool
        .assumer_grade = by_manual,                                                          // (k)
        .self_assumption = SelfAssumption::yes,                                              // (i)
        .custody = {{PlaneKind::client, Medium::browser}, {PlaneKind::client, any_medium}},  // (d) one of them
        .surfaces = {url("https://signin.aws.amazon.com/saml"), url("https://<region>.signin.aws.amazon.com/saml")},
        .readers = {"hold"},                                // (f)
        .session_name = {"RoleSessionName"},                // (g)
        .usual = 3600,                                      // (h)
        .least = or_untold(900),                            // (h) not told
        .most = 43200,                                      // (h) the role's maximum
        .lifetime_grade = by_record_or_manual,              // (k)
        .trail = {{"AssumeRoleWithSAML", "SAMLUser", ""}},  // (j)
    },
    {
        .row = SourceId::github_actions,  // 32
        .trust_kind = TrustKind::federated,
        .principal = {"arn:aws:iam::", ":oidc-provider/token.actions.githubusercontent.com"},  // (a)
        .actions = {"sts:AssumeRoleWithWebIdentity"},                                          // (b)
        .conditions = {":aud", "sts.amazonaws.com", ":sub"},                                   // (a)
        .trust_grade = by_record_or_manual,                                                    // (k)
        .assumer = {"job"},                                                                    // (b)
        .assumer_plane = PlaneKind::client,                                                    // (c) the runner
        .action = "sts:AssumeRoleWithWebIdentity",                                             // (b)
        .requester = anything,                                                                 // (b) the job itself
        .assumer_grade = by_record,                                                            // (k)
        .self_assumption = SelfAssumption::yes,                                                // (i)
        .custody = {{PlaneKind::client, Medium::process_memory}, {PlaneKind::client, Medium::environment}},  // (d)
        .surfaces = {variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"),                       // (e)
                     variable("AWS_SESSION_TOKEN"), variable("AWS_REGION")},                                 // (e)
        .readers = {"step"},                                                                                 // (f)
        .session_name = {"GitHubActions"},                                                                   // (g)
        .usual = 3600,                                                                                       // (h)
        .least = 900,                                                                                        // (h)
        .most = 43200,                                                                                       // (h)
        .lifetime_grade = by_record_or_manual,                                                               // (k)
        .trail = {{"AssumeRoleWithWebIdentity", "WebIdentityUser", ""}},                                     // (j)
    },
    {
        .row = SourceId::cognito_identity_pool,  // 33
        .trust_kind = TrustKind::federated,
        .principal = {"cognito-identity.amazonaws.com"},  // (a) federated, no service
        .actions = {"sts:AssumeRoleWithWebIdentity"},     // (b)
        .conditions = {":aud", ":amr", "authenticated"},  // (a)
        .trust_grade = by_record_or_manual,               // (k)
        .assumer = {"Cognito"},                           // (b) in the enhanced flow
        .assumer_plane = PlaneKind::control,              // (c) in the enhanced flow
        .action = "sts:AssumeRoleWithWebIdentity",        // (b)
        .requester = anything,                            // not told
        .assumer_grade = by_manual,                       // (k)
        .self_assumption = SelfAssumption::no_or_yes,     // (i) enhanced, basic flow
        .custody = {{PlaneKind::control, Medium::service_memory, "cognito"},
                    perhaps({PlaneKind::control, Medium::service_reply}),
                    {PlaneKind::client, any_medium}},                             // (d)
        .surfaces = {{SurfaceKind::api, "<...>GetCredentialsForIdentity<...>"}},  // (b), (e)
        .readers = {"user"},                                                      // (f)
        .session_name = {"CognitoIdentityCredentials"},                           // (g)
        .usual = 3600,                                                            // (h) enhanced flow
        .least = 900,                                                             // (h) basic flow
        .most = 43200,                                                            // (h) basic flow
        .lifetime_grade = by_third_party,
        .trail = {{"AssumeRoleWithWebIdentity", "*", "*"}},  // (j)
    },
    {
        .row = SourceId::iot_credential_provider,  // 36
        .trust_kind = TrustKind::service,
        .principal = {"credentials.iot.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},                   // of a service's trust
        .trust_grade = by_record_or_manual,              // (k)
        .assumer = {"IoT"},                              // (b)
        .assumer_plane = PlaneKind::control,             // (c) the caller of STS
        .action = "*",                                   // (b) tells no name
        .requester = {"evice"},                          // (b)
        .assumer_grade = by_manual,                      // (k)
        .self_assumption = SelfAssumption::no,           // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "role-aliases"},
                    {PlaneKind::client, any_medium}},              // (d)
        .surfaces = {device_url, header("x-amzn-iot-thingname")},  // (e), endpoints
        .readers = {"key"},                                        // (f)
        .session_name = unverified,                                // (g)
        .usual = 3600,                                             // (h)
        .least = 900,                                              // (h)
        .most = 43200,                                             // (h)
        .lifetime_grade = by_record_or_manual,                     // (k)
        .missing = true,                                           // (j)
        .unseen = "*",                                             // (j)
    },
    {
        .row = SourceId::greengrass,  // 37
        .trust_kind = TrustKind::service,
        .principal = {"credentials.iot.amazonaws.com"},  // (a)
        .actions = {"sts:AssumeRole"},                   // of a service's trust
        .trust_grade = by_record_or_manual,              // (k)
        .assumer = {"IoT"},                              // (b) as 36
        .assumer_plane = PlaneKind::control,             // (c) as 36
        .action = "*",                                   // (b) as 36
        .requester = {"ucleus"},                         // (b)
        .assumer_grade = by_record_or_manual,            // (k)
        .self_assumption = SelfAssumption::no,           // (i)
        .custody = {any_service,
                    {PlaneKind::control, Medium::service_reply, "role-aliases"},
                    {PlaneKind::client, Medium::process_memory},
                    {PlaneKind::client, Medium::container_endpoint, "credentialprovider"}},  // (d)
        .surfaces = {variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"),                         // (e)
                     variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"),                          // (e)
                     url("http://localhost:<port>/2016-11-01/credentialprovider/")},         // (e)
        .readers = {"component"},                                                            // (f)
        .session_name = unverified,                                                          // (g) as 36
        .usual = 3600,                                                                       // (h) as 36
        .least = 900,                                                                        // (h) as 36
        .most = 43200,                                                                       // (h) as 36
        .rotation = {"300"},                                                                 // (h)
        .missing = true,                                                                     // (j) nothing local
    },
};

}  // namespace

DUAL_TEST_CASE("certificates, Identity Center, federation, devices: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("certificates, Identity Center, federation, devices: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("certificates, Identity Center, federation, devices: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("certificates, Identity Center, federation, devices: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("certificates, Identity Center, federation, devices: the session") { expect_session(rows); }
DUAL_TEST_CASE("certificates, Identity Center, federation, devices: CloudTrail") { expect_trail(rows); }

}  // namespace extract
