// The laws of tests/fuzz/laws.hpp for questions that are drawn at random, the same ones in every run; and a small world
// in which every question is answered a second time, by a table that knows nothing of the library.
#include "dual.hpp"

#include "fuzz/laws.hpp"

#include <cstdint>
#include <string>
#include <vector>

using namespace whence;

namespace {

// xorshift64*: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}
  unsigned operator()(unsigned sides) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<unsigned>((state_ * 2685821657736338717U) >> 40) % sides;
  }

 private:
  std::uint64_t state_;
};

std::string first_broken(std::uint64_t from, std::uint64_t to) {
  for (std::uint64_t seed = from; seed < to; ++seed) {
    Random random(seed);
    if (const laws::Broken broken = laws::ask(random)) return std::string(broken) + ", seed " + std::to_string(seed);
  }
  return {};
}

// What a set of policies says of the call; absent is a gate that is not there.
enum class Says { absent, nothing, allow, deny };
constexpr Says all_says[] = {Says::absent, Says::nothing, Says::allow, Says::deny};

// Whom the trust policy names, as seen by the caller.
enum class Named { account, user, role, session, other_session, other_account, service, everyone };
constexpr Named all_named[] = {Named::account,       Named::user,          Named::role,    Named::session,
                               Named::other_session, Named::other_account, Named::service, Named::everyone};

struct World {
  bool caller_is_session = false;
  bool same_account = true;
  Says identity = Says::absent, boundary = Says::absent, session_policy = Says::absent, organization = Says::absent;
  Named named = Named::account;
  bool trust_denies = false;
  Truth reading = Truth::unknown;  // of what is disputed
};

// The rows of the table of the evaluation logic, written anew: what each way of naming the caller spares it. Sources:
// How AWS enforcement code logic evaluates requests, and Cross-account policy evaluation logic.
Decision by_the_table(const World& world) {
  for (const Says said : {world.identity, world.boundary, world.session_policy, world.organization}) {
    if (said == Says::deny) return Decision::denied_explicitly;
  }
  if (world.trust_denies) return Decision::denied_explicitly;

  bool is_named = world.named == Named::account || world.named == Named::everyone;
  if (world.caller_is_session && (world.named == Named::role || world.named == Named::session)) is_named = true;
  if (!world.caller_is_session && world.named == Named::user) is_named = true;
  if (!is_named) return Decision::denied_implicitly;
  if (world.organization == Says::nothing) return Decision::denied_implicitly;

  enum class Row { needed, not_needed, disputed };
  Row identity = Row::needed, boundary = Row::needed, session_policy = Row::needed;
  if (world.same_account) {
    if (world.named == Named::user) identity = Row::not_needed, boundary = Row::disputed;
    if (world.named == Named::role) identity = Row::not_needed;
    if (world.named == Named::session) {
      identity = Row::not_needed, boundary = Row::not_needed, session_policy = Row::disputed;
    }
    if (world.named == Named::everyone) identity = boundary = session_policy = Row::disputed;
  }
  bool open = false;
  const auto passes = [&](Row row, bool is_there) {
    if (is_there || row == Row::not_needed) return true;
    if (row == Row::needed || world.reading == Truth::no) return false;
    open = open || world.reading == Truth::unknown;
    return true;
  };
  const bool by_identity = passes(identity, world.identity == Says::allow);
  const bool by_boundary = passes(boundary, world.boundary != Says::nothing);
  const bool by_session = passes(session_policy, world.session_policy != Says::nothing);
  if (!by_identity || !by_boundary || !by_session) return Decision::denied_implicitly;
  return open ? Decision::unknown : Decision::allowed;
}

// One policy for each of Says but the first.
template <PolicyKind Kind>
class Sayings {
 public:
  Sayings() {
    for (const Text statements : {Text(R"({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})"),
                                  Text(R"({"Effect": "Allow", "Action": "sts:*", "Resource": "*"})"),
                                  Text(R"({"Effect": "Allow", "Action": "*", "Resource": "*"},
                                          {"Effect": "Deny", "Action": "sts:*", "Resource": "*"})")}) {
      std::string text = R"({"Version": "2012-10-17", "Statement": [)";
      text.append(statements.data(), statements.size());
      documents_.push_back(*PolicyDocument<Kind>::parse(text + "]}"));
    }
    for (const auto& each : documents_) views_.push_back(each.view());
  }
  [[nodiscard]] Span<PolicyOf<Kind>> of(Says said) const {
    if (said == Says::absent) return {};
    return {&views_[static_cast<std::size_t>(said) - 1], 1};
  }

 private:
  std::vector<PolicyDocument<Kind>> documents_;
  std::vector<PolicyOf<Kind>> views_;
};

// The trust policies that name somebody, without and with a Deny for the caller's account.
class TrustPolicies {
 public:
  TrustPolicies() {
    constexpr Text named[] = {R"({"AWS": "111122223333"})",
                              R"({"AWS": "arn:aws:iam::111122223333:user/alice"})",
                              R"({"AWS": "arn:aws:iam::111122223333:role/app"})",
                              R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s1"})",
                              R"({"AWS": "arn:aws:sts::111122223333:assumed-role/app/s2"})",
                              R"({"AWS": "arn:aws:iam::777788889999:root"})",
                              R"({"Service": "ec2.amazonaws.com"})",
                              R"("*")"};
    for (const bool denies : {false, true}) {
      for (const Text principal : named) {
        std::string text = R"({"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": )";
        text.append(principal.data(), principal.size());
        text += "}";
        if (denies) {
          text += R"(, {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}})";
        }
        text += "]}";
        documents_.push_back(*TrustPolicyDocument::parse(text, DocumentsFrom::aws));
      }
    }
  }
  [[nodiscard]] TrustPolicy of(Named named, bool denies) const {
    return documents_[static_cast<std::size_t>(named) + (denies ? documents_.size() / 2 : 0)].view();
  }

 private:
  std::vector<TrustPolicyDocument> documents_;
};

class Library {
 public:
  [[nodiscard]] Decision decide(const World& world) const {
    const ServiceControlPolicy root_says[] = {organization_.of(Says::allow)[0]};
    const Span<ServiceControlPolicy> levels[] = {{root_says, 1}, organization_.of(world.organization)};
    Policies policies;
    policies.identity = identity_.of(world.identity);
    if (world.boundary != Says::absent) policies.boundary = identity_.of(world.boundary)[0];
    policies.session = identity_.of(world.session_policy);
    if (world.organization != Says::absent) policies.service_control = levels;
    policies.disputed = {world.reading, world.reading, world.reading};
    const RequestContext nothing_else{Span<ContextKey>()};
    const Role role = *Role::from_arn(world.same_account ? Text("arn:aws:iam::111122223333:role/target")
                                                         : Text("arn:aws:iam::444455556666:role/target"),
                                      trust_.of(world.named, world.trust_denies));
    return may_assume(world.caller_is_session ? session_ : user_, role, policies, nothing_else).decision;
  }

 private:
  Sayings<PolicyKind::identity> identity_;
  Sayings<PolicyKind::service_control> organization_;
  TrustPolicies trust_;
  Principal user_ = *Principal::from(Text("arn:aws:iam::111122223333:user/alice"));
  Principal session_ = *Principal::from(Text("arn:aws:sts::111122223333:assumed-role/app/s1"));
};

// Calls `ask` with every world that there is. A user has no session policy.
template <class Ask>
void for_every_world(Ask ask) {
  World world;
  for (const bool is_session : {false, true}) {
    world.caller_is_session = is_session;
    for (const bool same_account : {true, false}) {
      world.same_account = same_account;
      for (const Says session_policy : all_says) {
        world.session_policy = session_policy;
        if (!is_session && session_policy != Says::absent) break;
        for (const Says identity : all_says) {
          world.identity = identity;
          for (const Says boundary : all_says) {
            world.boundary = boundary;
            for (const Says organization : all_says) {
              world.organization = organization;
              for (const Named named : all_named) {
                world.named = named;
                for (const bool trust_denies : {false, true}) {
                  world.trust_denies = trust_denies;
                  for (const Truth reading : {Truth::unknown, Truth::yes, Truth::no}) {
                    world.reading = reading;
                    ask(world);
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

std::string describe(const World& world) {
  constexpr const char* said[] = {"absent", "nothing", "allow", "deny"};
  constexpr const char* named[] = {"account",       "user",          "role",    "session",
                                   "other session", "other account", "service", "everyone"};
  constexpr const char* reading[] = {"no", "unknown", "yes"};
  const auto of = [&](Says says) { return std::string(said[static_cast<int>(says)]); };
  return std::string(world.caller_is_session ? "session" : "user") + (world.same_account ? "" : " of another account") +
         ", identity " + of(world.identity) + ", boundary " + of(world.boundary) + ", session policy " +
         of(world.session_policy) + ", organization " + of(world.organization) + ", named " +
         named[static_cast<int>(world.named)] + (world.trust_denies ? ", denied" : "") + ", disputed " +
         reading[world.reading.rank];
}

}  // namespace

TEST_CASE("every decision obeys the laws") { CHECK(first_broken(0, 6000) == ""); }

TEST_CASE("every question of a small world is answered as the table of the evaluation logic has it") {
  const Library library;
  std::string differs;
  int asked = 0;
  for_every_world([&](const World& world) {
    ++asked;
    const Decision decision = library.decide(world);
    const Decision expected = by_the_table(world);
    if (decision == expected || !differs.empty()) return;
    differs = describe(world) + ": " + std::string(name_of(decision).data(), name_of(decision).size()) + ", not " +
              std::string(name_of(expected).data(), name_of(expected).size());
  });
  CHECK(differs == "");
  CHECK(asked == 2 * 5 * 4 * 4 * 4 * 8 * 2 * 3);
}
