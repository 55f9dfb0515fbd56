// The readers of a credential, which are not AWS principals: operating-system users and programs.
#pragma once

#include <cstdint>

#include <whence/base/text.hpp>
#include <whence/model/plane.hpp>

namespace whence {

/// superuser: root on Unix; SYSTEM and the members of the local Administrators group on Windows.
enum class Privilege : std::uint8_t { ordinary, superuser };

/// An operating-system user, on the instance unless the plane says otherwise. Not an AWS principal.
class OsUser {
 public:
  constexpr explicit OsUser(Text name, Privilege privilege = Privilege::ordinary, Plane plane = Plane::data)
      : name_(name), plane_(plane), privilege_(privilege) {}
  [[nodiscard]] constexpr Text name() const { return name_; }
  [[nodiscard]] constexpr Plane plane() const { return plane_; }
  [[nodiscard]] constexpr Privilege privilege() const { return privilege_; }

 private:
  Text name_;
  Plane plane_;
  Privilege privilege_;
};

/// A program and the operating-system user that it runs as. Not an AWS principal: it signs with the credential of one.
class Software {
 public:
  constexpr Software(Text name, const OsUser& runs_as) : name_(name), runs_as_(runs_as) {}
  [[nodiscard]] constexpr Text name() const { return name_; }
  [[nodiscard]] constexpr const OsUser& runs_as() const { return runs_as_; }
  [[nodiscard]] constexpr Plane plane() const { return runs_as_.plane(); }

 private:
  Text name_;
  OsUser runs_as_;
};

/// Either of the two, for questions about who can read a credential.
class Reader {
 public:
  constexpr Reader(const OsUser& user) : name_(user.name()), user_(user), is_software_(false) {}  // NOLINT
  constexpr Reader(const Software& software)
      : name_(software.name()), user_(software.runs_as()), is_software_(true) {}  // NOLINT
  [[nodiscard]] constexpr Text name() const { return name_; }
  [[nodiscard]] constexpr const OsUser& user() const { return user_; }
  [[nodiscard]] constexpr Plane plane() const { return user_.plane(); }
  [[nodiscard]] constexpr bool is_software() const { return is_software_; }
  [[nodiscard]] constexpr bool is_superuser() const { return user_.privilege() == Privilege::superuser; }

 private:
  Text name_;
  OsUser user_;
  bool is_software_;
};

}  // namespace whence
