// The chain of a session: who began it, who began the session before it, and so on back to the origin.
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
  outside_identity,  // a caller with a token of an identity provider
  edge_of_knowledge  // a session known only by name: what came before it is not known
};

struct Origin {
  OriginKind kind;
  Principal principal;
};

/// A view of a session and the sessions before it, last one first. Each member function is linear in its length.
class Chain {
 public:
  constexpr explicit Chain(const Session& last) : last_(&last) {}
  explicit Chain(const Session&&) WHENCE_REFUSED("a chain views its sessions: give the last one a name first");

  [[nodiscard]] constexpr const Session& last() const { return *last_; }

  /// The session that begins the chain.
  [[nodiscard]] constexpr const Session& first() const {
    const Session* session = last_;
    while (session->before() != nullptr) session = session->before();
    return *session;
  }

  /// The number of sessions, at least one.
  [[nodiscard]] constexpr std::size_t length() const {
    std::size_t count = 1;
    for (const Session* session = last_; session->before() != nullptr; session = session->before()) ++count;
    return count;
  }

  /// The caller of STS that began the last session.
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

  /// The time until which every session of the chain is valid. AWS does not document whether a session ends with the
  /// one before it (U-2); here each session has its own end.
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

/// The origin of a session's chain, and the caller that began the session.
[[nodiscard]] constexpr Origin origin(const Session& session) { return Chain(session).origin(); }
[[nodiscard]] constexpr const Principal& assumer(const Session& session) { return session.begun_by(); }

}  // namespace whence
