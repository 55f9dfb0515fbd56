// whence/catalog: every source of AWS credentials, beside all of whence.hpp. Where the credential of a workload comes from, who
// assumed the role, where it rests (catalog::all, catalog::find); who can read it in an environment (can_read, readings_of,
// readings_from); which one is used where several are there (script_session, application_session, the order of the SDKs);
// and deployments, which are designs held to what an environment exposes. A header of its own so that designs which need none
// of this do not pay for it.
#pragma once

#include <whence/catalog/all.hpp>
#include <whence/catalog/credential_source.hpp>
#include <whence/decide/choice.hpp>
#include <whence/decide/readings.hpp>
#include <whence/flow/deployment.hpp>
#include <whence/whence.hpp>
