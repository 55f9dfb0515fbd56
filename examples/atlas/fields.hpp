// All fields of a credential source in words, each claim with its document: for the page and for Markdown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

namespace atlas {

using namespace whence;

/// One claim of a field: exact characters, words, or both, and the document that proves it.
struct FieldClaim {
  std::string words{};
  Text code{};  // before the words
  Text name{};  // before both
  Source source{};
};

/// "1 h 30 min"
[[nodiscard]] inline std::string duration_in_words(std::int64_t seconds) {
  std::string out;
  const auto part = [&](std::int64_t count, Text unit) {
    if (count != 0) write(out, out.empty() ? "" : " ", std::to_string(count), " ", unit);
  };
  part(seconds / 3600, "h");
  part(seconds / 60 % 60, "min");
  part(seconds % 60, "s");
  return out.empty() ? std::string("0 s") : out;
}

namespace detail {

inline std::string place_in_words(const Place& place) {
  std::string out(place.address.empty() ? "" : "; ");
  write(out, name_of(place.medium), ", ", name_of(place.plane), "; read by: ", name_of(place.readers));
  if (!place.owner.empty()) write(out, "; owner: ", place.owner);
  if (!place.mode.empty()) write(out, "; mode: ", place.mode);
  if (place.instead) out += "; an alternative to the place before it";
  return out;
}

template <class Each>
void system_claim(const catalog::CredentialSource& source, OperatingSystem system, Text name, Each each) {
  const catalog::CredentialSource there = source.on(system);
  for (const Place& place : there.custody) {
    if (place.medium != Medium::file) continue;
    std::string words(" ");
    write(words, name, ": ", place.name);
    if (!place.mode.empty()) write(words, "; mode: ", place.mode);
    each(FieldClaim{words, place.address, {}, place.source});
  }
  for (const Place& place : there.proofs) {
    if (place.medium != Medium::file) continue;
    std::string words(" ");
    write(words, name, ": ", place.name);
    each(FieldClaim{words, place.address, {}, place.source});
  }
}

}  // namespace detail

/// Calls `field(name, is_ordered, claims)` for every field that is not empty; `claims(each)` calls each(FieldClaim).
template <class Field>
void for_each_field(const catalog::CredentialSource& source, Field field) {
  const auto one = [&](Text name, Text words, Text code, const Source& proof) {
    if (words.empty() && code.empty()) return;
    field(name, false, [&](auto each) { each(FieldClaim{std::string(words), code, {}, proof}); });
  };
  field("Trust policy", false, [&](auto each) {
    const catalog::Trust& trust = source.trust;
    if (trust.kind == catalog::TrustKind::no_trust_policy) {
      each(FieldClaim{"none: there is no role, or its role has no trust policy", {}, {}, trust.source});
      return;
    }
    std::string words(" (");
    write(words, name_of(trust.kind), ")");
    each(FieldClaim{words, trust.principal, {}, trust.source});
    for (const Text action : trust.actions) each(FieldClaim{" is allowed", action, {}, {}});
    for (const Text condition : trust.conditions) each(FieldClaim{" is a condition", condition, {}, {}});
  });
  std::string words;
  write(words, source.assumer.who, ", on the ", name_of(source.assumer.plane));
  one("Assumed by", words, {}, source.assumer.source);
  one("Operation", source.assumer.action.empty() ? Text("none is visible") : Text(), source.assumer.action,
      source.assumer.source);
  one("Requested by", source.requester.empty() ? Text("nobody needs to request it") : source.requester.text, {},
      source.assumer.source);
  const auto places = [&](Text name, bool is_ordered, Span<Place> all) {
    if (all.empty()) return;
    field(name, is_ordered, [&](auto each) {
      for (const Place& place : all)
        each(FieldClaim{detail::place_in_words(place), place.address, place.name, place.source});
    });
  };
  places("Proofs of the requester", false, view_of(source.proofs));
  one("Custodian", source.custodian.text, {}, source.custodian.source);
  places("Rests in, in order", true, view_of(source.custody));
  if (source.windows != nullptr) {
    field("On other operating systems", false, [&](auto each) {
      detail::system_claim(source, OperatingSystem::windows, "Windows", each);
      detail::system_claim(source, OperatingSystem::macos, "macOS", each);
    });
  }
  one("Used by", source.user.text, {}, source.custodian.source);
  if (source.surfaces.size() != 0) {
    field("Found by", false, [&](auto each) {
      for (const catalog::Surface& surface : source.surfaces) {
        std::string text(" (");
        write(text, name_of(surface.kind), ")");
        if (!surface.note.empty()) write(text, ": ", surface.note);
        each(FieldClaim{text, surface.value, {}, surface.source});
      }
    });
  }
  one("Readers", source.readers.text, {}, source.readers.source);
  if (source.platforms.size() != 0) {
    std::string names;
    for (const Platform platform : source.platforms) write(names, names.empty() ? "" : ", ", name_of(platform));
    one("Runs on", names, {}, {});
  }
  one("Session name", source.session_name.text, {}, source.session_name.source);
  std::string lifetime(source.lifetime.text);
  const auto bound = [&](Text name, std::int64_t seconds) {
    if (seconds >= 0) write(lifetime, lifetime.empty() ? "" : "; ", name, " ", duration_in_words(seconds));
  };
  bound("usually", source.lifetime.usual);
  bound("at least", source.lifetime.least);
  bound("at most", source.lifetime.most);
  one("Lifetime", lifetime.empty() ? catalog::not_known : Text(lifetime), {}, source.lifetime.source);
  one("Rotation", source.rotation.text, {}, source.rotation.source);
  one("Workload assumes the role itself", name_of(source.workload_assumes.answer), {}, source.workload_assumes.source);
  if (source.trail.size() != 0 || !source.trail_missing.text.empty()) {
    field("In CloudTrail", false, [&](auto each) {
      for (const catalog::Trail& trail : source.trail) {
        std::string text(trail.event.empty() ? Text("the calls that are signed with it") : Text());
        if (!trail.type.empty()) write(text, ": userIdentity.type ", trail.type);
        if (!trail.invoked_by.empty()) write(text, ", invokedBy ", trail.invoked_by);
        if (!trail.detail.empty()) write(text, "; ", trail.detail);
        each(FieldClaim{text, trail.event, {}, trail.source});
      }
      if (!source.trail_missing.text.empty()) {
        each(FieldClaim{std::string(source.trail_missing.text), {}, {}, source.trail_missing.source});
      }
    });
  }
  if (source.notes.size() != 0) {
    field("Common mistakes", false, [&](auto each) {
      for (const catalog::Stated& note : source.notes) each(FieldClaim{std::string(note.text), {}, {}, note.source});
    });
  }
}

}  // namespace atlas
