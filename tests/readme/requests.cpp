#include <iostream>
#include <whence/explain.hpp>
#include <whence/sts.hpp>
using namespace whence;

void begin(const Principal& caller, const Role& role, const std::string& name, const std::string& external_id) {
  const StsRequest request{.session_name = name, .external_id = external_id};  // views both strings
  const Begun begun = assume_role(caller, role, request, CallerSide::allows);
  if (begun) {
    std::cout << to_string(begun->principal()) << '\n';
    return;
  }
  const Verdict& verdict = begun.error();
  std::cerr << explain(verdict);  // the rule, its source, and "limit: ExternalId, 2 to 1224 characters: ..."
  if (verdict.limit != nullptr) std::cerr << std::string(verdict.limit->field) << '\n';
}
