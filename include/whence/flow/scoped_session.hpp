// Compile-time proof that a session may be narrowed: scoped_session_of<session, request>.
#pragma once

#include <whence/base/config.hpp>
#include <whence/decide/special_sessions.hpp>
#include <whence/flow/evidence.hpp>
#include <whence/flow/proof.hpp>
#include <whence/model/session.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {
namespace detail {
template <const auto& Caller, const auto&... Known>
struct ScopedHere {
  static constexpr AssumeSetting known = setting_of(Known...);
  static constexpr Begun scoped = get_scoped_credentials(Caller, request_of(known), known);
  static constexpr Text place{};
  // The type of any other caller is refused already.
  static constexpr bool is_session = requires { Caller.narrowed_from(); };
  static constexpr Refused refusal = scoped || !is_session ? Refused{} : refusal_of(scoped.error(), nullptr, place);
  using Rules = Joined<rules::operation_rules, rules::request_rules, rules::session_rules, rules::scope_rules>;
  static_assert(sizeof(proof<Rules, refusal, place, object<Caller>, object<Known>...>()) != 0);
  static constexpr Session session = scoped ? *scoped : SessionMaker::placeholder();
};
}  // namespace detail

/// The credential that GetScopedCredentials gives a named session for a named request: `scoped_session_of<on_app,
/// for_the_agent, own_policies_allow>`. It also takes Policies and a RequestContext. If the call is refused, as a fourth
/// policy or a longer life is, the error names the rule. At run time use get_scoped_credentials.
template <const auto& Caller, const auto&... Known>
inline constexpr const Session& scoped_session_of = detail::ScopedHere<Caller, Known...>::session;

}  // namespace whence
WHENCE_TEMPLATES_END
