// The instance metadata service (IMDS): its address, the two places where it serves a credential, and what these need.
#pragma once

#include <whence/base/text.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/place.hpp>
#include <whence/model/plane.hpp>

namespace whence::catalog {

/// The instance metadata service. Version 2: PUT /latest/api/token with the header
/// X-aws-ec2-metadata-token-ttl-seconds (1 to 21600), then GET with X-aws-ec2-metadata-token. Version 1: GET alone.
/// Over IPv6 the address is http://[fd00:ec2::254]. Link-local: not reachable from another machine.
/// Source: Configure instance metadata options,
/// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
inline constexpr Text metadata_address = "http://169.254.169.254";
inline constexpr Text metadata_token_path = "/latest/api/token";
inline constexpr Place profile_path{.name = "metadata path of the profile",
                                    .plane = Plane::zonal_control,
                                    .medium = Medium::metadata_path,
                                    .address = "http://169.254.169.254/latest/meta-data/iam/security-credentials/ROLE",
                                    .readers = Readers::every_process,
                                    .open_to_the_data_plane = true,
                                    .owner = "ec2.amazonaws.com",
                                    .source = sources::roles_for_ec2};
inline constexpr Place identity_path{
    .name = "metadata path of the identity",
    .plane = Plane::zonal_control,
    .medium = Medium::metadata_path,
    .address = "http://169.254.169.254/latest/meta-data/identity-credentials/ec2/security-credentials/ec2-instance",
    .readers = Readers::every_process,
    .open_to_the_data_plane = true,
    .owner = "ec2.amazonaws.com",
    .source = sources::metadata_categories};

/// What must be configured for a credential to rest at this path.
[[nodiscard]] constexpr Needs needs_at(const Place& path) {
  return path == identity_path ? Needs::metadata_service : Needs::instance_profile;
}

}  // namespace whence::catalog
