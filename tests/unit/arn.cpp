// Amazon Resource Names and partitions. The ids in the comments are those of the facts behind the library, whose sources
// are IAM identifiers, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
// and, for partitions,
// https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
#include "dual.hpp"

#include <whence/names/arn.hpp>
#include <whence/names/name_literals.hpp>
#include <whence/names/partition.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace {

using namespace whence;
using namespace whence::literals;

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

constexpr Judgement judge(Text text) {
  const Result<Arn, NameError> parsed = Arn::parse(text);
  return {text, parsed ? NameError{} : parsed.error()};
}

// Table 1.3: the name of each partition and its DNS suffix.
struct PartitionRow {
  Partition partition;
  Text name, dns_suffix;
};
constexpr PartitionRow partition_rows[] = {
    {Partition::aws, "aws", "amazonaws.com"},
    {Partition::aws_cn, "aws-cn", "amazonaws.com.cn"},
    {Partition::aws_us_gov, "aws-us-gov", "amazonaws.com"},
    {Partition::aws_eusc, "aws-eusc", "amazonaws.eu"},
    {Partition::aws_iso, "aws-iso", "c2s.ic.gov"},
    {Partition::aws_iso_b, "aws-iso-b", "sc2s.sgov.gov"},
    {Partition::aws_iso_e, "aws-iso-e", "cloud.adc-e.uk"},
    {Partition::aws_iso_f, "aws-iso-f", "csp.hci.ic.gov"},
};

static_assert(!std::is_default_constructible_v<Arn> && !std::is_constructible_v<Arn, Text>);

}  // namespace

DUAL_TEST_CASE("an ARN has six fields") {
  // arn-six-fields
  constexpr Text text = "arn:aws-cn:s3:cn-north-1:111122223333:bucket/key";
  const Result<Arn, NameError> arn = Arn::parse(text);
  EXPECT(arn->text() == text);
  EXPECT(arn->text().data() == text.data());
  EXPECT(arn->partition() == Partition::aws_cn);
  EXPECT(arn->service() == "s3");
  EXPECT(arn->region() == "cn-north-1");
  EXPECT(arn->account() == "111122223333");
  EXPECT(arn->resource() == "bucket/key");
  EXPECT(arn->field_offset(0) == 4);
  EXPECT(arn->field_offset(1) == 11);
  EXPECT(arn->field_offset(2) == 14);
  EXPECT(arn->field_offset(3) == 25);
  EXPECT(arn->field_offset(4) == 38);
}

DUAL_TEST_CASE("Region and account can be empty") {
  // arn-iam-region-empty; arn-account-12-digits
  const Result<Arn, NameError> bucket = Arn::parse("arn:aws:s3:::bucket");
  EXPECT(bucket->region().empty());
  EXPECT(bucket->account().empty());
  EXPECT(bucket->resource() == "bucket");
  const Result<Arn, NameError> policy = Arn::parse("arn:aws:iam::aws:policy/AdministratorAccess");
  EXPECT(policy->region().empty());
  EXPECT(policy->account() == "aws");
}

DUAL_TEST_CASE("colons after the fifth belong to the resource") {
  // arn-six-fields; reserved-role-name-colon
  EXPECT(Arn::parse("arn:aws:ssm:us-east-1:111122223333:document:a:b")->resource() == "document:a:b");
  EXPECT(Arn::parse("arn:aws:sns:::a:")->resource() == "a:");
  EXPECT(Arn::parse("arn:aws:sns:::::")->resource() == "::");
  EXPECT(Arn::parse("arn:aws:iam::111122223333:role/aws:ec2-infrastructure")->resource() ==
         "role/aws:ec2-infrastructure");
}

DUAL_TEST_CASE("the error of an ARN has the wrong byte") {
  constexpr Judgement rows[] = {
      {"", {NameFault::arn_does_not_start_with_arn, 0}},
      {"arn", {NameFault::arn_does_not_start_with_arn, 0}},
      {"ARN:aws:s3:::bucket", {NameFault::arn_does_not_start_with_arn, 0}},
      {"urn:aws:s3:::bucket", {NameFault::arn_does_not_start_with_arn, 0}},
      {"111122223333", {NameFault::arn_does_not_start_with_arn, 0}},
      {":arn:aws:s3:::bucket", {NameFault::arn_does_not_start_with_arn, 0}},
      {"arn:", {NameFault::arn_has_fewer_than_six_fields, 4}},
      {"arn:aws:s3::bucket", {NameFault::arn_has_fewer_than_six_fields, 18}},
      {"arn:aws:iam:role/app", {NameFault::arn_has_fewer_than_six_fields, 20}},
      {"arn::iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
      {"arn:AWS:iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
      {"arn:aws-mars:iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
      {"arn:aw:iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
      {"arn:awss:iam::111122223333:root", {NameFault::arn_has_an_unknown_partition, 4}},
      {"arn:aws::iam::111122223333:root", {NameFault::arn_has_an_empty_service, 8}},  // trap-arn-typo
      {"arn:aws::::bucket", {NameFault::arn_has_an_empty_service, 8}},
      {"arn:aws:s3:::", {NameFault::arn_has_an_empty_resource, 13}},
      {"arn:aws:iam::111122223333:", {NameFault::arn_has_an_empty_resource, 26}},
      {"arn:aws:s3:::a bucket", {NameFault::arn_holds_a_character_that_no_arn_has, 14}},
      {" arn:aws:s3:::bucket", {NameFault::arn_holds_a_character_that_no_arn_has, 0}},
      {"arn:aws:s3:::bucket\n", {NameFault::arn_holds_a_character_that_no_arn_has, 19}},
      {"arn:aws:s3:::\tbucket", {NameFault::arn_holds_a_character_that_no_arn_has, 13}},
      {"arn:aws:s3:::bucket\0"_text, {NameFault::arn_holds_a_character_that_no_arn_has, 19}},
      {"arn:aws:s3:::bucket\x7f", {NameFault::arn_holds_a_character_that_no_arn_has, 19}},
  };
  for (const Judgement& row : rows) EXPECT(judge(row.text) == row);
}

DUAL_TEST_CASE("an ARN contains neither bytes up to the space nor DEL") {
  for (int byte = 0; byte < 256; ++byte) {
    char text[] = "arn:aws:s3:::b.";
    text[14] = static_cast<char>(byte);
    const bool good = byte > 0x20 && byte != 0x7F;
    const NameError error = good ? NameError{} : NameError{NameFault::arn_holds_a_character_that_no_arn_has, 14};
    EXPECT(judge(Text(text, 15)).error == error);
  }
}

DUAL_TEST_CASE("an ARN has at most 2048 characters") {
  // arn-length-20-2048
  char text[2049] = {};
  constexpr Text beginning = "arn:aws:s3:::";
  for (std::size_t i = 0; i < 2049; ++i) text[i] = i < beginning.size() ? beginning[i] : 'k';
  EXPECT(judge(Text(text, 2048)).error == NameError{});
  EXPECT(judge(Text(text, 2049)).error == NameError{NameFault::arn_is_longer_than_2048, 2048});
}

DUAL_TEST_CASE("the first wildcard of an ARN is known") {
  EXPECT(Arn::parse("arn:aws:iam::111122223333:role/app")->first_wildcard() == Arn::no_wildcard);
  EXPECT(Arn::parse("arn:aws:iam::111122223333:role/*")->first_wildcard() == 31);
  EXPECT(Arn::parse("arn:aws:iam::*:role/a?p*")->first_wildcard() == 13);
  EXPECT(Arn::parse("arn:aws:iam::111122223333:role/a?p*")->first_wildcard() == 32);
  EXPECT(judge("arn:*:iam::111122223333:root").error == NameError{NameFault::arn_has_an_unknown_partition, 4});
}

DUAL_TEST_CASE("reading an ARN again replaces the old one") {
  Result<Arn, NameError> result = Arn::parse("arn:aws:iam::*:role/a");
  Arn arn = *result;
  EXPECT(!arn.read("arn:aws-cn:sts::111122223333:assumed-role/r/s1"));
  EXPECT(arn.first_wildcard() == Arn::no_wildcard);
  EXPECT(arn.partition() == Partition::aws_cn);
  EXPECT(arn.service() == "sts");
  EXPECT(arn.resource() == "assumed-role/r/s1");
}

DUAL_TEST_CASE("ARNs are equal if their texts are") {
  constexpr Arn arn = "arn:aws:iam::111122223333:role/app"_arn;
  EXPECT(arn == *Arn::parse("arn:aws:iam::111122223333:role/app"));
  EXPECT(arn != *Arn::parse("arn:aws:iam::111122223333:role/App"));
  EXPECT(arn.text() == "arn:aws:iam::111122223333:role/app");
}

DUAL_TEST_CASE("a part of an ARN is checked without reading past its end") {
  constexpr Text whole = "arn:aws:iam::111122223333:role/path/app";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    char* const copy = new char[size];
    for (std::size_t i = 0; i < size; ++i) copy[i] = whole[i];
    const NameError error = judge(Text(copy, size)).error;
    delete[] copy;
    EXPECT(static_cast<bool>(error) == (size <= 26));
    EXPECT(error.offset <= size);
  }
}

DUAL_TEST_CASE("there are eight partitions") {
  EXPECT(sizeof partitions / sizeof partitions[0] == 8);
  for (const PartitionRow& row : partition_rows) {
    EXPECT(name_of(row.partition) == row.name);
    EXPECT(info_of(row.partition).partition == row.partition);
    EXPECT(info_of(row.partition).dns_suffix == row.dns_suffix);
    const PartitionInfo* const found = find_partition(row.name);
    EXPECT(found == &info_of(row.partition));
  }
}

DUAL_TEST_CASE("an ARN can have any partition") {
  for (const PartitionRow& row : partition_rows) {
    char text[48] = {};
    std::size_t size = 0;
    const Text pieces[] = {"arn:", row.name, ":iam::111122223333:root"};
    for (const Text piece : pieces) {
      for (const char c : piece) text[size++] = c;
    }
    const Result<Arn, NameError> arn = Arn::parse(Text(text, size));
    EXPECT(arn->partition() == row.partition);
    EXPECT(arn->service() == "iam");
  }
}

DUAL_TEST_CASE("an unknown partition is not found") {
  constexpr Text names[] = {"", "AWS", "aws-", "aws-mars", "aw", "aws ", "aws-iso-"};
  for (const Text name : names) EXPECT(find_partition(name) == nullptr);
}
