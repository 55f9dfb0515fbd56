// Names, paths, service principals and account ids. The ids in the comments, and numbers such as 3.7, are those of the
// facts behind the library, whose sources are the models and pages of AssumeRole, GetFederationToken and CreateRole, and
// IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
#include "dual.hpp"

#include <whence/names/account_id.hpp>
#include <whence/names/name.hpp>
#include <whence/names/name_fault.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/names/partition.hpp>
#include <whence/names/service_name.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace {

using namespace whence;
using namespace whence::literals;

// A text and its fault.
struct Judgement {
  Text text;
  NameError error{};
  friend constexpr bool operator==(const Judgement&, const Judgement&) = default;
};

[[maybe_unused]] doctest::String toString(const Judgement& judgement) {
  return doctest::String(judgement.text.data(), static_cast<unsigned>(judgement.text.size())) + " -> " +
         doctest::String(judgement.error.sentence().data(), static_cast<unsigned>(judgement.error.sentence().size())) +
         " at " + doctest::toString(judgement.error.offset);
}

template <class Kind>
constexpr Judgement judge(Text text) {
  const Result<Kind, NameError> parsed = Kind::parse(text);
  return {text, parsed ? NameError{} : parsed.error()};
}

template <class Kind, std::size_t Count>
constexpr void expect_all(const Judgement (&rows)[Count]) {
  for (const Judgement& row : rows) EXPECT(judge<Kind>(row.text) == row);
}

template <std::size_t Count>
constexpr FixedText<Count + 1> times(char c) {
  FixedText<Count + 1> text;
  for (std::size_t i = 0; i < Count; ++i) text.characters[i] = c;
  return text;
}

constexpr auto a32 = times<32>('a');
constexpr auto a33 = times<33>('a');
constexpr auto a64 = times<64>('a');
constexpr auto a65 = times<65>('a');
constexpr auto a255 = times<255>('a');
constexpr auto a256 = times<256>('a');

constexpr auto bad_character = NameFault::name_holds_a_character_that_is_not_allowed;

// Tries every byte in the middle of a name.
template <class Kind>
constexpr void expect_alphabet_of_names() {
  // [\w+=,.@-], where \w is ASCII only (U-8)
  constexpr Text allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-";
  for (int byte = 0; byte < 256; ++byte) {
    const char text[] = {'x', static_cast<char>(byte), 'y'};
    const bool good = allowed.find(text[1]) != Text::npos;
    const Judgement expected{Text(text, 3), good ? NameError{} : NameError{bad_character, 1}};
    EXPECT(judge<Kind>(Text(text, 3)) == expected);
  }
}

static_assert(!std::is_default_constructible_v<RoleName> && !std::is_default_constructible_v<Path>);
static_assert(!std::is_convertible_v<Text, RoleName> && !std::is_constructible_v<RoleName, Text>);
static_assert(!std::is_constructible_v<RoleName, UserName> && !std::is_constructible_v<UserName, RoleName>);
static_assert(!std::is_constructible_v<AccountId, std::uint64_t> && !std::is_convertible_v<Text, AccountId>);
static_assert(std::is_trivially_copyable_v<RoleName> && std::is_trivially_copyable_v<AccountId>);

}  // namespace

DUAL_TEST_CASE("a role session name must have 2 to 64 characters") {
  // 3.7 RoleSessionName; fmt-role-session-name; trap-colon-in-session-name
  constexpr Judgement rows[] = {
      {"ab"},
      {"user@example.com"},
      {"a=b,c.d+e-f_g"},
      {a64.view()},
      {"i-0123456789abcdef0"},
      {"a", {NameFault::session_name_is_not_2_to_64, 1}},
      {"", {NameFault::session_name_is_not_2_to_64, 0}},
      {a65.view(), {NameFault::session_name_is_not_2_to_64, 64}},
      {"a b", {bad_character, 1}},
      {"a/b", {bad_character, 1}},
      {"a:b", {bad_character, 1}},
  };
  expect_all<SessionName>(rows);
}

DUAL_TEST_CASE("the name of a federated user session must have 2 to 32 characters") {
  // 3.7 Federated Name; fmt-federated-name; trap-session-name-lengths
  constexpr Judgement rows[] = {
      {"ab"},
      {a32.view()},
      {a33.view(), {NameFault::federated_name_is_not_2_to_32, 32}},
      {"a", {NameFault::federated_name_is_not_2_to_32, 1}},
      {"", {NameFault::federated_name_is_not_2_to_32, 0}},
      {"a:b", {bad_character, 1}},
  };
  expect_all<FederatedName>(rows);
}

DUAL_TEST_CASE("a role name must have 1 to 64 characters") {
  // 3.7 RoleName; fmt-role-name
  constexpr Judgement rows[] = {
      {"r"},
      {a64.view()},
      {"a+b=c,d.e@f-g_h"},
      {"", {NameFault::role_name_is_not_1_to_64, 0}},
      {a65.view(), {NameFault::role_name_is_not_1_to_64, 64}},
      {"team/role", {bad_character, 4}},
  };
  expect_all<RoleName>(rows);
}

DUAL_TEST_CASE("a new role cannot have a reserved name") {
  // reserved-role-name-colon
  EXPECT(judge<RoleName>("aws:ec2-instance").error == NameError{bad_character, 3});
  EXPECT(judge<RoleName>("aws:ec2-infrastructure").error == NameError{bad_character, 3});
}

DUAL_TEST_CASE("a user name must have 1 to 64 characters") {
  // fmt-user-name
  constexpr Judgement rows[] = {
      {"u"},
      {"Bob"},
      {a64.view()},
      {"", {NameFault::user_name_is_not_1_to_64, 0}},
      {a65.view(), {NameFault::user_name_is_not_1_to_64, 64}},
      {"chiba user", {bad_character, 5}},
      {"division/anika", {bad_character, 8}},
  };
  expect_all<UserName>(rows);
}

DUAL_TEST_CASE("all names share one alphabet") {
  expect_alphabet_of_names<SessionName>();
  expect_alphabet_of_names<FederatedName>();
  expect_alphabet_of_names<RoleName>();
  expect_alphabet_of_names<UserName>();
}

DUAL_TEST_CASE("letters outside ASCII are refused in names") {
  // U-8
  EXPECT(judge<UserName>("Ren\xC3\xA9").error == NameError{bad_character, 3});
  EXPECT(judge<SessionName>("\xE5\x8D\x83\xE8\x91\x89").error == NameError{bad_character, 0});
}

DUAL_TEST_CASE("a path must start and end with a slash") {
  // 3.7 Path; fmt-path; arn-slr-path; arn-service-role-path
  constexpr Judgement rows[] = {
      {"/"},
      {"/a/"},
      {"/aws-service-role/ec2.amazonaws.com/"},
      {"/service-role/"},
      {"/a/b/c/"},
      {"a/", {NameFault::path_does_not_start_and_end_with_a_slash, 0}},
      {"/a", {NameFault::path_does_not_start_and_end_with_a_slash, 2}},
      {"a", {NameFault::path_does_not_start_and_end_with_a_slash, 0}},
      {"", {NameFault::path_is_not_1_to_512, 0}},
      {"/a b/", {NameFault::path_holds_a_character_that_is_not_allowed, 2}},
      {"/a\n", {NameFault::path_holds_a_character_that_is_not_allowed, 2}},
      {"/caf\xC3\xA9/", {NameFault::path_holds_a_character_that_is_not_allowed, 4}},
  };
  expect_all<Path>(rows);
}

DUAL_TEST_CASE("a path must have at most 512 characters") {
  // fmt-path
  char text[513] = {'/'};
  for (std::size_t i = 1; i < 513; ++i) text[i] = 'p';
  text[511] = '/';
  EXPECT(judge<Path>(Text(text, 512)).error == NameError{});
  text[512] = '/';
  EXPECT(judge<Path>(Text(text, 513)).error == NameError{NameFault::path_is_not_1_to_512, 512});
}

DUAL_TEST_CASE("a path can contain only printable ASCII characters, without spaces") {
  // fmt-path: 0x21 to 0x7E
  for (int byte = 0; byte < 256; ++byte) {
    const char text[] = {'/', static_cast<char>(byte), '/'};
    const bool good = byte >= 0x21 && byte <= 0x7E;
    const NameError error = good ? NameError{} : NameError{NameFault::path_holds_a_character_that_is_not_allowed, 1};
    const Judgement expected{Text(text, 3), error};
    EXPECT(judge<Path>(Text(text, 3)) == expected);
  }
}

DUAL_TEST_CASE("a service principal is a host name under the suffix of a partition") {
  // pk-service, pk-pod-identity, pk-roles-anywhere; principal-service-regional-cross-region
  constexpr Judgement rows[] = {
      {"ec2.amazonaws.com"},
      {"ssm.amazonaws.com"},
      {"pods.eks.amazonaws.com"},
      {"rolesanywhere.amazonaws.com"},
      {"logs.ap-east-1.amazonaws.com"},
      {"ec2.amazonaws.com.cn"},
      {"3.amazonaws.com"},
      {"a-b_c.amazonaws.com"},
      {"", {NameFault::service_principal_is_not_a_host_name, 0}},
      {"*", {NameFault::service_principal_is_not_a_host_name, 0}},
      {"*.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
      {"ec2.*.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 4}},
      {"EC2.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
      {".amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
      {"ec2..amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 4}},
      {"-ec2.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
      {"ec2 .amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 3}},
      {"https://ec2.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 5}},
      {"ec2.amazonaws.com/", {NameFault::service_principal_is_not_a_host_name, 17}},
      {"\xC3\xA9.amazonaws.com", {NameFault::service_principal_is_not_a_host_name, 0}},
      {a256.view(), {NameFault::service_principal_is_not_a_host_name, 255}},
      {a255.view(), {NameFault::service_principal_has_an_unknown_suffix, 255}},
      {"ec2", {NameFault::service_principal_has_an_unknown_suffix, 3}},
      {"ec2.amazonaws.com.", {NameFault::service_principal_has_an_unknown_suffix, 18}},
      {"ec2.example.com", {NameFault::service_principal_has_an_unknown_suffix, 15}},
      {"amazonaws.com", {NameFault::service_principal_has_an_unknown_suffix, 13}},
      {"ec2amazonaws.com", {NameFault::service_principal_has_an_unknown_suffix, 16}},
      {"ec2.amazonaws.co", {NameFault::service_principal_has_an_unknown_suffix, 16}},
  };
  expect_all<ServiceName>(rows);
}

DUAL_TEST_CASE("each partition has service principals") {
  // Table 1.3
  constexpr Text names[] = {"ec2.amazonaws.com", "ec2.amazonaws.com.cn", "ec2.amazonaws.eu",  "ec2.c2s.ic.gov",
                            "ec2.sc2s.sgov.gov", "ec2.cloud.adc-e.uk",   "ec2.csp.hci.ic.gov"};
  for (const Text name : names) EXPECT(judge<ServiceName>(name) == Judgement{name});
}

DUAL_TEST_CASE("an account id must have exactly 12 digits") {
  // 3.7 Account id; fmt-account-id; arn-account-12-digits
  constexpr auto fault = NameFault::account_id_is_not_12_digits;
  constexpr Judgement rows[] = {
      {"111122223333"},
      {"000000000001"},
      {"999999999999"},
      {"11112222333", {fault, 11}},
      {"1111222233334", {fault, 12}},
      {"1111-2222-3333", {fault, 4}},
      {"1111-2222-33", {fault, 4}},
      {"", {fault, 0}},
      {"aws", {fault, 0}},
      {"11112222333a", {fault, 11}},
      {"111122223333 ", {fault, 12}},
      {" 11112222333", {fault, 0}},
      {"+11112222333", {fault, 0}},
      {"11112222333\xB2", {fault, 11}},
      {a256.view(), {fault, 0}},
  };
  expect_all<AccountId>(rows);
}

DUAL_TEST_CASE("an account id keeps its leading zeros") {
  constexpr Text texts[] = {"111122223333", "000000000001", "000000000000", "999999999999", "012345678901"};
  constexpr std::uint64_t numbers[] = {111122223333, 1, 0, 999999999999, 12345678901};
  for (std::size_t i = 0; i < 5; ++i) {
    const AccountId account = *AccountId::parse(texts[i]);
    EXPECT(account.number() == numbers[i]);
    EXPECT(account.digits().view() == texts[i]);
    EXPECT(account == *AccountId::parse(account.digits().view()));
    EXPECT((account == AccountId{}) == (numbers[i] == 0));
  }
}

DUAL_TEST_CASE("an account id can be a literal") {
  constexpr AccountId account = "111122223333"_account;
  EXPECT(account == *AccountId::parse("111122223333"));
  EXPECT(account != "111122223334"_account);
  EXPECT("000000000001"_account.number() == 1);
}

DUAL_TEST_CASE("a name can be a literal") {
  constexpr RoleName role = "AWSSystemsManagerDefaultEC2InstanceManagementRole";
  constexpr SessionName session{"i-0123456789abcdef0"};
  constexpr Path path = "/service-role/";
  constexpr ServiceName service = "ssm.amazonaws.com";
  EXPECT(role.view() == "AWSSystemsManagerDefaultEC2InstanceManagementRole");
  EXPECT(session.view() == "i-0123456789abcdef0");
  EXPECT(path.view() == "/service-role/");
  EXPECT(service.view() == "ssm.amazonaws.com");
  EXPECT(role == *RoleName::parse("AWSSystemsManagerDefaultEC2InstanceManagementRole"));
}

DUAL_TEST_CASE("letter case distinguishes names") {
  // principal-user-name-case-sensitive, role-name-case-sensitive-on-assume
  constexpr UserName bob = "Bob";
  constexpr UserName other_bob = "bob";
  constexpr RoleName admin = "Admin";
  EXPECT(bob != other_bob);
  EXPECT(admin == RoleName("Admin"));
  EXPECT((admin == "Admin"));
  EXPECT((admin != "admin"));
  EXPECT(("Admin" == admin));
}

DUAL_TEST_CASE("a parsed name shows the text it was parsed from") {
  const char buffer[] = "my-role!";
  const Text text(buffer, 7);
  const Result<RoleName, NameError> role = RoleName::parse(text);
  EXPECT(role->view().data() == text.data());
  EXPECT(role->view().size() == 7);
}

DUAL_TEST_CASE("every fault has its own sentence") {
  constexpr NameFault faults[] = {
#define WHENCE_FAULT(name, sentence) NameFault::name,
      WHENCE_NAME_FAULTS(WHENCE_FAULT)
#undef WHENCE_FAULT
  };
  EXPECT(sentence_of(NameFault::none) == "nothing is wrong");
  for (const NameFault fault : faults) {
    EXPECT(!sentence_of(fault).empty());
    EXPECT(sentence_of(fault) != sentence_of(NameFault::none));
    EXPECT(NameError{fault, 3}.sentence() == sentence_of(fault));
    EXPECT(static_cast<bool>(NameError{fault, 0}));
    for (const NameFault other : faults) EXPECT((sentence_of(fault) == sentence_of(other)) == (fault == other));
  }
  EXPECT(!NameError{});
}
