// The cache of the CLI answers no HTTP request.
// REFUSED: \[W314\] a forged request can read only an HTTP reply:
// REFUSED: broken_by<whence::object<(whence::)?vantages::remote_caller_with_headers>, whence::object<(whence::)?catalog::cli_profile>, whence::object<walled> ?>
// ERRORS: 1
// NAMES: walled
// MEND: Ask about a place that answers HTTP, or expect a refusal with refused<...>.
#include <whence/catalog.hpp>

using namespace whence;

inline constexpr Environment walled{.platform = Platform::workstation};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, vantages::the_user, catalog::cli_profile, walled>);
#else
static_assert(holds<can_read, vantages::remote_caller_with_headers, catalog::cli_profile, walled>);
#endif
