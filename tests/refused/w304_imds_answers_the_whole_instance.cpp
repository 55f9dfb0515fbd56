// IMDS answers nobody if it is disabled.
// REFUSED: \[W304\] a user or program of an instance can read its IMDS only if IMDS is enabled
// REFUSED: broken_by<whence::object<ec2_user>, whence::object<(whence::)?catalog::profile_path>, whence::object<off> ?>
// ERRORS: 1
// NAMES: ec2_user, off
// MEND: Enable IMDS in the Node, or use a source that does not need it.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser ec2_user("ec2-user");
inline constexpr Node on{.metadata = MetadataService::version_2_only}, off{.metadata = MetadataService::off};
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, ec2_user, catalog::profile_path, on>);
#else
static_assert(holds<can_read, ec2_user, catalog::profile_path, off>);
#endif
