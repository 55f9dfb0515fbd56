// Documents about the registration of Default Host Management Configuration. Apart, so that few pay for them.
#pragma once

#include <whence/evidence/source.hpp>

namespace whence::sources {

inline constexpr Source register_host_management_api{"RegisterDefaultHostManagementConfiguration",
                                                     "https://docs.aws.amazon.com/systems-manager/latest/APIReference/"
                                                     "API_RegisterDefaultHostManagementConfiguration.html",
                                                     Grade::machine_model};

}  // namespace whence::sources
