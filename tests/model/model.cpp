// An exhaustive small model: asks the library, and the specification beside this file, about every scenario of a small
// world, and prints the scenarios in which the two differ, in words.
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <vector>

#include "known_faults.hpp"
#include "specification.hpp"
#include "words.hpp"
#include "world.hpp"

namespace {

using namespace model;

// The open question that the library names must be one that matters.
bool names_an_open_point(const Answer& answer, const whence::Verdict& verdict) {
  if (verdict.open == nullptr) {
    return answer.key_decides || (answer.open & Readings::bit(Point::path_of_role)) != 0 ||
           (answer.open & Readings::bit(Point::other_policies)) != 0;
  }
  for (unsigned point = 0; point < static_cast<unsigned>(Point::count); ++point) {
    if ((answer.open & (1U << point)) != 0 && verdict.open->id == whence::Text(point_words[point])) return true;
  }
  return false;
}

// The library reads each statement by itself. If two of them test what is not known, it can leave open which of two
// denials it is, and answers unknown; the documents say that the call is denied.
bool depends_on_one_thing_twice(const Scenario& s) {
  const int keys = s.key == Key::not_known ? conditions(s) : 0;
  const int paths = s.caller == Caller::named_session ? tests_the_arn(s.allowed) + tests_the_arn(s.denied) : 0;
  return keys + paths > 1;
}

bool agree(const Scenario& s, const Answer& answer, const whence::Verdict& verdict) {
  const bool may_be_allowed = answer.may_be(Outcome::allowed);
  switch (verdict.decision) {
    case whence::Decision::allowed: return may_be_allowed && !answer.may_be_denied();
    case whence::Decision::denied_explicitly:
      return !may_be_allowed && (answer.may_be(Outcome::denied_explicitly) || answer.may_be(Outcome::denied));
    case whence::Decision::denied_implicitly:
      return !may_be_allowed && (answer.may_be(Outcome::denied_implicitly) || answer.may_be(Outcome::denied));
    case whence::Decision::unknown:
      if (answer.is_unknown()) return names_an_open_point(answer, verdict);
      return !may_be_allowed && answer.may_be(Outcome::denied_explicitly) &&
             answer.may_be(Outcome::denied_implicitly) && depends_on_one_thing_twice(s);
    default: return false;
  }
}

// Which scenarios are possible.
bool is_possible(const Scenario& s) {
  using namespace clauses;
  // A session of GetSessionToken has no session policy, a service-linked role no boundary.
  if (is_user(s.caller) && s.session != Says::absent) return false;
  if (s.caller == Caller::linked_session && s.boundary != Says::absent) return false;
  if (s.target == Target::itself && s.caller != Caller::role_session && s.caller != Caller::named_session) return false;
  // A service has no partition of its own.
  if (s.target == Target::other_partition && s.caller == Caller::service) return false;
  // Nobody can edit the trust policy of a service-linked role: it trusts its service.
  if (s.target == Target::service_linked) {
    const Who who = s.caller == Caller::service ? Who::caller : Who::somebody_else;
    return s.allowed == who && s.allow == Says::allows && s.denied == Who::nobody;
  }
  for (const Who who : {s.allowed, s.denied}) {
    if (who == Who::role_of_session && !is_session_of_a_role(s.caller)) return false;
    if (who == Who::account_and_caller && !has_policies_of_its_own(s.caller)) return false;
    // The ARN of an Identity Center role can have a Region, which the ARN of its session does not have.
    if (s.caller == Caller::sso_session && (who == Who::role_of_session || tests_the_arn(who))) return false;
  }
  return s.denied != Who::nobody || s.deny == Says::denies;
}

template <class Enum>
std::vector<Enum> from_to(Enum first, Enum last) {
  std::vector<Enum> all;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) all.push_back(static_cast<Enum>(i));
  return all;
}
const std::vector<Who> all_allowed = from_to(Who::somebody_else, Who::everyone_if_arn);
const std::vector<Who> all_denied = from_to(Who::somebody_else, Who::everyone_but_the_arn);
const std::vector<Management> all_managers = from_to(Management::not_known, Management::account_c);
const std::vector<Test> all_tests = from_to(Test::equals, Test::is_present);
const std::vector<Key> all_keys = from_to(Key::matches, Key::not_known);
const std::vector<Says> given{Says::absent, Says::silent, Says::allows, Says::denies};
const std::vector<Says> conditional{Says::allows_if, Says::denies_if};

// A part of the world: every combination of these values. By default there is no condition, and each policy of the
// caller's side lets the call pass or does not.
struct Part {
  const char* name = "";
  std::vector<Caller> callers{Caller::user,          Caller::user_session,   Caller::role_session,
                              Caller::named_session, Caller::linked_session, Caller::sso_session,
                              Caller::service,       Caller::web_identity,   Caller::saml_identity};
  std::vector<Target> targets = from_to(Target::same_account, Target::other_partition);
  std::vector<Who> allowed{Who::somebody_else, Who::account,  Who::role_of_session,
                           Who::caller,        Who::everyone, Who::everyone_if_arn};
  std::vector<Says> allow{Says::allows};
  std::vector<Who> denied{Who::nobody};
  std::vector<Says> deny{Says::denies};
  std::vector<Says> identity{Says::silent, Says::allows}, boundary{Says::absent, Says::silent};
  std::vector<Says> session{Says::absent, Says::silent}, service_control{Says::absent, Says::silent};
  std::vector<Says> resource_control{Says::absent};
  std::vector<Management> management{Management::not_known};
  std::vector<Test> tests{Test::equals};
  std::vector<Key> keys{Key::absent};
};

template <class Visit>
void visit(const Part& part, Visit visitor) {
  Scenario s;
  // clang-format off
  for (Caller caller : part.callers) for (Target target : part.targets) for (Who allowed : part.allowed)
  for (Says allow : part.allow) for (Who denied : part.denied) for (Says deny : part.deny)
  for (Says identity : part.identity) for (Says boundary : part.boundary) for (Says session : part.session)
  for (Says service_control : part.service_control) for (Says resource_control : part.resource_control)
  for (Management management : part.management) for (Test test : part.tests) for (Key key : part.keys) {
    s = {caller, target, allowed, denied, allow, deny, identity, boundary, session, service_control, resource_control,
         management, test, key};
    if (is_possible(s)) visitor(s);
  }
  // clang-format on
}

std::vector<Part> parts_of_may_assume() {
  std::vector<Part> parts;
  const auto add = [&](const char* name, auto change) {
    Part& part = parts.emplace_back();
    part.name = name;
    change(part);
  };
  add("the policies", [](Part& part) {
    part.allowed = all_allowed;
    part.allow = {Says::allows, Says::silent};
    part.identity = {Says::absent, Says::silent, Says::allows, Says::denies, Says::not_known};
    part.boundary = part.session = part.service_control = given;
    part.resource_control = {Says::absent, Says::denies};
    part.management = all_managers;
  });
  add("callers that can assume no role", [](Part& part) {
    part.callers = {Caller::root, Caller::root_session, Caller::federated_user, Caller::instance_identity};
    part.allowed = all_allowed;
    part.denied = {Who::nobody, Who::caller};
    part.identity = part.service_control = {Says::absent, Says::allows, Says::denies};
    part.management = all_managers;
  });
  add("a Deny in the trust policy", [](Part& part) {
    part.allowed = all_allowed;
    part.denied = all_denied;
    part.deny = {Says::denies, Says::silent};
    part.resource_control = {Says::absent, Says::silent, Says::denies};
  });
  // The condition, at each place in turn.
  const auto add_condition = [&](const char* name, auto change) {
    add(name, [&](Part& part) {
      part.tests = all_tests;
      part.keys = all_keys;
      part.management = {Management::not_known, Management::account_a, Management::account_b};
      part.resource_control = {Says::absent, Says::silent};
      change(part);
    });
  };
  add_condition("a condition of the Allow in the trust policy", [](Part& part) {
    part.allowed = all_allowed;
    part.allow = {Says::allows_if};
  });
  add_condition("a condition of the Deny in the trust policy", [](Part& part) {
    part.denied = {Who::caller, Who::account, Who::role_of_session, Who::everyone, Who::everyone_but_the_arn};
    part.deny = {Says::denies_if};
    part.management = {Management::not_known};
  });
  add_condition("a condition in the identity policy", [](Part& part) { part.identity = conditional; });
  add_condition("a condition in the boundary", [](Part& part) { part.boundary = conditional; });
  add_condition("a condition in the session policy", [](Part& part) { part.session = conditional; });
  add_condition("a condition in the SCP", [](Part& part) { part.service_control = conditional; });
  add_condition("a condition in the RCP", [](Part& part) { part.resource_control = {Says::denies_if}; });
  return parts;
}

// The caller's policies in one word: all policies but the trust policy are absent.
Part part_in_one_word() {
  Part part;
  part.name = "the caller's policies in one word";
  part.callers = from_to(Caller::user, Caller::saml_identity);
  part.allowed = all_allowed;
  part.allow = {Says::allows, Says::allows_if};
  part.denied = {Who::nobody, Who::caller, Who::everyone_but_the_arn};
  part.deny = {Says::denies, Says::denies_if};
  part.identity = part.boundary = part.session = part.service_control = {Says::absent};
  part.tests = all_tests;
  part.keys = all_keys;
  return part;
}

Part part_of_may_pass() {
  Part part;
  part.name = "to pass a role";
  part.callers = {Caller::user, Caller::role_session, Caller::named_session, Caller::sso_session};
  part.targets = {Target::same_account, Target::other_account, Target::itself, Target::other_partition};
  part.allowed = {Who::nobody};
  part.identity = from_to(Says::absent, Says::not_known);
  part.boundary = part.session = part.service_control = from_to(Says::absent, Says::denies_if);
  part.management = {Management::not_known, Management::account_a, Management::account_b};
  part.keys = all_keys;
  return part;
}

class Comparison {
 public:
  // If the caller's policies are not given, `word_is_open`, an unknown needs no open question.
  void operator()(const char* question, const Scenario& s, const Answer& answer, const whence::Verdict& verdict,
                  bool is_settled = false, bool word_is_open = false) {
    ++count_;
    if (agree(s, answer, verdict)) return;
    if (word_is_open && verdict.is_unknown() && verdict.open == nullptr && answer.is_unknown()) return;
    const Fault fault = known_fault(answer, verdict, is_settled);
    ++faults_[static_cast<int>(fault)];
    if (fault != Fault::none) return;
    if (faults_[0] > 20) return;
    std::printf("%s: %s\n  the specification: %s\n  the library: %s\n", question, in_words(s).c_str(),
                in_words(answer).c_str(), in_words(verdict).c_str());
  }
  void end(const char* part) {
    std::printf("%8llu scenarios: %s\n", static_cast<unsigned long long>(count_ - before_), part);
    before_ = count_;
  }
  int result() const {
    bool holds = faults_[0] == 0 && count_ >= least;
    for (std::size_t i = 1; i < std::size(faults_); ++i) {
      std::printf("%8llu known differences: %s\n", static_cast<unsigned long long>(faults_[i]), fault_words[i]);
      if (faults_[i] == 0) std::printf("  it no longer shows: remove it from known_faults.hpp\n"), holds = false;
    }
    std::printf("%llu scenarios, %llu differences\n", static_cast<unsigned long long>(count_),
                static_cast<unsigned long long>(faults_[0]));
    return holds ? 0 : 1;
  }

 private:
  static constexpr std::uint64_t least = 3'500'000;  // so that no change makes the world small unnoticed
  std::uint64_t count_ = 0, before_ = 0, faults_[std::size(fault_words)]{};
};

}  // namespace

int main() {
  World world;
  Comparison compare;
  for (const Part& part : parts_of_may_assume()) {
    visit(part, [&](const Scenario& s) {
      const Answer answer = answer_of(may_assume, s);
      compare("may_assume", s, answer, world.may_assume(s));
      if ((answer.open & disputed_points) == 0) return;
      const auto settle = [&](const char* question, whence::Truth reading, unsigned yes) {
        world.settle(reading);
        const Answer settled = answer_of(may_assume, s, disputed_points, yes);
        compare(question, s, settled, world.may_assume(s), true);
      };
      settle("may_assume, disputed points settled with yes", whence::Truth::yes, disputed_points);
      settle("may_assume, disputed points settled with no", whence::Truth::no, 0);
      world.settle(whence::Truth::unknown);
    });
    compare.end(part.name);
  }
  const Part in_one_word = part_in_one_word();
  visit(in_one_word, [&](const Scenario& s) {
    const char* const questions[] = {"may_assume, own policies not given", "may_assume, own policies allow",
                                     "may_assume, own policies are silent", "may_assume, own policies block",
                                     "may_assume, own policies deny"};
    for (const Side side : from_to(Side::not_given, Side::denies)) {
      compare(word(questions, side), s, answer_of(side, s), world.may_assume(s, side), false, side == Side::not_given);
    }
  });
  compare.end(in_one_word.name);
  const Part to_pass = part_of_may_pass();
  visit(to_pass, [&](const Scenario& s) { compare("may_pass", s, answer_of(may_pass, s), world.may_pass(s)); });
  compare.end(to_pass.name);
  return compare.result();
}
