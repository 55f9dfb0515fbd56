// The documents and records that prove what AWS refuses to save.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

inline constexpr Source answers_of_iam{"cdk-preflight: answers of IAM to calls, recorded in September 2026",
                                       "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/iam",
                                       Grade::third_party};
inline constexpr Source older_answers_of_iam{
    "moto: error messages of IAM that its authors recorded",
    "https://github.com/getmoto/moto/blob/master/moto/iam/policy_validation.py", Grade::third_party};
inline constexpr Source leading_spaces{"JSON strings must not have leading spaces",
                                       "https://github.com/hashicorp/terraform-provider-aws/pull/12267",
                                       Grade::third_party};
inline constexpr Source shared_provider_controls{
    "Identity-provider controls for shared OIDC providers",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html"};
inline constexpr Source resource_control_policy_syntax{
    "RCP syntax", "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html"};
inline constexpr Source services_of_resource_control{"List of AWS services that support RCPs",
                                                     "https://docs.aws.amazon.com/organizations/latest/userguide/"
                                                     "orgs_manage_policies_rcps.html#rcp-supported-services"};

}  // namespace whence::sources
