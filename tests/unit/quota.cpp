// The quota for the size of a trust policy. Source: IAM and AWS STS quotas,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
#include "dual.hpp"

#include <whence/document/policy_document.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/policy_literals.hpp>

#include <string>

namespace {

using whence::fits_quota;
using whence::quota_size;
using whence::Text;
using whence::TrustPolicy;
using whence::TrustPolicyDocument;
using namespace whence::literals;

// Without white space; its Id can be made longer.
constexpr Text dense = R"({"Id":"","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}})";

// The policy above, with an Id that makes it this long.
std::string policy_of(std::size_t characters) {
  const auto source = std::string(dense);
  const auto at = source.find("\"\"") + 1;
  return source.substr(0, at) + std::string(characters - source.size(), 'x') + source.substr(at);
}

bool fits(const std::string& source, std::size_t quota = whence::default_trust_policy_quota) {
  const auto document = TrustPolicyDocument::parse(source, whence::DocumentsFrom::aws);
  REQUIRE(document.has_value());
  return fits_quota(document->view(), quota);
}

}  // namespace

// quota-trust-policy
DUAL_TEST_CASE("the quota is 2048 characters unless it is raised") {
  EXPECT(whence::default_trust_policy_quota == 2048);
}

DUAL_TEST_CASE("white space does not count") {
  EXPECT(quota_size("") == 0);
  EXPECT(quota_size(" \t\r\n") == 0);
  EXPECT(quota_size("{}") == 2);
  EXPECT(quota_size(" {\r\n\t} ") == 2);
  EXPECT(quota_size("\v\f") == 2);  // JSON has four kinds of white space
  EXPECT(quota_size(dense) == dense.size());
}

// policy-charset: U+00E9 is one character, and two bytes.
DUAL_TEST_CASE("characters count, not bytes") {
  EXPECT(quota_size("\xC3\xA9") == 1);
  EXPECT(quota_size("a\xC3\xA9 \xC3\xBF") == 3);
  EXPECT(quota_size("\\u00e9") == 6);
}

TEST_CASE("a policy of 2048 characters fits the default quota, one of 2049 does not") {  // g-37
  CHECK(quota_size(policy_of(2048)) == 2048);
  CHECK(fits(policy_of(2048)));
  CHECK(!fits(policy_of(2049)));
}

TEST_CASE("blanks do not count") {  // g-38
  std::string source = policy_of(2048);
  for (const char* token : {"{\"Id\"", "\"Effect\"", "\"Action\""}) {
    source.insert(source.find(token), std::string(5000, ' ') + "\r\n\t");
  }
  source += std::string(5000, '\n');
  CHECK(fits(source));
  CHECK(!fits(source, 2047));
}

TEST_CASE("a character outside ASCII counts once") {
  std::string source = policy_of(2048);
  source.replace(source.find("xx"), 2, "\xC3\xA9\xC3\xA9");
  CHECK(source.size() == 2050);
  CHECK(fits(source));
}

// X-7: sources name 4096 and 8192 as the maximum.
TEST_CASE("a raised quota can be given") {
  CHECK(!fits(policy_of(4096)));
  CHECK(fits(policy_of(4096), 4096));
  CHECK(!fits(policy_of(4097), 4096));
  CHECK(fits(policy_of(8192), 8192));
}

DUAL_TEST_CASE("the size of a literal is that of its source, with its escapes") {
  constexpr auto escaped = R"({"Statement": {"Effect": "\u0041llow", "Principal": "*",
    "Action": "sts:*"}})"_trust_policy_from_aws;
  const TrustPolicy policy = escaped;
  EXPECT(quota_size(policy.source()) == 70);
  EXPECT(fits_quota(policy, 70));
  EXPECT(!fits_quota(policy, 69));
  EXPECT(fits_quota(policy));
  EXPECT(fits_quota(TrustPolicy(), 0));
}
