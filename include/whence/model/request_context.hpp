// The condition keys of a request and their values.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/parameter.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Absent and unknown differ: a key that the request does not have satisfies a negated operator.
enum class KeyState : std::uint8_t { absent, present, unknown };

/// A condition key of a request and its values: ContextKey("aws:MultiFactorAuthPresent", "true"). A view: the texts
/// must outlive it. A list, of any length, makes the key multivalued.
class ContextKey {
 public:
  constexpr ContextKey() = default;
  constexpr ContextKey(Text name, Text value) : name_(name), value_(value), state_(KeyState::present) {}
  constexpr ContextKey(Text name, Span<Text> values)
      : name_(name), values_(values), state_(KeyState::present), is_list_(true) {}
  /// The keys of the tags as a list: aws:TagKeys.
  constexpr ContextKey(Text name, Span<SessionTag> tags)
      : name_(name), tags_(tags), state_(KeyState::present), is_list_(true) {}
  // clang-format off
  template <class Name, detail::dying_string String>
  ContextKey(const Name&, String&&) WHENCE_REFUSED("a context key views its value: give the string a name first");
  // clang-format on
  /// The request does not have this key.
  [[nodiscard]] static constexpr ContextKey absent(Text name) {
    ContextKey key;
    key.name_ = name;
    return key;
  }
  /// The ARN of a role whose path is not known: more of it may stand in front of the name.
  [[nodiscard]] static constexpr ContextKey of_a_role_somewhere(Text name, Text arn) {
    ContextKey key(name, arn);
    key.path_is_open_ = true;
    return key;
  }
  /// The request has this key with this value, or does not have it.
  [[nodiscard]] static constexpr ContextKey perhaps(Text name, Text value) {
    ContextKey key(name, value);
    key.may_be_absent_ = true;
    return key;
  }
  /// It is not known whether the request has this key, or which value.
  [[nodiscard]] static constexpr ContextKey unknown(Text name) {
    ContextKey key = absent(name);
    key.state_ = KeyState::unknown;
    return key;
  }

  [[nodiscard]] constexpr Text name() const { return name_; }
  [[nodiscard]] constexpr KeyState state() const { return state_; }
  [[nodiscard]] constexpr bool is_absent() const { return state_ == KeyState::absent; }
  [[nodiscard]] constexpr bool is_present() const { return state_ == KeyState::present; }
  [[nodiscard]] constexpr bool is_unknown() const { return state_ == KeyState::unknown; }
  [[nodiscard]] constexpr bool is_list() const { return is_list_; }
  [[nodiscard]] constexpr bool path_is_open() const { return path_is_open_; }
  [[nodiscard]] constexpr bool may_be_absent() const { return may_be_absent_; }
  [[nodiscard]] constexpr std::size_t size() const {
    return is_list_ ? values_.size() + tags_.size() : is_present() ? 1 : 0;
  }
  [[nodiscard]] constexpr Text operator[](std::size_t at) const {
    return !is_list_ ? value_ : tags_.empty() ? values_[at] : tags_[at].key.view();
  }

 private:
  Text name_, value_;
  Span<Text> values_;
  Span<SessionTag> tags_;  // in place of values
  KeyState state_ = KeyState::absent;
  bool is_list_ = false, path_is_open_ = false, may_be_absent_ = false;
};

/// The condition keys of a request. A view. You need not list keys that caller, role and operation determine, such as
/// aws:PrincipalArn; one that contradicts them is unknown. A list describes the whole request: any other key is absent,
/// unless you pass KeyState::unknown for the others. But a key that every such call has, such as aws:CurrentTime, and
/// the tags of users and roles are unknown unless listed. Without a list every key is unknown. Source: AWS global
/// condition context keys, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
class RequestContext {
 public:
  constexpr RequestContext() = default;
  constexpr explicit RequestContext(Span<ContextKey> keys, KeyState others = KeyState::absent)
      : keys_(keys), others_(others) {}
  template <std::size_t Count>
  constexpr RequestContext(const ContextKey (&keys)[Count], KeyState others = KeyState::absent)  // NOLINT: a view
      : keys_(keys), others_(others) {}
  // clang-format off
  template <std::size_t Count>
  RequestContext(const ContextKey (&&)[Count], KeyState = KeyState::absent) WHENCE_REFUSED("a context views its keys: give the array a name first, so that it outlives the context");
  // clang-format on

  [[nodiscard]] constexpr Span<ContextKey> keys() const { return keys_; }
  /// The state of a key that is not listed.
  [[nodiscard]] constexpr KeyState others() const { return others_; }
  /// The key with this name, letter case ignored; null if not listed; an unknown key if listed twice. Linear.
  [[nodiscard]] constexpr const ContextKey* find(Text name) const {
    const ContextKey* found = nullptr;
    for (const ContextKey& key : keys_) {
      if (key.name().size() != name.size() || !ascii::equal_ignoring_case(key.name(), name)) continue;
      if (found != nullptr) return &contradicted;
      found = &key;
    }
    return found;
  }

 private:
  static const ContextKey contradicted;
  Span<ContextKey> keys_;
  KeyState others_ = KeyState::unknown;
};

inline constexpr ContextKey RequestContext::contradicted = ContextKey::unknown("");

/// The resource of a call that is not about a role: its ARN.
struct Resource {
  Text arn;
};

}  // namespace whence
WHENCE_TEMPLATES_END
