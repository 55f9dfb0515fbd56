// whence/sts: the whole rule book of STS. Beside all of whence.hpp: which credential may call what (may_call and its matrix),
// the operations that few callers need (AssumeRoot, GetWebIdentityToken, GetDelegatedAccessToken), how long a chain can last
// (longest_lifetime, is_usable), what is an edge of a chain and what is none (pass_role, for_each_edge), and by which error STS
// refuses. A header of its own so that designs which need none of this do not pay for it.
#pragma once

#include <whence/decide/lifetime.hpp>
#include <whence/decide/may_call.hpp>
#include <whence/decide/pass_role.hpp>
#include <whence/decide/special_sessions.hpp>
#include <whence/decide/sts_error_of.hpp>
#include <whence/flow/lifetime.hpp>
#include <whence/model/edge.hpp>
#include <whence/rules/rule_book.hpp>
#include <whence/whence.hpp>
