// Flows: the designed way of one credential, from the caller that assumes the role to the call that the credential
// signs. A step compiles only after the step that it needs; the error says why.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/written.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/model/place.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/flow_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Step: who requests that the role is assumed, without assuming it.
struct requested_by {
  constexpr explicit requested_by(const Reader& requester) : who(requester) {}
  Reader who;
};

/// Step: the credential rests at a place.
struct rests_in {
  constexpr explicit rests_in(const Place& where) : place(where) {}
  // clang-format off
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  explicit rests_in(const Source&) WHENCE_REFUSED("a source of the catalogue has several places: write rests_along(source)");
  // clang-format on
  Place place;
};

/// Step: a user or a program reads it, at the last place or at an earlier one. The vantage, such as vantages::pod, is
/// the position from which it reads in a deployment.
struct read_by {
  constexpr explicit read_by(const Reader& who) : reader(who) {}
  constexpr read_by(const Reader& who, const Place& where) : reader(who), place(where), names_place(true) {}
  constexpr read_by(const Reader& who, const Vantage& position) : reader(who), from(position), names_vantage(true) {}
  constexpr read_by(const Reader& who, const Place& where, const Vantage& position)
      : reader(who), place(where), from(position), names_place(true), names_vantage(true) {}
  // clang-format off
  explicit read_by(const Role&) WHENCE_REFUSED("a role cannot read a place: give an operating-system user (OsUser) or a program (Software)");
  explicit read_by(const IamUser&) WHENCE_REFUSED("an IAM user cannot read a place: give an operating-system user (OsUser) or a program (Software)");
  explicit read_by(const Service&) WHENCE_REFUSED("a service cannot read a place: give an operating-system user (OsUser) or a program (Software)");
  // clang-format on
  Reader reader;
  Place place{};
  Vantage from{};
  bool names_place = false, names_vantage = false;
};

/// Step: the action that the credential signs, such as s3:GetObject. The caller is the session.
struct calls {
  constexpr explicit calls(Text name) : action(name) {}
  Text action;
};

/// Step: the credential rests at the places of a source of the catalogue, in order. The user, if given, is the one that
/// the workload runs as, and owns its memory, files and endpoints. A view of the source's places.
struct rests_along {
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  constexpr explicit rests_along(const Source& source)
      : name(source.name), places(source.custody.begin(), source.custody.size()), begins(beginning_of(source)) {}
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  constexpr rests_along(const Source& source, const OsUser& user) : rests_along(source) {
    runs_as = user;
    has_user = true;
  }
  // clang-format off
  explicit rests_along(const Place&) WHENCE_REFUSED("this is one place: write rests_in(place); rests_along takes a source of the catalogue, with all its places");
  // clang-format on

  [[nodiscard]] constexpr Place bound(const Place& place) const {
    const bool is_a_users = place.readers == Readers::owner_and_superuser || place.readers == Readers::the_workload;
    return has_user && is_a_users && place.owner.empty() ? place.owned_by(runs_as) : place;
  }

  Text name;  // of the source
  Span<Place> places;
  SourceBeginning begins;  // how the source's credential begins
  OsUser runs_as = OsUser("nobody");
  bool has_user = false;

 private:
  template <class Source>
  static constexpr SourceBeginning beginning_of(const Source& source) {
    using Kind = decltype(source.trust.kind);
    const Text principal = source.trust.principal;
    switch (source.trust.kind) {
      case Kind::service: return {true, PrincipalKind::service, principal};
      case Kind::federated:
        return {true,
                *source.trust.actions.begin() == "sts:AssumeRoleWithSAML" ? PrincipalKind::saml_identity
                                                                          : PrincipalKind::web_identity,
                principal};
      default: return {true, PrincipalKind::iam_user, principal};
    }
  }
};

struct FlowAssumed;
struct FlowResting;
struct FlowHeld;
class Flow;

namespace detail {
// Its name is the error.
[[noreturn]] inline void a_flow_has_at_most_eight_places() { stop(); }
}  // namespace detail

/// The steps of a flow so far. Members of later steps have no meaning before that step.
struct FlowSteps {
  static constexpr std::size_t most_places = 8;

  constexpr FlowSteps(const Principal& caller, const Role* what, const AssumeSetting& known)
      : assumer(caller),
        role(what),
        side(known.side),
        context(known.context),
        session_name(known.session_name),
        disputed(known.disputed),
        origin(known.origin),
        has_policies(known.policies) {
    if (has_policies) policies = *known.policies;
    is_refused = assumer.is_refused() || (role != nullptr && role->is_refused());
  }

  Principal assumer;
  const Role* role;  // null if the flow begins with uses(session)
  CallerSide side;
  RequestContext context;
  Text session_name;  // empty if not given
  DisputedPoints disputed;
  CallOrigin origin;
  bool has_policies;
  Policies policies{};  // if has_policies
  Text requester;       // empty if there is none
  Place places[most_places]{};
  std::size_t place_count = 0;
  std::size_t read_at = 0;        // index in places
  SourceBeginning begins{};       // of the source that the flow follows
  Text source;                    // its name
  std::size_t places_along = 0;   // how many of the places are the source's: the first ones
  std::size_t places_rested = 0;  // how many a step states where the credential rests
  Reader reader = OsUser("nobody");
  Vantage from{};  // if names_vantage
  bool names_vantage = false;
  bool is_refused = false;  // the compiler has refused a literal, the caller, or the call that begins its session
  Text action;

  /// The name of the caller of STS in answers.
  [[nodiscard]] constexpr Text caller_name() const {
    return assumer.name().is(PrincipalForm::root) ? Text("root") : assumer.name().name;
  }
  /// Who obtained the credential: the caller of STS. Without a call of STS, a session says who began it.
  [[nodiscard]] constexpr const Principal& obtained_by() const {
    return role == nullptr && origin.session ? origin.session->begun_by() : assumer;
  }
  /// What is known about the call that assumes the role. A view of these steps.
  [[nodiscard]] constexpr AssumeSetting setting() const {
    AssumeSetting known(side);
    known.context = context;
    known.session_name = session_name;
    known.disputed = disputed;
    known.origin = origin;
    if (has_policies) known.policies = policies;
    return known;
  }

  constexpr void rest_in(const Place& place) {
    if (place_count == most_places) detail::a_flow_has_at_most_eight_places();
    places[place_count++] = place;
  }
};

// Compilers quote one line of a deleted function, so name and reason are on the same line.
// clang-format off

/// After assumes(...): a session exists, and the caller of STS has its credential.
struct FlowAssumed {
  FlowSteps steps;

  friend constexpr FlowAssumed operator|(FlowAssumed flow, const requested_by& step) {
    flow.steps.requester = step.who.name();
    return flow;
  }
  friend constexpr FlowResting operator|(const FlowAssumed& flow, const rests_in& step);
  friend constexpr FlowResting operator|(const FlowAssumed& flow, const rests_along& step);
  friend FlowHeld operator|(const FlowAssumed&, const read_by&) WHENCE_REFUSED("a credential must rest somewhere before it is read: write rests_in(...) first");
  friend Flow operator|(const FlowAssumed&, const calls&) WHENCE_REFUSED("a credential must be read before it signs a call: write rests_in(...) and read_by(...) first");
};

/// After rests_in(...).
struct FlowResting {
  FlowSteps steps;

  friend constexpr FlowResting operator|(FlowResting flow, const rests_in& step) {
    flow.steps.rest_in(step.place);
    return flow;
  }
  friend constexpr FlowHeld operator|(const FlowResting& flow, const read_by& step);
  friend Flow operator|(const FlowResting&, const calls&) WHENCE_REFUSED("a credential must be read before it signs a call: write read_by(...) first");
  friend FlowAssumed operator|(const FlowResting&, const requested_by&) WHENCE_REFUSED("requested_by(...) must directly follow assumes(...)");
};

/// After read_by(...).
struct FlowHeld {
  FlowSteps steps;

  friend constexpr Flow operator|(const FlowHeld& flow, const calls& step);
  friend FlowResting operator|(const FlowHeld&, const rests_in&) WHENCE_REFUSED("the credential has already been read: write all its places before read_by(...)");
  friend FlowHeld operator|(const FlowHeld&, const read_by&) WHENCE_REFUSED("a flow has one reader: write another flow for another reader");
  friend FlowAssumed operator|(const FlowHeld&, const requested_by&) WHENCE_REFUSED("requested_by(...) must directly follow assumes(...)");
};

// clang-format on

/// A complete flow. check(flow) and sound<flow> say whether it is right.
class Flow {
 public:
  constexpr explicit Flow(const FlowSteps& steps) : steps_(steps) {}
  // clang-format off
  Flow(const FlowAssumed&) WHENCE_REFUSED("the flow is not finished: add rests_in(...), read_by(...) and calls(...)");
  Flow(const FlowResting&) WHENCE_REFUSED("the flow is not finished: add read_by(...) and calls(...)");
  Flow(const FlowHeld&) WHENCE_REFUSED("the flow is not finished: add calls(...)");
  template <class Step>
  friend Flow operator|(const Flow&, const Step&) WHENCE_REFUSED("the flow is finished: a flow has one call, so write another flow for another call");
  // clang-format on

  /// The caller of STS, or the principal of uses(...).
  [[nodiscard]] constexpr const Principal& assumer() const { return steps_.assumer; }
  /// Who requested it; empty if nobody did, for example if a service assumes the role on its own.
  [[nodiscard]] constexpr Text requester() const { return steps_.requester; }
  /// Only for a flow that begins with assumes(...).
  [[nodiscard]] constexpr const Role& role() const { return *steps_.role; }
  /// Where the credential rests, in order.
  [[nodiscard]] constexpr Span<Place> custody() const { return {steps_.places, steps_.place_count}; }
  /// The reader, which signs with it.
  [[nodiscard]] constexpr const Reader& user() const { return steps_.reader; }
  [[nodiscard]] constexpr const Place& read_at() const { return steps_.places[steps_.read_at]; }
  /// The position from which it reads; null if the flow does not state it.
  [[nodiscard]] constexpr const Vantage* from() const { return steps_.names_vantage ? &steps_.from : nullptr; }
  [[nodiscard]] constexpr Text action() const { return steps_.action; }
  [[nodiscard]] constexpr const FlowSteps& steps() const { return steps_; }

 private:
  FlowSteps steps_;
};

constexpr FlowResting operator|(const FlowAssumed& flow, const rests_in& step) {
  FlowResting next{flow.steps};
  next.steps.rest_in(step.place);
  return next;
}

constexpr FlowResting operator|(const FlowAssumed& flow, const rests_along& step) {
  FlowResting next{flow.steps};
  next.steps.begins = step.begins;
  next.steps.source = step.name;
  next.steps.places_along = step.places.size();
  for (const Place& place : step.places) next.steps.rest_in(step.bound(place));
  return next;
}

// A place where the credential did not rest is added after the others: the rules then check the way to it.
constexpr FlowHeld operator|(const FlowResting& flow, const read_by& step) {
  FlowHeld next{flow.steps};
  FlowSteps& steps = next.steps;
  steps.reader = step.reader;
  steps.from = step.from;
  steps.names_vantage = step.names_vantage;
  steps.read_at = steps.place_count - 1;
  steps.places_rested = steps.place_count;
  if (step.names_place) {
    for (steps.read_at = 0; steps.read_at < steps.place_count; ++steps.read_at) {
      if (steps.places[steps.read_at] == step.place) break;
    }
    if (steps.read_at == steps.place_count) steps.rest_in(step.place);
  }
  // A reader inside the workload runs as the user that owns what was made for the workload.
  Place& place = steps.places[steps.read_at];
  const bool is_inside = step.names_vantage && step.from.inside == Inside::the_workload;
  if (is_inside && place.readers == Readers::the_workload && place.owner.empty()) {
    place = place.owned_by(step.reader.user());
  }
  return next;
}

constexpr Flow operator|(const FlowHeld& flow, const calls& step) {
  FlowSteps steps = flow.steps;
  steps.action = step.action;
  return Flow(steps);
}

/// The first step of a flow: this principal or session assumes this role. Further arguments: the same optional context
/// that may_assume takes. The role, and what the policies and the context view, must outlive the flow.
template <class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const Principal& caller, const Role& role, const Known&... known) {
  return {FlowSteps(caller, &role, setting_of(known...))};
}
template <class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const Session& caller, const Role& role, const Known&... known) {
  AssumeSetting setting = setting_of(known...);
  setting.origin.session = caller;
  FlowAssumed flow{FlowSteps(caller.principal(), &role, setting)};
  flow.steps.is_refused = caller.is_refused();
  return flow;
}
template <std::size_t Size, class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const char (&text)[Size], const Role& role, const Known&...) {
  static_assert(
      detail::has_its_suffix<decltype(text)>,
      "a caller is an object: Service(\"ec2.amazonaws.com\"), or an ARN with its suffix: \"arn:...\"_principal");
  FlowAssumed flow{FlowSteps(RootUser(role.account()), &role, AssumeSetting())};
  flow.steps.is_refused = true;
  return flow;
}
/// The first step of a flow that assumes no role: it begins with a credential of this principal, such as a user's key,
/// a session token, the instance identity or an earlier session.
[[nodiscard]] constexpr FlowAssumed uses(const Principal& principal) {
  return {FlowSteps(principal, nullptr, AssumeSetting())};
}
[[nodiscard]] constexpr FlowAssumed uses(const Session& session) {
  AssumeSetting setting;
  setting.origin.session = session;
  FlowAssumed flow{FlowSteps(session.principal(), nullptr, setting)};
  flow.steps.is_refused = session.is_refused();
  return flow;
}
// clang-format off
template <class Caller, class... Known>
FlowAssumed assumes(const Caller&, const Role&&, const Known&...) WHENCE_REFUSED("a flow views its role: give the role a name first, so that it outlives the flow");
template <class... Known>
FlowAssumed assumes(const Session&&, const Role&, const Known&...) WHENCE_REFUSED("a flow views the session: give the session a name first, so that it outlives the flow");
template <class Caller, class... Known>
requires(__is_same(const Known, const StsRequest) || ...)
FlowAssumed assumes(const Caller&, const Role&, Known&&...) WHENCE_REFUSED("a flow views its request: give the StsRequest a name first, so that it outlives the flow");
FlowAssumed uses(const Session&&) WHENCE_REFUSED("a flow views the session: give the session a name first, so that it outlives the flow");
template <class Step>
FlowAssumed operator|(const rests_in&, const Step&) WHENCE_REFUSED("a flow begins with assumes(caller, role)");
template <class Step>
FlowAssumed operator|(const read_by&, const Step&) WHENCE_REFUSED("a flow begins with assumes(caller, role)");
// clang-format on

namespace detail {
template <bool Told>
struct Assuming {
  using type = FlowAssumed;
};
}  // namespace detail

/// Refuses a caller that cannot assume a role, with the rule that says so. It is the only error: no step of the flow is
/// judged. The error is in the return type and not in the body: so Clang still evaluates the function, and prints the
/// line of the design.
template <detail::RefusedAs<detail::AssumesNoRole> Caller, class... Known>
[[nodiscard]] constexpr auto assumes(const Caller&, const Role& role, const Known&...) -> typename detail::Assuming<
    !__is_base_of(detail::NoBase, typename detail::AssumesNoRole<Caller>::Rule::template Broken<Caller>)>::type {
  FlowAssumed flow{FlowSteps(RootUser(role.account()), &role, AssumeSetting())};
  flow.steps.is_refused = true;
  return flow;
}

/// A flow of a design, and the object that it is a copy of, so that the compiler can print its name: a constant that
/// was named const, and so must have static storage if the design is a constant. Else null.
struct NamedFlow : Flow {
  using Flow::Flow;
  constexpr NamedFlow(const Flow& flow) : Flow(flow), named(&flow) {}  // NOLINT: a flow of a design
  constexpr NamedFlow(Flow& flow) : Flow(flow) {}                      // NOLINT
  constexpr NamedFlow(Flow&& flow) : Flow(flow) {}                     // NOLINT
  const Flow* named = nullptr;
};

/// A set of flows.
template <std::size_t Count>
struct Design {
  NamedFlow flows[Count];
};
template <class... Flows>
Design(Flows...) -> Design<sizeof...(Flows)>;

}  // namespace whence
WHENCE_TEMPLATES_END
