// The grammar of the values of Action and Resource.
#pragma once

#include <cstdint>

#include <whence/base/ascii.hpp>
#include <whence/base/text.hpp>
#include <whence/names/partition.hpp>
#include <whence/policy/policy_fault.hpp>

namespace whence::detail {

// "sts:" and no further colon.
constexpr bool is_action_of_sts(Text word) {
  bool of_sts = word.size() > 4 && ascii::equal_ignoring_case(Text(word.data(), 4), "sts:");
  for (std::size_t i = 4; of_sts && i < word.size(); ++i) of_sts = word[i] != ':';
  return of_sts;
}

// "*", or service:Name with one colon. IAM accepts a wildcard only as the whole service.
constexpr PolicyFault fault_of_action(Text word) {
  if (word == "*") return PolicyFault::none;
  const std::size_t colon = word.find(':');
  if (colon == Text::npos || colon == 0 || colon + 1 == word.size() || word.find(':', colon + 1) != Text::npos) {
    return PolicyFault::action_has_no_service;
  }
  for (std::size_t i = 0; i < colon; ++i) {
    const char c = word[i];
    const bool allowed = ascii::letters_and_digits.has(c) || c == '-' || c == '.' || (c == '*' && colon == 1);
    if (!allowed) return PolicyFault::action_service_is_not_valid;
  }
  return PolicyFault::none;
}

/// The types with which a resource of IAM begins. Source: Actions, resources, and condition keys for AWS Identity and
/// Access Management, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
inline constexpr Text iam_resource_types[] = {
    "role/", "user/",   "policy/",  "group/",         "instance-profile/", "oidc-provider/",      "saml-provider/",
    "mfa/",  "report/", "sms-mfa/", "access-report/", "federated-user/",   "server-certificate/", "delegation-request/",
};

// "*", or an ARN with `*` and `?` in any field except the service. IAM fills up an ARN of fewer than six fields with
// `*`, but refuses it if a field is empty, as the authors of https://github.com/getmoto/moto have seen.
constexpr PolicyFault fault_of_resource(Text word) {
  if (word == "*") return PolicyFault::none;
  if (!word.starts_with("arn:")) return PolicyFault::resource_is_not_an_arn;
  std::size_t field_at[5] = {4, 0, 0, 0, 0};
  std::size_t fields = 1;
  for (std::size_t i = 4; i < word.size() && fields < 5; ++i) {
    if (word[i] == ':') field_at[fields++] = i + 1;
    if (word[i] == '{' && word[i - 1] == '$') return PolicyFault::variable_before_the_resource;
  }
  const auto field = [&](std::size_t which) {
    const std::size_t end = which + 1 < fields ? field_at[which + 1] - 1 : word.size();
    return word.part(field_at[which], end - field_at[which]);
  };
  const auto is_wild = [](Text text) { return text.find('*') != Text::npos || text.find('?') != Text::npos; };
  if (!is_wild(field(0)) && find_partition(field(0)) == nullptr) {
    return as_policy_fault(NameFault::arn_has_an_unknown_partition);
  }
  if (fields < 2 || field(1).empty() || is_wild(field(1))) return PolicyFault::resource_has_no_service;
  for (std::size_t i = 2; fields < 5 && i < fields; ++i) {
    if (field(i).empty()) return PolicyFault::resource_is_cut_short;
  }
  const bool of_iam = field(1) == "iam";
  if (fields > 2 && (of_iam || field(1) == "s3") && !field(2).empty() && !is_wild(field(2))) {
    return PolicyFault::resource_has_a_region;
  }
  if (of_iam && fields == 5 && field(4) != "*") {
    for (const Text type : iam_resource_types) {
      if (field(4).starts_with(type)) return PolicyFault::none;
    }
    return PolicyFault::resource_type_is_not_of_iam;
  }
  return PolicyFault::none;
}

}  // namespace whence::detail
