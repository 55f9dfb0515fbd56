// The question can_read: can a reader on a node, or a vantage in an environment (can_read_in.hpp), read a place or a
// source's credential?
#pragma once

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/model/node.hpp>
#include <whence/model/place.hpp>
#include <whence/model/reader.hpp>
#include <whence/model/vantage.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

struct Environment;

/// How a credential that rests at several places is read: the first place that the reader can read; failing that, an
/// undecided place; failing that, the last place and the rule that blocks it.
struct Reading {
  Verdict verdict;
  const Place* place = nullptr;

  constexpr explicit operator bool() const { return static_cast<bool>(verdict); }
};

namespace catalog {
/// Whether a node in this state has what a credential needs to exist.
[[nodiscard]] constexpr Truth exists_on(const Node& node, Needs needs) {
  switch (needs) {
    case Needs::nothing: return Truth::yes;
    case Needs::metadata_service: return truth(node.has_metadata());
    case Needs::instance_profile: return truth(node.has_profile_credential());
    case Needs::host_management: return truth(node.host_management && node.has_metadata());
    case Needs::hybrid_activation: return truth(node.hybrid_activation);
    default: return Truth::unknown;
  }
}

/// Whether a credential of this source rests at this place on this node; unknown if the node alone does not tell.
[[nodiscard]] constexpr Truth rests_at(const CredentialSource& source, const Place& place, const Node& node) {
  const Truth exists = exists_on(node, source.needs);
  if (place.plane.is_on(Plane::control)) return exists;
  if (!source.is_signed_with(AgentSession::none)) {
    const AgentSession agent = agent_session(node).session;
    const bool is_open = source.is_signed_with(AgentSession::of_host_management) && agent == AgentSession::unknown;
    if (is_open) return Truth::unknown;
    // The file of a hybrid node of EKS is written by nodeadm.
    const bool is_shared_file = agent == AgentSession::of_hybrid_activation && place.is(Medium::file) &&
                                source.id != catalog::SourceId::eks_hybrid_node;
    return truth(source.is_signed_with(agent) && (!is_shared_file || node.shares_credentials));
  }
  // A program of the machine gets its copy from IMDS.
  return source.needs == Needs::instance_profile ? both(exists, truth(node.has_metadata())) : exists;
}

}  // namespace catalog

namespace detail {
// can_read in an environment: decide/can_read_in.hpp.
template <class Where>
struct CanReadIn;
}  // namespace detail

/// The type of the question `can_read`. Its functions are templates so that unused ones cost nothing.
struct CanRead {
  using Rules = rules::read_rules;

  /// Can this reader read a credential that rests at this place, on a node in this state? The node matters for its IMDS
  /// and for the owner of its registered key. Complexity: constant; no allocation.
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const Place& place, const Node& node = {}) const {
    return verdict(Facts{reader, &place, node, Truth::yes});
  }
  /// Can this reader read a credential of this source anywhere, given that there is one?
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const catalog::CredentialSource& source) const {
    return closest<Facts>(reader, source, nullptr).verdict;
  }
  /// The same on a node in this state, which also decides whether there is one.
  template <class Facts = ReadFacts>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const catalog::CredentialSource& source,
                                             const Node& node) const {
    return closest<Facts>(reader, source, &node).verdict;
  }
  /// Can a credential that rests at this place, or one of this source, be read from here, in this environment?
  /// Complexity: constant for a place, linear in the places of a source. Of catalog.hpp, as the next two.
  template <class What, class Where = Environment>
  [[nodiscard]] constexpr Verdict operator()(const Vantage& from, const What& what, const Where& environment) const {
    return detail::CanReadIn<Where>::answer(from, what, environment);
  }
  /// Can this reader read it from there? The privilege is that of the position: the superuser of a container is an
  /// ordinary user of the machine.
  template <class Where = Environment>
  [[nodiscard]] constexpr Verdict operator()(const Reader& reader, const Vantage& from, const Place& place,
                                             const Where& environment) const {
    return detail::CanReadIn<Where>::answer(reader, from, place, environment);
  }

  /// The same on a node, with the place. Complexity: linear in the places.
  template <class Facts = ReadFacts>
  [[nodiscard]] static constexpr Reading reading(const Reader& reader, const catalog::CredentialSource& source,
                                                 const Node& node = {}) {
    return closest<Facts>(reader, source, &node);
  }
  /// The same in an environment: the first place that this vantage can read, and the reply to a request that it could
  /// sign only if there is no other; failing that, an undecided place; failing that, the last endpoint or place.
  /// Complexity: linear in the places and in those of the proofs.
  template <class Where = Environment>
  [[nodiscard]] static constexpr Reading reading(const Vantage& from, const catalog::CredentialSource& source,
                                                 const Where& environment) {
    return detail::CanReadIn<Where>::reading(from, source, environment);
  }

  /// The answer for these facts.
  template <class Facts = ReadFacts>
  [[nodiscard]] static constexpr Verdict verdict(const Facts& facts) {
    return detail::verdict_of<rules::read_rules>(facts);
  }

 private:
  // Without a node, a credential rests at every place.
  template <class Facts>
  static constexpr Reading closest(const Reader& reader, const catalog::CredentialSource& source, const Node* node) {
    Reading best;
    for (const Place& place : source.custody) {
      const Truth there_is_one = node == nullptr ? Truth::yes : catalog::rests_at(source, place, *node);
      const Reading here{verdict(Facts{reader, &place, node == nullptr ? Node{} : *node, there_is_one}), &place};
      if (here || best.place == nullptr || here.verdict.is_unknown() || !best.verdict.is_unknown()) best = here;
      if (best) break;
    }
    return best;
  }
};

inline constexpr CanRead can_read{};

}  // namespace whence
WHENCE_TEMPLATES_END
