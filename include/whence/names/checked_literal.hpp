// Literals of names, which the compiler checks: for each kind of name, the faults that its literal can have.
#pragma once

// Clang warns about attributes that only it has, but not in a header of the system.
#if defined(__clang__)
#pragma GCC system_header
#endif

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/names/name_fault.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace grammar {
struct ServiceName;
struct RoleName;
struct UserName;
struct SessionName;
struct FederatedName;
struct Path;
struct SourceIdentity;
struct ExternalId;
struct SerialNumber;
struct TokenCode;
struct TagKey;
struct TagValue;
}  // namespace grammar

namespace detail {

// The text of a name after the compiler has refused its literal. No name has its first character.
inline constexpr char refused_text[] = "\x7F";
constexpr bool is_refused_text(Text text) { return text.size() == 1 && text[0] == '\x7F'; }

template <class Grammar, std::size_t Size>
constexpr NameFault fault_of(const char (&literal)[Size]) {
  return Grammar::check(Text(literal, Size - 1)).fault;
}

// Clang prints the sentence at the literal, and takes the second constructor, whose value is refused: otherwise each use
// of it would be one more error. It takes the second one only where it sees the characters.
#if defined(__clang__)
#define WHENCE_REFUSES_LITERAL(name, sentence) \
  __attribute__((diagnose_if(fault_of<Grammar>(literal) == NameFault::name, sentence, "error")))
// Declared and never defined: ends the evaluation of a wrong literal that comes through another function.
void this_literal_is_not_a_valid_name();
template <class Grammar, std::size_t Size>
consteval Text checked_literal(const char (&literal)[Size]) {
  if (fault_of<Grammar>(literal) != NameFault::none) this_literal_is_not_a_valid_name();
  return Text(literal, Size - 1);
}
#else
// Not a FixedText, because a text that no loop copies is cheap.
template <std::size_t Size>
struct QuotedText {
  char characters[Size];
};
template <std::size_t Size>
QuotedText(const char (&)[Size]) -> QuotedText<Size>;
// Declared and never defined: GCC cannot evaluate the call, and prints the sentence.
template <QuotedText Sentence, class Kind>
void refused_because();
#endif

// The text of a literal, checked by the compiler: the base of each kind of name, where the constructor can be inherited.
template <class Grammar>
class LiteralOf;

#if defined(__clang__)
#define WHENCE_LITERALS_OF(grammar, FAULTS)                                                          \
  template <>                                                                                        \
  class LiteralOf<grammar> {                                                                         \
   public:                                                                                           \
    using Grammar = grammar;                                                                         \
    template <std::size_t Size>                                                                      \
    consteval LiteralOf(const char (&literal)[Size]) : text_(checked_literal<Grammar>(literal)) {}   \
    template <std::size_t Size>                                                                      \
    consteval LiteralOf(const char (&literal)[Size])                                                 \
        __attribute__((enable_if(fault_of<Grammar>(literal) != NameFault::none, "a wrong literal"))) \
        FAULTS(WHENCE_REFUSES_LITERAL)                                                               \
        : text_(refused_text, sizeof refused_text - 1) {}                                            \
                                                                                                     \
   protected:                                                                                        \
    constexpr LiteralOf() = default;                                                                 \
    Text text_;                                                                                      \
  };
#define WHENCE_BASE_OF_LITERALS : private detail::LiteralOf<Grammar>
#define WHENCE_TAKES_LITERALS(Class) using detail::LiteralOf<Grammar>::LiteralOf;
#define WHENCE_TEXT_OF_LITERALS using detail::LiteralOf<Grammar>::text_;
#else
#define WHENCE_REFUSE_LITERAL(name, sentence) \
  if (fault == NameFault::name) refused_because<QuotedText{sentence}, Kind>();
#define WHENCE_LITERALS_OF(grammar, FAULTS)        \
  template <>                                      \
  class LiteralOf<grammar> {                       \
   public:                                         \
    template <class Kind>                          \
    static consteval void check(NameFault fault) { \
      FAULTS(WHENCE_REFUSE_LITERAL)                \
    }                                              \
  };
// GCC 12 cannot inherit a consteval constructor.
#define WHENCE_BASE_OF_LITERALS
#define WHENCE_TAKES_LITERALS(Class)                                                  \
  template <std::size_t Size>                                                         \
  consteval Class(const char(&literal)[Size]) : text_(literal, Size - 1) {            \
    detail::LiteralOf<Grammar>::template check<Grammar>(Grammar::check(text_).fault); \
  }
#define WHENCE_TEXT_OF_LITERALS Text text_;
#endif

WHENCE_LITERALS_OF(grammar::ServiceName, WHENCE_FAULTS_OF_SERVICE_NAMES)
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_ROLE_NAMES(FAULT) WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::RoleName, WHENCE_FAULTS)
#undef WHENCE_FAULTS
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_USER_NAMES(FAULT) WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::UserName, WHENCE_FAULTS)
#undef WHENCE_FAULTS
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_SESSION_NAMES(FAULT) WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::SessionName, WHENCE_FAULTS)
#undef WHENCE_FAULTS
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_FEDERATED_NAMES(FAULT) WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::FederatedName, WHENCE_FAULTS)
#undef WHENCE_FAULTS
WHENCE_LITERALS_OF(grammar::Path, WHENCE_FAULTS_OF_PATHS)
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_SOURCE_IDENTITIES(FAULT) WHENCE_FAULTS_OF_NAME_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::SourceIdentity, WHENCE_FAULTS)
#undef WHENCE_FAULTS
WHENCE_LITERALS_OF(grammar::ExternalId, WHENCE_FAULTS_OF_EXTERNAL_IDS)
WHENCE_LITERALS_OF(grammar::SerialNumber, WHENCE_FAULTS_OF_SERIAL_NUMBERS)
WHENCE_LITERALS_OF(grammar::TokenCode, WHENCE_FAULTS_OF_TOKEN_CODES)
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_TAG_KEYS(FAULT) WHENCE_FAULTS_OF_TAG_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::TagKey, WHENCE_FAULTS)
#undef WHENCE_FAULTS
#define WHENCE_FAULTS(FAULT) WHENCE_FAULTS_OF_TAG_VALUES(FAULT) WHENCE_FAULTS_OF_TAG_CHARACTERS(FAULT)
WHENCE_LITERALS_OF(grammar::TagValue, WHENCE_FAULTS)
#undef WHENCE_FAULTS
#undef WHENCE_LITERALS_OF

}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
