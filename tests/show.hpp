// How a failed check shows the values of whence: a verdict with its decision, its rule and the place.
//
// Includes no header of whence, so that it costs a test nothing; tests/main.cpp has the definitions.
#pragma once

#include <doctest/doctest.h>

namespace whence {

class Text;
struct Verdict;
struct FlowVerdict;
struct DeploymentVerdict;
struct RuleInfo;
struct OpenQuestion;
struct NameError;
struct Citation;
class Session;
class AccountId;
class Principal;
enum class Decision : unsigned char;
struct Truth;
enum class Gate : unsigned short;
template <class Value, class Error>
class Result;

doctest::String toString(Decision);
doctest::String toString(Truth);
doctest::String toString(Gate);

}  // namespace whence

#define WHENCE_SHOWN(...)                                   \
  template <>                                               \
  struct doctest::StringMaker<__VA_ARGS__> {                \
    static doctest::String convert(const __VA_ARGS__& value); \
  };
WHENCE_SHOWN(whence::Text)
WHENCE_SHOWN(whence::Verdict)
WHENCE_SHOWN(whence::FlowVerdict)
WHENCE_SHOWN(whence::DeploymentVerdict)
WHENCE_SHOWN(whence::RuleInfo)
WHENCE_SHOWN(whence::OpenQuestion)
WHENCE_SHOWN(whence::NameError)
WHENCE_SHOWN(whence::Citation)
WHENCE_SHOWN(whence::AccountId)
WHENCE_SHOWN(whence::Principal)
#undef WHENCE_SHOWN

// Rules and open questions are compared by address, and shown by their contents.
template <>
struct doctest::StringMaker<const whence::RuleInfo*> {
  static String convert(const whence::RuleInfo* value) {
    return value == nullptr ? String("no rule") : StringMaker<whence::RuleInfo>::convert(*value);
  }
};
template <>
struct doctest::StringMaker<const whence::OpenQuestion*> {
  static String convert(const whence::OpenQuestion* value) {
    return value == nullptr ? String("no open question") : StringMaker<whence::OpenQuestion>::convert(*value);
  }
};

template <class Value, class Error>
struct doctest::StringMaker<whence::Result<Value, Error>> {
  static String convert(const whence::Result<Value, Error>& value) {
    return value ? "a value: " + toString(*value) : "no value, but\n  " + toString(value.error());
  }
};

/// The result of a test's helper: whether an answer is as expected. A failed check shows the answer.
template <class Answer>
class Judged {
 public:
  constexpr Judged(bool holds, const Answer& answer) : holds_(holds), answer_(&answer) {}
  constexpr explicit operator bool() const { return holds_; }
  constexpr Judged operator!() const { return Judged(!holds_, *answer_); }
  [[nodiscard]] constexpr const Answer& answer() const { return *answer_; }

 private:
  bool holds_;
  const Answer* answer_;
};

template <class Answer>
struct doctest::StringMaker<Judged<Answer>> {
  static String convert(const Judged<Answer>& value) {
    return (value ? "true of this:\n  " : "false of this:\n  ") + toString(value.answer());
  }
};

// Like the members with these names; a failed check shows the answer.
template <class Rule, class Answer>
constexpr Judged<Answer> refused_by(const Answer& answer) {
  return {answer.template refused_by<Rule>(), answer};
}
template <class Rule, class Answer>
constexpr Judged<Answer> left_open_by(const Answer& answer) {
  return {answer.template left_open_by<Rule>(), answer};
}
template <class Answer>
constexpr Judged<Answer> is_unknown(const Answer& answer) {
  return {answer.is_unknown(), answer};
}
