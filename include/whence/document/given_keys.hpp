// The condition keys of a scenario while it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/document/scenario_fault.hpp>
#include <whence/model/request_context.hpp>
#include <whence/policy/multivalued_keys.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence::detail {

// Values are slices at first, because their vector may still move.
struct GivenKey {
  Slice name;
  Range values;
  KeyState state = KeyState::present;
  bool is_list = false;
  std::uint32_t at = 0;  // in the scenario
};

class GivenKeys {
 public:
  // Why a key with this name is refused, if it is. Linear, so the number of keys is limited.
  template <class Texts>
  [[nodiscard]] constexpr ScenarioFault refuses(Text name, KeyState state, const Texts& text_of) const {
    if (keys_.size() == most) return ScenarioFault::too_many_keys;
    for (const GivenKey& each : keys_) {
      if (!ascii::equal_ignoring_case(text_of(each.name), name)) continue;
      return (each.state == KeyState::unknown) == (state == KeyState::unknown)
                 ? ScenarioFault::key_is_given_twice
                 : ScenarioFault::key_is_known_and_unknown;
    }
    return ScenarioFault::none;
  }

  constexpr void add_value(Slice value) { values_.push_back(value); }
  [[nodiscard]] constexpr std::uint32_t values_so_far() const { return static_cast<std::uint32_t>(values_.size()); }

  // With the values added since values_so_far() was `key.values.first`.
  constexpr void add(GivenKey key) {
    if (key.state != KeyState::unknown) key.values.count = values_so_far() - key.values.first;
    keys_.push_back(key);
  }

  [[nodiscard]] constexpr std::uint32_t offset_of(std::size_t key) const { return keys_[key].at; }

  // As keys of a request. Also lists the keys of tags, if only the tags were given.
  template <class Texts>
  constexpr void fill(const Texts& text_of, std::vector<Text>& values, std::vector<ContextKey>& out) const {
    values.reserve(values_.size() + keys_.size());
    for (const Slice value : values_) values.push_back(text_of(value));
    bool tags_are_listed = false;
    for (const GivenKey& each : keys_) {
      const Text name = text_of(each.name);
      const Span<Text> its(values.data() + each.values.first, each.values.count);
      out.push_back(each.state == KeyState::unknown  ? ContextKey::unknown(name)
                    : each.state == KeyState::absent ? ContextKey::absent(name)
                    : is_a_list(each, name)          ? ContextKey(name, its)
                                                     : ContextKey(name, its[0]));
      tags_are_listed = tags_are_listed || ascii::equal_ignoring_case(name, tag_keys);
    }
    if (!tags_are_listed) list_tags(text_of, values, out);
  }

 private:
  static constexpr std::size_t most = 1024;
  static constexpr Text tag_keys = "aws:TagKeys";

  // One value is one value: other tools write lists of one, and of some keys nobody knows whether they can have more.
  static constexpr bool is_a_list(const GivenKey& given, Text name) {
    return given.is_list && (given.values.count != 1 || is_listed_as_multivalued(name));
  }

  template <class Texts>
  constexpr void list_tags(const Texts& text_of, std::vector<Text>& values, std::vector<ContextKey>& out) const {
    constexpr Text prefix = "aws:RequestTag/";
    const std::size_t first = values.size();
    for (const GivenKey& each : keys_) {
      const Text name = text_of(each.name);
      if (!ascii::starts_with_ignoring_case(name, prefix) || each.state == KeyState::absent) continue;
      if (each.state == KeyState::unknown) return;  // so the list is unknown too
      values.push_back(name.part(prefix.size()));
    }
    if (values.size() > first) out.push_back({tag_keys, Span<Text>(values.data() + first, values.size() - first)});
  }

  std::vector<GivenKey> keys_;
  std::vector<Slice> values_;
};

}  // namespace whence::detail
WHENCE_TEMPLATES_END
