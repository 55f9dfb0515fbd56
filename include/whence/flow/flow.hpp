// A flow: one designed way of a credential, from who assumes the role to what is called with it. Each step is accepted
// only behind the step that it needs; anything else does not compile, and says why.
#pragma once

#include <cstddef>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/refused_caller.hpp>
#include <whence/evaluate/assume_facts.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/place.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Step: who causes the role to be assumed, without being the one who assumes it.
struct requested_by {
  constexpr explicit requested_by(const Reader& requester) : who(requester) {}
  Reader who;
};

/// Step: the credential comes to rest at a place.
struct rests_in {
  constexpr explicit rests_in(const Place& where) : place(where) {}
  Place place;
};

/// Step: somebody reads it there, at the last place or at an earlier one.
struct read_by {
  constexpr explicit read_by(const Reader& who) : reader(who) {}
  constexpr read_by(const Reader& who, const Place& where) : reader(who), place(where), names_place(true) {}
  // Compilers quote one line of a deleted function.
  // clang-format off
  explicit read_by(const Role&) WHENCE_REFUSED("a role reads nothing: a user of the operating system or a program does");
  explicit read_by(const IamUser&) WHENCE_REFUSED("reading is done on a machine: by a user of the operating system (OsUser) or a program (Software)");
  explicit read_by(const Service&) WHENCE_REFUSED("reading is done on a machine: by a user of the operating system (OsUser) or a program (Software)");
  // clang-format on
  Reader reader;
  Place place{};
  bool names_place = false;
};

/// Step: what is called with it, such as s3:GetObject. The call is the session's.
struct calls {
  constexpr explicit calls(Text name) : action(name) {}
  Text action;
};

/// Step: the credential takes the way that a source of the catalogue tells, from place to place. The user, where one is given,
/// is the one that the workload runs as: its memory, files and endpoints are his. A view of the source's places.
struct rests_along {
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  constexpr explicit rests_along(const Source& source) : places(source.custody) {}
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  constexpr rests_along(const Source& source, const OsUser& user)
      : places(source.custody), runs_as(user), has_user(true) {}

  [[nodiscard]] constexpr Place bound(const Place& place) const {
    const bool is_a_users = place.readers == Readers::owner_and_superuser || place.readers == Readers::the_workload;
    return has_user && is_a_users && place.owner.empty() ? place.owned_by(runs_as) : place;
  }

  Span<Place> places;
  OsUser runs_as = OsUser("nobody");
  bool has_user = false;
};

struct FlowAssumed;
struct FlowResting;
struct FlowHeld;
class Flow;

/// What has been said of a flow. The parts of later steps mean something only once the step has been taken.
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
  }

  Principal assumer;
  const Role* role;  // nothing (a null pointer) where the flow begins with a session: uses(session)
  CallerSide side;
  RequestContext context;
  Text session_name;  // empty where it has not been said
  DisputedPoints disputed;
  CallOrigin origin;
  bool has_policies;
  Policies policies{};  // where there are any
  Text requester;       // empty when nobody caused it
  Place places[most_places]{};
  std::size_t place_count = 0;
  std::size_t read_at = 0;  // which of the places
  Reader reader = OsUser("nobody");
  Text action;

  /// By what name the caller of STS is told.
  [[nodiscard]] constexpr Text caller_name() const {
    return assumer.name().form == PrincipalForm::root ? Text("root") : assumer.name().name;
  }
  /// What is known of the call that assumes the role. A view of these steps.
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
    if (place_count == most_places) detail::stop();
    places[place_count++] = place;
  }
};

// Compilers quote one line of a deleted function, so name and reason stand on the same one.
// clang-format off

/// After assumes(...): a session exists, its credential is with whoever called STS.
struct FlowAssumed {
  FlowSteps steps;

  friend constexpr FlowAssumed operator|(FlowAssumed flow, const requested_by& step) {
    flow.steps.requester = step.who.name();
    return flow;
  }
  friend constexpr FlowResting operator|(const FlowAssumed& flow, const rests_in& step);
  friend constexpr FlowResting operator|(const FlowAssumed& flow, const rests_along& step);
  friend FlowHeld operator|(const FlowAssumed&, const read_by&) WHENCE_REFUSED("nobody reads a credential before it rests somewhere: say rests_in(...) first");
  friend Flow operator|(const FlowAssumed&, const calls&) WHENCE_REFUSED("a call is signed by whoever holds the credential: say rests_in(...) and read_by(...) first");
};

/// After rests_in(...).
struct FlowResting {
  FlowSteps steps;

  friend constexpr FlowResting operator|(FlowResting flow, const rests_in& step) {
    flow.steps.rest_in(step.place);
    return flow;
  }
  friend constexpr FlowHeld operator|(const FlowResting& flow, const read_by& step);
  friend Flow operator|(const FlowResting&, const calls&) WHENCE_REFUSED("a call is signed by whoever holds the credential: say read_by(...) first");
  friend FlowAssumed operator|(const FlowResting&, const requested_by&) WHENCE_REFUSED("who requested the session is said right behind assumes(...)");
};

/// After read_by(...).
struct FlowHeld {
  FlowSteps steps;

  friend constexpr Flow operator|(const FlowHeld& flow, const calls& step);
  friend FlowResting operator|(const FlowHeld&, const rests_in&) WHENCE_REFUSED("the credential has been read already: say all its places before read_by(...)");
  friend FlowHeld operator|(const FlowHeld&, const read_by&) WHENCE_REFUSED("one flow has one reader: write another flow for another reader");
  friend FlowAssumed operator|(const FlowHeld&, const requested_by&) WHENCE_REFUSED("who requested the session is said right behind assumes(...)");
};

// clang-format on

/// A whole flow. Whether it is right is for check(flow) and sound<flow> to say.
class Flow {
 public:
  constexpr explicit Flow(const FlowSteps& steps) : steps_(steps) {}
  // clang-format off
  Flow(const FlowAssumed&) WHENCE_REFUSED("the flow is not finished: say rests_in(...), read_by(...) and calls(...)");
  Flow(const FlowResting&) WHENCE_REFUSED("the flow is not finished: say read_by(...) and calls(...)");
  Flow(const FlowHeld&) WHENCE_REFUSED("the flow is not finished: say calls(...)");
  template <class Step>
  friend Flow operator|(const Flow&, const Step&) WHENCE_REFUSED("the flow is finished: one flow has one call, write another flow for another one");
  // clang-format on

  /// Who called STS, or whose session it is.
  [[nodiscard]] constexpr const Principal& assumer() const { return steps_.assumer; }
  /// Who caused it; empty where nobody did, as when a service assumes the role on its own.
  [[nodiscard]] constexpr Text requester() const { return steps_.requester; }
  /// Only of a flow that begins with assumes(...).
  [[nodiscard]] constexpr const Role& role() const { return *steps_.role; }
  /// Where the credential rests, in order.
  [[nodiscard]] constexpr Span<Place> custody() const { return {steps_.places, steps_.place_count}; }
  /// Who holds it last, and signs with it.
  [[nodiscard]] constexpr const Reader& user() const { return steps_.reader; }
  [[nodiscard]] constexpr const Place& read_at() const { return steps_.places[steps_.read_at]; }
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
  for (const Place& place : step.places) next.steps.rest_in(step.bound(place));
  return next;
}

// A place that is none of those the credential rested at is added behind them: the rules then judge the way to it.
constexpr FlowHeld operator|(const FlowResting& flow, const read_by& step) {
  FlowHeld next{flow.steps};
  FlowSteps& steps = next.steps;
  steps.reader = step.reader;
  steps.read_at = steps.place_count - 1;
  if (!step.names_place) return next;
  for (std::size_t i = 0; i < steps.place_count; ++i) {
    if (steps.places[i] == step.place) {
      steps.read_at = i;
      return next;
    }
  }
  steps.read_at = steps.place_count;
  steps.rest_in(step.place);
  return next;
}

constexpr Flow operator|(const FlowHeld& flow, const calls& step) {
  FlowSteps steps = flow.steps;
  steps.action = step.action;
  return Flow(steps);
}

/// The first step of a flow: this principal, or the holder of this session, assumes this role. Behind them stands what
/// else is known, as may_assume takes it: Policies or a CallerSide, a RequestContext. The role, and what the policies and
/// the context view, must outlive the flow.
template <class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const Principal& caller, const Role& role, const Known&... known) {
  return {FlowSteps(caller, &role, setting_of(known...))};
}
template <class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const Session& caller, const Role& role, const Known&... known) {
  AssumeSetting setting = setting_of(known...);
  setting.origin.session = caller;
  return {FlowSteps(caller.principal(), &role, setting)};
}
/// The first step of a flow in which no role is assumed: of a user's key, a session token, the instance identity, or of a
/// session that was begun before. What is held is a credential of this principal.
[[nodiscard]] constexpr FlowAssumed uses(const Principal& principal) {
  return {FlowSteps(principal, nullptr, AssumeSetting())};
}
// clang-format off
template <class Caller, class... Known>
FlowAssumed assumes(const Caller&, const Role&&, const Known&...) WHENCE_REFUSED("a flow views its role: give the role a name first, so that it outlives the flow");
template <class... Known>
FlowAssumed assumes(const Session&&, const Role&, const Known&...) WHENCE_REFUSED("a flow views the session: give the session a name first, so that it outlives the flow");
template <class Step>
FlowAssumed operator|(const rests_in&, const Step&) WHENCE_REFUSED("a flow begins with assumes(caller, role)");
template <class Step>
FlowAssumed operator|(const read_by&, const Step&) WHENCE_REFUSED("a flow begins with assumes(caller, role)");
// clang-format on

/// Whoever assumes no role begins no flow, by the rule that says so.
template <detail::RefusedAs<detail::AssumesNoRole> Caller, class... Known>
[[nodiscard]] constexpr FlowAssumed assumes(const Caller&, const Role&, const Known&...) {
  detail::refuse<typename detail::AssumesNoRole<Caller>::Rule, Caller>();
  return uses(RootUser(AccountId{}));
}

/// A set of flows: what a team designs.
template <std::size_t Count>
struct Design {
  Flow flows[Count];
};
template <class... Flows>
Design(Flows...) -> Design<sizeof...(Flows)>;

}  // namespace whence
WHENCE_TEMPLATES_END
