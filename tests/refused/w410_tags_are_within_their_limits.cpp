// A session takes 50 tags and not 51 (ts-04).
// REFUSED: \[W410\] a call passes at most 50 session tags and 50 transitive tag keys
// REFUSED: broken_by<whence::object<alice>, whence::object<app>
// ERRORS: 1
// NAMES: alice, app
// MEND: Pass at most 50 tags.
#include <whence/sts.hpp>

#include "world.hpp"

inline constexpr Role app(account, "app", trusts_account);
struct Keys {
  char letters[51][2]{};
  constexpr Keys() {
    for (std::size_t i = 0; i < 51; ++i) {
      letters[i][0] = static_cast<char>('a' + i / 10);
      letters[i][1] = static_cast<char>('0' + i % 10);
    }
  }
};
inline constexpr Keys keys;
struct Tags {
  SessionTag tags[51]{};
  constexpr Tags() {
    for (std::size_t i = 0; i < 51; ++i) tags[i] = {Parameter<grammar::TagKey>(Text(keys.letters[i], 2)), ""};
  }
};
inline constexpr Tags all;
inline constexpr StsRequest fifty{.session_name = "s1", .tags = Span<SessionTag>(all.tags, 50)};
inline constexpr StsRequest fifty_one{.session_name = "s1", .tags = all.tags};
#ifdef WHENCE_CONTROL
const Session& begun = session_of<alice, app, own_policies_allow, fifty>;
#else
const Session& begun = session_of<alice, app, own_policies_allow, fifty_one>;
#endif
