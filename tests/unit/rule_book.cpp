// The rule book: ids, sentences and sources, and for every rule one fact that it accepts and one that it does not.
#include "dual.hpp"

#include <initializer_list>
#include <whence/catalog.hpp>
#include <whence/sts.hpp>

using namespace whence;
using namespace whence::literals;
using namespace whence::rules;

namespace {

constexpr auto a = "111122223333"_account;
constexpr auto b = "444455556666"_account;
constexpr IamUser alice(a, "alice");
constexpr WebIdentity job =
    *WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
constexpr OsUser user("ec2-user"), root("root", Privilege::superuser);
constexpr OsUser chiba("chiba", Privilege::ordinary, Plane::client);

constexpr auto account_a = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}}})"_trust_policy;
constexpr auto with_condition = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"AWS": "111122223333"}, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}})"_trust_policy;
constexpr auto denies_alice = R"({"Statement": [
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "111122223333"}},
  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}
]})"_trust_policy;
constexpr auto github = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": {"Federated":
    "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}}})"_trust_policy_from_aws;
constexpr Role open_role(a, "open", account_a), conditional_role(a, "conditional", with_condition);
constexpr Role denying_role(a, "denying", denies_alice), github_role(a, "github", github);
constexpr Role chinese_role(a, "open", account_a, Partition::aws_cn), foreign_role(b, "github", github);

constexpr SamlIdentity employee = *SamlIdentity::from("arn:aws:iam::111122223333:saml-provider/idp");
constexpr auto idp = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
  "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/idp"}}})"_trust_policy;
constexpr Role idp_role(a, "idp", idp), reserved_role(a, "/aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_x", idp);
constexpr auto whatever_alice = R"({"Statement": {"Effect": "Allow", "Action": "sts:*",
  "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"_trust_policy_from_aws;
constexpr Role liberal_role(a, "liberal", whatever_alice);

constexpr AssumeFacts asked(const Principal& who, const Role& role, CallerSide side = CallerSide::allows) {
  return AssumeFacts(who, role, AssumeSetting(side));
}
constexpr AssumeFacts asked_for(const Principal& who, const Role& role, Text action) {
  AssumeSetting setting(CallerSide::allows);
  setting.action = action;
  return AssumeFacts(who, role, setting);
}

// Each kind of policy: one that allows everything, one that allows nothing of STS, one that denies.
#define STATEMENT(who, effect, action)                                                       \
  R"({"Version": "2012-10-17", "Statement": {"Effect": ")" effect R"(", "Action": ")" action \
  R"(", "Resource": "*")" who "}}"
#define ANYONE R"(, "Principal": "*")"
constexpr auto own_all = STATEMENT("", "Allow", "*") ""_identity_policy;
constexpr auto control_all = STATEMENT("", "Allow", "*") ""_service_control_policy;
constexpr auto control_s3 = STATEMENT("", "Allow", "s3:*") ""_service_control_policy;
constexpr auto resource_none = STATEMENT(ANYONE, "Deny", "sts:*") ""_resource_control_policy;
constexpr auto resource_no_s3 = STATEMENT(ANYONE, "Deny", "s3:*") ""_resource_control_policy;
constexpr auto endpoint_all = STATEMENT(ANYONE, "Allow", "*") ""_endpoint_policy;
constexpr auto endpoint_s3 = STATEMENT(ANYONE, "Allow", "s3:*") ""_endpoint_policy;
constexpr auto endpoint_none = STATEMENT(ANYONE, "Deny", "sts:*") ""_endpoint_policy;

constexpr IdentityPolicy own[] = {own_all};
constexpr ServiceControlPolicy all_of_it[] = {control_all}, s3_of_it[] = {control_s3};
constexpr Span<ServiceControlPolicy> open_levels[] = {all_of_it, all_of_it}, shut_level[] = {all_of_it, s3_of_it};
constexpr ResourceControlPolicy nothing_denied[] = {resource_no_s3}, sts_denied[] = {resource_none};
constexpr Span<ResourceControlPolicy> no_wall[] = {nothing_denied}, wall[] = {nothing_denied, sts_denied};

constexpr Policies controlled_by(Span<Span<ServiceControlPolicy>> levels) {
  Policies policies;
  policies.identity = own;
  policies.service_control = levels;
  return policies;
}
constexpr Policies bound_by(Span<Span<ResourceControlPolicy>> levels) {
  Policies policies;
  policies.identity = own;
  policies.resource_control = levels;
  return policies;
}
constexpr Policies through(EndpointPolicy endpoint) {
  Policies policies;
  policies.identity = own;
  policies.endpoint = endpoint;
  return policies;
}
constexpr Policies allowed_above = controlled_by(open_levels), not_allowed_above = controlled_by(shut_level);
constexpr Policies no_wall_before_it = bound_by(no_wall), wall_before_it = bound_by(wall);
constexpr Policies through_all = through(endpoint_all), through_s3 = through(endpoint_s3),
                   through_none = through(endpoint_none);

constexpr ContextKey tags[] = {{"aws:RequestTag/team", "x"}};
constexpr ContextKey first_name[] = {{"sts:SourceIdentity", "alice"}};
constexpr ContextKey same_name[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "alice"}};
constexpr ContextKey other_name[] = {{"aws:SourceIdentity", "alice"}, {"sts:SourceIdentity", "bob"}};

template <class... Known>
constexpr AssumeFacts asked_with(const Role& role, const Known&... known) {
  return AssumeFacts(alice, role, setting_of(known...));
}
constexpr PassFacts passing(const Principal& who, const Role& role, CallerSide side = CallerSide::allows) {
  return PassFacts(who, role, AssumeSetting(side));
}
constexpr SessionFacts lasting(std::int32_t duration, std::int32_t maximum, bool chained) {
  return {.duration = seconds(duration), .roles_maximum = seconds(maximum), .by_a_role_session = chained};
}
constexpr Place chibas_cache = catalog::cli_cache.owned_by(chiba);
constexpr MoveFacts from_sts(PrincipalKind assumer, const Place& to) {
  return {assumer, "ec2.amazonaws.com", nullptr, &to};
}
constexpr MoveFacts moved(const Place& from, const Place& to) {
  return {PrincipalKind::service, "ec2.amazonaws.com", &from, &to};
}

// A rule that is not in this list does not compile.
template <class Rule>
struct Example;
#define EXAMPLE(rule, facts, accept, refuse)  \
  template <>                                 \
  struct Example<rule> {                      \
    static constexpr facts accepted = accept; \
    static constexpr facts refused = refuse;  \
  }

EXAMPLE(only_a_principal_calls_sts, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::software, open_role));
EXAMPLE(a_role_never_acts, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::role, open_role));
EXAMPLE(an_account_makes_no_request, AssumeFacts, asked(alice, open_role), AssumeFacts(Asker::account, open_role));
EXAMPLE(the_root_user_assumes_no_role, AssumeFacts, asked(alice, open_role), asked(RootUser(a), open_role));
EXAMPLE(a_federated_user_assumes_no_role, AssumeFacts, asked(alice, open_role),
        asked(FederatedUser(a, "carol"), open_role));
EXAMPLE(the_instance_identity_assumes_no_role, AssumeFacts, asked(alice, open_role),
        asked(InstanceIdentity(a, "i-0123456789abcdef0"), open_role));
EXAMPLE(no_token_of_aws_is_presented_to_sts, AssumeFacts, asked(job, github_role),
        asked(*WebIdentity::from("arn:aws:iam::111122223333:oidc-provider/abc123-def456.tokens.sts.global.api.aws"),
              github_role));
EXAMPLE(no_trust_across_partitions, AssumeFacts, asked(alice, open_role), asked(alice, chinese_role));
EXAMPLE(the_identity_provider_is_in_the_roles_account, AssumeFacts, asked(job, github_role), asked(job, foreign_role));
EXAMPLE(the_callers_policies_do_not_deny, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::denies));
EXAMPLE(the_trust_policy_does_not_deny, AssumeFacts, asked(IamUser(a, "bob"), denying_role),
        asked(alice, denying_role));
EXAMPLE(the_trust_policy_names_the_caller, AssumeFacts, asked(alice, open_role), asked(IamUser(b, "alice"), open_role));
EXAMPLE(the_callers_own_policies_allow, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::silent));
EXAMPLE(no_limit_of_the_caller_blocks, AssumeFacts, asked(alice, open_role),
        asked(alice, open_role, CallerSide::blocked));
EXAMPLE(the_operation_fits_the_caller, AssumeFacts, asked_for(alice, open_role, "sts:AssumeRole"),
        asked_for(alice, open_role, "sts:AssumeRoleWithSAML"));
EXAMPLE(own_saml_calls_assume_no_role_of_identity_center, AssumeFacts, asked(employee, idp_role),
        asked(employee, reserved_role));

constexpr ContextKey with_mfa[] = {{"aws:MultiFactorAuthPresent", "true"}};
constexpr RequestContext wholly_described{Span<ContextKey>{}};
EXAMPLE(the_conditions_are_met, AssumeFacts, asked_with(conditional_role, own_policies_allow, RequestContext(with_mfa)),
        asked_with(conditional_role, own_policies_allow, wholly_described));
EXAMPLE(the_resource_control_policies_do_not_deny, AssumeFacts, asked_with(open_role, no_wall_before_it),
        asked_with(open_role, wall_before_it));
EXAMPLE(the_endpoint_policy_does_not_deny, AssumeFacts, asked_with(open_role, through_s3),
        asked_with(open_role, through_none));
EXAMPLE(every_level_of_service_control_policies_allows, AssumeFacts, asked_with(open_role, allowed_above),
        asked_with(open_role, not_allowed_above));
EXAMPLE(the_endpoint_policy_allows, AssumeFacts, asked_with(open_role, through_all), asked_with(open_role, through_s3));
EXAMPLE(session_tags_need_tag_session, AssumeFacts, asked_with(liberal_role, own_policies_allow, RequestContext(tags)),
        asked_with(open_role, own_policies_allow, RequestContext(tags)));
EXAMPLE(a_source_identity_needs_set_source_identity, AssumeFacts,
        asked_with(liberal_role, own_policies_allow, RequestContext(first_name)),
        asked_with(open_role, own_policies_allow, RequestContext(first_name)));
EXAMPLE(a_source_identity_does_not_change, AssumeFacts,
        asked_with(liberal_role, own_policies_allow, RequestContext(same_name)),
        asked_with(liberal_role, own_policies_allow, RequestContext(other_name)));
EXAMPLE(only_users_and_sessions_pass_roles, PassFacts, passing(alice, open_role),
        passing(Service("ec2.amazonaws.com"), open_role));
EXAMPLE(a_role_is_passed_within_its_account, PassFacts, passing(alice, open_role), passing(alice, foreign_role));
EXAMPLE(the_caller_may_pass_the_role, PassFacts, passing(alice, open_role),
        passing(alice, open_role, CallerSide::silent));
EXAMPLE(the_caller_may_register_host_management, SideFacts, (SideFacts{{}, {}, Truth::yes, false}),
        (SideFacts{{}, {}, Truth::no, false}));

constexpr ReadFacts read_by(const OsUser& who, const Place& place, Truth rests = Truth::yes, Node node = {}) {
  return {who, &place, node, rests};
}
EXAMPLE(there_is_a_credential_to_read, ReadFacts, read_by(root, catalog::agent_file_linux),
        read_by(root, catalog::agent_file_linux, Truth::no));
EXAMPLE(aws_exposes_the_credential_to_the_plane, ReadFacts, read_by(root, catalog::profile_path),
        read_by(root, catalog::ec2_service));
EXAMPLE(only_its_own_machine_reads_a_credential, ReadFacts, read_by(chiba, chibas_cache), read_by(root, chibas_cache));
EXAMPLE(imds_answers_the_whole_instance, ReadFacts, read_by(user, catalog::profile_path),
        read_by(user, catalog::profile_path, Truth::yes, {.metadata = MetadataService::off}));
EXAMPLE(only_the_superuser_reads_the_agents_files, ReadFacts, read_by(root, catalog::agent_file_linux),
        read_by(user, catalog::agent_file_linux));
EXAMPLE(only_the_owner_and_superuser_read_a_private_place, ReadFacts, read_by(chiba, chibas_cache),
        read_by(OsUser("zoe", Privilege::ordinary, Plane::client), chibas_cache));
EXAMPLE(only_the_signer_gets_the_reply, ReadFacts, read_by(root, catalog::token_reply),
        read_by(user, catalog::token_reply));
constexpr Place reply_of_a_service{
    .name = "reply", .readers = Readers::holder_of_the_proofs, .owner = "rolesanywhere.amazonaws.com"};
constexpr ReadFacts asked_with_proofs(Truth has_the_proofs) {
  ReadFacts facts = read_by(user, reply_of_a_service);
  facts.has_the_proofs = has_the_proofs;
  return facts;
}
EXAMPLE(only_a_caller_with_every_proof_gets_the_reply, ReadFacts, asked_with_proofs(Truth::yes),
        asked_with_proofs(Truth::no));

// Who looks, at what, in which environment.
constexpr EnvironmentFacts looked(const Vantage& from, const Place& place, const Environment& environment) {
  return {{OsUser(from.name, from.privilege), &place, environment.node}, &from, &environment};
}
constexpr Place endpoint{
    .name = "endpoint", .plane = Plane::data, .medium = Medium::container_endpoint, .readers = Readers::the_workload};
constexpr Place variables{
    .name = "variables", .plane = Plane::data, .medium = Medium::environment, .readers = Readers::the_workload};
constexpr Environment one_hop{.platform = Platform::eks_node}, two_hops{.platform = Platform::eks_node, .hop_limit = 2};
constexpr Environment blocked{.platform = Platform::eks_node, .metadata_blocked_for_containers = true};
constexpr Environment firewall{.metadata_for_superuser_only = true};
EXAMPLE(the_hop_limit_lets_the_token_through, EnvironmentFacts, looked(vantages::pod, catalog::profile_path, two_hops),
        looked(vantages::pod, catalog::profile_path, one_hop));
EXAMPLE(containers_can_reach_imds, EnvironmentFacts, looked(vantages::host_network_pod, catalog::profile_path, blocked),
        looked(vantages::pod, catalog::profile_path, blocked));
EXAMPLE(ordinary_users_can_reach_imds, EnvironmentFacts, looked(vantages::superuser, catalog::profile_path, firewall),
        looked(vantages::os_user, catalog::profile_path, firewall));
EXAMPLE(a_forged_get_can_read_imds, EnvironmentFacts,
        looked(vantages::remote_caller_with_headers, catalog::profile_path, one_hop),
        looked(vantages::remote_caller, catalog::profile_path, one_hop));
EXAMPLE(only_the_workload_reads_its_own, EnvironmentFacts, looked(vantages::pod, endpoint, one_hop),
        looked(vantages::another_pod, endpoint, one_hop));
EXAMPLE(a_forged_get_can_read_the_local_endpoint, EnvironmentFacts, looked(vantages::pod, endpoint, one_hop),
        looked(vantages::remote_caller_with_headers, endpoint, one_hop));
EXAMPLE(a_forged_request_reads_only_http, EnvironmentFacts, looked(vantages::pod, variables, one_hop),
        looked(vantages::remote_caller_with_headers, variables, one_hop));

#define EXPOSURE(RULE, EXPOSED)                                               \
  EXAMPLE(RULE, ExposureFacts, (ExposureFacts{Exposure::EXPOSED, Truth::no}), \
          (ExposureFacts{Exposure::EXPOSED, Truth::yes}))
EXPOSURE(no_workload_reads_its_machines_role, machine_to_a_workload);
EXPOSURE(no_host_network_workload_reads_its_machines_role, machine_to_a_host_network_workload);
EXPOSURE(no_workload_reads_anothers_credential, workload_to_a_neighbour);
EXPOSURE(no_forged_get_reads_a_credential, to_a_forged_request);
EXPOSURE(no_ordinary_user_reads_a_credential, to_an_ordinary_user);
EXPOSURE(no_script_gets_the_agents_credential, agent_to_a_script);

EXAMPLE(the_duration_is_within_the_operations_limits, SessionFacts, lasting(900, 3600, false),
        lasting(899, 3600, false));
EXAMPLE(the_duration_is_within_the_roles_maximum, SessionFacts, lasting(3600, 3600, false), lasting(3601, 3600, false));
EXAMPLE(a_chained_session_lasts_an_hour, SessionFacts, lasting(3600, 43200, true), lasting(3601, 43200, true));

constexpr SessionFacts maximum_of(std::int32_t maximum) {
  return {.duration = seconds(900), .roles_maximum = seconds(maximum)};
}
EXAMPLE(the_roles_maximum_is_within_iams_limits, SessionFacts, maximum_of(3600), maximum_of(3599));
constexpr SessionFacts too_late{.duration = seconds(900), .callers_session_is_valid = false};
EXAMPLE(a_session_is_used_before_it_ends, SessionFacts, maximum_of(3600), too_late);

constexpr SessionFacts of_a_token(Operation operation, std::int32_t duration) {
  return {.operation = operation,
          .duration = seconds(duration),
          .callers_session_left = minutes(10),
          .root_approved = true};
}
EXAMPLE(an_outbound_token_ends_with_its_session, SessionFacts, of_a_token(Operation::get_web_identity_token, 600),
        of_a_token(Operation::get_web_identity_token, 601));
EXAMPLE(a_root_user_delegates_for_four_hours, SessionFacts, of_a_token(Operation::get_delegated_access_token, 14400),
        of_a_token(Operation::get_delegated_access_token, 14401));

// Requests, each with one thing that is right and one that is wrong.
constexpr auto to_assume = Operation::assume_role;
constexpr SessionTag one_tag[] = {{"team", "x"}};
constexpr SessionTag wrong_tag[] = {{"team", Parameter<grammar::TagValue>(Text("a,b"))}};
constexpr SessionTag two_tags[] = {{"team", "x"}, {"cost", "y"}}, same_keys[] = {{"team", "x"}, {"Team", "y"}};
constexpr Text key_of_a_tag[] = {"team"}, key_of_none[] = {"cost"};
constexpr ManagedPolicy read_only{"arn:aws:iam::aws:policy/ReadOnlyAccess"};
constexpr ManagedPolicy managed[] = {read_only, read_only, read_only, read_only, read_only, read_only,
                                     read_only, read_only, read_only, read_only, read_only};
constexpr StsRequest plain{.session_name = "s1"}, nameless{};
constexpr StsRequest tagged{.session_name = "s1", .tags = one_tag},
    badly_tagged{.session_name = "s1", .tags = wrong_tag};
constexpr StsRequest twice{.session_name = "s1", .tags = two_tags}, alike{.session_name = "s1", .tags = same_keys};
constexpr StsRequest hands_on{.session_name = "s1", .tags = one_tag, .transitive_tag_keys = key_of_a_tag};
constexpr StsRequest hands_on_none{.session_name = "s1", .tags = one_tag, .transitive_tag_keys = key_of_none};
constexpr StsRequest ten{.session_name = "s1", .managed_policies = {managed, 10}};
constexpr StsRequest eleven{.session_name = "s1", .managed_policies = {managed, 11}};
constexpr StsRequest external{.session_name = "s1", .external_id = "c-42"};
constexpr StsRequest both_of_mfa{.session_name = "s1", .serial_number = "GAHT12345678", .token_code = "123456"};
constexpr StsRequest half_of_mfa{.session_name = "s1", .serial_number = "GAHT12345678"};
constexpr StsRequest full{.session_name = "s1", .packed_policy_size = 100};
constexpr StsRequest overfull{.session_name = "s1", .packed_policy_size = 101};
constexpr StsRequest in_time{.session_name = "s1", .at = {99}, .token_ends = {100}};
constexpr StsRequest expired{.session_name = "s1", .at = {100}, .token_ends = {100}};
constexpr StsRequest in_console{.session_name = "s1", .console_session_ends = {7200}};
constexpr StsRequest long_in_console{.session_name = "s1", .duration = hours(2), .console_session_ends = {7200}};

constexpr RequestFacts form_of(const StsRequest& request, Operation operation = to_assume) {
  return {operation, request};
}
EXAMPLE(every_parameter_has_its_form, RequestFacts, form_of(plain), form_of(nameless));
EXAMPLE(tags_are_within_their_limits, RequestFacts, form_of(tagged), form_of(badly_tagged));
EXAMPLE(tag_keys_differ, RequestFacts, form_of(twice), form_of(alike));
EXAMPLE(transitive_keys_are_those_of_tags, RequestFacts, form_of(hands_on), form_of(hands_on_none));  // open (U-9)
EXAMPLE(session_policies_are_within_their_limits, RequestFacts, form_of(ten), form_of(eleven));
EXAMPLE(the_operation_takes_every_parameter, RequestFacts, form_of(external),
        form_of(external, Operation::assume_role_with_web_identity));
EXAMPLE(an_mfa_device_comes_with_its_code, RequestFacts, form_of(both_of_mfa), form_of(half_of_mfa));
EXAMPLE(policies_and_tags_fit_once_packed, RequestFacts, form_of(full), form_of(overfull));
EXAMPLE(a_token_is_presented_before_it_expires, RequestFacts,
        form_of(in_time, Operation::assume_role_with_web_identity),
        form_of(expired, Operation::assume_role_with_web_identity));
EXAMPLE(switch_role_in_the_console_takes_no_session_options, RequestFacts, form_of(in_console),
        form_of(long_in_console));

constexpr Text one_audience[] = {"https://example.com"}, two_audiences[] = {"a", "b"};
constexpr OutboundFederation scoped_to{
    .audiences = one_audience, .subject_mode = SubjectMode::origin_identity, .scope = "read write"},
    scoped_to_two{.audiences = two_audiences, .subject_mode = SubjectMode::origin_identity, .scope = "read"};
EXAMPLE(an_outbound_token_has_its_parameters, OutboundFacts, OutboundFacts{scoped_to}, OutboundFacts{scoped_to_two});
EXAMPLE(an_outbound_token_is_about_a_known_identity, OutboundFacts, (OutboundFacts{scoped_to, Truth::yes}),
        (OutboundFacts{scoped_to, Truth::no}));
EXAMPLE(an_outbound_subject_is_no_arn, OutboundFacts, (OutboundFacts{scoped_to, Truth::yes, false, "alice"}),
        (OutboundFacts{scoped_to, Truth::yes, false, "ARN:alice"}));
EXAMPLE(the_scope_of_an_outbound_token_needs_permission, OutboundFacts, OutboundFacts{scoped_to},
        (OutboundFacts{scoped_to, Truth::yes, false, "alice", Truth::no}));
constexpr SessionFacts sets_an_identity{.duration = seconds(900), .sets_an_origin_identity = true};
EXAMPLE(no_caller_sets_an_origin_identity, SessionFacts, maximum_of(3600), sets_an_identity);

EXAMPLE(credentials_are_scoped_in_a_region, ScopeFacts, ScopeFacts{}, ScopeFacts{.at_regional_endpoint = Truth::no});
EXAMPLE(a_scope_narrows_something, ScopeFacts, ScopeFacts{}, ScopeFacts{.narrows = false});
EXAMPLE(a_scope_ends_with_its_session, ScopeFacts, (ScopeFacts{.wanted = hours(1), .left = hours(1)}),
        (ScopeFacts{.wanted = seconds(3601), .left = hours(1)}));
EXAMPLE(three_scopes_limit_a_session, ScopeFacts, (ScopeFacts{.has_policy = true, .layers = 2}),
        (ScopeFacts{.has_policy = true, .layers = 3}));

constexpr HostManagementRequest of_the_customer{.role = &open_role}, nobodys{},
    of_the_service{.permission_model = PermissionModel::service_managed},
    twice_registered{.role = &open_role, .is_registered = Truth::yes};
EXAMPLE(a_self_managed_registration_names_its_role, RegistrationFacts, RegistrationFacts{of_the_customer},
        RegistrationFacts{nobodys});
EXAMPLE(a_registration_is_not_replaced_by_accident, RegistrationFacts, RegistrationFacts{of_the_service},
        RegistrationFacts{twice_registered});  // open (U-131)

// A session with a transitive tag, of liberal_role, begun at 1000.
constexpr Begun handing_on = assume_role(
    alice, liberal_role, {.session_name = "s1", .at = {1000}, .tags = one_tag, .transitive_tag_keys = key_of_a_tag});
constexpr AssumeFacts goes_on(const StsRequest& request) {
  AssumeSetting setting(CallerSide::allows);
  setting.origin.session = *handing_on;
  setting.origin.request = request;
  return AssumeFacts(handing_on->principal(), open_role, setting);
}
EXAMPLE(an_inherited_tag_is_not_passed_again, AssumeFacts, goes_on(plain), goes_on(tagged));

constexpr SignInFacts an_hour_of_one{hours(1), hours(1)}, two_hours_of_one{hours(2), hours(1)};
EXAMPLE(a_session_ends_with_its_sign_in, SignInFacts, an_hour_of_one, two_hours_of_one);
constexpr UsableFacts after(const Revocation& revocation) { return {*handing_on, true, revocation}; }
constexpr Revocation earlier{&liberal_role, {1000}, false}, later{&liberal_role, {1001}, false};
constexpr Revocation deleted{&liberal_role, {1000}, true};
EXAMPLE(the_session_is_not_revoked, UsableFacts, after(earlier), after(later));
EXAMPLE(a_session_needs_its_role, UsableFacts, after(earlier), after(deleted));

// Notes of the matrix: what each says is in its cell.
#define NOTED(rule) EXAMPLE(rule, OperationFacts, noted_by<rule>(CallVerdict::allow), noted_by<rule>(CallVerdict::deny))
template <class Rule>
constexpr OperationFacts noted_by(CallVerdict verdict, Truth permitted = Truth::unknown) {
  OperationFacts facts;
  facts.cell = {verdict, Rule::note};
  facts.permitted = permitted;
  return facts;
}
NOTED(delegated_sessions_keep_to_their_request);
NOTED(a_user_needs_permission_for_federation_tokens);
NOTED(assume_root_is_not_for_root_users);
NOTED(get_session_token_needs_no_permission);
NOTED(get_caller_identity_needs_a_valid_credential);
NOTED(ordinary_calls_need_permission);
NOTED(tokens_are_given_for_long_term_keys);
NOTED(session_tokens_call_little_of_sts);
NOTED(session_tokens_call_iam_with_mfa);
NOTED(federated_users_do_not_call_iam);
NOTED(delegated_tokens_are_for_partners);
NOTED(federated_users_need_session_policies);
NOTED(assuming_needs_the_trust_policy);
NOTED(assume_root_is_for_administrators);
NOTED(outbound_tokens_need_permission);
NOTED(chaining_needs_both_sides);
NOTED(role_sessions_get_no_tokens);
NOTED(service_linked_chaining_needs_both_sides);
NOTED(federated_calls_carry_a_token);
NOTED(assumed_root_does_its_task);
NOTED(narrowing_is_not_denied);
NOTED(temporary_credentials_are_narrowed);
NOTED(a_service_needs_the_trust_policy);
NOTED(sts_calls_are_signed);
NOTED(a_resource_policy_allows_unsigned_calls);
NOTED(a_caller_has_a_credential);
NOTED(the_call_is_documented);

constexpr CircumstanceFacts given, global{.at_regional_endpoint = Truth::no}, switched_off{.is_enabled = Truth::no};
constexpr CircumstanceFacts no_tagging{.tags_are_permitted = Truth::no}, no_member{.is_a_member = Truth::no};
EXAMPLE(assume_root_is_called_in_a_region, CircumstanceFacts, given, global);
EXAMPLE(outbound_federation_is_enabled, CircumstanceFacts, given, switched_off);
EXAMPLE(outbound_tokens_are_requested_in_a_region, CircumstanceFacts, given, global);
EXAMPLE(root_sessions_last_an_hour, RootSessionFacts, RootSessionFacts{hours(1)}, RootSessionFacts{seconds(3601)});
EXAMPLE(tags_of_outbound_tokens_need_permission, CircumstanceFacts, given, no_tagging);
EXAMPLE(the_root_user_of_a_member_is_assumed, CircumstanceFacts, given, no_member);

EXAMPLE(sts_replies_to_its_caller, MoveFacts, from_sts(PrincipalKind::service, catalog::ec2_service),
        from_sts(PrincipalKind::iam_user, catalog::ec2_service));
EXAMPLE(a_credential_leaves_aws_through_an_interface, MoveFacts, moved(catalog::profile_path, catalog::agent_memory),
        moved(catalog::ec2_service, catalog::agent_memory));
EXAMPLE(a_credential_does_not_move_into_aws, MoveFacts, moved(catalog::agent_memory, catalog::agent_file_linux),
        moved(catalog::agent_memory, catalog::ec2_service));
EXAMPLE(a_service_keeps_what_it_obtained, MoveFacts, moved(catalog::ec2_service, catalog::profile_path),
        moved(catalog::ec2_service, catalog::ssm_service));

constexpr MoveFacts along(PrincipalKind assumer, Text name) {
  return {
      assumer,
      name,
      nullptr,
      &catalog::cli_memory,
      true,
      {true, PrincipalKind::web_identity, "arn:aws:iam::ACCOUNT:oidc-provider/oidc.eks.REGION.amazonaws.com/id/HEX"}};
}
EXAMPLE(a_credential_rests_along_its_own_source, MoveFacts,
        along(PrincipalKind::web_identity, "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF"),
        along(PrincipalKind::web_identity, "token.actions.githubusercontent.com"));

EXAMPLE(a_reader_is_where_the_platform_has_a_vantage, PositionFacts, PositionFacts{},
        PositionFacts{.is_on_the_platform = false});
EXAMPLE(a_flow_says_from_where_its_reader_reads, PositionFacts, PositionFacts{}, PositionFacts{.all_agree = false});

template <class... Position>
constexpr Flow read_from(const Position&... from) {
  return uses(alice) | rests_in(catalog::cli_memory) | whence::read_by(OsUser("chiba"), from...) |
         calls("s3:GetObject");
}
EXAMPLE(a_position_is_judged_in_an_environment, Flow, read_from(), read_from(vantages::os_user));

constexpr auto plain_tasks = R"({"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"Service": "ecs-tasks.amazonaws.com"}}})"_trust_policy;
constexpr Role far_role(b, "far", account_a), tasks_role(a, "tasks", plain_tasks);
constexpr FindingFacts found(const Role& role) { return {&role, ~0U}; }
EXAMPLE(another_account_needs_an_external_id, FindingFacts, found(open_role), found(far_role));
EXAMPLE(a_service_needs_its_source, FindingFacts, found(open_role), found(tasks_role));

EXAMPLE(a_call_names_an_action, CallFacts, CallFacts{"s3:GetObject"}, CallFacts{"GetObject"});
EXAMPLE(the_session_policies_name_the_call, CallFacts, CallFacts{"s3:GetObject"},
        (CallFacts{"s3:GetObject", Truth::no}));

// What is asked of each rule.
template <class Rule>
constexpr bool accepts() {
  return Rule::holds(Example<Rule>::accepted) == Truth::yes;
}
template <class Rule>
constexpr Truth refused() {
  return Rule::holds(Example<Rule>::refused);
}

struct Entry {
  const RuleInfo& info;
  bool accepts;
  Truth refused;
};
template <class... Rule>
struct Book {
  Entry entries[sizeof...(Rule)];
};
template <class... Rule>
constexpr Book<Rule...> read(RuleList<Rule...>) {
  return {{{Rule::info, accepts<Rule>(), refused<Rule>()}...}};
}
constexpr auto book = read(all{});

constexpr bool is_well_formed(Text id) {
  if (id.size() != 4 || id[0] != 'W') return false;
  for (const char digit : id.part(1)) {
    if (digit < '0' || digit > '9') return false;
  }
  return true;
}
constexpr bool is_less(Text left, Text right) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] != right[i]) return left[i] < right[i];
  }
  return false;
}

}  // namespace

// Three rules refuse nothing. Whether a key among TransitiveTagKeys without its tag is an error is open (U-9), so is
// whether a second registration of host management is (U-131), and a flow alone does not tell what can be read from a
// position.
DUAL_TEST_CASE("every rule accepts something and refuses something") {
  for (const Entry& each : book.entries) {
    EXPECT(each.accepts);
    const bool is_open = &each.info == &transitive_keys_are_those_of_tags::info ||
                         &each.info == &a_position_is_judged_in_an_environment::info ||
                         &each.info == &a_registration_is_not_replaced_by_accident::info;
    EXPECT(each.refused == (is_open ? Truth::unknown : Truth::no));
  }
}

namespace {

template <class Rule>
constexpr bool says_what_its_cells_say() {
  constexpr auto says = [](CallVerdict verdict, Truth permitted = Truth::unknown) {
    return Rule::holds(noted_by<Rule>(verdict, permitted));
  };
  OperationFacts of_another_note = noted_by<Rule>(CallVerdict::deny);
  of_another_note.cell.note = '?';
  return says(CallVerdict::allow) == Truth::yes && says(CallVerdict::deny) == Truth::no &&
         says(CallVerdict::unknown) == Truth::unknown && says(CallVerdict::not_applicable) == Truth::no &&
         says(CallVerdict::conditional, Truth::yes) == Truth::yes &&
         says(CallVerdict::conditional, Truth::no) == Truth::no &&
         says(CallVerdict::conditional, Truth::unknown) == Truth::unknown && Rule::holds(of_another_note) == Truth::yes;
}
template <class... Rule>
constexpr bool say_what_their_cells_say(RuleList<Rule...>) {
  return (says_what_its_cells_say<Rule>() && ...);
}
template <class... Rule>
constexpr int count_of(RuleList<Rule...>, char note) {
  return (0 + ... + (Rule::note == note ? 1 : 0));
}

}  // namespace

DUAL_TEST_CASE("a note of the matrix says of a call what its cell says, and nothing of cells with other notes") {
  EXPECT(say_what_their_cells_say(operation_notes{}));
}

DUAL_TEST_CASE("every cell of the matrix has a note that is one rule's") {
  for (const CallerKindInfo& kind : caller_kinds) {
    for (std::size_t column = 0; column < CallTarget::count; ++column) {
      const CallCell cell = call_cell(kind.kind, CallTarget::at(column));
      EXPECT(count_of(operation_notes{}, cell.note) == 1);
      EXPECT(find(rule_of(cell).id) == &rule_of(cell));
    }
  }
}

DUAL_TEST_CASE("conditions on what is not known of the request are open, and not refused") {
  EXPECT(the_conditions_are_met::holds(asked(alice, conditional_role)) == Truth::unknown);
}

DUAL_TEST_CASE("what a delegated credential may assume is open, and not refused") {
  const Begun delegated = get_delegated_access_token(RoleSession(b, "partner", "s1"), alice, Truth::yes,
                                                     {.duration = minutes(15)}, CallerSide::allows);
  EXPECT(delegated.has_value());
  EXPECT(delegated->principal() == Principal(alice));
  AssumeSetting setting(CallerSide::allows);
  setting.origin.session = *delegated;
  EXPECT(delegated_sessions_keep_to_their_request::holds(AssumeFacts(alice, open_role, setting)) == Truth::unknown);
  EXPECT(delegated_sessions_keep_to_their_request::holds(asked(alice, open_role)) == Truth::yes);
}

DUAL_TEST_CASE("ids are W and three digits, each its own, and in order") {
  Text before = "W000";
  for (const Entry& each : book.entries) {
    EXPECT(is_well_formed(each.info.id));
    EXPECT(is_less(before, each.info.id));
    before = each.info.id;
  }
}

DUAL_TEST_CASE("a rule's sentence is one, without a full stop") {
  for (const Entry& each : book.entries) {
    EXPECT(each.info.sentence.size() > 20);
    EXPECT(!each.info.sentence.ends_with("."));
    EXPECT(!each.info.sentence.ends_with(" "));
    EXPECT(each.info.sentence.find('\n') == Text::npos);
  }
}

DUAL_TEST_CASE("every rule rests on a document with a title and an address, or is an axiom of the model") {
  for (const Entry& each : book.entries) {
    EXPECT(!each.info.source.title.empty());
    EXPECT(each.info.source.url.starts_with("https://") == (each.info.source.grade != Grade::axiom));
    EXPECT(!name_of(each.info.source.grade).empty());
  }
}

DUAL_TEST_CASE("no two rules say the same") {
  for (const Entry& one : book.entries) {
    for (const Entry& other : book.entries) {
      if (&one == &other) continue;
      EXPECT(one.info.sentence != other.info.sentence);
    }
  }
}

DUAL_TEST_CASE("a broken rule is a denial or an invalid request") {
  for (const Entry& each : book.entries) {
    EXPECT(each.info.when_broken != Decision::allowed);
    EXPECT(each.info.when_broken != Decision::unknown);
  }
}

DUAL_TEST_CASE("a rule is found by its id, and nothing by any other text") {
  for (const Entry& each : book.entries) EXPECT(find(each.info.id) == &each.info);
  EXPECT(find("W101") == &only_a_principal_calls_sts::info);
  EXPECT(find("W503") == &a_credential_does_not_move_into_aws::info);
  for (const Text none : {Text(), Text("W"), Text("W000"), Text("W999"), Text("w101"), Text("W1011"), Text(" W101")}) {
    EXPECT(find(none) == nullptr);
  }
}

namespace {

struct Weather {
  Truth first, second, third;
};
#define PROBE(name, id, member)                                                           \
  struct name {                                                                           \
    WHENCE_RULE(id, Decision::denied_implicitly, sources::roles, "a rule for this test"); \
    static constexpr Truth holds(const Weather& weather) { return weather.member; }       \
  }
PROBE(First, "T1", first);
PROBE(Second, "T2", second);
PROBE(Third, "T3", third);
using Probes = Joined<RuleList<First>, RuleList<Second, Third>>;

constexpr Truth no = Truth::no, unknown = Truth::unknown, yes = Truth::yes;

constexpr bool decides(const Weather& weather, const RuleInfo* rule, Decision decision) {
  const Judgement judgement = judge(Probes{}, weather);
  return judgement.rule == rule && judgement.decision == decision;
}

}  // namespace

DUAL_TEST_CASE("the first broken rule decides, else the first open one, else none") {
  EXPECT(decides({yes, yes, yes}, nullptr, Decision::allowed));
  EXPECT(decides({no, no, no}, &First::info, Decision::denied_implicitly));
  EXPECT(decides({yes, no, no}, &Second::info, Decision::denied_implicitly));
  EXPECT(decides({yes, yes, no}, &Third::info, Decision::denied_implicitly));
  EXPECT(decides({unknown, yes, no}, &Third::info, Decision::denied_implicitly));
  EXPECT(decides({unknown, no, yes}, &Second::info, Decision::denied_implicitly));
  EXPECT(decides({yes, unknown, no}, &Third::info, Decision::denied_implicitly));
  EXPECT(decides({no, unknown, yes}, &First::info, Decision::denied_implicitly));
  EXPECT(decides({unknown, unknown, yes}, &First::info, Decision::unknown));
  EXPECT(decides({yes, unknown, unknown}, &Second::info, Decision::unknown));
  EXPECT(decides({yes, yes, unknown}, &Third::info, Decision::unknown));
}

DUAL_TEST_CASE("a verdict is yes only when it is allowed, and tells which rule refused it or left it open") {
  const Verdict allowed;
  EXPECT(allowed);
  EXPECT(!allowed.is_unknown());
  EXPECT(allowed.statement == -1);
  for (const Decision decision :
       {Decision::denied_explicitly, Decision::denied_implicitly, Decision::invalid_request}) {
    const Verdict denied{decision, &First::info, nullptr, -1};
    EXPECT(!denied);
    EXPECT(!denied.is_unknown());
    EXPECT(denied.refused_by<First>());
    EXPECT(!denied.refused_by<Second>());
    EXPECT(!denied.left_open_by<First>());
  }
  const Verdict open{Decision::unknown, &First::info, nullptr, -1};
  EXPECT(!open);
  EXPECT(open.is_unknown());
  EXPECT(!open.refused_by<First>());
  EXPECT(open.left_open_by<First>());
  EXPECT(!open.left_open_by<Second>());
}

DUAL_TEST_CASE("decisions have names") {
  EXPECT(name_of(Decision::allowed) == "allowed");
  EXPECT(name_of(Decision::denied_explicitly) == "denied explicitly");
  EXPECT(name_of(Decision::denied_implicitly) == "denied implicitly");
  EXPECT(name_of(Decision::invalid_request) == "invalid request");
  EXPECT(name_of(Decision::unknown) == "unknown");
}

DUAL_TEST_CASE("open questions have ids of their own, a question and a stance") {
  for (const OpenQuestion& one : open_questions::all) {
    EXPECT((one.id.starts_with("X-") || one.id.starts_with("U-") || one.id.starts_with("B-")));
    EXPECT((one.question.ends_with("?") || one.question.ends_with(".")));
    EXPECT(!one.stance.empty());
    for (const OpenQuestion& other : open_questions::all) {
      if (&one != &other) EXPECT(one.id != other.id);
    }
  }
}

// IAM JSON policy elements: Action,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
DUAL_TEST_CASE("a call names an action by service and name") {
  const auto holds = [](Text action) { return a_call_names_an_action::holds(CallFacts{action}); };
  for (const Text action : {Text(""), Text(":"), Text("s3:"), Text(":GetObject"), Text("GetObject"),
                            Text("s3:Get:Object"), Text("s3:Get*"), Text("s3:Get-Object"), Text("s 3:GetObject")}) {
    EXPECT(holds(action) == Truth::no);
  }
  EXPECT(holds("s3:GetObject") == Truth::yes);
  EXPECT(holds("execute-api:Invoke") == Truth::yes);
}

// Use IMDS to access instance metadata,
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html: who can only make a
// server send a request gets an HTTP reply, and cannot sign.
DUAL_TEST_CASE("a forged request reads no reply to a signed call, no file, variable, memory or output") {
  for (const Medium medium : {Medium::service_reply, Medium::environment, Medium::process_memory, Medium::file,
                              Medium::standard_output, Medium::browser}) {
    Place place = catalog::profile_path;
    place.medium = medium;
    EXPECT(a_forged_request_reads_only_http::holds(looked(vantages::remote_caller, place, one_hop)) == Truth::no);
    EXPECT(a_forged_request_reads_only_http::holds(looked(vantages::pod, place, one_hop)) == Truth::yes);
  }
  for (const Medium medium : {Medium::metadata_path, Medium::container_endpoint}) {
    Place place = catalog::profile_path;
    place.medium = medium;
    EXPECT(a_forged_request_reads_only_http::holds(looked(vantages::remote_caller, place, one_hop)) == Truth::yes);
  }
}

namespace {
template <class... Rule>
constexpr bool denials_are_access_denied(RuleList<Rule...>) {
  return ((Rule::info.when_broken == Decision::invalid_request || Rule::info.error == StsError::access_denied) && ...);
}
}  // namespace

// Common error types of STS, https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
DUAL_TEST_CASE("STS answers a call that it denies with AccessDenied") {
  EXPECT(denials_are_access_denied(rules::all{}));
}
