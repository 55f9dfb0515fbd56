// whence: who assumed the role, where the credential rests, who can read it there.
//
// This header is the whole constexpr model. It includes no standard header but <cstddef> and <cstdint>, and costs about as
// much to include as <string>. What owns memory or writes text has headers of its own: document/ and explain/.
//
//   names/    ARNs, ids and names: parse or refuse        rules/    the rule book: one type a rule
//   policy/   policies, literals, conditions              decide/   the questions: may_assume, can_read, the operations
//   model/    principals, roles, sessions, places         flow/     designs, checked at compile time
//   catalog/  the known sources of credentials
//
// <whence/sts.hpp> adds the rest of the STS rule book: who may call what, the rarer operations, lifetimes and edges.
// <whence/catalog.hpp> has all the sources of credentials, not only those of the CLI, EC2 and Systems Manager, and who reads them.
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog/cli.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/ssm.hpp>
#include <whence/catalog/ssm_agent.hpp>
#include <whence/decide/call.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/decide/operations.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/prove.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/credential.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/policy/policy_literals.hpp>
