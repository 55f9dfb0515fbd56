// What is read has a size, and what is printed has no control characters.
#include "dual.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <whence/document.hpp>
#include <whence/draw.hpp>
#include <whence/explain.hpp>
#include <whence/whence.hpp>

#include "files.hpp"
#include "who_can_read_options.hpp"

using namespace whence;
using namespace whence::literals;

namespace {

#define CALL R"("caller": "arn:aws:iam::111122223333:user/alice", "role": "arn:aws:iam::111122223333:role/app")"
#define TRUST                                                                                           \
  R"("trust": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", )" \
  R"("Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}}})"
#define HOP "{" CALL ", " TRUST R"(, "request": {"RoleSessionName": "s1"}})"

ScenarioError error_of(const std::string& line) {
  const auto scenario = Scenario::parse(line);
  return scenario ? ScenarioError{} : scenario.error();
}
ScenarioError error_of_hop(const std::string& more) {
  Plan plan;
  return plan.add("{" CALL ", " TRUST ", " + more + "}");
}
ScenarioError error_of_chain(const std::string& line) {
  Plan plan;
  const ScenarioError error = plan.add_all(line);
  if (error.fault == ScenarioFault::field_beside_hops) CHECK(plan.size() == 0);  // no hop was carried out
  return error;
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += (i == 0 ? "" : ",") + piece;
  return out;
}

struct Lines {
  std::vector<std::string> all;
  void operator()(unsigned long number, const std::string& line) {
    CHECK(number == all.size() + 1);
    all.push_back(line);
  }
};

}  // namespace

TEST_CASE("a value of a condition key has at most 65536 bytes") {
  const auto with = [](std::size_t size) {
    return "{" CALL R"(, "context": {"x:v": ["a", ")" + std::string(size, 'v') + "\"]}}";
  };
  CHECK(!error_of(with(65536)));
  const ScenarioError error = error_of(with(65537));
  CHECK(error.fault == ScenarioFault::value_is_longer_than_65536);
  CHECK(error.field == "context");
  CHECK(Text(with(65537)).part(error.offset).starts_with("\"vv"));
  // What counts is the value, not how it is written.
  std::string escaped;
  for (int i = 0; i < 65536; ++i) escaped += "\\u0061";
  CHECK(!error_of("{" CALL R"(, "context": {"x:v": ")" + escaped + "\"}}"));
}

TEST_CASE("the keys of a scenario have at most 524288 values, and an organization 64 levels") {
  const auto with = [](std::size_t values) {
    return "{" CALL R"(, "context": {"x:v": [)" + repeated("\"\"", values) + "]}}";
  };
  CHECK(!error_of(with(524288)));
  CHECK(error_of(with(524289)).fault == ScenarioFault::too_many_values);
  for (const std::string field : {"scps", "rcps"}) {
    const auto levels = [&](std::size_t count) {
      return "{" CALL ", \"" + field + "\": [" + repeated("[]", count) + "]}";
    };
    CHECK(!error_of(levels(64)));
    CHECK(error_of(levels(65)).fault == ScenarioFault::too_many_levels);
  }
}

TEST_CASE("a list of a hop has at most 1024 elements, more than the rules take") {
  const auto refused = [](const std::string& more) {
    return error_of_hop(more).fault == ScenarioFault::too_many_elements;
  };
  const std::string name = R"("request": {"RoleSessionName": "s1", )";
  const std::string tag = R"({"Key": "k", "Value": "v"})", arn = "\"arn:aws:iam::aws:policy/x\"";
  CHECK(!refused(name + "\"Tags\": [" + repeated(tag, 1024) + "]}"));
  CHECK(refused(name + "\"Tags\": [" + repeated(tag, 1025) + "]}"));
  CHECK(refused(name + "\"Tags\": {" + repeated("\"k\": \"v\"", 1025) + "}}"));
  CHECK(!refused(name + "\"TransitiveTagKeys\": [" + repeated("\"k\"", 1024) + "]}"));
  CHECK(refused(name + "\"TransitiveTagKeys\": [" + repeated("\"k\"", 1025) + "]}"));
  CHECK(!refused(name + "\"PolicyArns\": [" + repeated(arn, 1024) + "]}"));
  CHECK(refused(name + "\"PolicyArns\": [" + repeated(arn, 1025) + "]}"));
  CHECK(refused("\"roleTags\": [" + repeated(tag, 1025) + "]"));
}

TEST_CASE("a percentage is not below 0, a duration of a role is more than 0, and a time is not 0") {
  const std::string name = R"("request": {"RoleSessionName": "s1", )";
  for (const std::string below : {"-1", "-100", "-4294967195", "-4294967196", "-999999999999999"}) {
    CHECK(error_of_hop(name + "\"PackedPolicySize\": " + below + "}").fault == ScenarioFault::packed_size_is_below_0);
  }
  CHECK(!error_of_hop(name + "\"PackedPolicySize\": 0}"));
  CHECK(!error_of_hop(name + "\"PackedPolicySize\": 100}"));
  for (const std::string below : {"0", "-1", "-3600"}) {
    CHECK(error_of_hop("\"roleMaxSessionDuration\": " + below).fault == ScenarioFault::maximum_session_is_not_positive);
  }
  CHECK(!error_of_hop("\"roleMaxSessionDuration\": 1"));
  for (const std::string zero : {"0", "\"1970-01-01T00:00:00Z\"", "-0"}) {
    CHECK(error_of_hop(name + "\"tokenEnds\": " + zero + "}").fault == ScenarioFault::instant_is_not_valid);
  }
  CHECK(!error_of_hop(name + "\"at\": 1}"));
}

TEST_CASE("beside the hops of a chain there is no other field, and the hops are not carried out") {
  CHECK(!error_of_chain(R"({"hops": [)" HOP "]}"));
  CHECK(!error_of_chain(R"({"id": 1, "hops": [)" HOP
                        R"(], "expect": {}, "why": "", "source": "", "note": 0, "title": null,
                         "comment": []})"));
  for (const std::string other :
       {R"("scps": [[{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}]])",
        R"("permissionBoundary": 7)", R"("policies": [])", R"("identityPolicies": null)", R"("sessionPolicy": {})",
        R"("context": {})", R"("caller": "arn:aws:iam::111122223333:user/alice")", R"("rcps": [])", R"("Hops": [])",
        R"("request": {})", R"("nonsense": 1)", R"("": 1)"}) {
    CAPTURE(other);
    const std::string after = R"({"hops": [)" HOP "], " + other + "}", before = "{" + other + R"(, "hops": [)" HOP "]}";
    const ScenarioError error = error_of_chain(after);
    CHECK(error.fault == ScenarioFault::field_beside_hops);
    CHECK(Text(after).part(error.offset).starts_with("\"" + std::string(error.field) + "\""));
    CHECK(error_of_chain(before).fault == ScenarioFault::field_beside_hops);
  }
  CHECK(error_of_chain(R"({"hops": [)" HOP R"(], "hops": []})").fault == ScenarioFault::duplicate_field);
  CHECK(error_of_chain(R"({"id": 1})").fault == ScenarioFault::chain_has_no_hop);
}

TEST_CASE("the hops of a chain have at most 16777216 bytes together") {
  Plan plan;
  const std::string first = "{" CALL ", " TRUST R"(, "note": ")" + std::string(9000000, 'n') + R"(",
    "request": {"RoleSessionName": "s1"}})";
  CHECK(!plan.add(first));
  CHECK(plan.last().verdict());
  const std::string next =
      R"({"role": "arn:aws:iam::111122223333:role/app", "note": ")" + std::string(9000000, 'n') + "\"}";
  CHECK(plan.add(next).fault == ScenarioFault::chain_is_longer_than_16_mib);
  CHECK(plan.size() == 1);
  // A new chain begins anew.
  plan = Plan();
  CHECK(!plan.add(first));
}

TEST_CASE("lines are split wherever the pieces of a file end") {
  const std::string text = "one\n\ntwo\r\nthree";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    front::LineSplitter splitter(5);
    Lines lines;
    for (std::size_t at = 0; at < text.size(); at += piece) {
      CHECK(splitter.take(text.data() + at, std::min(piece, text.size() - at), std::ref(lines)));
    }
    splitter.finish(std::ref(lines));
    CHECK(lines.all == std::vector<std::string>{"one", "", "two\r", "three"});
  }
}

TEST_CASE("a line that is too long is not kept, and ends the reading") {
  for (const std::size_t piece : {1U, 3U, 100U}) {
    const std::string text = "one\nfour4\ntoo long\nlast\n";
    front::LineSplitter splitter(5);
    Lines lines;
    bool fits = true;
    for (std::size_t at = 0; at < text.size() && fits; at += piece) {
      fits = splitter.take(text.data() + at, std::min(piece, text.size() - at), std::ref(lines));
    }
    CHECK(!fits);
    CHECK(splitter.number() == 3);
    CHECK(!splitter.take("\n", 1, std::ref(lines)));
    splitter.finish(std::ref(lines));
    CHECK(lines.all == std::vector<std::string>{"one", "four4"});
  }
}

TEST_CASE("values are found whether they have one line, several, or a list around them") {
  struct {
    const char* text;
    std::vector<std::string> values;  // each with its place
  } const cases[] = {
      {"{\"a\": 1}\n\n{\"b\": 2}", {"1:1 {\"a\": 1}", "3:1 {\"b\": 2}"}},
      {"{\n\"a\": [\n{}\n]\n}\n{\n}\n", {"1:1 {\n\"a\": [\n{}\n]\n}", "6:1 {\n}"}},
      {"[{\"a\": \"]}\"}, {}]\n", {"1:2 {\"a\": \"]}\"}", "1:15 {}"}},
      {"[\n  {\n  },\n  {}\n]\n{}", {"2:3 {\n  }", "4:3 {}", "6:1 {}"}},
      {"{\n} {\n}", {"1:1 {\n}", "2:3 {\n}"}},
      {"[]", {}},
      // Broken, each with one value for one mistake.
      {"{\"a\": 1\n{\"b\": 2}", {"1:1 {\"a\": 1", "2:1 {\"b\": 2}"}},
      {"{\"a\n{\"b\": 2}", {"1:1 {\"a", "2:1 {\"b\": 2}"}},
      {"{\n\"a\": \"x\n\"b\": 1\n}\n{}", {"1:1 {\n\"a\": \"x", "5:1 {}"}},
      {"{\n}\n}\n\"b\": 1\n{}", {"1:1 {\n}", "3:1 }", "5:1 {}"}},
      {"{} {}", {"1:1 {} {}"}},
      {"x\ny", {"1:1 x", "2:1 y"}},
      {"[{} {}]", {"1:2 {}", "1:5 expected ',' or ']' after an element of the list", "1:5 {}"}},
      {"[{},]", {"1:2 {}", "1:5 expected an element of the list after ','"}},
      {"[,{}]", {"1:2 expected an element of the list before ','", "1:3 {}"}},
      {"[1, \"a]\"]", {"1:2 1", "1:5 \"a]\""}},
      {"[{}", {"1:2 {}", "2:1 the list has no closing ']'"}},
      {"{\n\"a\"", {"1:1 {\n\"a\""}},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    front::LineSplitter lines;
    front::ValueSplitter values;
    std::vector<std::string> found;
    const auto keep = [&](const front::JsonValue& value) {
      found.push_back(value.place_of(0) + " " + (value.fault == nullptr ? std::string(value.text) : value.fault));
    };
    const auto take = [&](unsigned long number, const std::string& line) { values.line(number, line, keep); };
    lines.take(each.text, std::strlen(each.text), take);
    lines.finish(take);
    values.finish(keep);
    CHECK(found == each.values);
  }
}

TEST_CASE("a value that is too long is not kept, and ends the reading") {
  front::ValueSplitter values(8);
  std::size_t count = 0;
  const auto counted = [&](const front::JsonValue&) { ++count; };
  CHECK(values.line(1, "{", counted));
  CHECK(values.line(2, "\"a\":", counted));
  CHECK(!values.line(3, "1}", counted));
  CHECK(!values.line(4, "{}", counted));
  values.finish(counted);
  CHECK(count == 0);
}

TEST_CASE("what looks like key material is hidden, and no ARN, path or sentence is") {
  const std::string secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  for (const std::string& each : {secret, std::string("je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"),
                                  std::string("wJalrXUtnFEMI\\/K7MDENG\\/bPxRfiCYEXAMPLEKEY"),
                                  std::string("AKIAIOSFODNN7EXAMPLE"), std::string("ASIAIOSFODNN7EXAMPLE")}) {
    CHECK(front::without_keys(each) == std::string(each.size(), '*'));
    CHECK(front::without_keys("a \"" + each + "\", b") == "a \"" + std::string(each.size(), '*') + "\", b");
  }
  for (const char* const each :
       {"arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/alice@example.com",
        "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
        "/home/alice/projects/whence/examples/expected/own-organization-2.json", "AROADBQP57FF2AEXAMPLE",
        "4e1243bd22c66e76c2ba9eddc1f91394e57f9f83", "the caller's own policies must allow the call"}) {
    CHECK(front::without_keys(each) == each);
  }
  for (const char* const each :
       {"{\"SecretAccessKey\": 1}", "aws_session_token = x", "Secret access key", "accessToken:"})
    CHECK(front::names_a_secret(each));
  for (const char* const each : {"sts:GetSessionToken", "aws:TokenIssueTime", "secretsmanager:GetSecretValue"})
    CHECK(!front::names_a_secret(each));
}

TEST_CASE("control characters are escaped for a terminal, and no others") {
  CHECK(visible("a\tb\nc") == "a\tb\nc");
  CHECK(visible("\x1B[31m\x7F\r\b"_text) == "\\u001b[31m\\u007f\\u000d\\u0008");
  CHECK(visible("a\0b"_text) == "a\\u0000b");
  CHECK(visible("\xC2\x9B\xC2\x80\xC2\x9F\xC2\xA0") == "\\u009b\\u0080\\u009f\xC2\xA0");
  CHECK(visible("\x9B\x90") == "\\u009b\\u0090");  // as a terminal without UTF-8 reads them
  CHECK(visible("\xE2\x80\x93\xC3\x9B\xF0\x9D\x84\x9E") == "\xE2\x80\x93\xC3\x9B\xF0\x9D\x84\x9E");
  CHECK(visible("a\xE2\x80\xAE"
                "b\xE2\x80\xA8\xE2\x81\xA9\xD8\x9C") == "a\\u202eb\\u2028\\u2069\\u061c");
  CHECK(visible("\xE2\x80\xA7\xE2\x80\xAF\xD7\x90") ==
        "\xE2\x80\xA7\xE2\x80\xAF\xD7\x90");  // letters of any script stay
  CHECK(visible("").empty());
}

TEST_CASE("an error names a field without its control characters, and not all of a long name") {
  const std::string line = "{\"a\x7F\xC2\x9B" + std::string(1000, 'x') + "\": 1}";
  const ScenarioError error = error_of(line);
  CHECK(error.fault == ScenarioFault::unknown_field);
  const std::string told = describe(error, line);
  CHECK(told.find("a\\u007f\\u009bxxx") == 0);
  CHECK(told.size() < 200);
}

TEST_CASE("the options of who_can_read are read, or the wrong word is named") {
  struct Given {
    std::string why;
    who_can_read::Options options;
  };
  const auto read = [](std::vector<const char*> words) {
    front::Words given(who_can_read::front_options.all, static_cast<int>(words.size()), words.data());
    who_can_read::OptionReader reader(given);
    const bool understood = reader.read();
    CHECK(understood == given.why().empty());
    return Given{given.why(), reader.options()};
  };
  CHECK(read({"--on", "ec2", "--profile", "web", "--hop-limit", "2"}).options.environment.hop_limit == 2);
  CHECK(read({"--on=ec2", "--hop-limit=2"}).options.environment.hop_limit == 2);
  CHECK(read({"--on", "ec2", "--agent", "3.2.582.0"}).why.empty());
  CHECK(read({}).why == "--on PLATFORM is missing; see --help");
  CHECK(read({"--on"}).why == "--on: the value is missing");
  CHECK(read({"--on", "--json"}).why == "--on: the value is missing");
  CHECK(read({"--on", "ec2", "--on", "ec2"}).why == "--on: this option is given twice");
  CHECK(read({"--on", "ec2", "--json=yes"}).why == "--json: this option has no value");
  CHECK(read({"--on", "ec2", "web"}).why == "web: this tool takes only options; see --help");
  CHECK(read({"--on", "ec2", "--frob"}).why == "--frob: unknown option; see --help");
  CHECK(read({"--on", "ec2", "--hop-limit", "65"}).why == "--hop-limit takes a number from 1 to 64");
  CHECK(read({"--on", "ec2", "--profile-error", "denied"}).why == "--profile-error needs --profile ROLE too");
  CHECK(read({"--hop-limit", "2", "--on", "lambda"}).why ==
        "--hop-limit: this option means nothing on lambda; it is for ec2, ecs, eks");
}

TEST_CASE("a picture that cannot be drawn says why in every form") {
  const auto with = [](std::size_t nodes) {
    Picture picture;
    for (std::size_t i = 0; i < nodes; ++i) picture.add("role", "app", Plane::control);
    return picture;
  };
  const auto says = [](const Picture& picture, PictureFault fault) {
    CHECK(picture.fault() == fault);
    const std::string sentence(sentence_of(fault));
    for (const Form form : {Form::wide, Form::narrow}) {
      CHECK(svg::to_svg(picture, form).find(sentence) != std::string::npos);
      std::string page;
      svg::write_inline(page, picture, form);
      CHECK(page.find(sentence) != std::string::npos);
      CHECK(layout_of(picture, form).nodes.size() == 1);
    }
    CHECK(to_mermaid(picture).find(sentence) != std::string::npos);
    CHECK(to_dot(picture).find(sentence) != std::string::npos);
  };
  for (const std::size_t nodes : {0U, 1U}) {
    Picture led = with(nodes), offered = with(nodes);
    CHECK(led.fault() == PictureFault::none);
    CHECK(!svg::to_svg(led).empty());
    led.lead("credential");
    says(led, PictureFault::edge_without_a_node);
    offered.offer();
    says(offered, PictureFault::edge_without_a_node);
  }
  Picture joined = with(2);
  joined.join(0, 1, "a");
  joined.join(1, 1, "itself");
  CHECK(joined.fault() == PictureFault::none);
  CHECK(!svg::to_svg(joined).empty());
  joined.join(0, 2, "b");
  says(joined, PictureFault::edge_without_a_node);
  CHECK(with(1024).fault() == PictureFault::none);
  says(with(1025), PictureFault::too_many_nodes);
  Picture many = with(2);
  for (int i = 0; i < 4097; ++i) many.join(0, 1, {});
  says(many, PictureFault::too_many_edges);
  const std::string most(262144 - 7, 'i'), megabytes(21000000, 'i');
  Picture full = with(1);
  full.title = most;
  CHECK(full.fault() == PictureFault::none);
  CHECK(!svg::to_svg(full, Form::narrow).empty());
  full.nodes[0].caveat = "i";
  says(full, PictureFault::too_much_text);
  Picture large = with(2);
  large.join(0, 1, megabytes);
  says(large, PictureFault::too_much_text);
}
