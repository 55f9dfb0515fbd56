// Measures the cost of the model at run time: one line of JSON for each measurement, for tests/bench/run.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>

#include <whence/catalog.hpp>
#include <whence/document/policy_document.hpp>

#ifndef WHENCE_BENCH_COMPILER
#define WHENCE_BENCH_COMPILER "unknown"
#endif

namespace {

unsigned long allocations = 0;

// Makes the optimizer assume that the value is read here.
template <class Value>
void keep(const Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

// Makes the optimizer assume that the value may have changed here. Otherwise it answers a repeated question only once.
// (This does not work for a constant, so the value must be a variable.)
template <class Value>
Value& unknown(Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
  return value;
}

void print(const char* name, double value, const char* unit) {
  std::printf("{\"name\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"compiler\":\"%s\"}\n", name, value, unit,
              WHENCE_BENCH_COMPILER);
}

double seconds_of(auto& body, long times) {
  const auto start = std::chrono::steady_clock::now();
  for (long i = 0; i < times; ++i) keep(body());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The median of nine rounds with as many calls as take 20 ms, and the number of allocations of one call.
void measure(const char* name, auto body) {
  long times = 1;
  while (seconds_of(body, times) < 0.02) times *= 2;
  double rounds[9];
  const auto before = allocations;
  for (auto& round : rounds) round = seconds_of(body, times);
  const auto calls = 9.0 * static_cast<double>(times);
  std::nth_element(rounds, rounds + 4, rounds + 9);
  print(name, rounds[4] / static_cast<double>(times) * 1e9, "ns");
  char of_allocations[128];
  std::snprintf(of_allocations, sizeof of_allocations, "%s, allocations", name);
  print(of_allocations, static_cast<double>(allocations - before) / calls, "per call");
}

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

// Ten statements. Nine have conditions; four name the caller, and the last of these allows it.
constexpr const char* one_statement = R"({"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/alice"},"Action":"sts:AssumeRole"}]})";
constexpr const char* ten_statements = R"({"Version":"2012-10-17","Statement":[
  {"Sid":"a","Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","lambda.amazonaws.com"]},"Action":"sts:AssumeRole"},
  {"Sid":"b","Effect":"Allow","Principal":{"AWS":["222222222222","333333333333"]},"Action":"sts:AssumeRole",
   "Condition":{"StringEquals":{"sts:ExternalId":"42"}}},
  {"Sid":"c","Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:saml-provider/corp"},
   "Action":"sts:AssumeRoleWithSAML","Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}},
  {"Sid":"d","Effect":"Allow",
   "Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},
   "Action":"sts:AssumeRoleWithWebIdentity",
   "Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:org/*"}}},
  {"Sid":"e","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/ci"},"Action":["sts:AssumeRole","sts:TagSession"],
   "Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["team","env"]}}},
  {"Sid":"f","Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole",
   "Condition":{"Bool":{"aws:SecureTransport":"false"}}},
  {"Sid":"g","Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole",
   "Condition":{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.0/24"]},"Bool":{"aws:ViaAWSService":"false"}}},
  {"Sid":"h","Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole",
   "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abc"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/deploy-*"}}},
  {"Sid":"i","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/bob"},"Action":"sts:AssumeRole",
   "Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}},
  {"Sid":"j","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/alice"},"Action":"sts:AssumeRole",
   "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]})";

int main() {
  using namespace whence;

  // The lower bound of all others: the cost of the call and of keeping the result.
  const char* text = "arn:aws:iam::111122223333:role/app-12";
  measure("runtime nothing", [&] { return unknown(text); });

  const char* arn = "arn:aws:iam::111111111111:user/alice";
  measure("parse-principal", [&] { return Principal::from(unknown(arn)).has_value(); });
  const char* role_arn = "arn:aws:iam::111111111111:role/app";
  const ContextKey keys[] = {{"aws:MultiFactorAuthPresent", "true"},
                             {"aws:SecureTransport", "true"},
                             {"aws:SourceIp", "10.1.2.3"},
                             {"aws:ViaAWSService", "false"},
                             {"aws:PrincipalArn", arn}};
  RequestContext contexts[] = {RequestContext{Span<ContextKey>{}}, RequestContext{keys}};
  Policies no_others;
  const char* sources[] = {one_statement, ten_statements};
  const char* const names[2][3] = {{"parse-1", "decide-1", "parse-decide-1"},
                                   {"parse-10", "decide-10", "parse-decide-10"}};
  for (int i = 0; i < 2; ++i) {
    measure(names[i][0], [&] { return TrustPolicyDocument::parse(unknown(sources[i])).has_value(); });
    const Result<TrustPolicyDocument, PolicyError> document = TrustPolicyDocument::parse(sources[i]);
    Result<Role, NameError> role = Role::from_arn(role_arn, *document);
    Result<Principal, NameError> caller = Principal::from(arn);
    if (!may_assume(*caller, *role, no_others, contexts[i])) std::abort();
    measure(names[i][1], [&] {
      return may_assume(*unknown(caller), *unknown(role), unknown(no_others), unknown(contexts[i])).decision;
    });
    // From texts to the verdict.
    measure(names[i][2], [&] {
      const Result<TrustPolicyDocument, PolicyError> read = TrustPolicyDocument::parse(unknown(sources[i]));
      const Result<Role, NameError> asked = Role::from_arn(unknown(role_arn), *read);
      return may_assume(*Principal::from(unknown(arn)), *asked, no_others, unknown(contexts[i])).decision;
    });
  }
  OsUser user("ec2-user");
  Place file = catalog::agent_file_linux;
  measure("can-read", [&] { return can_read(unknown(user), unknown(file)).decision; });
}
