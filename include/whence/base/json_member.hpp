// One member of a JSON object, without reading the rest.
#pragma once

#include <whence/base/json.hpp>
#include <whence/base/text.hpp>

namespace whence {

/// The text of a member as it stands in the object; the last one of this name, and empty where there is none. Complexity: linear.
[[nodiscard]] constexpr Text json_member(Text object, Text name) {
  JsonScanner json(object);
  Text found;
  json.object([&] {
    JsonString key;
    Slice value;
    if (!json.member_name(key) || !json.value(value)) return false;
    if (object.part(key.raw.at, key.raw.size) == name) found = object.part(value.at, value.size);
    return true;
  });
  return found;
}

}  // namespace whence
