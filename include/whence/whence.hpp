// whence: who assumed the role, where the credential rests, who can read it there.
//
// This header is the constexpr model of IAM and of the credentials of the CLI, EC2 and Systems Manager. It includes no standard
// header but <cstddef> and <cstdint>, and costs about as much to include as <string>. The headers beside it add to it:
//
//   <whence/sts.hpp>       the rest of the STS rule book: who may call what, the rarer operations, lifetimes and edges
//   <whence/catalog.hpp>   all the sources of credentials, who reads them, and deployments
//   <whence/document.hpp>  policies, scenarios and plans read from JSON while the program runs
//   <whence/explain.hpp>   answers in words and in JSON
//   <whence/draw.hpp>      pictures
//
// These are the interface. The rooms behind it, in the order in which each may include those before it and none behind it:
//
//   base/      knows nothing of AWS: text, JSON, time, numbers, addresses, lists that need no heap
//   names/     ARNs, ids, names and their limits: parsed, or refused
//   evidence/  the sources on which statements rest, with their grades, and the open questions
//   policy/    policies, from text to records: grammar, literals, operators, condition keys
//   model/     the nouns: principals, roles, sessions, chains, planes, places, verdicts' parts
//   catalog/   the known sources of credentials: data only
//   evaluate/  what policies say of a call: request keys, conditions, variables, trust, the caller's side
//   rules/     the rule book: one type a rule
//   decide/    the questions: may_assume, may_pass, may_call, can_read, the operations of STS
//   flow/      designs and deployments, checked at compile time
//   document/  documents, read at run time
//   explain/   answers in words and in JSON
//   draw/      pictures: layout, SVG, Mermaid, DOT
#pragma once

#include <whence/base/config.hpp>
#include <whence/catalog/cli.hpp>
#include <whence/catalog/ec2.hpp>
#include <whence/catalog/systems_manager.hpp>
#include <whence/decide/call.hpp>
#include <whence/decide/can_read.hpp>
#include <whence/decide/may_assume.hpp>
#include <whence/decide/may_pass.hpp>
#include <whence/decide/operations.hpp>
#include <whence/decide/ssm_agent.hpp>
#include <whence/evidence/open_questions.hpp>
#include <whence/flow/check.hpp>
#include <whence/flow/flow.hpp>
#include <whence/flow/holds.hpp>
#include <whence/model/chain.hpp>
#include <whence/model/credential.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/policy/policy_literals.hpp>
