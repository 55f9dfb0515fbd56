// How a credential moves from place to place in a flow.
#pragma once

#include <cstddef>

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

/// How the credential of a source of the catalogue begins.
struct SourceBeginning {
  bool is_stated = false;
  PrincipalKind kind = PrincipalKind::iam_user;  // or any other principal of an account
  Text principal{};  // as the role's trust policy names it, words in capitals differ; empty: no role is assumed
};

/// One step of a credential: from the place where it rested, or from the reply of STS, to the next place.
struct MoveFacts {
  PrincipalKind assumer;  // the caller of STS; of a flow without a call, who began the session, or the principal
  Text assumer_name;
  const Place* from;         // null for the reply of STS
  const Place* to;           // never null
  bool calls_sts = true;     // false: the flow uses a credential that exists
  SourceBeginning begins{};  // of the source along which the credential rests, if this is its first place
  [[nodiscard]] constexpr bool is_by(PrincipalKind kind) const { return assumer == kind; }
};

/// The call at the end of a flow.
struct CallFacts {
  Text action;
  Truth session_policies_allow = Truth::yes;  // no: they deny it explicitly; unknown: none of them names it
};

namespace rules {
struct sts_replies_to_its_caller {
  WHENCE_RULE("W501", Decision::denied_implicitly, sources::the_model,
              "STS returns the credential to its caller: a service keeps it inside AWS, any other caller outside; a "
              "SAML assertion or OIDC token may be presented by either");
  static constexpr Truth holds(const auto& facts) {
    if (facts.from != nullptr || !facts.calls_sts) return Truth::yes;
    // Identity Center and Cognito present a token on behalf of others: the rule about owners says where.
    if (facts.is_by(PrincipalKind::web_identity) || facts.is_by(PrincipalKind::saml_identity)) return Truth::yes;
    return truth(facts.is_by(PrincipalKind::service) == facts.to->plane.is_on(Plane::control));
  }
};

struct a_credential_leaves_aws_through_an_interface {
  WHENCE_RULE("W502", Decision::denied_implicitly, sources::the_model,
              "a credential leaves AWS only through an interface that is open to the plane that it goes to");
  static constexpr Truth holds(const auto& facts) {
    if (facts.from == nullptr || !facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(Plane::control) || facts.from->is_open_to(facts.to->plane));
  }
};

struct a_credential_does_not_move_into_aws {
  WHENCE_RULE("W503", Decision::denied_implicitly, sources::the_model,
              "a credential that has left AWS does not move back into it, and does not move from one machine to "
              "another by itself");
  static constexpr Truth holds(const auto& facts) {
    if (facts.from == nullptr || facts.from->plane.is_on(Plane::control)) return Truth::yes;
    return truth(facts.to->plane.is_on(facts.from->plane));
  }
};

/// Hence a credential that Systems Manager obtained is never on a path of IMDS, and a session that a job began with its
/// own token is in no service.
struct a_service_keeps_what_it_obtained {
  WHENCE_RULE("W504", Decision::denied_implicitly, sources::the_model,
              "a place inside AWS belongs to a service: only a credential that the service itself obtained rests "
              "there, as the caller of STS or, in IAM Identity Center and Amazon Cognito, with a token");
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    const Text owner = facts.to->owner;
    if (!facts.to->plane.is_on(Plane::control)) return Truth::yes;
    if (owner.empty()) return Truth::unknown;  // the place states no owner
    const bool signs_in = owner == "the console" || owner == "the sign-in service";
    switch (facts.assumer) {
      case PrincipalKind::service: return truth(owner == facts.assumer_name);
      case PrincipalKind::web_identity:
        return truth(owner == "cognito-identity.amazonaws.com" && owner == facts.assumer_name);
      case PrincipalKind::saml_identity:
        return truth(owner == "sso.amazonaws.com" && facts.assumer_name.starts_with("AWSSSO_"));
      case PrincipalKind::instance_identity: return truth(owner == "ec2.amazonaws.com");
      // The name of a session does not say who began it.
      case PrincipalKind::role_session: return facts.calls_sts ? Truth::no : signs_in ? Truth::yes : Truth::unknown;
      default: return truth(!facts.calls_sts && signs_in);
    }
  }
};

struct a_credential_rests_along_its_own_source {
  WHENCE_RULE("W506", Decision::denied_implicitly, sources::roles.graded(Grade::inferred),
              "a credential rests along a source of the catalogue only if it begins as that of the source: by the same "
              "service, with a token of the same identity provider, or with a credential of an account");
  template <class Facts>
  static constexpr Truth holds(const Facts& facts) {
    const Text wanted = facts.begins.principal;
    const PrincipalKind kind = facts.begins.kind;
    const bool by_token = kind == PrincipalKind::web_identity || kind == PrincipalKind::saml_identity;
    const bool is_by_another = facts.is_by(PrincipalKind::service) || facts.is_by(PrincipalKind::web_identity) ||
                               facts.is_by(PrincipalKind::saml_identity);
    if (!facts.begins.is_stated) return Truth::yes;
    if (wanted.empty()) return truth(!facts.calls_sts);
    if (!by_token && kind != PrincipalKind::service) return truth(!is_by_another);
    // Of a session that exists, only the name is known.
    if (!facts.calls_sts && facts.is_by(PrincipalKind::role_session)) return Truth::unknown;
    const bool is_it = by_token ? is_provider(facts.assumer_name, wanted)
                                : facts.assumer_name == wanted || wanted.starts_with("SERVICE");
    return truth(facts.is_by(kind) && is_it);
  }

 private:
  // Whether this is the name of a provider such as ...:oidc-provider/oidc.eks.REGION.amazonaws.com/id/HEX.
  template <class Name>
  static constexpr bool is_provider(Name name, Name pattern) {
    const std::size_t slash = pattern.find('/');
    if (slash == Name::npos) return name == pattern;
    pattern = pattern.part(slash + 1);
    for (std::size_t i = 0; i <= pattern.size(); ++i) {
      const Name rest = pattern.part(i);
      if (rest.starts_with("REGION") || rest.starts_with("HEX") || rest.starts_with("NAME") || rest.empty()) {
        // A cluster with IPv6 has the issuer oidc-eks.REGION.api.aws.
        const bool of_eks = pattern.starts_with("oidc.eks.") && name.starts_with("oidc-eks.");
        return of_eks || name.starts_with(pattern.part(0, i));
      }
    }
    return false;
  }
};

struct a_call_names_an_action {
  WHENCE_RULE("W505", Decision::invalid_request, sources::action_element,
              "a call must name an action as policies write it: the prefix of the service, a colon and the name of the "
              "action, such as s3:GetObject");
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

struct the_session_policies_name_the_call {
  WHENCE_RULE("W510", Decision::denied_explicitly, sources::evaluation_logic,
              "a flow must not call an action that the session policies of its session deny; if none of them names the "
              "action, only a policy of the resource that names the session can allow it");
  static constexpr Truth holds(const auto& facts) { return facts.session_policies_allow; }
};

using call_rules = RuleList<a_call_names_an_action, the_session_policies_name_the_call>;

using move_rules = RuleList<sts_replies_to_its_caller, a_credential_leaves_aws_through_an_interface,
                            a_credential_does_not_move_into_aws, a_service_keeps_what_it_obtained,
                            a_credential_rests_along_its_own_source>;
}  // namespace rules
}  // namespace whence
WHENCE_TEMPLATES_END
