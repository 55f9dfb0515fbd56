// Session tags along a chain: which ones a session has, and which ones later sessions inherit from it.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/model/request_context.hpp>
#include <whence/model/session.hpp>
#include <whence/names/parameter.hpp>

namespace whence {

/// The tag with this key, letter case ignored; null if there is none.
[[nodiscard]] constexpr const SessionTag* find_tag(Span<SessionTag> tags, Text key) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (ascii::equal_ignoring_case(tags[i].key.view(), key)) return &tags[i];
  }
  return nullptr;
}

[[nodiscard]] constexpr bool lists_key(Span<Text> keys, Text key) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (ascii::equal_ignoring_case(keys[i], key)) return true;
  }
  return false;
}

/// The tag with this key that sessions begun with this one's credential inherit, because it was passed as transitive
/// here or before; null if there is none. A role's own tags are never inherited. Complexity: linear in the tags of the
/// chain. Source: Pass session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
[[nodiscard]] constexpr const SessionTag* handed_on_tag(const Session& session, Text key) {
  for (const Session* each = &session; each != nullptr; each = each->before()) {
    const StsRequest& request = each->request();
    const SessionTag* const tag = find_tag(request.tags, key);
    if (tag != nullptr && lists_key(request.transitive_tag_keys, key)) return tag;
  }
  return nullptr;
}

/// Whether sessions begun with this one's credential inherit any tag.
[[nodiscard]] constexpr bool hands_on_tags(const Session& session) {
  for (const Session* each = &session; each != nullptr; each = each->before()) {
    const StsRequest& request = each->request();
    for (std::size_t i = 0; i < request.tags.size(); ++i) {
      if (lists_key(request.transitive_tag_keys, request.tags[i].key.view())) return true;
    }
  }
  return false;
}

/// aws:PrincipalTag/KEY of a session, as the key `name` of its requests: a tag passed when it began, else an inherited
/// one, else the role's. Absent if there is none; unknown if the role's tags are, or it is not a role session.
[[nodiscard]] constexpr ContextKey principal_tag(const Session& session, Text name, Text key) {
  const SessionTag* tag = find_tag(session.request().tags, key);
  if (tag == nullptr && session.before() != nullptr) tag = handed_on_tag(*session.before(), key);
  if (tag == nullptr && session.role() != nullptr) tag = find_tag(session.role()->tags(), key);
  if (tag != nullptr) return {name, tag->value.view()};
  const bool all_known = session.role() != nullptr && session.role()->tags_are_known();
  return all_known ? ContextKey::absent(name) : ContextKey::unknown(name);
}

}  // namespace whence
