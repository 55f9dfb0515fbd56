// Names of roles, users and sessions, and paths: text that was checked by the grammar of its kind.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/names/checked_literal.hpp>
#include <whence/names/limits.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Text that satisfies `Grammar`, as a view: the text must outlive it. The compiler checks a string literal; `parse`
/// checks any other text. There is no empty or default name.
template <class Grammar>
class Name WHENCE_BASE_OF_LITERALS {
 public:
  WHENCE_TAKES_LITERALS(Name)

  // Compilers quote one line of a deleted function.
  // clang-format off
  template <detail::dying_string String>
  static Result<Name, NameError> parse(String&&) WHENCE_REFUSED("a name views the text it was made from: give the string a name first");
  // clang-format on
  /// The length is at most that of the grammar. Complexity: linear; no allocation.
  [[nodiscard]] static constexpr Result<Name, NameError> parse(Text text) {
    if (const NameError error = Grammar::check(text)) return error;
    Name name;
    name.text_ = text;
    return name;
  }

  [[nodiscard]] constexpr Text view() const { return text_; }
  /// Whether the compiler has refused the literal, so that a question about it is not a second error.
  [[nodiscard]] constexpr bool is_refused() const { return detail::is_refused_text(text_); }
  friend constexpr bool operator==(const Name& left, const Name& right) { return left.text_ == right.text_; }

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr Name() = default;
  WHENCE_TEXT_OF_LITERALS
};

namespace grammar {

/// The grammar of a text by its length and its characters.
template <const Limit& Length, NameFault WrongLength,
          NameFault WrongCharacter = NameFault::name_holds_a_character_that_is_not_allowed,
          const ascii::CharacterSet& Characters = ascii::name_characters>
struct TextOf {
  static constexpr NameError check(Text text) {
    if (!Length.takes_length(text.size())) {
      constexpr auto most = static_cast<std::size_t>(Length.most);
      return {WrongLength, static_cast<std::uint32_t>(text.size() < most ? text.size() : most)};
    }
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (!Characters.has(text[i])) return {WrongCharacter, i};
    }
    return {};
  }
};

/// 1 to 64 characters of `[\w+=,.@-]`. Source: CreateRole,
/// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
struct RoleName : TextOf<limits::role_name, NameFault::role_name_is_not_1_to_64> {};

/// 1 to 64 characters of `[\w+=,.@-]`. Source: CreateUser,
/// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
struct UserName : TextOf<limits::user_name, NameFault::user_name_is_not_1_to_64> {};

/// 2 to 64 characters of `[\w+=,.@-]`. Source: AssumeRole,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
struct SessionName : TextOf<limits::role_session_name, NameFault::session_name_is_not_2_to_64> {};

/// 2 to 32 characters of `[\w+=,.@-]`. Source: GetFederationToken,
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
struct FederatedName : TextOf<limits::federated_name, NameFault::federated_name_is_not_2_to_32> {};

/// `/`, or `/` + printable ASCII + `/`; 1 to 512 characters. Source: CreateRole, as above.
struct Path {
  static constexpr NameError check(Text text) {
    if (!limits::path.takes_length(text.size())) {
      return {NameFault::path_is_not_1_to_512, static_cast<std::uint32_t>(text.empty() ? 0 : limits::path.most)};
    }
    if (text[0] != '/') return {NameFault::path_does_not_start_and_end_with_a_slash, 0};
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (!ascii::is_graphic(text[i])) return {NameFault::path_holds_a_character_that_is_not_allowed, i};
    }
    if (text[text.size() - 1] != '/') {
      return {NameFault::path_does_not_start_and_end_with_a_slash, static_cast<std::uint32_t>(text.size())};
    }
    return {};
  }
};

}  // namespace grammar

using RoleName = Name<grammar::RoleName>;
using UserName = Name<grammar::UserName>;
using SessionName = Name<grammar::SessionName>;
using FederatedName = Name<grammar::FederatedName>;
using Path = Name<grammar::Path>;

}  // namespace whence
WHENCE_TEMPLATES_END
