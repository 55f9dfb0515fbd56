// Sessions and chains in words.
#pragma once

#include <string>

#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/decide/longest_lifetime.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/session_scope.hpp>
#include <whence/model/session_tags.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

[[nodiscard]] constexpr Text name_of(LifetimeBasis basis) {
  constexpr const char* names[] = {"as requested", "default of the operation", "shortened to the root user's maximum",
                                   "ends with the sign-in", "ends with the calling session"};
  return names[static_cast<std::size_t>(basis)];
}
[[nodiscard]] constexpr Text name_of(Truth truth) {
  constexpr const char* names[] = {"no", "unknown", "yes"};
  return names[truth.rank];
}

/// "2026-01-31T12:00:00Z", or "3600 s": the time since the start of a design without dates.
[[nodiscard]] inline std::string to_string(Instant at) {
  FixedText<21> date;
  if (at.seconds_since_epoch >= 86400 && print_date(at.seconds_since_epoch, date)) return {date.characters, 20};
  return std::to_string(at.seconds_since_epoch) + " s";
}

/// "lasts 3600 s (as requested), from 0 s to 3600 s after the start". `basis` can be empty.
[[nodiscard]] inline std::string explain_period(Instant begins, Instant ends, Text basis = {}) {
  std::string out = "lasts " + std::to_string((ends - begins).count) + " s";
  if (!basis.empty()) write(out, " (", basis, ")");
  write(out, ", from ", to_string(begins), " to ", to_string(ends));
  if (out.back() == 's') write(out, " after the start");
  return out;
}

/// Calls `visit(key, value, is_transitive, is_inherited)` for every session tag: first the tags of this session's
/// request.
template <class Visit>
void for_each_session_tag(const Session& session, Visit visit) {
  for (const Session* each = &session; each != nullptr; each = each->before()) {
    for (const SessionTag& tag : each->request().tags) {
      const bool transitive = lists_key(each->request().transitive_tag_keys, tag.key.view());
      if (each == &session || transitive) visit(tag.key.view(), tag.value.view(), transitive, each != &session);
    }
  }
}

/// Its principal, its lifetime and the reason for it, its tags, source identity and MFA, a line each. Ends with a line
/// break.
[[nodiscard]] inline std::string explain(const Session& session) {
  std::string out = to_string(session.principal());
  const LongestLifetime most = longest_lifetime_of(session);
  write(out, "\n  ", explain_period(session.begins(), session.ends(), name_of(session.lifetime_basis())),
        "\n  can last at most ", std::to_string(most.longest.count), " s (", most.cap->id, ")");
  if (most.open != nullptr) {
    write(out, "; it is unknown whether ", most.open->id, " permits more than ", std::to_string(most.certain.count),
          " s");
  }
  write(out, "\n");
  for_each_session_tag(session, [&out](Text key, Text value, bool transitive, bool inherited) {
    write(out, "  tag ", key, " = ", value, transitive ? Text(", transitive") : Text(),
          inherited ? Text(", inherited") : Text(), "\n");
  });
  const Text source = session.source_identity();
  write(out, "  source identity ", source.empty() ? Text("none") : source, "\n  MFA ", name_of(session.has_mfa()));
  write(out, "\n", session.has_session_policies() ? "  restricted by session policies\n" : "");
  if (session.narrowed_from() != nullptr) {
    write(out, "  narrowed by GetScopedCredentials, with ", std::to_string(scope_down_policies(session)),
          " of 3 scope-down policies");
    if (!session.description().empty()) write(out, ": ", session.description());
    write(out, "\n");
  }
  return out;
}

/// A chain, from its last session back to its origin.
[[nodiscard]] inline std::string explain(const Chain& chain) {
  std::string out;
  for (const Session* session = &chain.last(); session != nullptr; session = session->before()) {
    write(out, to_string(session->principal()), "\n    begun by ", to_string(session->begun_by()), " with ",
          info_of(session->operation()).action, "\n");
    if (session->narrowed_from() != nullptr) write(out, "    narrowed by sts:GetScopedCredentials\n");
  }
  constexpr Text origins[] = {"a long-term key", "an AWS service", "a token of an identity provider",
                              "unknown: only the name of the session is known"};
  write(out, "    origin: ", origins[static_cast<std::size_t>(chain.origin().kind)], "\n");
  return out;
}

}  // namespace whence
WHENCE_TEMPLATES_END
