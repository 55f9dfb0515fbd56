// whence/sts: whence.hpp and the rest of the rule book of STS: which credential may call what (may_call and its
// matrix), the operations that few callers need (AssumeRoot, GetWebIdentityToken, GetDelegatedAccessToken,
// GetScopedCredentials), how long a chain can last (longest_lifetime, is_usable), the edges of a chain (pass_role,
// for_each_edge), who may register host management, and the errors of STS.
// A separate header, so that other designs do not pay for it.
#pragma once

#include <whence/base/config.hpp>

// The sentences come first: a compiler prints the way to their header above each error.
#include <whence/names/name_errors.hpp>
#include <whence/policy/policy_errors.hpp>
#include <whence/rules/rule_macro.hpp>

#include <whence/rules/assume_rules.hpp>
#include <whence/rules/finding_rules.hpp>
#include <whence/rules/lifetime_rules.hpp>
#include <whence/rules/operation_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/session_rules.hpp>

#include <whence/decide/longest_lifetime.hpp>
#include <whence/decide/may_call.hpp>
#include <whence/decide/may_register.hpp>
#include <whence/decide/pass_role.hpp>
#include <whence/decide/special_sessions.hpp>
#include <whence/evidence/all_open_questions.hpp>
#include <whence/flow/lifetime_proof.hpp>
#include <whence/flow/refused.hpp>
#include <whence/flow/requirement.hpp>
#include <whence/flow/scoped_session.hpp>
#include <whence/model/edge.hpp>
#include <whence/names/further_limits.hpp>
#include <whence/rules/rule_book.hpp>
#include <whence/whence.hpp>
