// The pictures of the talk, redrawn from the catalogue. If a finding contradicts the talk (S16, S17), the picture shows
// the finding.
#pragma once

#include <cstddef>

#include <whence/draw.hpp>

#include "talk.hpp"

namespace atlas {

using namespace whence;

namespace detail {

constexpr Text said(Text claim) { return find_claim(claim)->said; }
constexpr Text found(Text claim) { return find_claim(claim)->found; }

constexpr void add_role(Picture& picture, Text name, const catalog::Trust& trust) {
  picture.add("role, by its trust policy", name, Plane::control).say(trusts(trust.kind), trust.principal, true);
}

}  // namespace detail

/// S1 and S2: the agent calls APIs, and signs its calls with a session.
[[nodiscard]] constexpr Picture talk_picture_of_the_agent() {
  Picture picture{.id = "talk-1", .title = "The agent calls APIs", .about = detail::said("S1")};
  picture.add("operator", "the administrator of the node", Plane::client).say("calls", "Systems Manager, not the node");
  picture.add("service", "Systems Manager", Plane::regional_control)
      .say("receives", catalog::agents_test_action, true)
      .say("also", detail::found("S1"));
  picture.lead("calls");
  picture.add("agent", catalog::agent_with_the_profile.user.text, Plane::data)
      .say("plane", detail::found("S11"))
      .say("STS", detail::found("S12"));
  picture.join(2, 1, "calls");
  picture.add("credential", "a session that it did not begin", Plane::data)
      .say("either", catalog::instance_profile.name)
      .say("or", catalog::host_management.name)
      .say("rule", detail::found("S2"));
  picture.join(3, 2, "signs with it");
  return picture;
}

/// S3 to S6: the user assumes the role; its session makes the calls.
[[nodiscard]] constexpr Picture talk_picture_of_the_cli() {
  const catalog::CredentialSource& cli = catalog::cli_profile;
  Picture picture{
      .id = "talk-2", .title = "chiba-user assumes chiba-role; the session calls", .about = detail::said("S6")};
  picture.add("step 1: assumer", "chiba-user, an IAM user", cli.assumer.plane)
      .say("signs with", catalog::cli_credentials_file.name)
      .say("at", catalog::cli_credentials_file.address, true)
      .say("calls", cli.assumer.action, true)
      .say("seen as", detail::found("S6"));
  picture.add("role, by its trust policy", "chiba-role", Plane::control)
      .say(trusts(cli.trust.kind), cli.trust.principal, true);
  picture.lead("assumes");
  std::size_t step = 0;
  for (const Place& place : cli.custody) {
    add_place(picture, "place", place).step = ++step;
    picture.lead(step == 1 ? Text("credential") : Text());
  }
  picture.add("step 2: caller", "the session of chiba-role", cli.assumer.plane)
      .say("named", cli.session_name.text)
      .say("run by", cli.user.text);
  picture.lead("signs with it");
  picture.add("service", "any AWS API", Plane::control).say("sees", detail::found("S3"));
  picture.lead("calls");
  return picture;
}

/// S7 to S11: the planes of EC2.
[[nodiscard]] constexpr Picture talk_picture_of_the_planes() {
  Picture picture{.id = "talk-3", .title = "The planes of EC2", .about = detail::said("S8")};
  picture.add("EC2 of the Region", name_of(Plane::regional_control), Plane::regional_control)
      .say("takes", "API requests, and routes them to the zones")
      .say("source", sources::fault_isolation.title);
  constexpr Text zones[] = {"zone a", "zone b", "zone c"};
  for (const Text zone : zones) {
    const bool tells = zone == zones[0];
    PictureNode& control = picture.add(zone, name_of(Plane::zonal_control), Plane::zonal_control);
    if (tells) control.say("knows", detail::said("S10"));
    picture.join(0, picture.nodes.size() - 1, tells ? Text("routes") : Text());
    PictureNode& data = picture.add(zone, name_of(Plane::zonal_data), Plane::zonal_data);
    if (tells) data.say("runs", "instances, and in them the agent").say("also", detail::found("S9"));
    picture.lead("changes");
  }
  return picture;
}

/// S14 and S15: who assumes the two roles.
[[nodiscard]] constexpr Picture talk_picture_of_the_assumers() {
  Picture picture{.id = "talk-4", .title = "Who assumes the two roles", .about = detail::said("S21")};
  const catalog::CredentialSource* const sources_of_it[] = {&catalog::instance_profile, &catalog::host_management};
  constexpr Text roles[] = {"the role of the instance profile", catalog::host_management_role_name};
  for (std::size_t i = 0; i < 2; ++i) {
    const catalog::CredentialSource& source = *sources_of_it[i];
    const bool seen = i == 0;
    const Text caveat = seen ? Text() : Text("no record seen");
    PictureNode& assumer = picture.add("assumer", source.assumer.who, source.assumer.plane);
    assumer.say("calls", source.assumer.action, true).say("session", source.session_name.text);
    if (!seen) assumer.say("evidence", detail::found("S15"));
    detail::add_role(picture, roles[i], source.trust);
    picture.lead("assumes", caveat);
    picture.add("user", source.user.text, Plane::data);
    picture.lead("session");
  }
  return picture;
}

/// S16 to S20: where the two credentials rest, and how the agent reads them.
[[nodiscard]] constexpr Picture talk_picture_of_the_credentials() {
  Picture picture{.id = "talk-5", .title = "Where the two credentials rest", .about = detail::found("S16")};
  std::size_t step = 0;
  for (const Place& place : catalog::agent_with_the_profile.custody) {
    PictureNode& node = add_place(picture, "profile", place);
    node.step = ++step;
    const Text caveat = node.caveat;
    if (step > 1) picture.lead(step == 3 ? Text("agent reads") : Text(), caveat);
  }
  add_place(picture, "proof", catalog::identity_path);
  PictureNode& agent = picture.add("requester", catalog::host_management.requester.text, Plane::data);
  for (const Place& proof : catalog::host_management.proofs) agent.say("proof", proof.name);
  picture.lead("agent reads");
  step = 0;
  for (const Place& place : catalog::host_management.custody) {
    if (place.medium == Medium::service_memory) continue;
    PictureNode& node = add_place(picture, "host management", place);
    node.step = ++step;
    const Text caveat = node.caveat;
    picture.lead(step == 1 ? Text("asks") : step == 2 ? Text("credential") : Text("saves"), caveat);
  }
  return picture;
}

/// All pictures, in order.
inline constexpr Picture (*talk_pictures[])() = {talk_picture_of_the_agent, talk_picture_of_the_cli,
                                                 talk_picture_of_the_planes, talk_picture_of_the_assumers,
                                                 talk_picture_of_the_credentials};

}  // namespace atlas
