// Not even root of an instance sees what EC2 keeps on AWS's side.
// REFUSED: \[W302\] a credential inside AWS can be read from another plane only through an interface
// REFUSED: broken_by<whence::object<root>, whence::object<(whence::)?catalog::ec2_service> ?>
// ERRORS: 1
// NAMES: root
// MEND: Read the credential where AWS hands it out, such as the metadata path of IMDS, from the machine that it
//   is for.
#include <whence/catalog.hpp>

using namespace whence;
using namespace whence::literals;

inline constexpr OsUser root("root", Privilege::superuser);
#ifdef WHENCE_CONTROL
static_assert(holds<can_read, root, catalog::profile_path>);
#else
static_assert(holds<can_read, root, catalog::ec2_service>);
#endif
