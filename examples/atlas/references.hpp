// The rules, open questions and claims that an entry of the page names, so that each links to the other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>
#include <whence/sts.hpp>

#include "fields.hpp"
#include "talk.hpp"

namespace atlas {

using namespace whence;

namespace detail {

template <class... Rule>
void add_ids(std::vector<Text>& ids, RuleList<Rule...>) {
  (ids.push_back(Rule::info.id), ...);
}

inline std::vector<Text> known_ids() {
  std::vector<Text> ids;
  add_ids(ids, rules::all{});
  for (const OpenQuestion& question : open_questions::all) ids.push_back(question.id);
  return ids;
}

constexpr bool is_in_ids(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace detail

/// Whether it is the id of a rule or an open question: "W308", "U-117". In texts, "S3" is a service and no claim.
[[nodiscard]] inline bool is_known_id(Text word) {
  static const std::vector<Text> ids = detail::known_ids();
  for (const Text id : ids) {
    if (id == word) return true;
  }
  return false;
}

/// Calls `plain(part)` and `id(part)` for the parts of a text, in order. Complexity: linear, times the known ids.
template <class Plain, class Id>
void for_each_id(Text words, Plain plain, Id id) {
  std::size_t begun = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && detail::is_in_ids(words[end])) ++end;
    if (end > at && is_known_id(words.part(at, end - at))) {
      plain(words.part(begun, at - begun));
      id(words.part(at, end - at));
      begun = end;
    }
    at = end + 1;
  }
  plain(words.part(begun));
}

/// Who reads a credential on a platform, by the answer and the rule behind it.
struct ReadersByRule {
  Decision decision{};
  const RuleInfo* rule = nullptr;  // null: they can read it
  const OpenQuestion* open = nullptr;
  std::string names{};
};

/// An environment on this platform in which the credential of the source exists; all else as the library assumes it.
[[nodiscard]] inline Environment environment_for(const catalog::CredentialSource& source, Platform platform) {
  Environment environment;
  environment.platform = platform;
  environment.node.host_management = source.needs == catalog::Needs::host_management;
  environment.node.hybrid_activation = source.needs == catalog::Needs::hybrid_activation;
  if (is_instance(platform) && !environment.node.host_management) {
    environment.node.profile = InstanceProfile::permits_agent;
  }
  return environment;
}

/// The vantages of the platform, those with the same answer together.
[[nodiscard]] inline std::vector<ReadersByRule> readers_of(const catalog::CredentialSource& source, Platform platform) {
  std::vector<ReadersByRule> groups;
  for (const VantageReading& each : readings_of(source, environment_for(source, platform))) {
    const Verdict& verdict = each.reading.verdict;
    const RuleInfo* const rule = verdict ? nullptr : verdict.rule;
    const OpenQuestion* const open = verdict.is_unknown() ? verdict.open : nullptr;
    std::size_t at = 0;
    while (at < groups.size() && !(groups[at].rule == rule && groups[at].open == open)) ++at;
    if (at == groups.size()) groups.push_back({verdict.decision, rule, open, {}});
    write(groups[at].names, groups[at].names.empty() ? "" : "; ", each.from.name);
  }
  return groups;
}

/// The ids that the entry of a source names, each once: in its readers, in its texts, and the claims that it shows.
[[nodiscard]] inline std::vector<Text> ids_named_by(const catalog::CredentialSource& source) {
  std::vector<Text> ids;
  const auto add = [&](Text id) {
    for (const Text each : ids) {
      if (each == id) return;
    }
    ids.push_back(id);
  };
  for (const Platform platform : source.platforms) {
    for (const ReadersByRule& group : readers_of(source, platform)) {
      if (group.rule != nullptr) add(group.rule->id);
      if (group.open != nullptr) add(group.open->id);
    }
  }
  std::vector<std::string> texts;
  for_each_field(
      source, [&](Text, bool, auto claims) { claims([&](const FieldClaim& claim) { texts.push_back(claim.words); }); });
  for (const std::string& words : texts) {
    for_each_id(
        words, [](Text) {},
        [&](Text id) {
          // A view of the library's own text, which outlives this function.
          for (const Text known : detail::known_ids()) {
            if (known == id) add(known);
          }
        });
  }
  claims_of(source.id, [&](const Claim& claim) { add(claim.id); });
  return ids;
}

}  // namespace atlas
