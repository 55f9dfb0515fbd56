// What AWS refuses to save although it can be parsed: the enumerator, the id, the sentence, the source and the evidence
// of each check. An id never changes and is never reused. save_check_table.hpp makes a table of it.
#pragma once

// The last columns: WHENCE_RECORDED, KIND if the source is a record of policies of this kind, so that the check is only
// inferred for the other kinds; or WHENCE_STATED, if the source says it of every kind to which the check applies.
// Name and sentence are on one line, because compilers quote one line.
// clang-format off
#define WHENCE_SAVE_CHECKS(CHECK) \
  CHECK(action_is_not_of_a_trust_policy, "S1", "a trust policy can have only these actions, in this letter case: sts:AssumeRole, sts:AssumeRoleWithSAML, sts:AssumeRoleWithWebIdentity, sts:TagSession, sts:SetSourceIdentity, sts:SetContext", answers_of_iam, WHENCE_RECORDED, trust) \
  CHECK(principal_has_no_type, "S2", "the Principal of a trust policy must have a type: {\"AWS\": \"*\"} instead of \"*\"", answers_of_iam, WHENCE_RECORDED, trust) \
  CHECK(key_of_a_shared_provider_is_missing, "S3", "a trust policy for this shared identity provider must test the key that IAM requires, with StringEquals, StringEqualsIgnoreCase or StringLike", shared_provider_controls, WHENCE_STATED) \
  CHECK(key_of_a_shared_provider_is_open, "S4", "the key that IAM requires for this identity provider must not be compared with only a wildcard", shared_provider_controls, WHENCE_STATED) \
  CHECK(policy_begins_with_a_space, "S5", "a policy must not begin with a space", leading_spaces, WHENCE_RECORDED, identity) \
  CHECK(value_is_not_an_arn, "S6", "an ARN operator must have * or an ARN of six fields, which can contain wildcards", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(value_is_not_an_ip_address, "S7", "IpAddress and NotIpAddress must have an IP address, or a block such as 203.0.113.0/24", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(value_is_not_a_number, "S8", "a numeric operator must have a number", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(value_is_not_base64, "S9", "BinaryEquals must have base64 with its padding", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(value_is_not_a_date, "S10", "a date must be written as 2026-01-31T12:00:00Z, or in seconds since 1970", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(action_of_every_service, "S11", "the service of an action must not be a wildcard: write \"*\" for every action, or service:Name", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(resource_has_a_region, "S12", "the ARN of a resource of IAM or Route 53, or of an S3 bucket or object, must have no region", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(bucket_has_an_account, "S13", "the ARN of an S3 bucket or object must have no account", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(resource_is_of_another_partition, "S14", "the ARN of a resource must have the partition of the account, or a wildcard", answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(resource_type_is_not_of_iam, "S15", "a resource of IAM must be * or root, or begin with its type, such as role/ or user/", older_answers_of_iam, WHENCE_RECORDED, identity) \
  CHECK(resource_control_policy_allows, "S16", "a resource control policy of one's own can have only Deny statements", resource_control_policy_syntax, WHENCE_STATED) \
  CHECK(resource_control_policy_has_every_action, "S17", "the actions of a resource control policy must name their service: s3:* instead of *", resource_control_policy_syntax, WHENCE_STATED) \
  CHECK(service_has_no_resource_control, "S18", "the service of this action does not support resource control policies", services_of_resource_control, WHENCE_STATED) \
  CHECK(service_is_of_another_partition, "S19", "a Service principal must have the DNS suffix of the partition of the account", answers_of_iam, WHENCE_RECORDED, trust)
// clang-format on
