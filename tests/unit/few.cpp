#include "dual.hpp"

#include <whence/base/few.hpp>
#include <whence/base/text.hpp>

namespace {

using whence::Few;
using whence::Span;
using whence::Text;

struct Place {
  Few<Text, 3> names{};
  Few<int, 2> numbers{};
};
constexpr Place place{.names = {"home", "away"}, .numbers = {}};

}  // namespace

DUAL_TEST_CASE("a short list is made from a braced list, also within another value") {
  EXPECT(place.names.size() == 2);
  EXPECT(place.names[0] == "home");
  EXPECT(place.names[1] == "away");
  EXPECT(place.numbers.empty());
  const Span<Text> view = place.names;
  EXPECT(view.size() == 2);
  EXPECT(view[1] == "away");
}

DUAL_TEST_CASE("a full list drops further elements, and overflows() becomes true") {
  Few<int, 2> list;
  list.add(1);
  EXPECT(list.add(2) == 2);
  EXPECT(!list.overflows());
  list.add(3);
  EXPECT(list.overflows());
  EXPECT(list.size() == 2);
  EXPECT(list[1] == 2);
}
