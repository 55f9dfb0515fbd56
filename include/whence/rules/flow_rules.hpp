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

/// One step of a credential: from the place where it rested, or from the reply of STS, to the next place.
struct MoveFacts {
  PrincipalKind assumer;
  Text assumer_name;  // if it is a service
  const Place* from;  // null for the reply of STS
  const Place* to;    // never null
  [[nodiscard]] constexpr bool is_by(PrincipalKind kind) const { return assumer == kind; }
};

/// The call at the end of a flow.
struct CallFacts {
  Text action;
};

namespace rules {
struct sts_replies_to_its_caller {
  WHENCE_RULE("W501", Decision::denied_implicitly,
              "STS returns the credential to its caller: a service keeps it inside AWS, any other caller outside; a "
              "SAML assertion or OIDC token may be presented by either",
              sources::the_model);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from != nullptr) return Truth::yes;
    // Identity Center and Cognito present a token on behalf of others.
    if (facts.is_by(PrincipalKind::web_identity) || facts.is_by(PrincipalKind::saml_identity)) return Truth::yes;
    return truth(facts.is_by(PrincipalKind::service) == facts.to->plane.is_on(Plane::control));
  }
};

struct a_credential_leaves_aws_through_an_interface {
  WHENCE_RULE("W502", Decision::denied_implicitly,
              "a credential leaves AWS only through an interface that is open to the plane that it goes to",
              sources::the_model);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from == nullptr || !facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(Plane::control) || facts.from->is_open_to(facts.to->plane));
  }
};

struct a_credential_does_not_move_into_aws {
  WHENCE_RULE("W503", Decision::denied_implicitly,
              "a credential that has left AWS does not move back into it, and does not move from one machine to "
              "another by itself",
              sources::the_model);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (facts.from == nullptr || facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(facts.from->plane));
  }
};

/// Hence a credential that Systems Manager obtained is never on a path of IMDS.
struct a_service_keeps_what_it_obtained {
  WHENCE_RULE("W504", Decision::denied_implicitly,
              "inside AWS, a credential stays with the service that assumed the role", sources::the_model);
  static constexpr Truth holds(const MoveFacts& facts) {
    if (!facts.to->plane.is_on(Plane::control) || !facts.is_by(PrincipalKind::service)) return Truth::yes;
    if (facts.to->owner.empty()) return Truth::unknown;  // the place states no owner
    return truth(facts.to->owner == facts.assumer_name);
  }
};

struct a_call_names_an_action {
  WHENCE_RULE("W505", Decision::invalid_request,
              "a call must name an action as policies write it: the prefix of the service, a colon and the name of the "
              "action, such as s3:GetObject",
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

using move_rules = RuleList<sts_replies_to_its_caller, a_credential_leaves_aws_through_an_interface,
                            a_credential_does_not_move_into_aws, a_service_keeps_what_it_obtained>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
