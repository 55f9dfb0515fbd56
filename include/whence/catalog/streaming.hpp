// Fleets of machines for games and for streamed applications: GameLift Servers and AppStream.
#pragma once

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/places.hpp>
#include <whence/evidence/service_sources.hpp>

namespace whence::catalog {

inline constexpr Place gamelift_service = open_to_workloads(
    memory_of("the GameLift service", Plane::control, "gamelift.amazonaws.com", sources::gamelift_roles));
inline constexpr Place game_server_memory =
    program_memory("memory of the game server", Readers::the_workload, sources::gamelift_roles);
/// With SHARED_CREDENTIAL_FILE.
inline constexpr Place game_server_file = instead(
    workload_file("shared credentials file of the fleet", "/local/credentials/credentials", sources::gamelift_roles));
inline constexpr Place game_server_file_windows = instead(
    workload_file("shared credentials file of the fleet", "C:\\Credentials\\credentials", sources::gamelift_roles));
inline constexpr Places gamelift_on_windows{{}, {gamelift_service, game_server_memory, game_server_file_windows}};

inline constexpr CredentialSource gamelift_fleet{
    .id = SourceId::gamelift_fleet,
    .name = "GameLift Servers fleet role",
    .family = Family::runtimes,
    .platforms = {Platform::game_server},
    .trust = trusts_service("gamelift.amazonaws.com", sources::gamelift_service_role),
    .assumer = {"the GameLift service; with a server SDK up to 4 the game process itself", Plane::control,
                "sts:AssumeRole", sources::gamelift_roles},
    .custody = {gamelift_service, game_server_memory, game_server_file},
    .custodian = {"the GameLift service, then the server SDK or the file", sources::gamelift_roles},
    .user = {"the game server", sources::gamelift_roles},
    .session_name = not_told_by(sources::gamelift_roles),
    .lifetime = {.text = "GameLift renews it; the figure is unknown",
                 .source = sources::gamelift_roles.graded(Grade::unverified)},
    .rotation = {"GameLift renews it: call GetFleetRoleCredentials again when it has expired", sources::gamelift_roles},
    .readers = {"every application on the instance; in a container fleet only inside the container",
                sources::gamelift_roles},
    .workload_assumes = {SelfAssumption::no_or_yes, sources::gamelift_roles},
    .surfaces = {{SurfaceKind::api, "GetFleetRoleCredentials", "of the server SDK, version 5", sources::gamelift_roles},
                 {SurfaceKind::file, "/local/credentials/credentials",
                  "with SHARED_CREDENTIAL_FILE; the profile is FleetRoleCredentials", sources::gamelift_roles},
                 {SurfaceKind::file, "C:\\Credentials\\credentials", "Windows", sources::gamelift_roles}},
    .trail_missing = not_told_by(sources::gamelift_roles),
    .notes = {{"With a server SDK up to 4 the game process calls sts:AssumeRole for the fleet's role: it is the "
               "assumer, on the data plane.",
               sources::gamelift_roles},
              {"The parameter is InstanceRoleArn, for container fleets FleetRoleArn. In a container the default order "
               "of an SDK finds the credential.",
               sources::gamelift_roles}},
    .windows = &gamelift_on_windows};

inline constexpr Place appstream_service = open_to_workloads(
    memory_of("the AppStream service", Plane::control, "appstream.amazonaws.com", sources::appstream_roles));
inline constexpr Place appstream_profile =
    workload_file("profile appstream_machine_role on the instance", "", sources::appstream_roles);

inline constexpr CredentialSource appstream_instance{
    .id = SourceId::appstream_instance,
    .name = "AppStream 2.0 or WorkSpaces Applications machine role",
    .family = Family::runtimes,
    .platforms = {Platform::streaming_instance},
    .trust = {TrustKind::service,
              "appstream.amazonaws.com",
              {"sts:AssumeRole"},
              {"aws:SourceAccount = ACCOUNT", "aws:SourceArn = arn:aws:appstream:REGION:ACCOUNT:fleet/FLEET"},
              sources::appstream_trust},
    .assumer = {"the AppStream service", Plane::control, "sts:AssumeRole", sources::appstream_roles},
    .custody = {appstream_service, appstream_profile},
    .custodian = {"the AppStream service, then the profile on the instance", sources::appstream_roles},
    .user = {"applications and scripts of the streaming session", sources::appstream_roles},
    .session_name = not_told_by(sources::appstream_roles),
    .lifetime = {.text = "1 h", .usual = 3600, .source = sources::appstream_roles},
    .rotation = {"a new one each hour; the old one stays valid to its end", sources::appstream_roles},
    .readers = {"the streaming user, and the scripts of the session", sources::appstream_roles},
    .workload_assumes = {SelfAssumption::no, sources::appstream_roles},
    .surfaces = {{SurfaceKind::file, "appstream_machine_role", "the name of the profile", sources::appstream_roles}},
    .trail_missing = not_told_by(sources::appstream_roles),
    .notes = {{"The API's text says that the instance calls AssumeRole; the manual and the trust policy name the "
               "service.",
               sources::appstream_fleet.graded(Grade::disputed)},
              {"One of the two conditions is usual.", sources::appstream_trust}}};

}  // namespace whence::catalog
