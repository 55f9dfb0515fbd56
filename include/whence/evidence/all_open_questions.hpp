// The list of the open questions. Apart from them, because no decision needs it and it costs what they do.
#pragma once

#include <whence/evidence/open_questions.hpp>

namespace whence::open_questions {

/// In the order of their ids.
inline constexpr OpenQuestion all[] = {x1,   x2,   x3,   x4,   x5,   x6,   x7,   x9,   x10,  x12,  u1,   u2,   u4,
                                       u5,   u6,   u7,   u8,   u9,   u11,  u101, u102, u104, u105, u106, u107, u108,
                                       u109, u110, u111, u112, u113, u114, u115, u116, u117, u120, u121, u122, u123,
                                       u124, u125, u126, u127, u128, u129, u130, u131, u132, b1,   b2};

}  // namespace whence::open_questions
