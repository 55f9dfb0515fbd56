// The picture of a source of the catalogue: who asks, who assumes, where the credential rests on its way, who signs with it.
#pragma once

#include <cstddef>

#include <whence/catalog/credential_source.hpp>
#include <whence/draw/picture.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/place.hpp>

namespace whence {

/// The chain of an entry, in the order in which it happens. Complexity: linear in its texts.
[[nodiscard]] constexpr Picture picture_of(const catalog::CredentialSource& entry);

/// The word of a grade that a drawing has to show, or nothing: the others are good enough to be drawn as facts.
[[nodiscard]] constexpr Text caveat_of(Grade grade) {
  switch (grade) {
    case Grade::third_party:
    case Grade::inferred:
    case Grade::disputed: return name_of(grade);
    case Grade::unverified: return "unknown";
    default: return {};
  }
}

/// The label of the principal that a trust policy names.
[[nodiscard]] constexpr Text trusts(catalog::TrustKind kind) {
  constexpr Text labels[] = {"trusts", "trusts AWS", "trusts Service", "trusts Federated"};
  return labels[static_cast<std::size_t>(kind)];
}

/// Adds a box that says what a place is, where, and who reads it there.
constexpr PictureNode& add_place(Picture& picture, Text caption, const Place& place) {
  PictureNode& node = picture.add(caption, place.name, place.plane);
  node.caveat = place.readers == Readers::not_stated ? Text("unknown") : caveat_of(place.source.grade);
  node.say("medium", name_of(place.medium)).say("at", place.address, true);
  node.say(place.blocks_readers() ? Text("wall") : Text("read by"), name_of(place.readers));
  const bool told = place.readers == Readers::the_service && place.owner.empty();
  if (!told) node.say("owner", place.owner);
  return node.say("mode", place.mode);
}

// ---- How the picture of a source is made.

namespace detail {

// On which plane an end of the chain is that the catalogue gives no plane: that of the last place outside AWS, if any.
constexpr Plane plane_outside(Span<Place> places, Plane otherwise) {
  for (std::size_t i = places.size(); i > 0; --i) {
    const Place& place = places[i - 1];
    if (!place.plane.is_on(Plane::control)) return place.plane;
    if (place.open_to_the_data_plane && !place.open_to_clients) return Plane::data;
    if (place.open_to_clients && !place.open_to_the_data_plane) return Plane::client;
  }
  return otherwise;
}

constexpr bool is_unknown(Text text) { return text.starts_with("unknown") || text.starts_with("not documented"); }

constexpr Text caveat_of_text(Text text, Grade grade) { return is_unknown(text) ? Text("unknown") : caveat_of(grade); }

}  // namespace detail

constexpr Picture picture_of(const catalog::CredentialSource& entry) {
  const catalog::CredentialSource& source = entry;
  Picture picture{.id = entry.key(), .title = source.name};
  const Plane home = entry.platforms.empty() ? source.assumer.plane : plane_of(entry.platforms[0]);
  bool begun = false;
  if (!source.requester.empty()) {
    const bool is_anywhere = source.assumer.plane.is_on(Plane::control) && home.is_on(Plane::control);
    const Plane plane = !source.assumer.plane.is_on(Plane::control) ? source.assumer.plane
                        : is_anywhere
                            ? Plane::client
                            : detail::plane_outside(source.proofs, detail::plane_outside(source.custody, home));
    begun = true;
    PictureNode& requester = picture.add("requester", source.requester.text, plane);
    for (const Place& proof : source.proofs) requester.say("proof", proof.name).say("at", proof.address, true);
    if (is_anywhere) requester.say("where", "anywhere, as a client or as a workload");
  }
  const Text assumer_caveat = detail::caveat_of_text(source.assumer.who, source.assumer.source.grade);
  const bool has_role = source.trust.kind != catalog::TrustKind::no_trust_policy;
  PictureNode& assumer =
      picture.add(has_role ? "assumer" : "in the assumer's place", source.assumer.who, source.assumer.plane);
  assumer.say("calls", source.assumer.action, true);
  if (source.assumer.action.empty()) assumer.say("calls", "no operation of STS that is seen");
  assumer.say("session", source.session_name.text);
  assumer.caveat = assumer_caveat;
  if (!has_role) assumer.say("role", "none that has a trust policy");
  if (begun) {
    // On one plane they are one program, and the principal as which it calls.
    const bool is_one = picture.nodes[0].plane == source.assumer.plane;
    picture.lead(!is_one ? "asks" : source.assumer.action.empty() ? "" : "acts as", assumer_caveat);
  }
  if (has_role) {
    PictureNode& role = picture.add("role, by its trust policy", "the role that is assumed", Plane::control);
    role.say(trusts(source.trust.kind), source.trust.principal, true);
    for (const Text action : source.trust.actions) role.say("allows", action, true);
    for (const Text condition : source.trust.conditions) role.say("if", condition, true);
    picture.lead("assumes", assumer_caveat);
  }
  std::size_t step = 0;
  for (const Place& place : source.custody) {
    PictureNode& node = add_place(picture, "custody", place);
    if (!place.instead) ++step;
    node.step = step;
    if (place.instead) {
      picture.offer();
      continue;
    }
    if (node.caveat.empty() && step == 1) node.caveat = caveat_of(source.custodian.source.grade);
    picture.lead(step == 1 ? Text("credential") : Text(), node.caveat);
  }
  if (source.custody.empty()) {
    PictureNode& node = picture.add("custody", "resting places unknown", home);
    node.caveat = "unknown";
    picture.lead("credential", node.caveat);
  }
  if (!source.user.empty()) {
    const Place* const last = source.custody.empty() ? nullptr : &source.custody[source.custody.size() - 1];
    const bool inside = home.is_on(Plane::control) || (last != nullptr && last->readers == Readers::the_service);
    picture.add("user", source.user.text, inside ? Plane::control : detail::plane_outside(source.custody, home));
    picture.lead("signs with it");
  }
  return picture;
}

}  // namespace whence
