// The facts of the question "may this caller assume this role?", and what the role's trust policy makes of them.
#pragma once

#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/truth.hpp>
#include <whence/model/observer.hpp>
#include <whence/model/operation.hpp>
#include <whence/model/principal.hpp>
#include <whence/model/role.hpp>
#include <whence/model/session.hpp>
#include <whence/rules/trust_match.hpp>

namespace whence {

/// What the policies on the caller's side say of the call: identity policies first, then what cuts them down (permissions
/// boundary, session policy, service control policies). Services and token holders have no such side.
enum class CallerSide : std::uint8_t {
  not_given,  // not known; that one denies explicitly is not assumed
  allows,     // an identity policy allows the call and nothing cuts it off
  silent,     // no identity policy allows the call, and none denies it; nothing cuts it off
  blocked,    // a boundary, session policy or service control policy does not allow the call
  denies,     // a policy denies the call explicitly
};

/// Named, to be given to questions at compile time: holds<may_assume, deployer, release, own_policies_allow>.
inline constexpr CallerSide own_policies_allow = CallerSide::allows;
inline constexpr CallerSide own_policies_are_silent = CallerSide::silent;
inline constexpr CallerSide own_policies_block = CallerSide::blocked;
inline constexpr CallerSide own_policies_deny = CallerSide::denies;

/// Who asks: a principal, or something that is none.
enum class Asker : std::uint8_t { principal, role, account, software, os_user };

/// What a trust policy says of one caller. Statements are counted from 0; -1 is none.
struct TrustOutcome {
  int deny = -1;              // a statement without conditions that denies
  int conditional_deny = -1;  // one that would deny if its conditions hold
  int allow = -1;             // the allowing statement that takes the caller furthest
  MatchLevel level = MatchLevel::none;
  bool conditional = false;         // whether that one has conditions
  Truth named = Truth::yes;         // whether it is certain who is named, there and in a denying statement (U-101)
  Truth callers_side = Truth::yes;  // whether, with that one, the caller's own policies let the call pass
};

struct AssumeFacts {
  Asker asker = Asker::principal;
  Principal caller;  // where the asker is a principal
  const Role* role = nullptr;
  Operation operation = Operation::assume_role;
  CallerSide side = CallerSide::not_given;
  bool same_account = false;
  TrustOutcome trust;

  constexpr AssumeFacts(const Principal& who, const Role& what, CallerSide callers_own_policies)
      : caller(who), role(&what), side(callers_own_policies) {
    if (who.kind() == PrincipalKind::web_identity) operation = Operation::assume_role_with_web_identity;
    if (who.kind() == PrincipalKind::saml_identity) operation = Operation::assume_role_with_saml;
    same_account = who.has_account() && who.account() == what.account() && who.name().partition == what.partition();
    // Services and token holders have no policies on their side, so nothing there is missing or denies.
    if (!signs_as_part_of_an_account(who)) side = CallerSide::allows;
    ask_the_trust_policy();
  }
  constexpr AssumeFacts(Asker who, const Role& what) : asker(who), role(&what) {}

 private:
  constexpr void ask_the_trust_policy() {
    const TrustPolicy& policy = role->trust();
    Truth best = Truth::no;
    Truth deny_names_caller = Truth::yes;
    int index = -1;
    for (const Statement& statement : policy.statements()) {
      ++index;
      if (!covers(policy, statement, info_of(operation).action)) continue;
      const bool conditional = statement.conditions.count != 0;
      if (statement.effect == Effect::deny) {
        const Match found = match(policy, statement, caller);
        if (found.level == MatchLevel::none) continue;
        if (found.certain != Truth::yes) {
          deny_names_caller = found.certain;
        } else {
          int& which = conditional ? trust.conditional_deny : trust.deny;
          if (which < 0) which = index;
        }
        continue;
      }
      // One by one: "*" can let in whom a closer name does not.
      for (const PrincipalEntry& entry : policy.principals_of(statement)) {
        const Match found = match(policy, entry, caller);
        if (found.level == MatchLevel::none) continue;
        const Truth condition = conditional ? Truth::unknown : Truth::yes;
        const Truth callers_side = callers_side_with(found.level);
        const Truth granted = both(both(condition, found.certain), callers_side);
        if (trust.allow < 0 || granted > best) {
          best = granted;
          trust.allow = index;
          trust.level = found.level;
          trust.conditional = conditional;
          trust.named = found.certain;
          trust.callers_side = callers_side;
        }
      }
    }
    trust.named = both(trust.named, deny_names_caller);
  }

  // Within an account a trust policy that names the user, role or session itself is enough; everything else, and every
  // caller of another account, needs an Allow on its own side.
  [[nodiscard]] constexpr Truth callers_side_with(MatchLevel level) const {
    if (side == CallerSide::allows || side == CallerSide::blocked) return Truth::yes;  // what is blocked, W206 says
    if (same_account && level > MatchLevel::account) return Truth::yes;
    // "*" needs no Allow within the account by one manual page, and is an error by another.
    if (same_account && level == MatchLevel::everyone) return Truth::unknown;
    return side == CallerSide::not_given ? Truth::unknown : Truth::no;
  }
};

}  // namespace whence
