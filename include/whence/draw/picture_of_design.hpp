// Pictures of your own designs: a flow, a design, a deployment with its walls and readers, a chain of sessions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/readings.hpp>
#include <whence/draw/picture.hpp>
#include <whence/draw/picture_of_source.hpp>
#include <whence/explain/explain_design.hpp>
#include <whence/explain/explain_session.hpp>
#include <whence/flow/deployment.hpp>
#include <whence/flow/flow.hpp>
#include <whence/model/chain.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// The picture of a flow: who assumes the role, where the credential rests, who reads it and what it calls. A step that
/// is wrong or not decided has the rule's id and sentence. `name` is its title. A view of the flow and the name.
/// Complexity: as check, and linear in the texts.
[[nodiscard]] inline Picture picture_of(const Flow& flow, Text name = "flow", const Node& node = {});

/// The picture of a design: its flows one below the other, by these names; a flow without a name has its number. The
/// same of a design with findings.
template <std::size_t Count>
[[nodiscard]] Picture picture_of(const Design<Count>& design, Text title = "design", FlowNames names = {},
                                 const Node& node = {});
template <std::size_t Count>
[[nodiscard]] Picture picture_of(const HeldDesign<Count>& design, Text title = "design", FlowNames names = {},
                                 const Node& node = {});

/// The picture of a deployment: its environment, then its flows. Each place says which vantages of the environment can
/// read it, and which rule keeps the others from it. What the environment exposes is in the box of the environment.
template <std::size_t Count>
[[nodiscard]] Picture picture_of(const Deployment<Count>& deployment, Text title = "deployment", FlowNames names = {});

/// The picture of a chain: the origin, and each role and session that follows, with the lifetimes. A view of the
/// sessions.
[[nodiscard]] inline Picture picture_of(const Chain& chain, Text title = "chain of sessions");

// ---- Implementation.

namespace detail {

class DesignPainter {
 public:
  DesignPainter(Picture& picture, const std::vector<FlowVerdict>& faults) : picture_(picture), faults_(faults) {}

  void add_environment(const Environment& environment) {
    std::string platforms;
    for_each_platform(environment.platform,
                      [&platforms](Platform each) { write(platforms, platforms.empty() ? "" : ", ", name_of(each)); });
    PictureNode& box = picture_.add("environment", keep(platforms), plane_of(environment.platform));
    const auto assumed = [](bool is_given) { return is_given ? "" : ", assumed"; };
    if (is_instance(environment.platform)) {
      box.say("hop limit",
              keep(std::to_string(environment.hop_limit.hops) + assumed(environment.hop_limit.is_given())));
      if (shares_a_machine(environment.platform)) {
        const int hops = environment.container_hops;
        box.say("hops to a container", keep(std::to_string(hops) + assumed(environment.container_hops.is_given())));
      }
      if (environment.metadata_blocked_for_containers) box.say("IMDS", "blocked for containers");
      if (environment.metadata_for_superuser_only) box.say("IMDS", "for the superuser alone");
    }
    for (const FlowVerdict& fault : faults_) {
      if (fault.flow != 0) continue;
      std::string exposed;
      write(exposed, fault.who, fault.verdict.is_unknown() ? " perhaps reads " : " reads ", fault.what);
      box.say(fault.verdict.rule->id, keep(exposed));
      mark(box, fault);
    }
  }

  // The flow with this number, from 0; with an environment, each place says who reads it there.
  void add(const Flow& flow, std::size_t number, Text name, const Environment* environment) {
    number_ = number;
    const FlowSteps& steps = flow.steps();
    const Plane outside = plane_outside(flow.custody(), Plane::client);
    const Plane callers = plane_of_caller(steps, outside);
    std::size_t before = none;
    if (!steps.requester.empty()) {
      picture_.add("requester", steps.requester, outside);
      before = last();
    }
    const Text caller = keep(to_string(steps.assumer));
    PictureNode& assumer =
        picture_.add(steps.role == nullptr ? Text("credential of") : Text("assumer"), caller, callers);
    assumer.say("flow", name);
    if (steps.role == nullptr && steps.origin.session) add_session(assumer, *steps.origin.session);
    if (before != none) picture_.join(before, last(), callers.is_on(outside) ? Text("acts as") : Text("asks"));
    before = last();
    if (steps.role != nullptr) {
      const Operation operation = AssumeFacts::operation_of(steps.assumer.kind());
      picture_.nodes.back().say("calls", info_of(operation).action, true);
      PictureNode& role = picture_.add("role", steps.role->name().view(), Plane::control);
      const std::string maximum = std::to_string(steps.role->maximum_session().count) + " s at most";
      role.say("session", keep(maximum));
      tell(role, 1);
      picture_.join(before, last(), "assumes", role.caveat);
      before = last();
    }
    std::size_t read_at = before;
    for (std::size_t i = 0; i < steps.place_count; ++i) {
      const Place& place = steps.places[i];
      PictureNode& node = add_place(picture_, "place", place);
      node.step = i + 1;
      if (environment != nullptr) add_readers(node, place, *environment);
      tell(node, i + 2);
      picture_.join(before, last(), i == 0 ? Text("credential") : Text(), node.caveat);
      before = last();
      if (i == steps.read_at) read_at = before;
    }
    PictureNode& user = picture_.add("user", steps.reader.name(), steps.reader.plane());
    if (steps.reader.is_software()) user.say("runs as", steps.reader.user().name());
    if (steps.names_vantage) user.say("from", steps.from.name);
    user.say("calls", steps.action, true);
    tell(user, steps.place_count + 2);
    tell(user, steps.place_count + 3);
    picture_.join(read_at, last(), "signs with it", user.caveat);
  }

  void add(const Chain& chain) {
    std::vector<const Session*> sessions;
    for (const Session* each = &chain.last(); each != nullptr; each = each->before()) sessions.push_back(each);
    const Principal& origin = chain.first().begun_by();
    const bool by_a_service = origin.is(PrincipalKind::service);
    picture_.add("origin", keep(to_string(origin)), by_a_service ? Plane::control : Plane::client);
    for (std::size_t i = sessions.size(); i > 0; --i) {
      const Session& session = *sessions[i - 1];
      const std::size_t caller = last();
      const Text action = info_of(session.operation()).action;
      if (session.role() != nullptr) {
        picture_.add("role", session.role()->name().view(), Plane::control);
        picture_.join(caller, last(), action);
      }
      const std::size_t before = last();
      PictureNode& node =
          picture_.add("session", keep(to_string(session.principal())), by_a_service ? Plane::data : Plane::client);
      add_session(node, session);
      picture_.join(before, last(), session.role() != nullptr ? Text("credential") : action);
    }
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t last() const { return picture_.nodes.size() - 1; }
  Text keep(const std::string& text) { return picture_.keep(text); }

  static Plane plane_of_caller(const FlowSteps& steps, Plane outside) {
    return steps.assumer.is(PrincipalKind::service) ? Plane::control : outside;
  }

  void add_session(PictureNode& node, const Session& session) {
    const LongestLifetime most = longest_lifetime_of(session);
    node.say("session", keep(explain_period(session.begins(), session.ends(), name_of(session.lifetime_basis()))));
    node.say("at most", keep(std::to_string(most.longest.count) + " s, " + std::string(most.cap->id)));
    for_each_session_tag(session, [&](Text key, Text value, bool transitive, bool inherited) {
      std::string tag;
      write(tag, key, " = ", value, transitive ? ", transitive" : "", inherited ? ", inherited" : "");
      node.say("tag", keep(tag));
    });
    node.say("source identity", session.source_identity());
    if (session.has_session_policies()) node.say("limited by", "session policies");
  }

  // Which vantages read the place, and which rules keep the others out; nothing if one rule keeps out all.
  void add_readers(PictureNode& node, const Place& place, const Environment& environment) {
    struct Group {
      Text label;
      Text rule;
      std::string names;
    };
    std::vector<Group> groups;
    for (const Vantage& from : Vantages(environment)) {
      const Verdict verdict = can_read(from, place, environment);
      const Text label = verdict ? Text("readers") : verdict.is_unknown() ? Text("unknown by ") : Text("kept out by ");
      const Text rule = verdict ? Text() : verdict.rule->id;
      std::size_t at = 0;
      while (at < groups.size() && !(groups[at].label == label && groups[at].rule == rule)) ++at;
      if (at == groups.size()) groups.push_back({label, rule, {}});
      write(groups[at].names, groups[at].names.empty() ? "" : "; ", from.name);
    }
    if (groups.size() == 1 && !groups[0].rule.empty() && place.plane.is_on(Plane::control)) return;
    for (const Group& group : groups) {
      std::string label;
      write(label, group.label, group.rule);
      node.say(keep(label), keep(group.names));
    }
  }

  static void mark(PictureNode& node, const FlowVerdict& fault) {
    if (node.caveat.empty() || !fault.verdict.is_unknown()) {
      node.caveat = fault.verdict.is_unknown() ? "not decided" : "wrong";
    }
  }
  // The faults of a step, in the box that it is about.
  void tell(PictureNode& node, std::size_t step) {
    for (const FlowVerdict& fault : faults_) {
      if (fault.step != step || (fault.flow != 0 && fault.flow != number_ + 1)) continue;
      node.say(fault.verdict.rule->id, fault.verdict.rule->sentence);
      mark(node, fault);
    }
  }

  Picture& picture_;
  const std::vector<FlowVerdict>& faults_;
  std::size_t number_ = 0;
};

inline Picture picture_with(Text title, Text id) {
  Picture picture;
  picture.id = id;
  picture.title = title;
  return picture;
}

template <class Flows>
void add_flows(DesignPainter& painter, Picture& picture, const Flows& flows, FlowNames names,
               const Environment* environment) {
  std::size_t number = 0;
  for (const Flow& flow : flows) {
    const Text name = picture.keep(name_or_number(names, number + 1));
    painter.add(flow, number++, name, environment);
  }
}

template <class Held>
Picture picture_of_flows(const Held& design, Text title, FlowNames names, const Node& node) {
  Picture picture = picture_with(title, "design");
  const std::vector<FlowVerdict> faults = check_all(design, node);
  DesignPainter painter(picture, faults);
  add_flows(painter, picture, design.flows, names, nullptr);
  return picture;
}

}  // namespace detail

inline Picture picture_of(const Flow& flow, Text name, const Node& node) {
  Picture picture = detail::picture_with(name, "flow");
  const std::vector<FlowVerdict> faults = check_all(flow, node);
  detail::DesignPainter(picture, faults).add(flow, 0, name, nullptr);
  return picture;
}

template <std::size_t Count>
Picture picture_of(const Design<Count>& design, Text title, FlowNames names, const Node& node) {
  return detail::picture_of_flows(design, title, names, node);
}
template <std::size_t Count>
Picture picture_of(const HeldDesign<Count>& design, Text title, FlowNames names, const Node& node) {
  return detail::picture_of_flows(design, title, names, node);
}

template <std::size_t Count>
Picture picture_of(const Deployment<Count>& deployment, Text title, FlowNames names) {
  Picture picture = detail::picture_with(title, "deployment");
  const std::vector<FlowVerdict> faults = check_all(deployment);
  detail::DesignPainter painter(picture, faults);
  painter.add_environment(deployment.environment);
  detail::add_flows(painter, picture, deployment.flows, names, &deployment.environment);
  return picture;
}

inline Picture picture_of(const Chain& chain, Text title) {
  Picture picture = detail::picture_with(title, "chain");
  const std::vector<FlowVerdict> faults;
  detail::DesignPainter(picture, faults).add(chain);
  return picture;
}

}  // namespace whence
WHENCE_TEMPLATES_END
