// The name of a user is not the name of a role, even though both have the same alphabet.
// REFUSED: conversion from '.*Name<.*UserName>' to .*'.*Name<.*RoleName>'
// REFUSED: (no match for 'operator=='|invalid operands to binary expression).*RoleName.*UserName
// NAMES: copy
// MEND: Make the name of the kind that is asked for: RoleName("app").
#include <whence/names/name.hpp>
using namespace whence;

inline constexpr UserName user = "alice";
inline constexpr RoleName role = "alice";
#ifdef WHENCE_CONTROL
inline constexpr RoleName copy = role;
static_assert(role == copy);
#else
inline constexpr RoleName copy = user;
static_assert(role == user);
#endif
