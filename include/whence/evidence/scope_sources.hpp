// Documents about GetScopedCredentials. Apart from the others, so that only those who narrow a session pay for them.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

inline constexpr Source get_scoped_credentials_api{
    "GetScopedCredentials", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html",
    Grade::machine_model};
inline constexpr Source scoped_credentials_permissions{"Permissions for GetScopedCredentials",
                                                       "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
                                                       "id_credentials_temp_control-access_getscopedcredentials.html"};

}  // namespace whence::sources
