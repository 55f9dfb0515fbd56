// Policy variables: ${aws:username}, ${key, 'default'}, ${*}.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/base/wildcard.hpp>
#include <whence/model/request_context.hpp>
#include <whence/policy/condition_keys.hpp>
#include <whence/policy/policy.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Whether a word of this policy has variables. Without Version 2012-10-17 `${` is plain text. Source: IAM policy
/// elements: Variables and tags, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
[[nodiscard]] constexpr bool has_variables(const Policy& policy, Text word) {
  if (policy.version() != PolicyVersion::v2012_10_17) return false;
  for (std::size_t at = word.find('$'); at != Text::npos && at + 1 < word.size(); at = word.find('$', at + 1)) {
    if (word[at + 1] == '{') return true;
  }
  return false;
}

/// Whether a key is multivalued: because AWS lists it so, or because it was given as a list.
[[nodiscard]] constexpr bool is_multivalued(const ContextKey& key, Text name) {
  return key.is_list() || is_listed_as_multivalued(name);
}

/// A word with its variables replaced, as elements of a pattern: a `*` in the value of a variable is not a wildcard.
/// The buffer has a fixed size: nothing is allocated.
class ExpandedWord {
 public:
  /// Yes if every variable has a value; no if one has none, so that the word matches nothing; unknown if a value is not
  /// known, a variable is malformed, or the word does not fit. `wildcards`: the word's own `*` and `?` are wildcards.
  template <class Keys>
  constexpr Truth expand(Text word, Keys& keys, bool wildcards) {
    size_ = 0;
    fits_ = true;
    Truth complete = Truth::yes;
    for (std::size_t at = 0; at < word.size();) {
      if (word[at] != '$' || at + 1 == word.size() || word[at + 1] != '{') {
        const PatternElement plain = static_cast<unsigned char>(word[at]);
        add(!wildcards ? plain : word[at] == '*' ? any_run : word[at] == '?' ? any_character : plain);
        ++at;
        continue;
      }
      const std::size_t end = word.find('}', at + 2);
      if (end == Text::npos) return Truth::unknown;
      complete = both(complete, variable(word.part(at + 2, end - at - 2), keys));
      if (complete == Truth::no) return complete;
      at = end + 1;
    }
    return fits_ ? complete : Truth::unknown;
  }
  [[nodiscard]] constexpr ElementPattern pattern() const { return {elements_, size_}; }

 private:
  static constexpr std::size_t most = 4096;

  constexpr void add(PatternElement element) {
    fits_ = fits_ && size_ < most;
    if (fits_) elements_[size_++] = element;
  }
  constexpr void add(Text text) {
    for (const char c : text) add(static_cast<unsigned char>(c));
  }

  template <class Keys>
  constexpr Truth variable(Text inside, Keys& keys) {
    if (inside == "*" || inside == "?" || inside == "$") {
      add(inside);
      return Truth::yes;
    }
    const std::size_t comma = inside.find(',');
    Text name = inside.part(0, comma);
    while (name.ends_with(" ")) name = name.part(0, name.size() - 1);
    if (name.empty()) return Truth::unknown;
    const ContextKey key = keys.find(name);
    if (key.state() == KeyState::unknown || key.may_be_absent()) return Truth::unknown;
    if (key.state() == KeyState::present && key.size() > 0 && !is_multivalued(key, name)) {
      add(key[0]);
      return Truth::yes;
    }
    if (comma == Text::npos) return Truth::no;
    Text otherwise = inside.part(comma + 1);
    while (otherwise.starts_with(" ")) otherwise = otherwise.part(1);
    while (otherwise.ends_with(" ")) otherwise = otherwise.part(0, otherwise.size() - 1);
    if (otherwise.size() < 2 || !otherwise.starts_with("'") || !otherwise.ends_with("'")) return Truth::unknown;
    add(otherwise.part(1, otherwise.size() - 2));
    return Truth::yes;
  }

  PatternElement elements_[most];  // only the first size_ mean anything
  std::size_t size_ = 0;
  bool fits_ = true;
};

}  // namespace whence
WHENCE_TEMPLATES_END
