// The question can_read(observer, place), also asked of all the places of a credential.
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/verdict.hpp>
#include <whence/rules/read_facts.hpp>
#include <whence/rules/read_rules.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// How an observer gets at a credential that rests at several places: the first place at which it can be read; where there
/// is none, the one that is undecided; else the last one, with the wall that stands before it.
struct Reading {
  Verdict verdict;
  const Place* place = nullptr;

  constexpr explicit operator bool() const { return static_cast<bool>(verdict); }
};

/// The type of the question `can_read`.
struct CanRead {
  using Rules = rules::read_rules;

  /// Can this observer read a credential that rests at this place, on a node in this state? The node matters for its
  /// metadata service and for whose key is registered. Complexity: constant; no allocation.
  template <class State = Node>
  [[nodiscard]] constexpr Verdict operator()(const Observer& observer, const Place& place,
                                             const State& node = {}) const {
    return verdict(detail::Later<ReadFacts, State>{observer, &place, node, Truth::yes});
  }

  /// Can this observer read this credential anywhere, given that there is one? Asked of whatever has a custody, as the
  /// rows of the catalogue do.
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  [[nodiscard]] constexpr Verdict operator()(const Observer& observer, const Source& source) const {
    return closest(observer, source, {}, [](const Place&) { return Truth::yes; }).verdict;
  }
  /// The same on a node in this state, which also decides whether there is one.
  template <class Source>
  requires requires(const Source& source) { source.custody.begin(); }
  [[nodiscard]] constexpr Verdict operator()(const Observer& observer, const Source& source, const Node& node) const {
    return reading(observer, source, node).verdict;
  }

  /// The same in a whole environment: asked from a vantage, of an entry of the catalogue or a flow's place, where
  /// reading_in(from, source, environment) is found beside them (<whence/catalog.hpp>).
  template <class From, class Source, class Setting>
  requires requires(const From& from, const Source& source, const Setting& setting) {
    reading_in(from, source, setting);
  }
  [[nodiscard]] constexpr Verdict operator()(const From& from, const Source& source, const Setting& setting) const {
    return reading_in(from, source, setting).verdict;
  }

  /// The same, with the place. Whether a credential rests there in this state of the node is for
  /// rests_at(source, place, node), found beside the source, to say. Complexity: linear in the places.
  template <class Source>
  [[nodiscard]] static constexpr Reading reading(const Observer& observer, const Source& source,
                                                 const Node& node = {}) {
    return closest(observer, source, node, [&](const Place& place) { return rests_at(source, place, node); });
  }

  template <class Facts = ReadFacts>
  [[nodiscard]] static constexpr Verdict verdict(const Facts& facts) {
    Verdict verdict = detail::verdict_of<Rules>(facts);
    if (verdict.left_open_by<rules::the_reply_goes_to_whoever_can_sign_for_it>()) {
      verdict.open = facts.node.registration == Registration::none ? &open_questions::u102 : &open_questions::u105;
    }
    return verdict;
  }

 private:
  template <class Source, class ThereIsOne>
  static constexpr Reading closest(const Observer& observer, const Source& source, const Node& node,
                                   ThereIsOne there_is_one) {
    Reading best;
    for (const Place& place : source.custody) {
      const Reading here{verdict(detail::Later<ReadFacts, Source>{observer, &place, node, there_is_one(place)}),
                         &place};
      if (here || best.place == nullptr || here.verdict.is_unknown() || !best.verdict.is_unknown()) best = here;
      if (best) break;
    }
    return best;
  }
};

inline constexpr CanRead can_read{};

}  // namespace whence
WHENCE_TEMPLATES_END
