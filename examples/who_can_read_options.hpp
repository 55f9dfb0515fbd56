// The options of who_can_read: the platform, the machine on it, and the credentials to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "front.hpp"

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
                                             {"cloudshell", Platform::cloudshell},
                                             {"docker", Platform::docker},
                                             {"kubernetes", Platform::kubernetes},
                                             {"app-runner", Platform::app_runner},
                                             {"amplify", Platform::amplify},
                                             {"agentcore", Platform::agentcore},
                                             {"lambda-microvm", Platform::lambda_microvm},
                                             {"lambda-managed", Platform::lambda_managed},
                                             {"ecs-managed", Platform::ecs_managed},
                                             {"mwaa", Platform::airflow},
                                             {"emr", Platform::emr_cluster},
                                             {"emr-serverless", Platform::emr_serverless},
                                             {"gamelift", Platform::game_server},
                                             {"streaming", Platform::streaming_instance},
                                             {"aws-service", Platform::aws_service}};

struct Options {
  Environment environment{};
  bool has_platform = false;
  bool json = false;
  bool detail = false;
  std::string file;                          // with more options
  std::string role;                          // of the profile
  bool wanted[catalog::source_count + 1]{};  // by id
  bool wants_some = false;
};

// The options, each with the platforms where it means something; none for every platform.
struct KnownOption {
  front::Option option;
  const char* platforms = nullptr;
};
inline constexpr const char* with_imds = "ec2, ecs, eks, notebook";
inline constexpr const char* with_containers = "ec2, ecs, eks";
inline constexpr const char* with_agent = "ec2, ecs, eks, hybrid";
inline constexpr const char* instances = "ec2, ecs, eks";
inline constexpr KnownOption known_options[] = {{{"--on", true}},
                                                {{"--source", true, true}},
                                                {{"--json"}},
                                                {{"--detail"}},
                                                {{"--from", true}},
                                                {{"--imds", true}, with_imds},
                                                {{"--hop-limit", true}, with_containers},
                                                {{"--account-hop-limit", true}, with_containers},
                                                {{"--ami-for-v2"}, with_containers},
                                                {{"--hops", true}, with_containers},
                                                {{"--network", true}, "ecs"},
                                                {{"--block", true, true}, with_containers},
                                                {{"--block-containers"}, with_containers},
                                                {{"--root-only"}, with_imds},
                                                {{"--profile", true}, instances},
                                                {{"--profile-error", true}, instances},
                                                {{"--dhmc"}, instances},
                                                {{"--agent", true}, with_agent},
                                                {{"--registration", true}, with_agent},
                                                {{"--hybrid"}, with_agent},
                                                {{"--no-ssm"}, with_agent},
                                                {{"--os", true}, with_agent},
                                                {{"--no-irsa"}, "eks, eks-fargate"},
                                                {{"--no-pod-identity"}, "eks"}};
struct FrontOptions {
  front::Option all[whence::count_of(known_options)]{};
  constexpr FrontOptions() {
    for (std::size_t i = 0; i < whence::count_of(known_options); ++i) all[i] = known_options[i].option;
  }
};
inline constexpr FrontOptions front_options{};

// Whether "a, b, c" has the word.
constexpr bool lists(Text list, Text word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = list.find(',', at);
    if (list.part(at, (comma == Text::npos ? list.size() : comma) - at) == word) return true;
    at = comma == Text::npos ? list.size() : comma + 2;
  }
  return false;
}

// Reads the words after the name of the program, and then those of a file, if one is named. Complexity: linear in the
// words, times the number of sources.
class OptionReader {
 public:
  explicit OptionReader(front::Words& words) : words_(&words) {}

  // False if a word is wrong: words.why() says which. If a file is named, its words must follow.
  bool read() { return read_words() && (!options_.file.empty() || finish()); }
  // The words of the file; its why() says which is wrong. They must outlive this reader.
  bool read(front::Words& of_the_file) {
    before_ = words_;
    words_ = &of_the_file;
    if (!read_words()) return false;
    if (words_->has("--from")) return stop("--from: a file cannot name another one");
    for (const KnownOption& each : known_options) {
      if (each.option.may_repeat || !before_->has(each.option.name) || !words_->has(each.option.name)) continue;
      return stop(each.option.name, ": this option is also on the command line");
    }
    return finish();
  }
  [[nodiscard]] const Options& options() const { return options_; }

 private:
  template <class... Piece>
  bool stop(const Piece&... pieces) {
    return words_->refuse(pieces...);
  }

  bool read_words() {
    while (words_->next()) {
      if (!option(words_->option())) return false;
    }
    return words_->why().empty();
  }
  bool has(Text name) const { return words_->has(name) || (before_ != nullptr && before_->has(name)); }

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
    return one_of(words_->option(), words_->value(), out, known, values);
  }

  bool version(AgentVersion& out) {
    const Text text = words_->value();
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
    const Text word = words_->value();
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

  // One platform, or several with commas between them.
  bool platform() {
    const Text words = words_->value();
    options_.environment.platform = Platforms();
    for (std::size_t at = 0; at <= words.size();) {
      const std::size_t comma = words.find(',', at);
      const std::size_t end = comma == Text::npos ? words.size() : comma;
      if (!one_platform(words.part(at, end - at))) return false;
      at = end + 1;
    }
    platform_.assign(words.data(), words.size());
    if (options_.environment.platform.has(Platform::hybrid_machine)) options_.environment.node.hybrid_activation = true;
    return options_.has_platform = true;
  }
  bool one_platform(Text word) {
    std::string known;
    for (const PlatformWord& each : platforms) {
      write(known, known.empty() ? "" : ", ", each.word);
      if (each.word != word) continue;
      options_.environment.platform.add(each.platform);
      return true;
    }
    return stop("--on ", word, ": unknown platform; known platforms: ", known);
  }

  bool hops(std::uint8_t& out) {
    const Text word = words_->value();
    unsigned number = word.empty() ? 100 : 0;
    for (const char c : word) {
      number = c >= '0' && c <= '9' && number < 100 ? number * 10 + static_cast<unsigned>(c - '0') : 100;
    }
    if (number < 1 || number > 64) return stop(words_->option(), " takes a number from 1 to 64");
    out = static_cast<std::uint8_t>(number);
    return true;
  }
  bool hop_limit() {
    if (Text(words_->value()) == "default") return true;  // nothing sets it
    return hops(steps_.instance.hop_limit);
  }
  bool container_hops() {
    std::uint8_t number = 0;
    if (!hops(number)) return false;
    options_.environment.container_hops = number;
    return true;
  }
  bool block() {
    using enum MetadataBlock;
    MetadataBlock block{};
    if (!one_of<MetadataBlock>(block, {"all", "ecs-variable", "docker-user", "eksctl"},
                               {every_container, ecs_variable, docker_user_rule, eksctl_pod_option})) {
      return false;
    }
    options_.environment.metadata_blocked_for_containers.add(block);
    return true;
  }

  bool profile() {
    const Text word = words_->value();
    options_.role.assign(word.data(), word.size());
    options_.environment.node.profile = InstanceProfile::permits_agent;
    return true;
  }

  bool option(Text name) {
    Environment& environment = options_.environment;
    Node& node = environment.node;
    if (name.empty()) return stop(words_->value(), ": this tool takes only options; see --help");
    if (name == "--on") return platform();
    if (name == "--imds") {
      using enum MetadataService;
      MetadataService metadata{};
      if (!one_of<MetadataService>(metadata, {"v2", "v1", "both", "off"},
                                   {version_2_only, version_1_only, both_versions, off})) {
        return false;
      }
      return node.metadata = metadata, true;
    }
    if (name == "--hop-limit") return hop_limit();
    if (name == "--account-hop-limit") return hops(steps_.account.hop_limit);
    if (name == "--ami-for-v2") return steps_.ami = ami_for_version_2, true;
    if (name == "--hops") return container_hops();
    if (name == "--block") return block();
    if (name == "--from") return options_.file = words_->value(), true;
    if (name == "--detail") return options_.detail = true;
    if (name == "--network") {
      using enum ContainerNetwork;
      return one_of<ContainerNetwork>(environment.network, {"bridge", "awsvpc"}, {bridge, awsvpc});
    }
    if (name == "--profile") return profile();
    if (name == "--profile-error") return profile_error_ = words_->value(), true;
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
    if (name == "--block-containers")
      return environment.metadata_blocked_for_containers.add(MetadataBlock::every_container), true;
    if (name == "--root-only") return environment.metadata_for_superuser_only = true;
    if (name == "--no-irsa") return environment.service_account_role = false, true;
    if (name == "--no-pod-identity") return environment.pod_identity = false, true;
    return options_.json = true;
  }

  bool finish() {
    if (!options_.has_platform) return stop("--on PLATFORM is missing; see --help");
    for (const KnownOption& each : known_options) {
      if (each.platforms == nullptr || !has(each.option.name) || is_for(each.platforms)) continue;
      return stop(each.option.name, ": this option means nothing on ", platform_, "; it is for ", each.platforms);
    }
    Environment& environment = options_.environment;
    if (has("--hop-limit") || has("--account-hop-limit") || has("--ami-for-v2")) {
      environment.hop_limit = steps_.hop_limit();
    }
    if (has("--ami-for-v2") && !has("--imds")) environment.node.metadata = steps_.metadata();
    if (profile_error_.empty()) return true;
    if (options_.role.empty()) return stop("--profile-error needs --profile ROLE too");
    using enum InstanceProfile;
    return one_of<InstanceProfile>("--profile-error", profile_error_, options_.environment.node.profile,
                                   {"denied", "untrusted", "failing"}, {denies_agent, untrusted, failing});
  }

  // Whether one of the given platforms is in the list.
  bool is_for(Text list) const {
    for (const PlatformWord& each : platforms) {
      if (options_.environment.platform.has(each.platform) && lists(list, each.word)) return true;
    }
    return false;
  }

  front::Words* words_;
  front::Words* before_ = nullptr;  // those of the command line, while words_ are of a file
  Options options_;
  MetadataSteps steps_;
  std::string platform_;
  Text profile_error_;
};

}  // namespace who_can_read
