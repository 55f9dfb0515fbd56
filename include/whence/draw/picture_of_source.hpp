// The picture of a credential source: requester, assumer, role, the places where the credential rests, user.
#pragma once

#include <cstddef>

#include <whence/catalog/credential_source.hpp>
#include <whence/catalog/source_names.hpp>
#include <whence/draw/picture.hpp>
#include <whence/evidence/source.hpp>
#include <whence/model/place.hpp>

namespace whence {

/// The picture of a source, with the steps in order of time. Complexity: linear in its texts.
[[nodiscard]] constexpr Picture picture_of(const catalog::CredentialSource& source);

/// The word that a picture shows for a grade; empty for the grades that it draws as facts.
[[nodiscard]] constexpr Text caveat_of(Grade grade) {
  switch (grade) {
    case Grade::third_party:
    case Grade::inferred:
    case Grade::disputed: return name_of(grade);
    case Grade::unverified: return "unknown";
    default: return {};
  }
}

/// The label in front of the principal that a trust policy names.
[[nodiscard]] constexpr Text trusts(catalog::TrustKind kind) {
  constexpr Text labels[] = {"trusts", "trusts AWS", "trusts Service", "trusts Federated"};
  return labels[static_cast<std::size_t>(kind)];
}

/// Adds a box for a place: its medium, address, readers, owner and mode.
constexpr PictureNode& add_place(Picture& picture, Text caption, const Place& place) {
  PictureNode& node = picture.add(caption, place.name, place.plane);
  node.caveat = place.readers == Readers::not_stated ? Text("unknown") : caveat_of(place.source.grade);
  node.say("medium", name_of(place.medium)).say("at", place.address, true);
  return node.say("read by", name_of(place.readers)).say("owner", place.owner).say("mode", place.mode);
}

// ---- Implementation.

namespace detail {

// The plane of a requester or user, which the catalogue does not state: that of the last place outside AWS, if any.
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

constexpr Picture picture_of(const catalog::CredentialSource& source) {
  Picture picture{.id = source.key(), .title = source.name};
  const Plane home = source.platforms.size() == 0 ? source.assumer.plane : plane_of(source.platforms.begin()[0]);
  bool begun = false;
  if (!source.requester.empty()) {
    const bool is_anywhere = source.assumer.plane.is_on(Plane::control) && home.is_on(Plane::control);
    const Plane plane = !source.assumer.plane.is_on(Plane::control) ? source.assumer.plane
                        : is_anywhere                               ? Plane::client
                                                                    : detail::plane_outside(view_of(source.proofs),
                                                                                            detail::plane_outside(view_of(source.custody), home));
    begun = true;
    PictureNode& requester = picture.add("requester", source.requester.text, plane);
    for (const Place& proof : source.proofs) requester.say("proof", proof.name).say("at", proof.address, true);
    if (is_anywhere) requester.say("runs", "anywhere, as a client or as a workload");
  }
  const Text assumer_caveat = detail::caveat_of_text(source.assumer.who, source.assumer.source.grade);
  const bool has_role = source.trust.kind != catalog::TrustKind::no_trust_policy;
  PictureNode& assumer =
      picture.add(has_role ? "assumer" : "instead of an assumer", source.assumer.who, source.assumer.plane);
  assumer.say("calls", source.assumer.action, true);
  if (source.assumer.action.empty()) assumer.say("calls", "no visible STS operation");
  assumer.say("session", source.session_name.text);
  assumer.caveat = assumer_caveat;
  if (!has_role) assumer.say("role", "none that has a trust policy");
  if (begun) {
    // On one plane, the requester is the program and the assumer is the principal that it acts as.
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
    PictureNode& node = add_place(picture, "place", place);
    if (!place.instead) ++step;
    node.step = step;
    if (place.instead) {
      picture.offer();
      continue;
    }
    if (node.caveat.empty() && step == 1) node.caveat = caveat_of(source.custodian.source.grade);
    picture.lead(step == 1 ? Text("credential") : Text(), node.caveat);
  }
  if (source.custody.size() == 0) {
    PictureNode& node = picture.add("place", "unknown", home);
    node.caveat = "unknown";
    picture.lead("credential", node.caveat);
  }
  if (!source.user.empty()) {
    const Place* const last = source.custody.size() == 0 ? nullptr : &source.custody.begin()[source.custody.size() - 1];
    const bool inside = home.is_on(Plane::control) || (last != nullptr && last->readers == Readers::the_service);
    picture.add("user", source.user.text,
                inside ? Plane::control : detail::plane_outside(view_of(source.custody), home));
    picture.lead("signs with it");
  }
  return picture;
}

}  // namespace whence
