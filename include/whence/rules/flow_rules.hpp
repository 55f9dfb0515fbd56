// How a credential moves from place to place in a flow.
#pragma once

#include <whence/base/ascii.hpp>
#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/truth.hpp>
#include <whence/evidence/sources.hpp>
#include <whence/model/place.hpp>
#include <whence/model/principal.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// One step of a credential's way: from where it rested, or from the reply of STS, to the next place.
struct MoveFacts {
  PrincipalKind assumer;
  Text assumer_name;  // of a service: its name
  const Place* from;  // null for the reply of STS
  const Place* to;    // never null
};

/// What is called in the end.
struct CallFacts {
  Text action;
};

namespace rules {

struct sts_replies_to_its_caller {
  WHENCE_RULE(
      "W501", Decision::denied_implicitly,
      "the credential first rests with whoever called STS: a service on AWS's side, anybody else outside it; a token or an "
      "assertion may be borne by either",
      sources::assume_role_api);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from != nullptr) return Truth::yes;
    // Identity Center and Cognito show a token in the name of others.
    if (facts.assumer == PrincipalKind::web_identity || facts.assumer == PrincipalKind::saml_identity)
      return Truth::yes;
    return truth((facts.assumer == PrincipalKind::service) == facts.to->plane.is_on(Plane::control));
  }
};

struct a_credential_leaves_aws_through_a_surface {
  WHENCE_RULE("W502", Decision::denied_implicitly,
              "a credential comes out of AWS's side only through a surface that is open to the plane it comes to",
              sources::fault_isolation.graded(Grade::inferred));
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from == nullptr || !facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(Plane::control) || facts.from->is_open_to(facts.to->plane));
  }
};

struct a_credential_does_not_move_into_aws {
  WHENCE_RULE(
      "W503", Decision::denied_implicitly,
      "a credential that has left AWS's side does not move back into it, nor from one machine to another by itself",
      sources::fault_isolation.graded(Grade::inferred));
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from == nullptr || facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(facts.from->plane));
  }
};

/// Hence nothing that Systems Manager obtained is found on a path of EC2's metadata service.
struct a_service_keeps_what_it_obtained {
  WHENCE_RULE("W504", Decision::denied_implicitly,
              "on AWS's side a credential rests with the service that assumed the role, and with no other",
              sources::ssm_agent_source);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (!facts.to->plane.is_on(Plane::control) || facts.assumer != PrincipalKind::service) return Truth::yes;
    if (facts.to->owner.empty()) return Truth::unknown;  // whose place it is has not been said
    return truth(facts.to->owner == facts.assumer_name);
  }
};

struct a_call_names_an_action {
  WHENCE_RULE("W505", Decision::invalid_request,
              "a call names an action as policies write it, service:Operation, such as s3:GetObject",
              sources::action_element);
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    const std::size_t colon = facts.action.find(':');
    if (colon == Text::npos || colon == 0 || colon + 1 == facts.action.size()) return Truth::no;
    for (std::size_t i = 0; i < facts.action.size(); ++i) {
      const char c = facts.action[i];
      const bool allowed = i == colon || ascii::letters_and_digits.has(c) || (c == '-' && i < colon);
      if (!allowed) return Truth::no;
    }
    return Truth::yes;
  }
};

using call_rules = RuleList<a_call_names_an_action>;

using move_rules = RuleList<sts_replies_to_its_caller, a_credential_leaves_aws_through_a_surface,
                            a_credential_does_not_move_into_aws, a_service_keeps_what_it_obtained>;

}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
