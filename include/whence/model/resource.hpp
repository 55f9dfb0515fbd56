// What a call is about, where that is no role.
#pragma once

#include <whence/base/text.hpp>

namespace whence {

/// The resource of a call that is not about a role, by its ARN.
struct Resource {
  Text arn;
};

}  // namespace whence
