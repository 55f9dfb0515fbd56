// who_can_read --on PLATFORM [OPTION...]: who can read which credential there, and which rule blocks the others.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

using namespace whence;

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
    "\n"
    "options for a machine (ec2, ecs, eks, hybrid):\n"
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
    "  --agent VERSION            version of the SSM agent, such as 3.2.582.0\n"
    "  --registration agent|other|none\n"
    "                             whose key is registered for the instance; default: agent\n"
    "  --hybrid                   the machine is registered as a hybrid node, mi-...\n"
    "  --no-ssm                   Systems Manager cannot be reached\n"
    "  --os linux|windows|macos   operating system; default: linux\n"
    "options for a pod (eks):\n"
    "  --no-irsa                  the pod's service account has no IRSA role\n"
    "  --no-pod-identity          the pod's service account has no Pod Identity association\n"
    "\n"
    "exit status: 0, or 2 if an option is wrong\n";

struct PlatformWord {
  Text word;
  Platform platform;
};
constexpr PlatformWord platforms[] = {{"ec2", Platform::ec2},
                                      {"ecs", Platform::ecs_on_ec2},
                                      {"fargate", Platform::fargate},
                                      {"eks", Platform::eks_node},
                                      {"eks-fargate", Platform::eks_fargate},
                                      {"lambda", Platform::lambda},
                                      {"codebuild", Platform::codebuild},
                                      {"notebook", Platform::sagemaker_notebook},
                                      {"sagemaker", Platform::sagemaker_job},
                                      {"glue", Platform::glue},
                                      {"hybrid", Platform::hybrid_machine},
                                      {"workstation", Platform::workstation},
                                      {"ci", Platform::ci_runner},
                                      {"app", Platform::mobile_app},
                                      {"device", Platform::device},
                                      {"cloudshell", Platform::cloudshell}};

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

struct Options {
  Environment environment{};
  bool has_platform = false;
  bool json = false;
  std::string role;                          // of the profile
  bool wanted[catalog::source_count + 1]{};  // by id
  bool wants_some = false;
};

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "who_can_read: %s\n", why.c_str());
  std::exit(2);
}

// The value for a word. An unknown word ends the program.
template <class Value, std::size_t Count>
Value one_of(const char* option, Text word, const Text (&words)[Count], const Value (&values)[Count]) {
  std::string known;
  for (std::size_t i = 0; i < Count; ++i) {
    if (words[i] == word) return values[i];
    write(known, i == 0 ? "" : ", ", words[i]);
  }
  std::string why;
  write(why, option, " ", word, ": unknown value; known values: ", known);
  stop(why);
}

AgentVersion version_of(Text text) {
  unsigned parts[4]{};
  std::size_t at = 0;
  for (std::size_t part = 0; part < 4; ++part) {
    std::size_t digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < 5; ++at, ++digits) {
      parts[part] = parts[part] * 10 + static_cast<unsigned>(text[at] - '0');
    }
    const bool ends = part == 3 ? at == text.size() : at < text.size() && text[at] == '.';
    if (digits == 0 || parts[part] > 0xFFFFU || !ends) {
      stop("--agent takes a version of four numbers, such as 3.2.582.0");
    }
    ++at;
  }
  const auto number = [&](std::size_t part) { return static_cast<std::uint16_t>(parts[part]); };
  return {number(0), number(1), number(2), number(3)};
}

void want(Options& options, Text word) {
  options.wants_some = true;
  std::string known;
  for (const catalog::CredentialSource* const source : catalog::all) {
    if (source->key() == word || word == Text(number_of(*source).c_str()) ||
        (number_of(*source)[0] == '0' && word == Text(number_of(*source).c_str() + 1))) {
      options.wanted[static_cast<std::size_t>(source->id)] = true;
      return;
    }
    write(known, "\n  ", number_of(*source).c_str(), " ", source->key());
  }
  std::string why;
  write(why, "--source ", word, ": unknown source; known sources:", known);
  stop(why);
}

Options options_from(int count, char** words) {
  Options options;
  Environment& environment = options.environment;
  Node& node = environment.node;
  Text profile_error;
  for (int i = 1; i < count; ++i) {
    const char* const option = words[i];
    const Text name = option;
    const auto value = [&]() -> Text {
      if (i + 1 == count || Text(words[i + 1]).starts_with("--")) stop(std::string(option) + " needs a value");
      return words[++i];
    };
    if (name == "--help" || name == "-h") {
      std::fputs(usage().c_str(), stdout);
      std::exit(0);
    } else if (name == "--on") {
      const Text word = value();
      std::string known;
      options.has_platform = false;
      for (const PlatformWord& each : platforms) {
        write(known, known.empty() ? "" : ", ", each.word);
        if (each.word != word) continue;
        environment.platform = each.platform;
        options.has_platform = true;
      }
      std::string why;
      write(why, "--on ", word, ": unknown platform; known platforms: ", known);
      if (!options.has_platform) stop(why);
      if (environment.platform == Platform::hybrid_machine) node.hybrid_activation = true;
    } else if (name == "--imds") {
      using enum MetadataService;
      node.metadata = one_of<MetadataService>(option, value(), {"v2", "v1", "both", "off"},
                                              {version_2_only, version_1_only, both_versions, off});
    } else if (name == "--hop-limit") {
      const Text word = value();
      unsigned hops = 0;
      for (const char c : word)
        hops = c >= '0' && c <= '9' && hops < 100 ? hops * 10 + static_cast<unsigned>(c - '0') : 100;
      if (hops < 1 || hops > 64) stop("--hop-limit takes a number from 1 to 64");
      environment.hop_limit = static_cast<std::uint8_t>(hops);
    } else if (name == "--network") {
      using enum ContainerNetwork;
      environment.network = one_of<ContainerNetwork>(option, value(), {"bridge", "awsvpc"}, {bridge, awsvpc});
    } else if (name == "--profile") {
      const Text word = value();
      options.role.assign(word.data(), word.size());
      node.profile = InstanceProfile::permits_agent;
    } else if (name == "--profile-error") {
      profile_error = value();
    } else if (name == "--agent") {
      node.agent = version_of(value());
    } else if (name == "--registration") {
      using enum Registration;
      node.registration =
          one_of<Registration>(option, value(), {"agent", "other", "none"}, {agents_key, another_key, none});
    } else if (name == "--os") {
      using enum OperatingSystem;
      node.os = one_of<OperatingSystem>(option, value(), {"linux", "windows", "macos"}, {linux_os, windows, macos});
    } else if (name == "--source") {
      want(options, value());
    } else if (name == "--dhmc") {
      node.host_management = true;
    } else if (name == "--hybrid") {
      node.hybrid_activation = true;
    } else if (name == "--no-ssm") {
      node.reaches_systems_manager = false;
    } else if (name == "--block-containers") {
      environment.metadata_blocked_for_containers = true;
    } else if (name == "--root-only") {
      environment.metadata_for_superuser_only = true;
    } else if (name == "--no-irsa") {
      environment.service_account_role = false;
    } else if (name == "--no-pod-identity") {
      environment.pod_identity = false;
    } else if (name == "--json") {
      options.json = true;
    } else {
      stop(std::string(option) + ": unknown option; see --help");
    }
  }
  if (!options.has_platform) stop("--on PLATFORM is missing; see --help");
  if (!profile_error.empty()) {
    if (options.role.empty()) stop("--profile-error needs --profile ROLE too");
    using enum InstanceProfile;
    node.profile = one_of<InstanceProfile>("--profile-error", profile_error, {"denied", "untrusted", "failing"},
                                           {denies_agent, untrusted, failing});
  }
  return options;
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
  std::printf("%s}\n", out.c_str());
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
  std::printf("%s\n", out.c_str());
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
  std::printf("%s\n    %.*s\n", out.c_str(), static_cast<int>(used.why.size()), used.why.data());
}

}  // namespace

int main(int count, char** words) {
  const Options options = options_from(count, words);
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
    std::puts("credential in use");
    const catalog::AgentChoice agent = catalog::agent_session(environment.node);
    constexpr Text sessions[] = {"no credential", "the instance profile", "host management", "the hybrid activation",
                                 "unknown"};
    const Text session = sessions[static_cast<std::size_t>(agent.session)];
    std::printf("  the SSM agent: %.*s\n    %.*s\n", static_cast<int>(session.size()), session.data(),
                static_cast<int>(agent.why.size()), agent.why.data());
    print_used("  a script of Run Command", catalog::script_session(environment.node));
    print_used("  an application of an ordinary user", catalog::application_session(environment.node));
    print_used("  an application of the superuser",
               catalog::application_session(environment.node, Privilege::superuser));
  }
  return 0;
}
