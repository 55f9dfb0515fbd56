// What GetWebIdentityToken requires of its own parameters: Audience, SigningAlgorithm, SubjectMode and Scope.
#pragma once

#include <cstddef>

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/outbound_token.hpp>
#include <whence/names/further_limits.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct OutboundFacts {
  const OutboundFederation& federation;
  Truth has_identity = Truth::no;  // the session has the keys that SubjectMode OriginIdentity needs
  bool inherits_identity = false;  // perhaps from a session before it
  Text subject{};                  // aws:OriginIdentity/Subject, if it is known
  Truth scope_is_permitted = Truth::yes;

  [[nodiscard]] constexpr bool is_about_the_origin() const {
    return federation.subject_mode == SubjectMode::origin_identity;
  }
};

namespace rules {
/// A parameter that you omit is not checked. The words of a Scope are compared with their letter case.
struct an_outbound_token_has_its_parameters {
  WHENCE_RULE(
      "W735", Decision::invalid_request, sources::get_web_identity_token_api,
      "GetWebIdentityToken takes 1 to 10 audiences of 1 to 1000 characters, and the algorithm RS256 or ES384; a Scope "
      "needs SubjectMode OriginIdentity and exactly one audience, and must be different words with one space between "
      "them");
  static constexpr LimitOutcome limit(const auto& facts) {
    const OutboundFederation& asked = facts.federation;
    if (asked.audiences.size() > static_cast<std::size_t>(limits::jwt_audiences.most)) {
      return {Truth::no, &limits::jwt_audiences};
    }
    for (std::size_t i = 0; i < asked.audiences.size(); ++i) {
      if (limits::jwt_audience.takes_length(count_characters(asked.audiences[i]))) continue;
      return {Truth::no, &limits::jwt_audience, static_cast<int>(i)};
    }
    const Text algorithm = asked.signing_algorithm;
    if (!algorithm.empty() && algorithm != "RS256" && algorithm != "ES384") return {Truth::no, &limits::jwt_algorithm};
    if (asked.scope.empty()) return {};
    const bool fits = facts.is_about_the_origin() && asked.audiences.size() == 1 && lists_words(asked.scope);
    if (fits) return {};
    return {Truth::no, asked.audiences.size() == 1 ? nullptr : &limits::jwt_audiences};
  }
  static constexpr Truth holds(const auto& facts) { return limit(facts).passes; }

 private:
  static constexpr bool lists_words(Text scope) {
    for (std::size_t at = 0; at <= scope.size();) {
      const Text rest = scope.part(at);
      const std::size_t space = rest.find(' ');
      const Text word = space == Text::npos ? rest : rest.part(0, space);
      if (word.empty() || has_word(scope.part(0, at), word)) return false;
      at += word.size() + 1;
    }
    return true;
  }
  // Whether words, each followed by a space, have this one.
  static constexpr bool has_word(Text words, Text wanted) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t size = words.part(at).find(' ');
      if (words.part(at, size) == wanted) return true;
      at += size + 1;
    }
    return false;
  }
};

struct an_outbound_token_is_about_a_known_identity {
  WHENCE_RULE("W736", Decision::invalid_request, sources::get_web_identity_token_api,
              "SubjectMode OriginIdentity needs a session with aws:OriginIdentity/Subject, and with "
              "aws:OriginIdentity/Issuer or aws:OriginIdentity/FederatedProviderArn");
  static constexpr Truth holds(const auto& facts) {
    return facts.is_about_the_origin() ? facts.has_identity : Truth::yes;
  }
  static constexpr const OpenQuestion* open(const auto& facts) {
    return facts.inherits_identity ? &open_questions::u132 : nullptr;
  }
};

/// No source says whether the control characters from U+0080 and the no-break space count.
struct an_outbound_subject_is_no_arn {
  WHENCE_RULE(
      "W737", Decision::denied_implicitly, sources::get_web_identity_token_api,
      "the subject of a token about an origin identity must not begin with arn:, must not begin or end with a space, "
      "and must not have control characters");
  static constexpr Truth holds(const auto& facts) {
    const Text subject = facts.subject;
    if (!facts.is_about_the_origin() || subject.empty()) return Truth::yes;
    bool has_other_controls = false;
    for (std::size_t i = 0; i < subject.size(); ++i) {
      const auto byte = static_cast<unsigned char>(subject[i]);
      if (byte < 0x20 || byte == 0x7F) return Truth::no;
      const auto next = static_cast<unsigned char>(i + 1 < subject.size() ? subject[i + 1] : '\0');
      if (byte == 0xC2 && next >= 0x80 && next <= 0xA0) has_other_controls = true;
    }
    const bool is_plain =
        !ascii::starts_with_ignoring_case(subject, "arn:") && !subject.starts_with(" ") && !subject.ends_with(" ");
    return !is_plain ? Truth::no : has_other_controls ? Truth::unknown : Truth::yes;
  }
};

struct the_scope_of_an_outbound_token_needs_permission {
  WHENCE_RULE("W738", Decision::denied_implicitly, sources::get_web_identity_token_api,
              "a call of GetWebIdentityToken that passes a Scope also needs sts:SetWebIdentityTokenScope");
  static constexpr Truth holds(const auto& facts) { return facts.scope_is_permitted; }
};

using outbound_token_rules = RuleList<an_outbound_token_has_its_parameters, an_outbound_token_is_about_a_known_identity,
                                      an_outbound_subject_is_no_arn, the_scope_of_an_outbound_token_needs_permission>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
