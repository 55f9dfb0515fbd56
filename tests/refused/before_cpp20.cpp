// No header of the interface can be read before C++20. Each says so in one error, also before the user's own code.
// WITH: -std=c++17 -DHEADER=<whence/whence.hpp>
// WITH: -std=c++17 -DHEADER=<whence/sts.hpp>
// WITH: -std=c++17 -DHEADER=<whence/catalog.hpp>
// WITH: -std=c++17 -DHEADER=<whence/document.hpp>
// WITH: -std=c++17 -DHEADER=<whence/explain.hpp>
// WITH: -std=c++17 -DHEADER=<whence/draw.hpp>
// WITH: -std=c++14 -DHEADER=<whence/whence.hpp>
// WITH: -std=c++14 -DHEADER=<whence/draw.hpp>
// WITH: -std=c++11 -DHEADER=<whence/whence.hpp>
// WITH: -std=c++11 -DHEADER=<whence/explain.hpp>
// REFUSED: error: '?whence needs C\+\+20: compile with -std=c\+\+20
// ERRORS: 1
// NAMES: -std=c++20
// MEND: Compile with -std=c++20. With CMake, link to whence::whence, which asks for it; with Meson, set
//   default_options: ['cpp_std=c++20'].
#ifdef WHENCE_CONTROL
// g++ -std=c++20 design.cpp
#define HEADER <whence/whence.hpp>
#else
// g++ -std=c++17 design.cpp
#endif
#include HEADER
using namespace whence;
using namespace whence::literals;
inline constexpr auto account = "111122223333"_account;
inline constexpr Service ec2{"ec2.amazonaws.com"};
