// The small world as objects of the library: its callers, its roles and its policies, each written and parsed once; and
// the library's answers.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <type_traits>
#include <whence/document.hpp>
#include <whence/whence.hpp>

#include "specification.hpp"
#include "words.hpp"

namespace model {

using namespace whence::literals;

inline constexpr auto a = "111122223333"_account, b = "444455556666"_account, c = "777788889999"_account;

inline constexpr whence::IamUser alice(a, "alice");
inline constexpr whence::Service service("autoscaling.amazonaws.com");
inline constexpr auto service_trust = R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": "autoscaling.amazonaws.com"}, "Action": "sts:AssumeRole"}]})"_trust_policy;
inline constexpr whence::Role app(a, "app", service_trust);
inline constexpr whence::Role linked(a, "/aws-service-role/autoscaling.amazonaws.com/", "AWSServiceRoleForAutoScaling",
                                     service_trust);
inline constexpr whence::Begun session_of_app = whence::assume_role(service, app, {.session_name = "s1"});
inline constexpr whence::Begun session_of_linked = whence::assume_role(service, linked, {.session_name = "s1"});
inline constexpr whence::Begun session_of_alice = whence::get_session_token(alice);
inline constexpr whence::Begun session_of_root = whence::get_session_token(whence::RootUser(a));
inline constexpr whence::Begun federated = whence::get_federation_token(alice, "carol", {}, whence::own_policies_allow);
inline constexpr whence::RoleSession named(a, "app", "s1");
inline constexpr whence::RoleSession of_identity_center(a, "AWSReservedSSO_Admin_0123456789abcdef", "jane");
inline constexpr whence::InstanceIdentity instance(a, "i-0123456789abcdef0");
inline constexpr auto web = "arn:aws:iam::111122223333:oidc-provider/id.example.com"_principal;
inline constexpr auto saml = "arn:aws:iam::111122223333:saml-provider/example"_principal;

// A caller as a principal, or as the session that the library saw begin.
struct CallerObject {
  whence::Principal principal;
  const whence::Session* session = nullptr;
};
inline CallerObject object_of(Caller caller) {
  switch (caller) {
    case Caller::user: return {alice};
    case Caller::user_session: return {alice, &*session_of_alice};
    case Caller::role_session: return {named, &*session_of_app};
    case Caller::named_session: return {named};
    case Caller::linked_session: return {named, &*session_of_linked};
    case Caller::sso_session: return {of_identity_center};
    case Caller::root: return {whence::RootUser(a)};
    case Caller::root_session: return {alice, &*session_of_root};
    case Caller::federated_user: return {alice, &*federated};
    case Caller::instance_identity: return {instance};
    case Caller::service: return {service};
    case Caller::web_identity: return {web};
    default: return {saml};
  }
}

inline std::string quoted(const std::string& text) { return '"' + text + '"'; }

// The caller as the element Principal names it, and somebody else of its kind.
inline std::string principal_of(Caller caller) {
  switch (caller) {
    case Caller::user:
    case Caller::user_session: return R"("AWS": "arn:aws:iam::111122223333:user/alice")";
    case Caller::role_session:
    case Caller::named_session: return R"("AWS": "arn:aws:sts::111122223333:assumed-role/app/s1")";
    case Caller::linked_session:
      return R"("AWS": "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/s1")";
    case Caller::sso_session:
      return R"("AWS": "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane")";
    case Caller::federated_user: return R"("AWS": "arn:aws:sts::111122223333:federated-user/carol")";
    case Caller::service: return R"("Service": "autoscaling.amazonaws.com")";
    case Caller::web_identity: return R"("Federated": "arn:aws:iam::111122223333:oidc-provider/id.example.com")";
    case Caller::saml_identity: return R"("Federated": "arn:aws:iam::111122223333:saml-provider/example")";
    default: return R"("AWS": "arn:aws:iam::111122223333:root")";
  }
}
inline std::string somebody_else(Caller caller) {
  switch (caller) {
    case Caller::role_session:
    case Caller::named_session: return R"("AWS": "arn:aws:sts::111122223333:assumed-role/app/s2")";
    case Caller::linked_session:
    case Caller::sso_session: return R"("AWS": "arn:aws:iam::111122223333:role/app")";
    case Caller::service: return R"("Service": "ec2.amazonaws.com")";
    case Caller::web_identity: return R"("Federated": "arn:aws:iam::111122223333:oidc-provider/other.example.com")";
    case Caller::saml_identity: return R"("Federated": "arn:aws:iam::111122223333:saml-provider/other")";
    default: return R"("AWS": "arn:aws:iam::111122223333:user/bob")";
  }
}
// The user's or role's ARN, which aws:PrincipalArn has.
inline std::string arn_of(Caller caller) {
  switch (caller) {
    case Caller::role_session:
    case Caller::named_session: return "arn:aws:iam::111122223333:role/app";
    case Caller::linked_session:
      return "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    case Caller::sso_session: return "arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef";
    default: return "arn:aws:iam::111122223333:user/alice";
  }
}

// The key that the condition tests: one that a call of this caller may lack.
enum class KeyKind { external_id, source_account, source_ip };
struct KeyNames {
  const char *name, *matches, *differs, *value, *equals, *not_equals;
};
inline constexpr KeyNames key_names[] = {
    {"sts:ExternalId", "c-42", "c-43", "c-42", "StringEquals", "StringNotEquals"},
    {"aws:SourceAccount", "111122223333", "444455556666", "111122223333", "StringEquals", "StringNotEquals"},
    {"aws:SourceIp", "203.0.113.9", "198.51.100.9", "203.0.113.0/24", "IpAddress", "NotIpAddress"},
};
inline KeyKind key_kind_of(Caller caller) {
  if (caller == Caller::service) return KeyKind::source_account;
  return clauses::has_a_token(caller) ? KeyKind::source_ip : KeyKind::external_id;
}
inline std::string condition_of(KeyKind kind, Test test) {
  const KeyNames& key = word(key_names, kind);
  const auto of = [&](const std::string& test_name, const char* value) {
    return quoted(test_name) + ": {" + quoted(key.name) + ": " + quoted(value) + '}';
  };
  switch (test) {
    case Test::equals: return of(key.equals, key.value);
    case Test::not_equals: return of(key.not_equals, key.value);
    case Test::equals_if_exists: return of(std::string(key.equals) + "IfExists", key.value);
    case Test::is_absent: return of("Null", "true");
    default: return of("Null", "false");
  }
}

// ---- the documents: each is written and parsed once ----------------------------------------------------------------

template <class Document>
whence::Result<Document, whence::PolicyError> parsed(const std::string& text) {
  auto document = Document::parse(text, whence::DocumentsFrom::aws);
  if (!document) {
    std::fprintf(stderr, "a document of the model does not parse: %s\n", text.c_str());
    std::exit(2);
  }
  return document;
}

inline std::string trust_statement(const char* effect, Caller caller, Who who, Says says, Test test) {
  std::string principal, conditions;
  const auto arn_condition = [&](const char* test_name) {
    conditions = quoted(test_name) + R"(: {"aws:PrincipalArn": )" + quoted(arn_of(caller)) + '}';
  };
  switch (who) {
    case Who::somebody_else: principal = somebody_else(caller); break;
    case Who::deleted:
      principal = clauses::is_session_of_a_role(caller) ? R"("AWS": "AIDACKCEVSQ6C2EXAMPLE")"
                                                        : R"("AWS": "AROADBQP57FF2AEXAMPLE")";
      break;
    case Who::other_account: principal = R"("AWS": "arn:aws:iam::777788889999:root")"; break;
    case Who::account: principal = R"("AWS": "arn:aws:iam::111122223333:root")"; break;
    case Who::account_number: principal = R"("AWS": "111122223333")"; break;
    case Who::account_if_arn:
      principal = R"("AWS": "arn:aws:iam::111122223333:root")";
      arn_condition("ArnEquals");
      break;
    case Who::role_of_session: principal = R"("AWS": )" + quoted(arn_of(caller)); break;
    case Who::caller: principal = principal_of(caller); break;
    case Who::account_and_caller:
      principal = principal_of(caller);
      principal = R"("AWS": ["111122223333", )" + principal.substr(std::strlen(R"("AWS": )")) + ']';
      break;
    case Who::everyone_if_arn: arn_condition("ArnLike"); [[fallthrough]];
    case Who::everyone: principal = R"("AWS": "*")"; break;
    default:
      principal = R"("AWS": "*")";
      arn_condition("ArnNotEquals");
      break;
  }
  const char* action = caller == Caller::web_identity    ? "sts:AssumeRoleWithWebIdentity"
                       : caller == Caller::saml_identity ? "sts:AssumeRoleWithSAML"
                                                         : "sts:AssumeRole";
  if (says == Says::silent) action = "sts:TagSession";
  if (is_conditional(says)) {
    conditions += (conditions.empty() ? "" : ", ") + condition_of(key_kind_of(caller), test);
  }
  return R"({"Effect": )" + quoted(effect) + R"(, "Principal": {)" + principal + R"(}, "Action": )" + quoted(action) +
         (conditions.empty() ? "" : R"(, "Condition": {)" + conditions + '}') + '}';
}

using Trust = whence::Result<whence::TrustPolicyDocument, whence::PolicyError>;
inline whence::TrustPolicy trust_of(const Scenario& s) {
  static const Trust* known[13][13][13][3][3][5]{};
  static std::deque<Trust> documents;
  const auto kind = [](Says says) { return is_conditional(says) ? 1 : says == Says::silent ? 2 : 0; };
  const Test test = is_conditional(s.allow) || is_conditional(s.deny) ? s.test : Test::equals;
  const Trust*& entry = known[static_cast<int>(s.caller)][static_cast<int>(s.allowed)][static_cast<int>(s.denied)]
                             [kind(s.allow)][kind(s.deny)][static_cast<int>(test)];
  if (entry == nullptr) {
    std::string text = trust_statement("Allow", s.caller, s.allowed, s.allow, test);
    if (s.denied != Who::nobody) text += ", " + trust_statement("Deny", s.caller, s.denied, s.deny, test);
    entry = &documents.emplace_back(
        parsed<whence::TrustPolicyDocument>(R"({"Version": "2012-10-17", "Statement": [)" + text + "]}"));
  }
  return (*entry)->view();
}

constexpr whence::Role role_of(Target target, whence::TrustPolicy trust) {
  switch (target) {
    case Target::other_account: return {b, "target", trust};
    case Target::itself: return {a, "app", trust};
    case Target::service_linked:
      return {a, "/aws-service-role/autoscaling.amazonaws.com/", "AWSServiceRoleForAutoScaling", trust};
    case Target::other_partition: return {a, "target", trust, whence::Partition::aws_cn};
    default: return {a, "target", trust};
  }
}

// What a policy of the caller, or of the organization, says of an action. What is silent is about another action, and
// about another role.
inline std::string policy_text(const char* action, bool is_resource_control, Says says, Target target,
                               const std::string& condition) {
  const char* const roles[] = {
      "arn:aws:iam::111122223333:role/target", "arn:aws:iam::444455556666:role/target",
      "arn:aws:iam::111122223333:role/app",
      "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      "arn:aws-cn:iam::111122223333:role/target"};
  const auto statement = [&](const char* effect, const char* of, const char* on, bool has_condition) {
    return R"({"Effect": )" + quoted(effect) + (is_resource_control ? R"(, "Principal": "*")" : "") +
           R"(, "Action": )" + quoted(of) + R"(, "Resource": )" + quoted(on) +
           (has_condition ? R"(, "Condition": {)" + condition + '}' : "") + '}';
  };
  const char* const role = word(roles, target);
  const bool conditional = is_conditional(says);
  std::string text;
  switch (says) {
    case Says::silent:
      text = is_resource_control ? statement("Deny", "s3:*", "*", false)
                                 : statement("Allow", "s3:*", "*", false) + ", " +
                                       statement("Allow", action, "arn:aws:iam::111122223333:role/elsewhere", false);
      break;
    case Says::allows:
    case Says::allows_if: text = statement("Allow", action, role, conditional); break;
    default:
      if (!is_resource_control) text = statement("Allow", "*", "*", false) + ", ";
      text += statement("Deny", action, role, conditional);
      break;
  }
  return R"({"Version": "2012-10-17", "Statement": [)" + text + "]}";
}

template <class Document, class View>
class Policies {
 public:
  View operator()(int question, Says says, Target target, KeyKind kind, Test test) {
    if (says == Says::absent || says == Says::not_known) return {};
    std::optional<View>& known = known_[question][static_cast<int>(says)][static_cast<int>(target)]
                                       [static_cast<int>(kind)][static_cast<int>(test)];
    if (!known) {
      constexpr bool is_resource_control = std::is_same_v<Document, whence::ResourceControlPolicyDocument>;
      const char* const actions[] = {"sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML",
                                     "iam:PassRole"};
      known = *documents_.emplace_back(parsed<Document>(
          policy_text(actions[question], is_resource_control, says, target, condition_of(kind, test))));
    }
    return *known;
  }

 private:
  std::deque<whence::Result<Document, whence::PolicyError>> documents_;
  std::optional<View> known_[4][7][5][3][5];
};

// ---- the library's answer ------------------------------------------------------------------------------------------

class World {
 public:
  whence::Verdict may_assume(const Scenario& s) {
    const int action = s.caller == Caller::web_identity ? 1 : s.caller == Caller::saml_identity ? 2 : 0;
    set(s, action, key_kind_of(s.caller));
    return ask(s, role_of_assume(s), [](const auto& caller, const auto& role, const auto&... known) {
      return whence::may_assume(caller, role, known...);
    });
  }
  whence::Verdict may_pass(const Scenario& s) {
    set(s, 3, KeyKind::source_ip);
    return ask(s, role_of(s.target, service_trust), [](const auto& caller, const auto& role, const auto&... known) {
      return whence::may_pass(caller, role, known...);
    });
  }
  whence::Verdict may_assume(const Scenario& s, Side side) {
    constexpr whence::CallerSide sides[] = {whence::CallerSide::not_given, whence::CallerSide::allows,
                                            whence::CallerSide::silent, whence::CallerSide::blocked,
                                            whence::CallerSide::denies};
    set_key(s, key_kind_of(s.caller));
    return ask(s, role_of_assume(s), [&](const auto& caller, const auto& role, const auto&, const auto& context) {
      return whence::may_assume(caller, role, sides[static_cast<int>(side)], context);
    });
  }
  void settle(whence::Truth disputed) { policies_.disputed = {disputed, disputed, disputed, disputed}; }

 private:
  // Nobody can edit the trust policy of a service-linked role.
  static whence::Role role_of_assume(const Scenario& s) {
    return role_of(s.target, s.target == Target::service_linked ? service_trust : trust_of(s));
  }
  void set(const Scenario& s, int action, KeyKind kind) {
    const Test test = s.test;
    identity_ = identities_(action, s.identity, s.target, kind, test);
    policies_.identity = {&identity_, s.identity == Says::absent || s.identity == Says::not_known ? 0U : 1U};
    policies_.other_identity_policies = s.identity == Says::not_known;
    policies_.boundary = identities_(action, s.boundary, s.target, kind, test);
    session_ = identities_(action, s.session, s.target, kind, test);
    policies_.session = {&session_, s.session == Says::absent ? 0U : 1U};
    service_control_ = service_controls_(action, s.service_control, s.target, kind, test);
    service_levels_[1] = {&service_control_, 1};
    policies_.service_control = {service_levels_, s.service_control == Says::absent ? 0U : 3U};
    resource_control_ = resource_controls_(action, s.resource_control, s.target, kind, test);
    resource_levels_[0] = {&resource_control_, 1};
    policies_.resource_control = {resource_levels_, s.resource_control == Says::absent ? 0U : 1U};
    constexpr whence::AccountId managers[] = {{}, a, b, c};
    policies_.management_account = managers[static_cast<int>(s.management)];
    set_key(s, kind);
  }
  void set_key(const Scenario& s, KeyKind kind) {
    const KeyNames& names = word(key_names, kind);
    key_ = s.key == Key::matches   ? whence::ContextKey(names.name, names.matches)
           : s.key == Key::differs ? whence::ContextKey(names.name, names.differs)
           : s.key == Key::absent  ? whence::ContextKey::absent(names.name)
                                   : whence::ContextKey::unknown(names.name);
  }

  template <class Question>
  whence::Verdict ask(const Scenario& s, const whence::Role& role, Question question) {
    const CallerObject& caller = callers_[static_cast<int>(s.caller)];
    const whence::RequestContext context({&key_, 1});
    return caller.session != nullptr ? question(*caller.session, role, policies_, context)
                                     : question(caller.principal, role, policies_, context);
  }

  const CallerObject callers_[13] = {object_of(Caller::user),           object_of(Caller::user_session),
                                     object_of(Caller::role_session),   object_of(Caller::named_session),
                                     object_of(Caller::linked_session), object_of(Caller::sso_session),
                                     object_of(Caller::root),           object_of(Caller::root_session),
                                     object_of(Caller::federated_user), object_of(Caller::instance_identity),
                                     object_of(Caller::service),        object_of(Caller::web_identity),
                                     object_of(Caller::saml_identity)};
  Policies<whence::IdentityPolicyDocument, whence::IdentityPolicy> identities_;
  Policies<whence::ServiceControlPolicyDocument, whence::ServiceControlPolicy> service_controls_;
  Policies<whence::ResourceControlPolicyDocument, whence::ResourceControlPolicy> resource_controls_;
  const whence::Result<whence::ServiceControlPolicyDocument, whence::PolicyError> full_ =
      parsed<whence::ServiceControlPolicyDocument>(
          R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})");
  const whence::ServiceControlPolicy full_access_ = full_->view();
  whence::IdentityPolicy identity_, session_;
  whence::ServiceControlPolicy service_control_;
  whence::ResourceControlPolicy resource_control_;
  whence::Span<whence::ServiceControlPolicy> service_levels_[3] = {{&full_access_, 1}, {}, {&full_access_, 1}};
  whence::Span<whence::ResourceControlPolicy> resource_levels_[1];
  whence::Policies policies_;
  whence::ContextKey key_;
};

}  // namespace model
