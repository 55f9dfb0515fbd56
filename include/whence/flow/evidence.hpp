// What the compiler prints if a design is refused: the names of the user's objects, and the texts in their values.
#pragma once

#include <cstddef>
#include <cstdint>

#include <whence/base/config.hpp>
#include <whence/base/text.hpp>
#include <whence/base/written.hpp>
#include <whence/rules/rule.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// A named object of the user, whose name the compiler prints.
template <const auto& Named>
struct object;

/// Never true: the compiler prints it, with the objects of a question whose answer is no constant.
template <class... Evidence>
inline constexpr bool constant_for = false;

/// The flow of a design, if it has no name, and the step of a flow, counted from 1.
template <std::size_t Number>
struct flow_number;
template <std::size_t Number>
struct step_number;

/// The caller of STS: its ARN, or its name.
template <WHENCE_PIECE... Piece>
struct caller_is;
/// The step as the design writes it, such as read_by(app); the place that it is about; where the credential was before.
template <WHENCE_PIECE... Piece>
struct step_is;
template <WHENCE_PIECE... Piece>
struct at_place;
template <WHENCE_PIECE... Piece>
struct coming_from;
/// Who reads what in an environment.
template <WHENCE_PIECE... Piece>
struct who;
template <WHENCE_PIECE... Piece>
struct what;
/// The place in the policies that decided.
template <WHENCE_PIECE... Piece>
struct where;
/// The operation that the caller calls, and the actions of the statements that name the caller.
template <WHENCE_PIECE... Piece>
struct operation_is;
template <WHENCE_PIECE... Piece>
struct statement_allows;
/// The condition there: operator, key and the accepted values. And the values of this key in the request.
template <WHENCE_PIECE... Piece>
struct policy_wants;
template <WHENCE_PIECE... Piece>
struct request_has;
struct request_lacks_the_key;
struct request_does_not_say_it;
/// Why there is no credential at the place: what the machine lacks.
template <WHENCE_PIECE... Piece>
struct because;
/// The principals that the role's trust policy names.
template <WHENCE_PIECE... Piece>
struct trust_policy_names;
/// The parameter of the call that is wrong, its value, and what is wrong with it.
template <WHENCE_PIECE... Piece>
struct parameter_is;
template <WHENCE_PIECE... Piece>
struct parameter_has;
template <WHENCE_PIECE... Piece>
struct fault_is;
struct request_lacks_the_parameter;
template <std::int64_t Seconds>
struct seconds_asked;
template <std::int64_t Least, std::int64_t Most>
struct seconds_allowed;
/// The open question behind an answer that is not decided.
template <WHENCE_PIECE... Piece>
struct open_question;
/// The id of a rule, and its sentence if the rule limits a lifetime.
template <WHENCE_PIECE... Piece>
struct says;

/// What to add to a design so that the answer is decided: an argument of the question, of assumes(...) or session_of.
struct add_own_policies_allow_or_Policies;
template <WHENCE_PIECE... Key>
struct add_a_RequestContext_with;
template <WHENCE_PIECE... OpenQuestion>
struct add_DisputedPoints_with_a_reading_of;
struct add_owned_by_to_the_place;
/// The team accepts it: add `| waive<rule>` to the design or deployment.
template <class Rule>
struct or_waive;

namespace detail {
// Evidence is a list of types, as a list of rules is. Here it has this piece, if that is there.
template <bool IsThere, class Piece>
struct Maybe {
  using type = RuleList<>;
};
template <class Piece>
struct Maybe<true, Piece> {
  using type = RuleList<Piece>;
};
template <bool IsThere, class Piece>
using Optional = typename Maybe<IsThere, Piece>::type;
template <template <WHENCE_PIECE...> class Shown, const Text& Value>
using Words = Optional<!Value.empty(), Spelled<Shown, Value>>;
}  // namespace detail
}  // namespace whence
WHENCE_TEMPLATES_END
