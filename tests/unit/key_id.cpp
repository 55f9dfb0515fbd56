// Ids of access keys and of IAM resources: table 1.5, from IAM identifiers,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
#include "dual.hpp"

#include <whence/names/key_id.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace {

using namespace whence;

struct Judgement {
  Text text;
  NameError error{};
  friend constexpr bool operator==(const Judgement&, const Judgement&) = default;
};

[[maybe_unused]] doctest::String toString(const Judgement& judgement) {
  return doctest::String(judgement.text.data(), static_cast<unsigned>(judgement.text.size())) + " -> fault " +
         doctest::toString(static_cast<int>(judgement.error.fault)) + " at " +
         doctest::toString(judgement.error.offset);
}

template <class Kind>
constexpr Judgement judge(Text text) {
  const Result<Kind, NameError> parsed = Kind::parse(text);
  return {text, parsed ? NameError{} : parsed.error()};
}

struct Row {
  Text id;
  IdKind kind;
  bool of_a_key;
};
constexpr Row rows[] = {
    {"ABIAIOSFODNN7EXAMPLE", IdKind::service_bearer_token, true},
    {"ACCAIOSFODNN7EXAMPLE", IdKind::context_credential, true},
    {"AGPAIOSFODNN7EXAMPLE", IdKind::user_group, false},
    {"AIDAIOSFODNN7EXAMPLE", IdKind::iam_user, false},
    {"AIPAIOSFODNN7EXAMPLE", IdKind::instance_profile, false},
    {"AKIAIOSFODNN7EXAMPLE", IdKind::long_term_access_key, true},
    {"ANPAIOSFODNN7EXAMPLE", IdKind::managed_policy, false},
    {"ANVAIOSFODNN7EXAMPLE", IdKind::managed_policy_version, false},
    {"APKAIOSFODNN7EXAMPLE", IdKind::public_key, false},
    {"AROAIOSFODNN7EXAMPLE", IdKind::role, false},
    {"ASCAIOSFODNN7EXAMPLE", IdKind::certificate, false},
    {"ASIAIOSFODNN7EXAMPLE", IdKind::temporary_access_key, true},
};

static_assert(!std::is_default_constructible_v<UniqueId> && !std::is_default_constructible_v<AccessKeyId>);
static_assert(!std::is_constructible_v<AccessKeyId, Text> && !std::is_constructible_v<AccessKeyId, UniqueId>);

}  // namespace

DUAL_TEST_CASE("the first four letters of an id are its kind") {
  EXPECT(sizeof id_prefixes / sizeof id_prefixes[0] == 12);
  for (std::size_t i = 0; i < 12; ++i) {
    const Result<UniqueId, NameError> id = UniqueId::parse(rows[i].id);
    EXPECT(id.has_value());
    EXPECT(id->kind() == rows[i].kind);
    EXPECT(id->view().data() == rows[i].id.data());
    EXPECT(id->view() == rows[i].id);
    EXPECT(id_prefixes[i].prefix == rows[i].id.part(0, 4));
    EXPECT(id_prefixes[i].kind == rows[i].kind);
    EXPECT(!id_prefixes[i].meaning.empty());
  }
}

DUAL_TEST_CASE("only four prefixes are those of access keys") {
  for (const Row& row : rows) {
    const Result<AccessKeyId, NameError> key = AccessKeyId::parse(row.id);
    EXPECT(key.has_value() == row.of_a_key);
    if (key) {
      EXPECT(key->kind() == row.kind);
      EXPECT(key->view().data() == row.id.data());
      EXPECT(key->view() == row.id);
    } else {
      EXPECT(key.error() == NameError{NameFault::key_id_has_an_unknown_prefix, 0});
    }
  }
}

DUAL_TEST_CASE("AKIA is long-term and ASIA temporary") {
  // 3.7 Access key id prefix; akia-is-long-term
  const Result<AccessKeyId, NameError> long_term = AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE");
  const Result<AccessKeyId, NameError> temporary = AccessKeyId::parse("ASIAY34FZKBOKMUTVV7A");
  EXPECT(long_term->kind() == IdKind::long_term_access_key);
  EXPECT(!long_term->is_temporary());
  EXPECT(temporary->kind() == IdKind::temporary_access_key);
  EXPECT(temporary->is_temporary());
}

DUAL_TEST_CASE("an id must have 16 to 128 word characters") {
  // fmt-access-key-id; unique-id-length
  char text[130] = {};
  for (std::size_t i = 0; i < 130; ++i) text[i] = i < 4 ? "AKIA"[i] : 'X';
  for (std::size_t size = 0; size < 130; ++size) {
    const bool good = size >= 16 && size <= 128;
    const auto at = static_cast<std::uint32_t>(size < 16 ? size : 128);
    const NameError error = good ? NameError{} : NameError{NameFault::key_id_is_not_16_to_128, at};
    EXPECT(judge<UniqueId>(Text(text, size)).error == error);
    EXPECT(judge<AccessKeyId>(Text(text, size)).error == error);
  }
}

DUAL_TEST_CASE("an id can contain only letters, digits and underscores") {
  // fmt-access-key-id: [\w], ASCII only (U-8)
  constexpr Text allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
  for (int byte = 0; byte < 256; ++byte) {
    char text[] = "AROAIOSFODNN7EXAMPLE";
    text[9] = static_cast<char>(byte);
    const bool good = allowed.find(text[9]) != Text::npos;
    const NameError error = good ? NameError{} : NameError{NameFault::key_id_holds_a_character_that_is_not_allowed, 9};
    EXPECT(judge<UniqueId>(Text(text, 20)).error == error);
  }
}

DUAL_TEST_CASE("the error of an id has the wrong byte") {
  constexpr Judgement wrong[] = {
      {"", {NameFault::key_id_is_not_16_to_128, 0}},
      {"AKIA", {NameFault::key_id_is_not_16_to_128, 4}},
      {"AKIAIOSFODNN7-XAMPLE", {NameFault::key_id_holds_a_character_that_is_not_allowed, 13}},
      {"AROAIOSFODNN7EXAMPLE:session", {NameFault::key_id_holds_a_character_that_is_not_allowed, 20}},
      {" AKIAIOSFODNN7EXAMPL", {NameFault::key_id_holds_a_character_that_is_not_allowed, 0}},
      {"akiaIOSFODNN7EXAMPLE", {NameFault::key_id_has_an_unknown_prefix, 0}},
      {"AAAAIOSFODNN7EXAMPLE", {NameFault::key_id_has_an_unknown_prefix, 0}},
      {"XAKIAIOSFODNN7EXAMPL", {NameFault::key_id_has_an_unknown_prefix, 0}},
  };
  for (const Judgement& row : wrong) {
    EXPECT(judge<UniqueId>(row.text) == row);
    EXPECT(judge<AccessKeyId>(row.text) == row);
  }
}

DUAL_TEST_CASE("letter case distinguishes ids") {
  EXPECT(*UniqueId::parse("AROAIOSFODNN7EXAMPLE") == *UniqueId::parse("AROAIOSFODNN7EXAMPLE"));
  EXPECT(*UniqueId::parse("AROAIOSFODNN7EXAMPLE") != *UniqueId::parse("AROAIOSFODNN7EXAMPLe"));
  EXPECT(*AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE") == *AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE"));
  EXPECT(*AccessKeyId::parse("AKIAIOSFODNN7EXAMPLE") != *AccessKeyId::parse("ASIAIOSFODNN7EXAMPLE"));
}
