// Credentials and tokens that come from another session: temporary delegation, outbound tokens, scoped credentials,
// host management with a role that AWS manages, and the AWS MCP server.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/evidence/service_sources.hpp>
#include <whence/evidence/sources.hpp>

namespace whence::catalog {

inline constexpr Place trade_in_token =
    users_own("trade-in token of the provider", Medium::process_memory, "", sources::sts_model);
inline constexpr Place providers_memory =
    users_own("memory of the product provider", Medium::process_memory, "", sources::sts_model);

inline constexpr CredentialSource delegated_access{
    .id = SourceId::delegated_access,
    .name = "IAM temporary delegation",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation},
    .trust = {.source = sources::temporary_delegation},
    .assumer = {"the product provider, with the token that the customer's approval sends; no role is assumed",
                Plane::client, "sts:GetDelegatedAccessToken", sources::sts_model},
    .requester = {"the product provider, by CreateDelegationRequest; the customer approves", sources::sts_model},
    .proofs = {trade_in_token},
    .custody = {providers_memory},
    .custodian = {"the product provider", sources::sts_model},
    .user = {"the product provider", sources::temporary_delegation},
    .session_name = {"none of its own: it acts as AssumedPrincipal of the reply", sources::sts_model},
    .lifetime = {.text = "SessionDuration of the request; the window opens at SendDelegationToken",
                 .source = sources::sts_model},
    .rotation = {"none: afterwards the answer is ExpiredTradeInToken", sources::sts_model},
    .readers = {"the product provider", sources::temporary_delegation},
    .workload_assumes = {SelfAssumption::not_applicable, sources::temporary_delegation},
    .surfaces = {{SurfaceKind::api, "sts:GetDelegatedAccessToken", "the reply has Credentials and AssumedPrincipal",
                  sources::sts_model}},
    .trail_missing = not_told_by(sources::temporary_delegation),
    .notes = {
        {"It has the permissions of the person who approved, within the request.", sources::temporary_delegation}}};

inline constexpr Place token_holder = program_memory("memory of the caller", Readers::owner_and_superuser,
                                                     sources::get_web_identity_token_api.graded(Grade::inferred));

inline constexpr CredentialSource outbound_token{
    .id = SourceId::outbound_token,
    .name = "Outbound web identity token",
    .family = Family::federation,
    .platforms = {Platform::workstation, Platform::ec2},
    .trust = {.source = sources::get_web_identity_token_api},
    .assumer = {"any principal; no role is assumed", Plane::data, "sts:GetWebIdentityToken",
                sources::get_web_identity_token_api},
    .requester = {"the principal itself", sources::get_web_identity_token_api},
    .custody = {token_holder},
    .custodian = {"the caller, then the receiver outside AWS", sources::get_web_identity_token_api},
    .user = {"a service outside AWS, which accepts the token", sources::get_web_identity_token_api},
    .session_name = {"none", sources::get_web_identity_token_api},
    .lifetime = {.text = "300 s by default; 60 s to 3,600 s",
                 .usual = 300,
                 .least = 60,
                 .most = 3600,
                 .source = sources::get_web_identity_token_api},
    .rotation = {"only by a new call", sources::get_web_identity_token_api.graded(Grade::inferred)},
    .readers = {"its holder, until it expires", sources::get_web_identity_token_api},
    .workload_assumes = {SelfAssumption::not_applicable, sources::get_web_identity_token_api},
    .surfaces = {{SurfaceKind::api, "sts:GetWebIdentityToken", "the reply has a JWT, no AWS key",
                  sources::get_web_identity_token_api}},
    .trail = {{"GetWebIdentityToken", "", "", "by the caller", sources::get_web_identity_token_api}},
    .notes = {{"It is no credential for AWS: sts:AssumeRoleWithWebIdentity refuses AWS's own tokens.",
               sources::outbound_federation_start}}};

inline constexpr Place wider_credential =
    program_memory("memory of the holder of the session", Readers::owner_and_superuser,
                   sources::sts_client_model.graded(Grade::inferred));
inline constexpr Place narrower_credential =
    program_memory("memory of the program or agent that receives it", Readers::owner_and_superuser,
                   sources::sts_client_model.graded(Grade::inferred));

inline constexpr CredentialSource scoped_credential{
    .id = SourceId::scoped_credential,
    .name = "Scoped-down credential, from GetScopedCredentials",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation, Platform::ec2},
    .trust = {.source = sources::sts_client_model},
    .assumer = {"the holder of a session; no role is assumed", Plane::data, "sts:GetScopedCredentials",
                sources::sts_client_model},
    .requester = {"the holder, with the temporary credential of the session", sources::sts_client_model},
    .proofs = {wider_credential},
    .custody = {narrower_credential},
    .custodian = {"the holder, then the program that receives it", sources::sts_client_model.graded(Grade::inferred)},
    .user = {"the program or agent that receives it", sources::sts_client_model.graded(Grade::inferred)},
    .session_name = {"unchanged: the same session, ARN, tags and source identity", sources::sts_client_model},
    .lifetime = {.text = "1 s to 129,600 s, at most until the caller's own credential ends, which is the default",
                 .least = 1,
                 .most = 129600,
                 .source = sources::sts_client_model},
    .rotation = {"only by a new call", sources::sts_client_model.graded(Grade::inferred)},
    .readers = {"the program that receives it; the parent keeps the wider one",
                sources::sts_client_model.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::sts_client_model},
    .surfaces = {{SurfaceKind::api, "sts:GetScopedCredentials",
                  "only at regional endpoints; the reply has Credentials and SessionInfo", sources::sts_client_model}},
    .trail_missing = {"the record has the description of the call; its exact form is unknown",
                      sources::sts_client_model.graded(Grade::unverified)},
    .notes = {{"The key id changes and the ARN does not: records cannot be joined by the key alone.",
               sources::sts_client_model.graded(Grade::inferred)},
              {"At most three policies narrow a session one after the other; a long-term key and root cannot call it.",
               sources::sts_client_model}}};

inline constexpr CredentialSource host_management_by_aws{
    .id = SourceId::host_management_by_aws,
    .name = "Default Host Management Configuration with a role that AWS manages",
    .family = Family::systems_manager,
    .platforms = host_management.platforms,
    .needs = Needs::host_management,
    .agent_signs = AgentSession::of_host_management,
    .counted_elsewhere = true,
    .trust = trusts_service("ssm.amazonaws.com", sources::ssm_client_model.graded(Grade::inferred)),
    .assumer = host_management.assumer,
    .requester = host_management.requester,
    .proofs = host_management.proofs,
    .custody = host_management.custody,
    .custodian = host_management.custodian,
    .user = host_management.user,
    .session_name = host_management.session_name,
    .lifetime = host_management.lifetime,
    .rotation = host_management.rotation,
    .readers = host_management.readers,
    .workload_assumes = host_management.workload_assumes,
    .surfaces = host_management.surfaces,
    .trail_missing = host_management.trail_missing,
    .notes = {{"PermissionModel SERVICE_MANAGED: Systems Manager makes and manages the role, in the path that IAM "
               "reserves. RoleArn must be absent.",
               sources::ssm_client_model},
              {"The name and path of the role, and whether its trust policy has conditions, are unknown.",
               sources::ssm_client_model.graded(Grade::unverified)},
              {"The agent does the same as with a role of the customer, as far as seen.",
               sources::ssm_client_model.graded(Grade::inferred)}},
    .windows = &host_management_on_windows,
    .macos = &host_management_on_macos};

inline constexpr Place mcp_token = users_own("token of the agent for the AWS MCP server", Medium::process_memory, "",
                                             sources::mcp_records.graded(Grade::inferred));
inline constexpr Place mcp_service = memory_of("the AWS MCP server", Plane::control, "aws-mcp.amazonaws.com",
                                               sources::mcp_records.graded(Grade::inferred));

inline constexpr CredentialSource mcp_server{
    .id = SourceId::mcp_server,
    .name = "AWS MCP Server, acting for a sign-in",
    .family = Family::identity_and_cli,
    .platforms = {Platform::workstation},
    .trust = {.source = sources::mcp_records},
    .assumer = {"the sign-in service gives the agent a token; the AWS MCP server acts in the person's session",
                Plane::control, "signin:CreateOAuth2Token", sources::mcp_records},
    .requester = {"the agent, with a token for the server's URL", sources::mcp_records},
    .proofs = {mcp_token},
    .custody = {mcp_service},
    .custodian = {"the AWS MCP server", sources::mcp_records.graded(Grade::inferred)},
    .user = {"the AWS MCP server, for the agent", sources::mcp_records},
    .session_name = {"unchanged: that of the person", sources::mcp_records},
    .lifetime = {.text = not_known, .source = sources::mcp_records.graded(Grade::unverified)},
    .rotation = not_told_by(sources::mcp_records),
    .readers = {"nobody on the customer's side: the agent holds a token, no key",
                sources::mcp_records.graded(Grade::inferred)},
    .workload_assumes = {SelfAssumption::not_applicable, sources::mcp_records},
    .surfaces = {{SurfaceKind::url, "https://aws-mcp.REGION.api.aws/mcp", "the agent sends its token there",
                  sources::mcp_records}},
    .trail = {
        {"CreateOAuth2Token", "", "",
         "the resource is the URL of the server, the client_id "
         "arn:aws:signin:REGION::external-client/dcr/UUID",
         sources::mcp_records},
        {"CallReadWriteTool", "", "", "of aws-mcp.amazonaws.com, eventType AwsMcpEvent", sources::mcp_records},
        {"", "", "aws-mcp.amazonaws.com",
         "the action: the same ARN, an ASIA key; sourceIPAddress and userAgent are aws-mcp.amazonaws.com too, and "
         "sessionContext has signInSessionArn",
         sources::mcp_records}}};

}  // namespace whence::catalog
