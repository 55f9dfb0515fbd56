// whence: who assumed the role, where the credential rests, who can read it there.
//
// This header is the constexpr model of IAM, of designs, and of the EC2 instance metadata service. It includes no standard
// headers but <cstddef>, <cstdint> and <initializer_list>, and costs no more than <string>. The other headers of the
// interface are:
//
//   <whence/sts.hpp>       the rest of the STS rule book: who may call what, the rarer operations, lifetimes and edges
//   <whence/catalog.hpp>   all sources of credentials, who reads them, and deployments
//   <whence/document.hpp>  policies, scenarios and plans, read from JSON at run time
//   <whence/explain.hpp>   answers in words and in JSON
//   <whence/draw.hpp>      pictures
//
// The folders are internal; .github/CONTRIBUTING.md lists what each contains, and what it may include.
#pragma once

// The sentences come first: a compiler prints the way to their header above each error.
#include <whence/names/name_errors.hpp>
#include <whence/policy/policy_errors.hpp>
#include <whence/rules/rule_macro.hpp>

#include <whence/base/config.hpp>
#include <whence/rules/assume_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/read_rules.hpp>
#include <whence/rules/request_rules.hpp>
#include <whence/rules/session_rules.hpp>

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
