// who_can_read --on PLATFORM [OPTION...]: who can read which credential there, and which rule blocks the others.
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "front.hpp"
#include "who_can_read_options.hpp"

using namespace whence;
using namespace who_can_read;

namespace {

constexpr const char* usage_before =
    "usage: who_can_read --on PLATFORM [OPTION...]\n"
    "\n"
    "Prints who can read each credential on a platform, and by which path. For the others it prints the rule that blocks\n"
    "them.\n"
    "\n"
    "  --on PLATFORM        ";

constexpr const char* usage_after =
    "  --json               prints each answer as one line of JSON\n"
    "  --help, -h           prints this text\n"
    "  --version            prints the version\n"
    "\n"
    "options for a machine with IMDS (ec2, ecs, eks; --imds and --root-only also for a notebook):\n"
    "  --imds v2|v1|both|off      versions of IMDS that answer; default: v2\n"
    "  --hop-limit N              hop limit of the reply with the token, 1 to 64; default: 1\n"
    "  --network bridge|awsvpc    network of the containers (ecs); default: bridge\n"
    "  --block-containers         IMDS is blocked for containers with their own network\n"
    "  --root-only                a firewall lets only the superuser reach IMDS\n"
    "  --profile ROLE             an instance profile with this role is attached, and the SSM agent may use it\n"
    "  --profile-error denied|untrusted|failing\n"
    "                             the agent cannot use that profile: its role may not call ssm:UpdateInstanceInformation\n"
    "                             (denied), its role does not trust EC2 (untrusted), or any other error (failing)\n"
    "  --dhmc                     Default Host Management Configuration is enabled\n"
    "options for a machine with the SSM agent (ec2, ecs, eks, hybrid):\n"
    "  --agent VERSION            version of the SSM agent, such as 3.2.582.0\n"
    "  --registration agent|other|none\n"
    "                             whose key is registered for the instance; default: agent\n"
    "  --hybrid                   the machine is registered as a hybrid node, mi-...\n"
    "  --no-ssm                   Systems Manager cannot be reached\n"
    "  --os linux|windows|macos   operating system; default: linux\n"
    "options for a pod:\n"
    "  --no-irsa                  the pod's service account has no IRSA role (eks, eks-fargate)\n"
    "  --no-pod-identity          the pod's service account has no Pod Identity association (eks)\n"
    "An option that means nothing on the platform is refused.\n"
    "\n"
    "exit status: 0; 1 if the output cannot be written; 2 if an option is wrong\n";

std::string usage() {
  std::string out = usage_before;
  std::size_t column = 23;
  for (const PlatformWord& each : platforms) {
    if (&each != platforms) out += column + each.word.size() > 112 ? (column = 23, ",\n                       ") : ", ";
    write(out, each.word);
    column += each.word.size() + 2;
  }
  write(out, "\n  --source KEY         prints only this credential, given by key or by number (01 to ",
        number_of(*catalog::all[catalog::source_count - 1]).c_str(), "); may be repeated\n", usage_after);
  return out;
}

// The path, with the role's name if it is known.
std::string path_of(const Place& place, const std::string& role) {
  const Text address = place.address.empty() ? place.name : place.address;
  std::string out(address.data(), address.size());
  const std::size_t at = out.rfind("/ROLE");
  if (place.medium == Medium::metadata_path && at != std::string::npos && !role.empty()) out.replace(at + 1, 4, role);
  return out;
}

Text answer_of(const Verdict& verdict) { return verdict ? "yes" : verdict.is_unknown() ? "unknown" : "no"; }

void print_json(const catalog::CredentialSource& source, const VantageReading& reader, const std::string& role) {
  const Verdict& verdict = reader.reading.verdict;
  std::string out;
  const auto member = [&out](Text name, Text value) {
    write(out, out.empty() ? "{\"" : ", \"", name, "\": ");
    if (value.empty()) {
      write(out, "null");
    } else {
      write_json_string(out, value);
    }
  };
  member("id", number_of(source).c_str());
  member("source", source.key());
  member("who", reader.from.name);
  member("reads", answer_of(verdict));
  member("place", reader.reading.place->name);
  member("path", path_of(*reader.reading.place, role).c_str());
  member("rule", verdict.rule == nullptr ? Text() : verdict.rule->id);
  member("why", verdict.rule == nullptr ? Text() : verdict.rule->sentence);
  member("open", verdict.open == nullptr ? Text() : verdict.open->id);
  front::put(out, "}\n");
}

bool is_same(const Reading& one, const Reading& other) {
  return one.place == other.place && one.verdict.rule == other.verdict.rule &&
         one.verdict.decision == other.verdict.decision;
}

void print_text(const catalog::CredentialSource& source, const Environment& environment, const std::string& role) {
  std::string out;
  write(out, number_of(source).c_str(), " ", source.name, "\n");
  write(out, "   assumed by: ", source.assumer.who, source.assumer.action.empty() ? "" : " (", source.assumer.action,
        source.assumer.action.empty() ? "\n" : ")\n");
  // Vantages with the same answer share one paragraph.
  const SourceReadings readers = readings_of(source, environment);
  for (const VantageReading& first : readers) {
    const Verdict& verdict = first.reading.verdict;
    std::string names;
    const VantageReading* leader = nullptr;
    for (const VantageReading& reader : readers) {
      if (!is_same(first.reading, reader.reading)) continue;
      if (leader == nullptr) leader = &reader;
      write(names, names.empty() ? "" : "; ", reader.from.name);
    }
    if (leader != &first) continue;
    write(out, verdict ? "   yes      " : verdict.is_unknown() ? "   unknown  " : "   no       ", names.c_str(), "\n");
    write(out, "            ", path_of(*first.reading.place, role).c_str(), "\n");
    if (verdict.rule != nullptr) write(out, "            [", verdict.rule->id, "] ", verdict.rule->sentence, "\n");
    if (verdict.open != nullptr) write(out, "            ", verdict.open->id, ": ", verdict.open->question, "\n");
  }
  front::put(out, "\n");
}

void print_used(const char* who, const catalog::Used& used) {
  std::string out;
  write(out, who, ": ");
  if (!used.is_known) {
    write(out, "unknown");
  } else if (used.is_nothing()) {
    write(out, "no credential");
  } else {
    write(out, catalog::find(used.id)->name);
  }
  front::put(out, "\n    ", used.why, "\n");
}

int tell(front::Words& words) {
  OptionReader given(words);
  if (!given.read()) return front::bad_input;
  const Options& options = given.options();
  const Environment& environment = options.environment;
  for (const catalog::CredentialSource* const source : catalog::all) {
    const bool wanted = options.wanted[static_cast<std::size_t>(source->id)];
    if (options.wants_some ? !wanted : !source->runs_on(environment.platform)) continue;
    if (options.json) {
      for (const VantageReading& reader : readings_of(*source, environment)) print_json(*source, reader, options.role);
    } else {
      print_text(*source, environment, options.role);
    }
  }
  const bool has_agent = is_instance(environment.platform) || environment.platform == Platform::hybrid_machine;
  if (has_agent && !options.json && !options.wants_some) {
    const catalog::AgentChoice agent = catalog::agent_session(environment.node);
    constexpr Text sessions[] = {"no credential", "the instance profile", "host management", "the hybrid activation",
                                 "unknown"};
    front::put("credential in use\n  the SSM agent: ", sessions[static_cast<std::size_t>(agent.session)], "\n    ",
               agent.why, "\n");
    print_used("  a script of Run Command", catalog::script_session(environment.node));
    print_used("  an application of an ordinary user", catalog::application_session(environment.node));
    print_used("  an application of the superuser",
               catalog::application_session(environment.node, Privilege::superuser));
  }
  return front::yes;
}

}  // namespace

int main(int argc, char** argv) { return front::run("who_can_read", usage(), front_options.all, argc, argv, tell); }
