// The options of who_can_read: the platform, the machine on it, and the credentials to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

namespace who_can_read {

using namespace whence;

struct PlatformWord {
  Text word;
  Platform platform;
};
inline constexpr PlatformWord platforms[] = {{"ec2", Platform::ec2},
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

struct Options {
  Environment environment{};
  bool has_platform = false;
  bool json = false;
  bool help = false;
  std::string role;                          // of the profile
  bool wanted[catalog::source_count + 1]{};  // by id
  bool wants_some = false;
};

// Reads the words after the name of the program. Complexity: linear in the words, times the number of sources.
class OptionReader {
 public:
  OptionReader(int count, const char* const* words) : count_(count), words_(words) {}

  // False if a word is wrong: why() says which.
  bool read() {
    for (at_ = 0; at_ < count_ && !options_.help; ++at_) {
      if (!option(words_[at_])) return false;
    }
    return options_.help || finish();
  }
  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const std::string& why() const { return why_; }

 private:
  template <class... Piece>
  bool stop(const Piece&... pieces) {
    write(why_, pieces...);
    return false;
  }

  bool value(Text& out) {
    const Text name = words_[at_];
    if (at_ + 1 == count_ || Text(words_[at_ + 1]).starts_with("--")) return stop(name, " needs a value");
    out = words_[++at_];
    return true;
  }

  template <class Value, std::size_t Count>
  bool one_of(Text name, Text word, Value& out, const Text (&known)[Count], const Value (&values)[Count]) {
    std::string all;
    for (std::size_t i = 0; i < Count; ++i) {
      if (known[i] == word) {
        out = values[i];
        return true;
      }
      write(all, i == 0 ? "" : ", ", known[i]);
    }
    return stop(name, " ", word, ": unknown value; known values: ", all);
  }
  template <class Value, std::size_t Count>
  bool one_of(Value& out, const Text (&known)[Count], const Value (&values)[Count]) {
    const Text name = words_[at_];
    Text word;
    return value(word) && one_of(name, word, out, known, values);
  }

  bool version(AgentVersion& out) {
    Text text;
    if (!value(text)) return false;
    unsigned parts[4]{};
    std::size_t at = 0;
    for (std::size_t part = 0; part < 4; ++part) {
      std::size_t digits = 0;
      for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < 5; ++at, ++digits) {
        parts[part] = parts[part] * 10 + static_cast<unsigned>(text[at] - '0');
      }
      const bool ends = part == 3 ? at == text.size() : at < text.size() && text[at] == '.';
      if (digits == 0 || parts[part] > 0xFFFFU || !ends) {
        return stop("--agent takes a version of four numbers, such as 3.2.582.0");
      }
      ++at;
    }
    const auto number = [&](std::size_t part) { return static_cast<std::uint16_t>(parts[part]); };
    out = {number(0), number(1), number(2), number(3)};
    return true;
  }

  bool source() {
    Text word;
    if (!value(word)) return false;
    options_.wants_some = true;
    std::string known;
    for (const catalog::CredentialSource* const source : catalog::all) {
      if (source->key() == word || word == Text(number_of(*source).c_str()) ||
          (number_of(*source)[0] == '0' && word == Text(number_of(*source).c_str() + 1))) {
        return options_.wanted[static_cast<std::size_t>(source->id)] = true;
      }
      write(known, "\n  ", number_of(*source).c_str(), " ", source->key());
    }
    return stop("--source ", word, ": unknown source; known sources:", known);
  }

  bool platform() {
    Text word;
    if (!value(word)) return false;
    std::string known;
    for (const PlatformWord& each : platforms) {
      write(known, known.empty() ? "" : ", ", each.word);
      if (each.word != word) continue;
      options_.environment.platform = each.platform;
      if (each.platform == Platform::hybrid_machine) options_.environment.node.hybrid_activation = true;
      return options_.has_platform = true;
    }
    return stop("--on ", word, ": unknown platform; known platforms: ", known);
  }

  bool hop_limit() {
    Text word;
    if (!value(word)) return false;
    unsigned hops = 0;
    for (const char c : word) {
      hops = c >= '0' && c <= '9' && hops < 100 ? hops * 10 + static_cast<unsigned>(c - '0') : 100;
    }
    if (hops < 1 || hops > 64) return stop("--hop-limit takes a number from 1 to 64");
    options_.environment.hop_limit = static_cast<std::uint8_t>(hops);
    return true;
  }

  bool profile() {
    Text word;
    if (!value(word)) return false;
    options_.role.assign(word.data(), word.size());
    options_.environment.node.profile = InstanceProfile::permits_agent;
    return true;
  }

  bool option(Text name) {
    Environment& environment = options_.environment;
    Node& node = environment.node;
    if (name == "--help" || name == "-h") return options_.help = true;
    if (name == "--on") return platform();
    if (name == "--imds") {
      using enum MetadataService;
      return one_of<MetadataService>(node.metadata, {"v2", "v1", "both", "off"},
                                     {version_2_only, version_1_only, both_versions, off});
    }
    if (name == "--hop-limit") return hop_limit();
    if (name == "--network") {
      using enum ContainerNetwork;
      return one_of<ContainerNetwork>(environment.network, {"bridge", "awsvpc"}, {bridge, awsvpc});
    }
    if (name == "--profile") return profile();
    if (name == "--profile-error") return value(profile_error_);
    if (name == "--agent") return version(node.agent);
    if (name == "--registration") {
      using enum Registration;
      return one_of<Registration>(node.registration, {"agent", "other", "none"}, {agents_key, another_key, none});
    }
    if (name == "--os") {
      using enum OperatingSystem;
      return one_of<OperatingSystem>(node.os, {"linux", "windows", "macos"}, {linux_os, windows, macos});
    }
    if (name == "--source") return source();
    if (name == "--dhmc") return node.host_management = true;
    if (name == "--hybrid") return node.hybrid_activation = true;
    if (name == "--no-ssm") return node.reaches_systems_manager = false, true;
    if (name == "--block-containers") return environment.metadata_blocked_for_containers = true;
    if (name == "--root-only") return environment.metadata_for_superuser_only = true;
    if (name == "--no-irsa") return environment.service_account_role = false, true;
    if (name == "--no-pod-identity") return environment.pod_identity = false, true;
    if (name == "--json") return options_.json = true;
    return stop(name, ": unknown option; see --help");
  }

  bool finish() {
    if (!options_.has_platform) return stop("--on PLATFORM is missing; see --help");
    if (profile_error_.empty()) return true;
    if (options_.role.empty()) return stop("--profile-error needs --profile ROLE too");
    using enum InstanceProfile;
    return one_of<InstanceProfile>("--profile-error", profile_error_, options_.environment.node.profile,
                                   {"denied", "untrusted", "failing"}, {denies_agent, untrusted, failing});
  }

  int count_;
  const char* const* words_;
  int at_ = 0;
  Options options_;
  Text profile_error_;
  std::string why_;
};

}  // namespace who_can_read
