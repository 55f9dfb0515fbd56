// Parameters of STS requests. The compiler checks literals, the operation checks other text.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/checked_literal.hpp>
#include <whence/names/limits.hpp>
#include <whence/names/name.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A parameter of a request, as a view: the text must outlive it. A literal that breaks a limit does not compile; for
/// other text the operation returns a Verdict that names field, limit and source.
template <class Grammar>
class Parameter WHENCE_BASE_OF_LITERALS {
 public:
  WHENCE_TAKES_LITERALS(Parameter)
  /// Not in the request.
  constexpr Parameter() : stated_(false) {}
  constexpr explicit Parameter(Text text) { text_ = text; }
  /// From a std::string or another string, which must outlive it.
  template <class String>
  requires(__is_class(String)) && requires(const String& text) {
    static_cast<const char*>(text.data());
    static_cast<std::size_t>(text.size());
  }
  constexpr Parameter(const String& text) {  // NOLINT: a view
    text_ = Text(text.data(), text.size());
  }
  // Compilers quote one line of a deleted function.
  // clang-format off
  template <detail::dying_string String>
  Parameter(String&&) WHENCE_REFUSED("a parameter views the text it was made from: give the string a name first");
  // clang-format on
  constexpr Parameter(const Name<Grammar>& name) { text_ = name.view(); }  // NOLINT: a name is one

  [[nodiscard]] constexpr bool is_stated() const { return stated_; }
  [[nodiscard]] constexpr Text view() const { return text_; }
  /// The fault of the text; none if the parameter is not in the request, or if the compiler has refused the literal.
  [[nodiscard]] constexpr NameError check() const {
    return stated_ && !detail::is_refused_text(text_) ? Grammar::check(text_) : NameError{};
  }

 private:
  WHENCE_TEXT_OF_LITERALS
  bool stated_ = true;
};

namespace grammar {

inline constexpr ascii::CharacterSet external_id_characters{
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@:/-"};
inline constexpr ascii::CharacterSet digit_characters{"0123456789"};
inline constexpr ascii::CharacterSet tag_characters{
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _.:/=+-@"};

/// 2 to 64 characters of `[\w+=,.@-]`. Source of this and the next three: AssumeRole,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
struct SourceIdentity : TextOf<limits::source_identity, NameFault::source_identity_is_not_2_to_64> {};

/// 2 to 1224 characters of `[\w+=,.@:\/-]`.
struct ExternalId : TextOf<limits::external_id, NameFault::external_id_is_not_2_to_1224,
                           NameFault::external_id_holds_a_character_that_is_not_allowed, external_id_characters> {};

/// 9 to 256 characters of `[\w+=/:,.@-]`: the ARN of a virtual device, or the number of another device.
struct SerialNumber : TextOf<limits::serial_number, NameFault::serial_number_is_not_9_to_256,
                             NameFault::serial_number_holds_a_character_that_is_not_allowed, external_id_characters> {};

/// Six digits.
struct TokenCode : TextOf<limits::token_code, NameFault::token_code_is_not_6_digits,
                          NameFault::token_code_is_not_6_digits, digit_characters> {};

// Counts characters. Does not check which characters outside ASCII are letters, separators or numbers (U-111).
constexpr NameError check_tag(Text text, const Limit& limit, NameFault wrong_size) {
  std::int64_t count = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    if (is_ascii && !tag_characters.has(text[i])) return {NameFault::tag_holds_a_character_that_is_not_allowed, i};
    if (!continues_character(text[i]) && ++count > limit.most) return {wrong_size, i};
  }
  if (count < limit.least) return {wrong_size, 0};
  if (ascii::starts_with_ignoring_case(text, "aws:")) return {NameFault::tag_begins_with_aws, 0};
  return {};
}

/// 1 to 128 letters, separators, numbers and `_.:/=+-@`; must not begin with aws:. Sources: AssumeRole, as above; Pass
/// session tags in AWS STS, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
struct TagKey {
  static constexpr NameError check(Text text) {
    return check_tag(text, limits::tag_key, NameFault::tag_key_is_not_1_to_128);
  }
};

/// 0 to 256 of the same characters. An empty value is valid.
struct TagValue {
  static constexpr NameError check(Text text) {
    return check_tag(text, limits::tag_value, NameFault::tag_value_is_longer_than_256);
  }
};

}  // namespace grammar

using SourceIdentity = Name<grammar::SourceIdentity>;
using ExternalId = Name<grammar::ExternalId>;

/// A session tag. Letter case does not distinguish its key from others, but is kept.
struct SessionTag {
  Parameter<grammar::TagKey> key;
  Parameter<grammar::TagValue> value;
};

}  // namespace whence
WHENCE_TEMPLATES_END
