// A wrong literal that comes through a function of your own, or through Service, is an error too.
// REFUSED[gcc]: error: call to non-'constexpr' function .*a name can contain only letters
// REFUSED[clang]: error: .*constant expression
// REFUSED[clang]: this_literal_is_not_a_valid_name
// NAMES: web server
// MEND: Correct the name, which the compiler shows below the error. Where you can, write the literal where a RoleName
//   is asked for: the error then has the sentence.
#include <cstddef>

#include <whence/names/name.hpp>
using namespace whence;

template <std::size_t Size>
consteval RoleName role_of(const char (&name)[Size]) {
  return RoleName(name);
}
#ifdef WHENCE_CONTROL
inline constexpr RoleName role = role_of("web-server");
#else
inline constexpr RoleName role = role_of("web server");
#endif
