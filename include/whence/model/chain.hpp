// The chain of a session: who began it, whose session that was, and so on back to where it came from.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/model/session.hpp>

namespace whence {

/// Where a chain begins.
enum class OriginKind : std::uint8_t {
  long_term_key,     // of an IAM user or the root user
  service,           // a service of AWS, acting as itself
  outside_identity,  // somebody who showed a token of an identity provider
  edge_of_knowledge  // a session known by name only: what came before it is not known here
};

struct Origin {
  OriginKind kind;
  Principal principal;
};

/// A view of a session and of those before it, the last one first. Complexity of every question: linear in its length.
class Chain {
 public:
  constexpr explicit Chain(const Session& last) : last_(&last) {}
  explicit Chain(const Session&&) WHENCE_REFUSED("a chain views its sessions: give the last one a name first");

  [[nodiscard]] constexpr const Session& last() const { return *last_; }

  /// The session with which the chain begins.
  [[nodiscard]] constexpr const Session& first() const {
    const Session* session = last_;
    while (session->before() != nullptr) session = session->before();
    return *session;
  }

  /// How many sessions there are, one at least.
  [[nodiscard]] constexpr std::size_t length() const {
    std::size_t count = 1;
    for (const Session* session = last_; session->before() != nullptr; session = session->before()) ++count;
    return count;
  }

  /// Who began the last session, by calling STS.
  [[nodiscard]] constexpr const Principal& assumer() const { return last_->begun_by(); }

  [[nodiscard]] constexpr Origin origin() const {
    const Principal& who = first().begun_by();
    switch (who.kind()) {
      case PrincipalKind::root_user:
      case PrincipalKind::iam_user: return {OriginKind::long_term_key, who};
      case PrincipalKind::service: return {OriginKind::service, who};
      case PrincipalKind::web_identity:
      case PrincipalKind::saml_identity: return {OriginKind::outside_identity, who};
      default: return {OriginKind::edge_of_knowledge, who};
    }
  }

  /// Until when every session of the chain is valid. Whether one ends with the one before it is not documented (U-2);
  /// here each has an end of its own.
  [[nodiscard]] constexpr Instant earliest_end() const {
    Instant end = last_->ends();
    for (const Session* session = last_->before(); session != nullptr; session = session->before()) {
      if (session->ends() < end) end = session->ends();
    }
    return end;
  }

 private:
  const Session* last_;
};

/// Where a session comes from in the end, and who began it.
[[nodiscard]] constexpr Origin origin(const Session& session) { return Chain(session).origin(); }
[[nodiscard]] constexpr const Principal& assumer(const Session& session) { return session.begun_by(); }

}  // namespace whence
