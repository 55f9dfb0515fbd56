// Rows 1 to 11 and 38 of the catalogue: identities and the CLI, EC2, Systems Manager, CloudShell. And what all rows
// share.
#include <initializer_list>

#include "catalog_comparison.hpp"

namespace extract {
namespace {

constexpr Hop ec2_service{PlaneKind::control, Medium::service_memory, "ec2"};
constexpr Hop profile_path{PlaneKind::control, Medium::metadata_path, "iam/security-credentials"};
constexpr Hop sdk_memory = perhaps({PlaneKind::data, Medium::process_memory});
constexpr Found profile_url = url("http://169.254.169.254/latest/meta-data/iam/security-credentials/<role>");
constexpr Found agents_identity = file("/var/lib/amazon/ssm/runtimeconfig/identity_config.json");
constexpr Found systems_manager = url("<...>ssm.<region>.amazonaws.com<...>");

constexpr Extract rows[] = {
    {
        .row = SourceId::cli_profile,  // 1
        .trust_kind = TrustKind::aws,
        .principal = {"arn:aws:iam::", ":user/"},  // (a)
        .actions = {"sts:AssumeRole"},             // (b)
        .trust_grade = by_record_or_manual,        // (k)
        .assumer = {"IAM user"},                   // (i): not the shell or the CLI
        .assumer_plane = PlaneKind::client,        // (c)
        .action = "sts:AssumeRole",                // (b)
        .requester = {"CLI"},                      // (b)
        .assumer_grade = by_record,                // (k)
        .self_assumption = SelfAssumption::yes,    // (i)
        .custody = {{PlaneKind::client, Medium::process_memory},
                    {PlaneKind::client, Medium::file, ".aws/cli/cache"}},            // (d)
        .surfaces = {file("~/.aws/credentials"), file("~/.aws/config"),              // (e)
                     file("~/.aws/cli/cache/<sha1>.json")},                          // (e)
        .readers = {"user", "root"},                                                 // (f)
        .session_name = {"botocore-session-", "role_session_name", "aws-go-sdk-"},   // (g)
        .session_grade = by_record,                                                  // (g)
        .usual = 3600,                                                               // (h)
        .least = 900,                                                                // (h)
        .most = 43200,                                                               // (h)
        .lifetime_grade = by_record_or_manual,                                       // (h)
        .trail = {{"AssumeRole", "IAMUser", ""}, {"AssumeRole", "AWSAccount", ""}},  // (j)
    },
    {
        .row = SourceId::session_token,                                // 2
        .assumer = {"IAM user", "root"},                               // (b)
        .assumer_plane = PlaneKind::client,                            // (c)
        .action = "sts:GetSessionToken",                               // (b)
        .requester = anything,                                         // not told
        .assumer_grade = by_manual,                                    // (k)
        .self_assumption = SelfAssumption::not_applicable,             // (i)
        .custody = {{PlaneKind::client, any_medium}},                  // (d)
        .custody_grade = by_memory,                                    // (k)
        .surfaces = Telling::anything,                                 // (e) wherever the caller puts it
        .readers = {"user"},                                           // (f)
        .session_name = nothing_or({":user/"}),                        // (g)
        .usual = 43200,                                                // (h)
        .least = 900,                                                  // (h)
        .most = 129600,                                                // (h)
        .lifetime_grade = by_record_or_manual,                         // (k)
        .trail = {{"GetSessionToken", "*", ""}, {"", "IAMUser", ""}},  // (j)
    },
    {
        .row = SourceId::federation_token,                  // 3
        .assumer = {"IAM user", "root"},                    // (b)
        .assumer_plane = PlaneKind::client,                 // (c) first; the broker may be on the data plane
        .action = "sts:GetFederationToken",                 // (b)
        .requester = anything,                              // not told
        .assumer_grade = by_manual,                         // (k)
        .self_assumption = SelfAssumption::not_applicable,  // (i)
        .custody = {{outside_aws, any_medium}, {PlaneKind::client, any_medium}},  // (d)
        .surfaces = Telling::anything,                                            // (e) as 2
        .readers = {"broker"},                                                    // (f)
        .session_name = {"federated-user/"},                                      // (g)
        .usual = 43200,                                                           // (h)
        .least = 900,                                                             // (h)
        .most = 129600,                                                           // (h)
        .lifetime_grade = by_record_or_manual,                                    // (k)
        .trail = {{"GetFederationToken", "*", ""}, {"", "FederatedUser", ""}},    // (j)
    },
    {
        .row = SourceId::root_user,                         // 4
        .assumer = {"root"},                                // (b)
        .assumer_plane = PlaneKind::client,                 // (c)
        .action = "",                                       // (b)
        .requester = anything,                              // not told
        .assumer_grade = by_manual,                         // (k)
        .self_assumption = SelfAssumption::not_applicable,  // (i)
        .custody = {{PlaneKind::client, Medium::browser},
                    {PlaneKind::client, Medium::file, ".aws/credentials"}},  // (d)
        .surfaces = Telling::anything,                                       // (e)
        .readers = {"hold"},                                                 // (f)
        .session_name = nothing_or({":root"}),                               // (g)
        .trail = {{"*", "Root", ""}},                                        // (j)
    },
    {
        .row = SourceId::root_task,                            // 5
        .assumer = {"anagement account", "delegated"},         // (b)
        .assumer_plane = PlaneKind::client,                    // (c)
        .action = "sts:AssumeRoot",                            // (b)
        .requester = anything,                                 // not told
        .assumer_grade = by_manual,                            // (k)
        .self_assumption = SelfAssumption::not_applicable,     // (i)
        .custody = {{PlaneKind::client, any_medium}},          // (d)
        .surfaces = Telling::anything,                         // (e) the response of STS
        .readers = {"caller"},                                 // (f)
        .session_name = nothing_or({":root"}),                 // (g)
        .usual = 900,                                          // (h)
        .least = 0,                                            // (h)
        .most = 900,                                           // (h)
        .lifetime_grade = by_record_or_manual,                 // (k)
        .rotation = {"call"},                                  // (h) not renewed but by a new call
        .trail = {{"AssumeRoot", "*", ""}, {"", "Root", ""}},  // (j)
    },
    {
        .row = SourceId::console_login,                     // 6
        .assumer = {"ign-"},                                // (b) the sign-in service
        .assumer_plane = PlaneKind::control,                // (c) AWS's side issues
        .action = ":CreateOAuth2Token",                     // (b)
        .requester = {"CLI"},                               // (b)
        .assumer_grade = by_record,                         // (k) for the API
        .self_assumption = SelfAssumption::not_applicable,  // (i)
        .custody = {{PlaneKind::control, any_medium}, {PlaneKind::client, Medium::file, ".aws/login/cache"}},  // (d)
        .surfaces = {file("~/.aws/login/cache/<...>"), variable("AWS_LOGIN_CACHE_DIRECTORY"),                  // (e)
                     path("<...>/v1/token")},                                                                  // (b)
        .readers = {"user"},                                                                                   // (f)
        .session_name = {"none", "same", "creationDate"},                                                      // (g)
        .session_grade = by_record,
        .usual = 900,  // (h) renewed for up to 12 h
        .lifetime_grade = by_manual,
        .rotation = {"12 h", "refresh token"},
        .trail = {{"AuthorizeOAuth2Access", "*", ""}, {"CreateOAuth2Token", "*", ""}, {"", "*", ""}},  // (j)
    },
    {
        .row = SourceId::instance_profile,  // 7
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},                                // (a)
        .actions = {"sts:AssumeRole"},                                     // (b)
        .trust_grade = by_record_or_manual,                                // (k)
        .assumer = {"EC2"},                                                // (b)
        .assumer_plane = PlaneKind::control,                               // (c)
        .action = "sts:AssumeRole",                                        // (b)
        .requester = {},                                                   // nobody, automatic
        .assumer_grade = by_record,                                        // (k)
        .self_assumption = SelfAssumption::no,                             // (i)
        .custody = {ec2_service, profile_path, sdk_memory},                // (d)
        .surfaces = {profile_url,                                          // (e)
                     url("http://[fd00:ec2::254]<...>"),                   // (e)
                     path("/latest/api/token"),                            // (e)
                     header("X-aws-ec2-metadata-token-ttl-seconds"),       // values of the metadata service
                     header("X-aws-ec2-metadata-token"),                   // the same
                     path("/latest/meta-data/iam/security-credentials/"),  // the same
                     path("/latest/meta-data/iam/info"),                   // the same
                     variable("AWS_EC2_METADATA_DISABLED"),                // the same
                     variable("AWS_EC2_METADATA_SERVICE_ENDPOINT"),        // the same
                     variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"),   // the same
                     variable("AWS_EC2_METADATA_V1_DISABLED")},            // the same
        .readers = {"user", "hop limit"},                                  // (f)
        .session_name = {"i-"},                                            // (g)
        .usual = {21780, 23700},      // (h) 6:03, 6:24 and 6:35 hours were observed
        .least = 21780,               // (h) the shortest observed, or no bound
        .most = 23700,                // (h) the longest observed, or no bound
        .lifetime_grade = by_record,  // (h)
        .rotation = {"5 min"},        // (h)
        .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com"}, {"", "AssumedRole", ""}},  // (j)
    },
    {
        .row = SourceId::instance_identity,     // 8
        .assumer = {"AWS"},                     // (b)
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "",                           // (b) no event of STS was found
        .requester = {},                        // nobody, automatic
        .assumer_grade = by_manual,             // (k)
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {{PlaneKind::control, Medium::service_memory, "ec2"},
                    {PlaneKind::control, Medium::metadata_path,
                     "identity-credentials/ec2/security-credentials/ec2-instance"}},                        // (d)
        .surfaces = {path("/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance"),  // (e)
                     path("/latest/meta-data/identity-credentials/ec2/info")},                              // (e)
        .readers = {"profile"},       // (f) even with none attached
        .session_name = {"i-"},       // (g)
        .usual = or_untold(21600),    // (h)
        .lifetime_grade = by_memory,  // (h)
        .trail = {{"", "*", "*"}},    // (j)
        .missing = true,              // (j) no AssumeRole
        .unseen = "AssumeRole",       // (j)
    },
    {
        .row = SourceId::agent_with_the_profile,  // 9
        .trust_kind = TrustKind::service,
        .principal = {"ec2.amazonaws.com"},     // (a) as 7
        .actions = {"sts:AssumeRole"},          // (b)
        .trust_grade = by_record_or_manual,     // (k)
        .assumer = {"EC2"},                     // (b) as 7
        .assumer_plane = PlaneKind::control,    // (c)
        .action = "sts:AssumeRole",             // (b)
        .requester = {},                        // (b) the agent only reads
        .assumer_grade = by_record,             // (k)
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {ec2_service, profile_path, {PlaneKind::data, Medium::process_memory}, sdk_memory},  // (d)
        .surfaces = {profile_url, agents_identity},  // (d), files of the agent
        .readers = something,                        // (f) as 7
        .session_name = {"i-"},                      // (g)
        .usual = {21780, 23700},                     // (h) as 7; the agent trusts one hour of it
        .least = 21780,                              // (h) the shortest observed, or no bound
        .most = 23700,                               // (h) the longest observed, or no bound
        .rotation = {"30 min"},                      // (h)
        .trail = {{"AssumeRole", "AWSService", "ec2.amazonaws.com"}, {"*", "AssumedRole", ""}},  // (j)
    },
    {
        .row = SourceId::host_management,  // 10
        .trust_kind = TrustKind::service,
        .principal = {"ssm.amazonaws.com"},     // (a)
        .actions = {"sts:AssumeRole"},          // (b)
        .trust_grade = by_manual,               // (k)
        .assumer = {"SSM"},                     // (b)
        .assumer_plane = PlaneKind::control,    // (c) of Systems Manager, not of EC2
        .action = "sts:AssumeRole",             // (b), (k)
        .requester = {"agent"},                 // (b)
        .assumer_grade = by_third_party,        // (k) for the AssumeRole itself
        .self_assumption = SelfAssumption::no,  // (i)
        .custody = {{PlaneKind::control, Medium::service_memory},
                    {PlaneKind::control, Medium::service_reply, "RequestManagedInstanceRoleToken"},
                    {PlaneKind::data, Medium::process_memory},
                    {PlaneKind::data, Medium::file, "/var/lib/amazon/ssm/credentials"},
                    perhaps({PlaneKind::data, Medium::process_memory}),
                    perhaps({PlaneKind::data, Medium::environment})},             // (d)
        .surfaces = {file("/var/lib/amazon/ssm/credentials"),                     // (e)
                     file("%ProgramFiles%\\Amazon\\SSM\\credentials"),            // (e)
                     file("/opt/aws/ssm/data/credentials"),                       // (e)
                     file("/var/lib/amazon/ssm/Vault/Store/EC2RegistrationKey"),  // files of the agent
                     agents_identity, systems_manager,
                     variable("AWS_SHARED_CREDENTIALS_FILE")},                   // the same, and endpoints
        .file_on_windows = "\\Amazon\\SSM\\credentials",                         // (e)
        .readers = {"root", "0600", "Administrators", "SYSTEM", "Run Command"},  // (f)
        .session_name = {"i-"},                                                  // (g)
        .session_grade = by_third_party,                                         // (g)
        .usual = or_untold(3600),                                                // (h)
        .lifetime_grade = by_memory,                                             // (h) inferred
        .rotation = {"half"},                                                    // (h)
        .missing = true,                                                         // (j)
        .unseen = "AssumeRole",                                                  // (j)
    },
    {
        .row = SourceId::hybrid_activation,  // 11
        .trust_kind = TrustKind::service,
        .principal = {"ssm.amazonaws.com"},                    // (a)
        .actions = {"sts:AssumeRole"},                         // (b)
        .conditions = {"aws:SourceAccount", "aws:SourceArn"},  // (a)
        .trust_grade = by_manual,                              // (k)
        .assumer = {"SSM"},                                    // (b)
        .assumer_plane = PlaneKind::control,                   // (c)
        .action = "sts:AssumeRole",                            // (b)
        .requester = {"agent"},                                // (b)
        .assumer_grade = by_manual,                            // (k)
        .self_assumption = SelfAssumption::no,                 // (i)
        .custody = {{PlaneKind::control, Medium::service_memory},
                    {PlaneKind::control, Medium::service_reply, "RequestManagedInstanceRoleToken"},
                    {outside_aws, Medium::process_memory},
                    {outside_aws, Medium::file, "/root/.aws/credentials"}},  // (d)
        .surfaces = {file("/root/.aws/credentials"),                         // (e)
                     file("%USERPROFILE%\\.aws\\credentials"),               // (e)
                     file("/var/lib/amazon/ssm/registration"),               // files of the agent
                     agents_identity, systems_manager, variable("AWS_SHARED_CREDENTIALS_FILE"), variable("AWS_PROFILE"),
                     file("amazon-ssm-agent.json")},  // the same, and endpoints
        .file_on_windows = "\\.aws\\credentials",     // (e)
        .readers = {"root", "SYSTEM", "default"},     // (f)
        .session_name = {"mi-"},                      // (g)
        .session_grade = by_third_party,              // (g)
        .usual = 3600,                                // (h)
        .lifetime_grade = by_third_party,             // (h) the log of an issue
        .missing = true,                              // (j)
        .unseen = "AssumeRole",                       // (j)
    },
    {
        .row = SourceId::cloudshell,                                  // 38
        .assumer = {"CloudShell"},                                    // (b)
        .assumer_plane = PlaneKind::control,                          // (c)
        .action = "",                                                 // (b)
        .requester = anything,                                        // not told
        .assumer_grade = {Grade::documentation, Grade::third_party},  // (k)
        .self_assumption = SelfAssumption::no,                        // (i)
        .custody = {{PlaneKind::control, any_medium},
                    {PlaneKind::data, Medium::container_endpoint, "container/security-credentials"}},  // (d)
        .surfaces = {variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"), variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"),
                     url("http://localhost:1338/latest/meta-data/container/security-credentials"),
                     url("http://localhost:1338/latest/api/token")},  // (e)
        .readers = {"shell"},                                         // (f)
        .session_name = nothing_or({"console"}),                      // (g)
        .least = 300,
        .most = 900,                       // (h)
        .lifetime_grade = by_third_party,  // (h)
        .rotation = {"endpoint"},          // (h)
        .trail = {{"", "*", "*"}},         // (j)
    },
};

constexpr bool is_key(Text key) {
  for (const char character : key) {
    const bool is_letter = 'a' <= character && character <= 'z';
    if (!is_letter && !('0' <= character && character <= '9') && character != '_') return false;
  }
  return !key.empty();
}

// The sources of one row that have no title though the claim says something, or an address that is not one of HTTPS.
struct Citations {
  SourceId row{};
  Differences& uncited;

  constexpr void check(Text claim, const Source& source, bool says_something = true) {
    const bool has_title = !says_something || !source.title.empty();
    if (!has_title || !(source.url.empty() || source.url.starts_with("https://"))) uncited.add(row, claim);
  }
  constexpr void check(Text claim, const Stated& stated) {
    check(claim, stated.source, !stated.text.empty() && stated.text != not_known);
  }
  template <class Claim>
  constexpr void check_all(Text claim, const std::initializer_list<Claim>& claims) {
    for (const Claim& one : claims) check(claim, one.source);
  }
  constexpr void check_all(Text claim, const std::initializer_list<Stated>& claims) {
    for (const Stated& one : claims) check(claim, one);
  }
  constexpr void check_relations(const CredentialSource& source) {
    check("a source of its trust policy", source.trust.source, source.trust.kind != TrustKind::no_trust_policy);
    check("a source of its assumer", source.assumer.source);
    check("a source of its custody", source.custodian.source);
    check_all("a source of a resting place", source.custody);
    check_all("a source of a proof", source.proofs);
  }
  constexpr void check(const CredentialSource& entry) {
    check_relations(entry);
    check_relations(entry.on(OperatingSystem::windows));
    check_relations(entry.on(OperatingSystem::macos));
    check_all("a source of a surface", entry.surfaces);
    check("a source of its readers", entry.readers);
    check("a source of its session name", Stated{entry.session_name.text, entry.session_name.source});
    const Lifetime& lifetime = entry.lifetime;
    const bool is_known = lifetime.usual != -1 || lifetime.least != -1 || lifetime.most != -1;
    check("a source of its lifetime", lifetime.source, is_known);
    check("a source of its rotation", entry.rotation);
    check("a source of the self-assumption", entry.workload_assumes.source);
    check_all("a source of a record", entry.trail);
    check("a source of what is missing", entry.trail_missing);
    check_all("a source of a note", entry.notes);
  }
};

constexpr std::size_t count_of_rows = sizeof(catalog::all) / sizeof(catalog::all[0]);

}  // namespace

DUAL_TEST_CASE("the rows stand in order, without a gap") {
  EXPECT(count_of_rows == 73);
  Differences misplaced;
  for (std::size_t i = 0; i < count_of_rows; ++i) {
    const SourceId row{static_cast<std::uint8_t>(i + 1)};
    if (catalog::all[i]->id != row) misplaced.add(row, "its place");
    if (catalog::find(row) != catalog::all[i]) misplaced.add(row, "being found");
  }
  EXPECT(misplaced == nowhere);
}

DUAL_TEST_CASE("each row has a key and a name of its own, and is found by the key") {
  Differences unnamed;
  for (const CredentialSource* const entry : catalog::all) {
    if (!is_key(entry->key())) unnamed.add(entry->id, "a key of small letters, digits and _");
    if (catalog::find(entry->key()) != entry) unnamed.add(entry->id, "a key of its own");
    if (entry->name.empty()) unnamed.add(entry->id, "a name");
    for (const CredentialSource* const other : catalog::all) {
      if (other != entry && other->name == entry->name) unnamed.add(entry->id, "a name of its own");
    }
  }
  EXPECT(unnamed == nowhere);
}

DUAL_TEST_CASE("each claim of each row cites a title, and addresses are of HTTPS") {
  Differences uncited;
  for (const CredentialSource* const entry : catalog::all) {
    Citations{entry->id, uncited}.check(*entry);
  }
  EXPECT(uncited == nowhere);
}

DUAL_TEST_CASE("the least, the usual and the longest lifetime agree") {
  Differences disagreeing;
  for (const CredentialSource* const entry : catalog::all) {
    const Lifetime& lifetime = entry->lifetime;
    if (lifetime.usual != -1 && lifetime.usual < lifetime.least) disagreeing.add(entry->id, "its usual lifetime");
    if (lifetime.most != -1 && lifetime.most < lifetime.usual) disagreeing.add(entry->id, "its longest lifetime");
    if (lifetime.most != -1 && lifetime.most < lifetime.least) disagreeing.add(entry->id, "its least lifetime");
  }
  EXPECT(disagreeing == nowhere);
}

// aws/amazon-ssm-agent at 3.2.532.0 and later: ShareProfile() of the instance's provider is empty.
DUAL_TEST_CASE("host management sets no AWS_PROFILE, and an IMDS block of ECS is for awsvpc tasks only") {
  for (const Surface& surface : host_management.surfaces) EXPECT(surface.value != "AWS_PROFILE");
  bool says_so = false;
  for (const Stated& note : ecs_container_instance.notes) {
    says_so = says_so || (contains(note.text, "ECS_AWSVPC_BLOCK_IMDS") && contains(note.text, "awsvpc only"));
  }
  EXPECT(says_so);
}

DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: whom the roles trust") { expect_trust(rows); }
DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: who assumes") { expect_assumption(rows); }
DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: custody and readers") { expect_custody(rows); }
DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: by what it is found") { expect_surfaces(rows); }
DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: the session") { expect_session(rows); }
DUAL_TEST_CASE("identity, CLI, EC2, Systems Manager, CloudShell: CloudTrail") { expect_trail(rows); }

}  // namespace extract
