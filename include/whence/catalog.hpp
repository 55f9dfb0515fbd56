// whence/catalog: whence.hpp and every source of AWS credentials: where a credential comes from, who assumed the role,
// and where it rests (catalog::all, catalog::find); who can read it in an environment (can_read, readings_of,
// readings_from); which of several is used (script_session, application_session, the order of the SDKs); and
// deployments, which are flows in an environment. A separate header, so that other designs do not pay for it.
#pragma once

#include <whence/base/config.hpp>

// The sentences come first: a compiler prints the way to their header above each error.
#include <whence/names/name_errors.hpp>
#include <whence/policy/policy_errors.hpp>
#include <whence/rules/rule_macro.hpp>

#include <whence/rules/assume_rules.hpp>
#include <whence/rules/environment_rules.hpp>
#include <whence/rules/exposure_rules.hpp>
#include <whence/rules/finding_rules.hpp>
#include <whence/rules/flow_rules.hpp>
#include <whence/rules/position_rules.hpp>
#include <whence/rules/read_rules.hpp>

#include <whence/catalog/all.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/can_read_in.hpp>
#include <whence/decide/choice.hpp>
#include <whence/decide/readings.hpp>
#include <whence/flow/deployment.hpp>
#include <whence/flow/refused.hpp>
#include <whence/flow/requirement.hpp>
#include <whence/model/metadata_steps.hpp>
#include <whence/whence.hpp>
