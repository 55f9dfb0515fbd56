// Sessions and chains in words.
#pragma once

#include <string>

#include <whence/base/config.hpp>
#include <whence/base/date.hpp>
#include <whence/decide/lifetime.hpp>
#include <whence/explain/explain_verdict.hpp>
#include <whence/explain/write.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/session_tags.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

[[nodiscard]] constexpr Text name_of(LifetimeBasis basis) {
  constexpr Text names[] = {"as asked", "not asked for: the operation's own", "cut to the root user's hour",
                            "ends with the sign-in"};
  return names[static_cast<std::size_t>(basis)];
}
[[nodiscard]] constexpr Text name_of(Truth truth) {
  constexpr Text names[] = {"no", "unknown", "yes"};
  return names[static_cast<std::size_t>(truth)];
}

/// "2026-01-31T12:00:00Z"; for a design without dates the length of time since its beginning, "3600 s".
[[nodiscard]] inline std::string to_string(Instant at) {
  FixedText<21> date;
  std::string out;
  if (at.seconds_since_epoch >= 86400 && print_date(at.seconds_since_epoch, date)) {
    write(out, Text(date.characters, 20));
  } else {
    write(out, std::to_string(at.seconds_since_epoch), " s");
  }
  return out;
}

/// Calls `visit(key, value, is_transitive, is_inherited)` for every session tag, those passed here first.
template <class Visit>
void for_each_session_tag(const Session& session, Visit visit) {
  for (const Session* each = &session; each != nullptr; each = each->before()) {
    for (const SessionTag& tag : each->request().tags) {
      const bool transitive = lists_key(each->request().transitive_tag_keys, tag.key.view());
      if (each == &session || transitive) visit(tag.key.view(), tag.value.view(), transitive, each != &session);
    }
  }
}

/// Whose it is, for how long and why, and what it carries on, a line each. Ends with a line break.
[[nodiscard]] inline std::string explain(const Session& session) {
  std::string out = to_string(session.principal());
  const Lifetime most = longest_lifetime_of(session);
  write(out, "\n  lasts ", std::to_string((session.ends() - session.begins()).count), " s (",
        name_of(session.lifetime_basis()), "), from ", to_string(session.begins()), " to ", to_string(session.ends()),
        "\n  at the most ", std::to_string(most.longest.count), " s by ", most.cap->id);
  if (most.open != nullptr) {
    write(out, ", and whether beyond ", std::to_string(most.certain.count), " s is open by ", most.open->id);
  }
  write(out, "\n");
  for_each_session_tag(session, [&out](Text key, Text value, bool transitive, bool inherited) {
    write(out, "  tag ", key, " = ", value, transitive ? Text(", transitive") : Text(),
          inherited ? Text(", inherited") : Text(), "\n");
  });
  const Text source = session.source_identity();
  write(out, "  source identity ", source.empty() ? Text("none") : source, "\n  MFA ", name_of(session.has_mfa()),
        session.role() != nullptr && session.has_mfa() == Truth::unknown ? Text(": see X-13\n") : Text("\n"));
  if (session.has_session_policies()) write(out, "  cut down by session policies\n");
  return out;
}

/// A chain from its last session back to its origin, a line each.
[[nodiscard]] inline std::string explain(const Chain& chain) {
  std::string out;
  for (const Session* session = &chain.last(); session != nullptr; session = session->before()) {
    write(out, to_string(session->principal()), "\n    begun by ", to_string(session->begun_by()), " with ",
          info_of(session->operation()).action, "\n");
  }
  constexpr Text origins[] = {"a long-term key", "a service of AWS", "a token of an identity provider",
                              "not known: a session known by its name only"};
  write(out, "    origin: ", origins[static_cast<std::size_t>(chain.origin().kind)], "\n");
  return out;
}

}  // namespace whence
WHENCE_TEMPLATES_END
