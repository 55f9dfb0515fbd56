// Compares the catalogue with its extracts. A difference is the row (the id of the source) and the words that the
// source lacks:
//
//   EXPECT(differences(rows, assumers) == nowhere)  // values: CHECK( row 19 lacks "EKS Auth" == nowhere )
//
// A compiler shows only the field; a build with WHENCE_TEST_RUN_TIME_ONLY also shows the rows.
#pragma once

#include "catalog_extract.hpp"
#include "dual.hpp"

#include <whence/catalog/all.hpp>

namespace extract {

/// The rows that differ, and how.
struct Differences {
  struct Lack {
    SourceId row{};
    Text what{};
  };
  Lack lacks[64]{};
  std::size_t count = 0;

  constexpr void add(SourceId row, Text what) {
    if (count < 64) lacks[count++] = {row, what};
  }
  friend constexpr bool operator==(const Differences& left, const Differences& right) {
    return left.count == right.count && left.count == 0;
  }
};
inline constexpr Differences nowhere{};
inline doctest::String toString(const Differences& differences) {
  doctest::String text = differences.count == 0 ? "nowhere" : "";
  for (std::size_t i = 0; i < differences.count; ++i) {
    const auto& [row, what] = differences.lacks[i];
    text += doctest::String(i == 0 ? "" : ", ") + "row " + doctest::toString(static_cast<int>(row)) + " lacks \"" +
            doctest::String(what.data(), static_cast<unsigned>(what.size())) + "\"";
  }
  return text;
}

using Compare = void (*)(const Extract& wanted, const CredentialSource& entry, Differences& differences);

[[nodiscard]] constexpr Differences differences(Span<Extract> rows, Compare compare) {
  Differences found;
  for (const Extract& wanted : rows) {
    if (const CredentialSource* const entry = find(wanted.row))
      compare(wanted, *entry, found);  // without one: missing_rows
  }
  return found;
}
[[nodiscard]] constexpr Differences missing_rows(Span<Extract> rows) {
  Differences found;
  for (const Extract& wanted : rows) {
    if (find(wanted.row) == nullptr) found.add(wanted.row, "an entry");
  }
  return found;
}

[[nodiscard]] constexpr char lower(char character) {
  return 'A' <= character && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}
[[nodiscard]] constexpr bool contains(Text text, Text wanted, bool any_case = false) {
  for (std::size_t at = 0; at + wanted.size() <= text.size(); ++at) {
    std::size_t same = 0;
    while (same < wanted.size() &&
           (any_case ? lower(text[at + same]) == lower(wanted[same]) : text[at + same] == wanted[same])) {
      ++same;
    }
    if (same == wanted.size()) return true;
  }
  return false;
}
[[nodiscard]] constexpr bool is_weak(const Source& source) { return by_memory.hold(source.grade); }

/// Whether a value matches the pattern; <what> in it matches any words.
[[nodiscard]] constexpr bool fits(Text value, Text pattern) {
  while (!pattern.empty() && pattern[0] != '<') {
    if (value.empty() || value[0] != pattern[0]) return false;
    value = value.part(1), pattern = pattern.part(1);
  }
  if (pattern.empty()) return value.empty();
  const bool any_rest = pattern.starts_with("<...>");
  const Text rest = pattern.part(pattern.find('>') + 1);
  for (std::size_t taken = any_rest ? 0 : 1; taken <= value.size(); ++taken) {
    if (!any_rest && value[taken - 1] == '/') return false;
    if (fits(value.part(taken), rest)) return true;
  }
  return false;
}
[[nodiscard]] constexpr Text path_of(Text value) {
  if (!value.starts_with("http")) return value;
  return value.part(value.find('/', value.find('/') + 2));
}
[[nodiscard]] constexpr bool is_of_http(SurfaceKind kind) {
  return kind == SurfaceKind::url || kind == SurfaceKind::path || kind == SurfaceKind::api;
}
[[nodiscard]] constexpr bool is_surface(const Surface& surface, const Found& wanted) {
  if (surface.kind != wanted.kind && !(is_of_http(surface.kind) && is_of_http(wanted.kind))) return false;
  return fits(surface.value, wanted.value) ||
         (wanted.value.starts_with("/") && is_of_http(surface.kind) && fits(path_of(surface.value), wanted.value));
}

[[nodiscard]] constexpr bool is_place(const Place& place, const Hop& hop) {
  const PlaneKind kind = place.plane.kind;
  if (hop.plane == outside_aws && kind == PlaneKind::control) return false;
  if (hop.plane != outside_aws && hop.plane != any_plane && kind != hop.plane) return false;
  if (hop.medium != any_medium && place.medium != hop.medium) return false;
  return contains(place.name, hop.fragment, true) || contains(place.address, hop.fragment, true) ||
         contains(place.owner, hop.fragment, true);
}
[[nodiscard]] constexpr bool is_custody(Span<Place> places, std::size_t place, const List<Hop, 8>& hops,
                                        std::size_t hop = 0) {
  if (hop == hops.size()) return place == places.size();
  if (hops.elements[hop].optional && is_custody(places, place, hops, hop + 1)) return true;
  return place < places.size() && is_place(places[place], hops.elements[hop]) &&
         is_custody(places, place + 1, hops, hop + 1);
}

constexpr void compare_words(const Extract& wanted, const Words& words, Text text, const Source& source,
                             Differences& differences) {
  const Telling telling = words.telling;
  if (telling == Telling::nothing && !text.empty()) differences.add(wanted.row, "nothing");
  if (telling == Telling::something && text.empty()) differences.add(wanted.row, "something");
  if (telling == Telling::nobody && !text.empty() && !contains(text, "nobody", true)) {
    differences.add(wanted.row, "nobody");
  }
  if (telling == Telling::not_known && text != not_known && !is_weak(source)) {
    differences.add(wanted.row, "unknown");
  }
  if (telling == Telling::words || (telling == Telling::nothing_or_words && !text.empty())) {
    for (const Text fragment : words.fragments) {
      if (!contains(text, fragment)) differences.add(wanted.row, fragment);
    }
  }
}

constexpr void compare_grade(const Extract& wanted, const Grades& grades, const Source& source,
                             Differences& differences) {
  if (!grades.hold(source.grade)) differences.add(wanted.row, name_of(grades.best));
}

// The comparison of each field, for one row.

constexpr void trust_kinds(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  if (entry.trust.kind != wanted.trust_kind) differences.add(wanted.row, name_of(wanted.trust_kind));
}
constexpr void trust_principals(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Text principal = entry.trust.principal;
  if (wanted.principal.size() == 0 && !principal.empty()) differences.add(wanted.row, "nothing");
  for (const Text part : wanted.principal) {
    if (!contains(principal, part)) differences.add(wanted.row, part);
  }
}
constexpr void trust_actions(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Span<Text> actions = entry.trust.actions;
  if (actions.size() != wanted.actions.size()) differences.add(wanted.row, "as many actions");
  for (const Text action : wanted.actions) {
    bool found = false;
    for (const Text given : actions) found = found || given == action;
    if (!found) differences.add(wanted.row, action);
  }
}
constexpr void trust_conditions(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Trust& trust = entry.trust;
  if (trust.kind == TrustKind::no_trust_policy && !trust.conditions.empty()) differences.add(wanted.row, "nothing");
  for (const Text fragment : wanted.conditions) {
    bool found = false;
    for (const Text condition : trust.conditions) found = found || contains(condition, fragment);
    if (!found) differences.add(wanted.row, fragment);
  }
}
constexpr void trust_grades(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_grade(wanted, wanted.trust_grade, entry.trust.source, differences);
}

constexpr void assumers(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_words(wanted, wanted.assumer, entry.assumer.who, entry.assumer.source, differences);
}
constexpr void assumer_planes(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const PlaneKind kind = entry.assumer.plane.kind;
  if (kind != wanted.assumer_plane) differences.add(wanted.row, name_of(wanted.assumer_plane));
}
constexpr void operations(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Text action = entry.assumer.action;
  bool agrees = action == wanted.action;
  if (wanted.action.starts_with(":")) agrees = action.ends_with(wanted.action);
  if (wanted.action == "*") agrees = action.empty() || action == "sts:AssumeRole";  // of STS, if at all
  if (!agrees) differences.add(wanted.row, wanted.action.empty() ? "nothing" : wanted.action);
}
constexpr void requesters(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_words(wanted, wanted.requester, entry.requester.text, entry.assumer.source, differences);
}
constexpr void assumer_grades(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_grade(wanted, wanted.assumer_grade, entry.assumer.source, differences);
}
constexpr void self_assumptions(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const bool agrees = entry.workload_assumes.answer == wanted.self_assumption;
  if (!agrees) differences.add(wanted.row, name_of(wanted.self_assumption));
}

constexpr void custodies(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  if (!is_custody(view_of(entry.custody), 0, wanted.custody)) differences.add(wanted.row, "its resting places");
}
constexpr void custody_grades(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_grade(wanted, wanted.custody_grade, entry.custodian.source, differences);
}
constexpr void surfaces(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  for (const Surface& surface : entry.surfaces) {
    if (wanted.surfaces.telling == Telling::nothing) differences.add(wanted.row, "nothing");
    if (wanted.surfaces.telling == Telling::not_known && !is_weak(surface.source)) {
      differences.add(wanted.row, "doubt");
    }
  }
  for (const Found& found : wanted.surfaces.found) {
    bool there = false;
    for (const Surface& surface : entry.surfaces) there = there || is_surface(surface, found);
    if (!there) differences.add(wanted.row, found.value);
  }
}
constexpr void files_on_windows(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  if (wanted.file_on_windows.empty()) return;
  bool found = false;
  for (const Place& place : entry.on(OperatingSystem::windows).custody) {
    found = found || (place.medium == Medium::file && contains(place.address, wanted.file_on_windows));
  }
  if (!found) differences.add(wanted.row, wanted.file_on_windows);
}
constexpr void all_readers(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_words(wanted, wanted.readers, entry.readers.text, entry.readers.source, differences);
}

constexpr void session_names(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_words(wanted, wanted.session_name, entry.session_name.text, entry.session_name.source, differences);
}
constexpr void session_grades(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_grade(wanted, wanted.session_grade, entry.session_name.source, differences);
}
constexpr void lifetimes(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Lifetime& lifetime = entry.lifetime;
  if (!wanted.usual.agree_with(lifetime.usual)) differences.add(wanted.row, "its usual lifetime");
  if (!wanted.least.agree_with(lifetime.least)) differences.add(wanted.row, "its least lifetime");
  if (!wanted.most.agree_with(lifetime.most)) differences.add(wanted.row, "its longest lifetime");
}
constexpr void lifetime_grades(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  const Lifetime& told = entry.lifetime;
  if (told.usual == -1 && told.least == -1 && told.most == -1) return;
  compare_grade(wanted, wanted.lifetime_grade, entry.lifetime.source, differences);
}
constexpr void rotations(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  compare_words(wanted, wanted.rotation, entry.rotation.text, entry.rotation.source, differences);
}

[[nodiscard]] constexpr bool is_record(const Trail& record, const Event& wanted) {
  return (wanted.event == "*" || record.event == wanted.event) && (wanted.type == "*" || record.type == wanted.type) &&
         (wanted.invoked_by == "*" || fits(record.invoked_by, wanted.invoked_by));
}
constexpr void trails(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  for (const Event& event : wanted.trail) {
    bool found = false;
    for (const Trail& record : entry.trail) found = found || is_record(record, event);
    if (!found) differences.add(wanted.row, event.event.empty() ? "its uses" : event.event);
  }
}
constexpr void what_trails_lack(const Extract& wanted, const CredentialSource& entry, Differences& differences) {
  if (wanted.missing && entry.trail_missing.text.empty()) differences.add(wanted.row, "what is missing");
  for (const Trail& record : entry.trail) {
    const bool is_doubtful = wanted.unseen == record.event || (wanted.unseen == "*");
    if (!wanted.unseen.empty() && is_doubtful && !is_weak(record.source)) differences.add(wanted.row, "doubt");
  }
}

// All fields, by subject.

constexpr void expect_trust(Span<Extract> rows) {
  EXPECT(missing_rows(rows) == nowhere);
  EXPECT(differences(rows, trust_kinds) == nowhere);
  EXPECT(differences(rows, trust_principals) == nowhere);
  EXPECT(differences(rows, trust_actions) == nowhere);
  EXPECT(differences(rows, trust_conditions) == nowhere);
  EXPECT(differences(rows, trust_grades) == nowhere);
}
constexpr void expect_assumption(Span<Extract> rows) {
  EXPECT(differences(rows, assumers) == nowhere);
  EXPECT(differences(rows, assumer_planes) == nowhere);
  EXPECT(differences(rows, operations) == nowhere);
  EXPECT(differences(rows, requesters) == nowhere);
  EXPECT(differences(rows, assumer_grades) == nowhere);
  EXPECT(differences(rows, self_assumptions) == nowhere);
}
constexpr void expect_custody(Span<Extract> rows) {
  EXPECT(differences(rows, custodies) == nowhere);
  EXPECT(differences(rows, custody_grades) == nowhere);
  EXPECT(differences(rows, files_on_windows) == nowhere);
  EXPECT(differences(rows, all_readers) == nowhere);
}
constexpr void expect_surfaces(Span<Extract> rows) { EXPECT(differences(rows, surfaces) == nowhere); }
constexpr void expect_session(Span<Extract> rows) {
  EXPECT(differences(rows, session_names) == nowhere);
  EXPECT(differences(rows, session_grades) == nowhere);
  EXPECT(differences(rows, lifetimes) == nowhere);
  EXPECT(differences(rows, lifetime_grades) == nowhere);
  EXPECT(differences(rows, rotations) == nowhere);
}
constexpr void expect_trail(Span<Extract> rows) {
  EXPECT(differences(rows, trails) == nowhere);
  EXPECT(differences(rows, what_trails_lack) == nowhere);
}

}  // namespace extract
