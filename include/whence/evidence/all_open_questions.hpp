// All open questions, in the order of their ids.
#pragma once

#include <whence/evidence/environment_questions.hpp>
#include <whence/evidence/open_questions.hpp>

namespace whence::open_questions {

inline constexpr OpenQuestion all[] = {
    x1, x2,  x3,  x4,   x5,   x6,   x7,   x9,   x10,  x11,  x12,  x13,  u1,   u2,   u3,   u4,   u5,   u6,   u7,   u8,
    u9, u10, u11, u101, u102, u103, u104, u105, u106, u107, u108, u109, u110, u111, u112, u113, u114, u115, u116, u117};

}  // namespace whence::open_questions
