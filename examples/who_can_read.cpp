// who_can_read --on PLATFORM [OPTION...]: who can read which credential there, and which rule blocks the others.
#include <string>
#include <vector>

#include <whence/catalog.hpp>
#include <whence/explain.hpp>

#include "files.hpp"
#include "front.hpp"
#include "who_can_read_options.hpp"

using namespace whence;
using namespace who_can_read;

namespace {

constexpr const char* usage_before =
    "usage: who_can_read --on PLATFORM [OPTION...]\n"
    "       who_can_read --from FILE [OPTION...]\n"
    "\n"
    "Prints who can read which credential on a machine or in a service: a row for each credential, a column for each\n"
    "reader. A machine can be several platforms, with commas between them: --on ec2,docker,ci,workstation.\n"
    "\n"
    "  --on PLATFORM[,PLATFORM...]\n"
    "                       ";

constexpr const char* usage_after =
    "  --from FILE          reads options from a JSON object, such as {\"on\": [\"ec2\", \"docker\"], \"hop-limit\": 2}\n"
    "  --detail             prints the path of each reader, and the rule that blocks it\n"
    "  --json               prints each answer as one line of JSON\n"
    "  --help, -h           prints this text\n"
    "  --version            prints the version\n"
    "\n"
    "options for a machine with IMDS (ec2, ecs, eks; --imds and --root-only also for a notebook):\n"
    "  --imds v2|v1|both|off      versions of IMDS that answer; if not given, v2 is assumed\n"
    "  --hop-limit N|default      hop limit of the reply with the token, 1 to 64; default: nothing sets one, so it is 1;\n"
    "                             if not given, 1 is assumed\n"
    "  --account-hop-limit N      hop limit in the account's defaults of the Region, if the instance has none\n"
    "  --ami-for-v2               the AMI is registered for IMDSv2: v2, and a hop limit of 2 if nothing else sets one\n"
    "  --hops N                   hop limit that a container with its own network needs; if not given, 2 is assumed\n"
    "  --network bridge|awsvpc    network of the containers (ecs); default: bridge\n"
    "  --block all|ecs-variable|docker-user|eksctl\n"
    "                             IMDS is blocked for containers with their own network: for all of them; by\n"
    "                             ECS_AWSVPC_BLOCK_IMDS; by a rule in DOCKER-USER; by disablePodIMDS; may be repeated\n"
    "  --block-containers         the same as --block all\n"
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
    "An option that means nothing on the platform is refused. In the matrix, '?' is unknown, and a letter refers to what\n"
    "the answer assumes because it was not given.\n"
    "\n"
    "exit status: 0; 1 if the output cannot be written; 2 if an option or the file is wrong\n";

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
  member("assumed", verdict.assumed == nullptr ? Text() : verdict.assumed->assumed);
  member("changedBy", verdict.assumed == nullptr ? Text() : verdict.assumed->changed_by);
  front::put(out, "}\n");
}

bool is_same(const Reading& one, const Reading& other) {
  return one.place == other.place && one.verdict.rule == other.verdict.rule &&
         one.verdict.decision == other.verdict.decision && one.verdict.assumed == other.verdict.assumed;
}

// A row of the matrix: a credential, and other sources that are the same credential at the same address.
struct Row {
  const catalog::CredentialSource* source;
  SourceReadings readings;
  std::vector<const catalog::CredentialSource*> also{};
};

// Whether both are read at one address, by the same readers.
bool is_at_one_address(const SourceReadings& one, const SourceReadings& other) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    const Reading& left = one[i].reading;
    const Reading& right = other[i].reading;
    const bool same = !left.place->address.empty() && left.place->address == right.place->address &&
                      left.place->is(right.place->medium) && left.verdict.rule == right.verdict.rule &&
                      left.verdict.decision == right.verdict.decision;
    if (!same) return false;
  }
  return true;
}

std::vector<Row> rows_of(const Options& options) {
  std::vector<Row> rows;
  for (const catalog::CredentialSource* const source : catalog::all) {
    const bool wanted = options.wanted[static_cast<std::size_t>(source->id)];
    if (options.wants_some ? !wanted : !source->runs_on(options.environment.platform)) continue;
    const SourceReadings readings = readings_of(*source, options.environment);
    Row* same = nullptr;
    for (Row& row : rows) same = same == nullptr && is_at_one_address(row.readings, readings) ? &row : same;
    if (same != nullptr) {
      // The row has the name of the credential, and not of one more program that reads it.
      const bool leads = same->source->counted_elsewhere && !source->counted_elsewhere;
      same->also.push_back(leads ? same->source : source);
      if (leads) same->source = source;
    } else {
      rows.push_back({source, readings});
    }
  }
  return rows;
}

std::string numbers_of(const Row& row) {
  std::string out;
  write(out, number_of(*row.source).c_str());
  for (const catalog::CredentialSource* const each : row.also) write(out, ", ", number_of(*each).c_str());
  return out;
}

void print_detail(const Row& row, const std::string& role) {
  const catalog::CredentialSource& source = *row.source;
  std::string out;
  write(out, number_of(source).c_str(), " ", source.name, "\n");
  for (const catalog::CredentialSource* const each : row.also) {
    write(out, number_of(*each).c_str(), " ", each->name, "\n");
  }
  write(out, "   assumed by: ", source.assumer.who, source.assumer.action.empty() ? "" : " (", source.assumer.action,
        source.assumer.action.empty() ? "\n" : ")\n");
  // Vantages with the same answer share one paragraph.
  for (const VantageReading& first : row.readings) {
    const Verdict& verdict = first.reading.verdict;
    std::string names;
    const VantageReading* leader = nullptr;
    for (const VantageReading& reader : row.readings) {
      if (!is_same(first.reading, reader.reading)) continue;
      if (leader == nullptr) leader = &reader;
      write(names, names.empty() ? "" : "; ", reader.from.name);
    }
    if (leader != &first) continue;
    write(out, verdict ? "   yes      " : verdict.is_unknown() ? "   unknown  " : "   no       ", names.c_str(), "\n");
    write(out, "            ", path_of(*first.reading.place, role).c_str(), "\n");
    if (verdict.rule != nullptr) write(out, "            [", verdict.rule->id, "] ", verdict.rule->sentence, "\n");
    if (verdict.open != nullptr) write(out, "            ", verdict.open->id, ": ", verdict.open->question, "\n");
    if (verdict.assumed != nullptr) write(out, "            assumed: ", explain(*verdict.assumed), "\n");
  }
  front::put(out, "\n");
}

// Finds the value, or adds it: its index.
template <class Value>
std::size_t index_in(std::vector<const Value*>& all, const Value* value) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == value) return i;
  }
  all.push_back(value);
  return all.size() - 1;
}

// Readers and credentials: a column each reader, a row each credential; then what the answers assume, and the questions
// that are open.
void print_matrix(const std::vector<Row>& rows) {
  if (rows.empty()) return front::put("no credential of the catalogue rests there\n\n");
  std::string out = "readers\n";
  std::size_t column = 0;
  for (const VantageReading& reader : rows.front().readings) {
    const std::string number = std::to_string(++column);
    write(out, number.size() < 2 ? "   " : "  ", number, "  ", reader.from.name, "\n");
  }
  std::size_t width = 0;
  for (const Row& row : rows) {
    const std::size_t size = numbers_of(row).size() + 1 + row.source->name.size();
    width = size > width ? size : width;
  }
  const auto cell = [&out](const std::string& text) { out.append(text.size() < 6 ? 6 - text.size() : 1, ' ') += text; };
  out += "\ncredentials";
  out.append(width > 11 ? width - 11 : 0, ' ');
  for (std::size_t i = 1; i <= column; ++i) cell(std::to_string(i));
  out += "\n";
  std::vector<const Assumption*> assumed;
  std::vector<const OpenQuestion*> open;
  for (const Row& row : rows) {
    std::string name = numbers_of(row);
    write(name, " ", row.source->name);
    out += name;
    out.append((width > 11 ? width : 11) - name.size(), ' ');
    for (const VantageReading& reader : row.readings) {
      const Verdict& verdict = reader.reading.verdict;
      std::string text = verdict ? "yes" : verdict.is_unknown() ? "?" : "no";
      if (verdict.open != nullptr) index_in(open, verdict.open);
      if (verdict.assumed != nullptr) {
        text += ' ';
        text += static_cast<char>('a' + static_cast<char>(index_in(assumed, verdict.assumed)));
      }
      cell(text);
    }
    out += "\n";
  }
  if (!assumed.empty()) out += "\nassumed\n";
  for (std::size_t i = 0; i < assumed.size(); ++i) {
    out += "  ";
    out += static_cast<char>('a' + static_cast<char>(i));
    write(out, "  ", explain(*assumed[i]), "\n");
  }
  if (!open.empty()) out += "\nopen\n";
  for (const OpenQuestion* const each : open) write(out, "  ", each->id, "  ", each->question, "\n");
  front::put(out, "\n");
}

// The members of a JSON object as the options of the same names. False, with a message, if it is no such object.
class FileWords {
 public:
  bool read(const char* path) {
    bool is_right = true;
    std::size_t values = 0;
    const bool could_be_read =
        front::for_each_value(path, "the options of who_can_read", [&](const front::JsonValue& value) {
          if (!is_right) return;
          const char* why = value.fault;
          if (why == nullptr && ++values > 1) why = "a file has one object";
          std::size_t at = 0;
          if (why == nullptr) why = members(value.text, at);
          if (why == nullptr) return;
          front::complain(front::name_of_file(path), ":", value.place_of(at), ": ", why, "\n");
          is_right = false;
        });
    if (could_be_read && is_right && values == 0) {
      front::complain(front::name_of_file(path), ": the file is empty\n");
      return false;
    }
    for (const std::string& each : words_) pointers_.push_back(each.c_str());
    return could_be_read && is_right;
  }
  [[nodiscard]] int size() const { return static_cast<int>(pointers_.size()); }
  [[nodiscard]] const char* const* data() const { return pointers_.data(); }

 private:
  // What is wrong, or null, and where.
  const char* members(Text text, std::size_t& at) {
    JsonScanner json(text);
    const char* why = nullptr;
    const auto scalar = [&](std::string& out) {
      if (json.peek() != '"') {
        Slice bare;
        if (!json.bare_scalar(bare)) return false;
        out.append(text.data() + bare.at, bare.size);
        return true;
      }
      JsonString string;
      if (!json.string(string)) return false;
      JsonDecoder::decode(text, string.raw, [&out](char c) { out += c; });
      return true;
    };
    const auto member = [&] {
      JsonString key;
      if (!json.member_name(key)) return false;
      std::string word = "--";
      JsonDecoder::decode(text, key.raw, [&word](char c) { word += c; });
      at = key.raw.at - 1;
      if (word.find('=') != std::string::npos || word.find('\0') != std::string::npos) {
        why = "the name of an option has no such character";
        return false;
      }
      const bool repeats = word == "--source" || word == "--block";
      std::vector<std::string> values;
      if (json.peek() == '[') {
        const auto element = [&] { return values.emplace_back(), scalar(values.back()); };
        if (!json.list(element)) return false;
      } else {
        const bool bare = json.peek() != '"';
        values.emplace_back();
        if (!scalar(values.back())) return false;
        if (bare && values.back() == "false") return true;  // as if it were not there
        if (bare && values.back() == "true") return words_.push_back(word), true;
      }
      std::string joined;
      for (const std::string& each : values) {
        if (each.find('\0') != std::string::npos) {
          why = "the value has a character that no option has";
          return false;
        }
        if (repeats) words_.push_back(word + "=" + each);
        write(joined, joined.empty() ? "" : ",", each);
      }
      if (!repeats) words_.push_back(word + "=" + joined);
      return true;
    };
    if (json.object(member) && json.end()) return nullptr;
    if (why != nullptr) return why;
    at = json.fault_offset();
    return "this is not a JSON object of options: a name, and a string, number, true, false or list";
  }

  std::vector<std::string> words_;
  std::vector<const char*> pointers_;
};

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
  FileWords file;
  const std::string path = given.options().file;
  if (!path.empty() && !file.read(path.c_str())) return front::bad_input;
  front::Words of_the_file(front_options.all, file.size(), file.data());
  if (!path.empty() && !given.read(of_the_file)) {
    words.refuse(front::name_of_file(path.c_str()), ": ", of_the_file.why());
    return front::bad_input;
  }
  const Options& options = given.options();
  const Environment& environment = options.environment;
  if (options.json) {
    for (const catalog::CredentialSource* const source : catalog::all) {
      const bool wanted = options.wanted[static_cast<std::size_t>(source->id)];
      if (options.wants_some ? !wanted : !source->runs_on(environment.platform)) continue;
      for (const VantageReading& reader : readings_of(*source, environment)) print_json(*source, reader, options.role);
    }
    return front::yes;
  }
  const std::vector<Row> rows = rows_of(options);
  print_matrix(rows);
  if (options.detail) {
    for (const Row& row : rows) print_detail(row, options.role);
  }
  const bool has_agent = is_instance(environment.platform) || environment.platform.has(Platform::hybrid_machine);
  // On a machine with files of a user, an SDK may find another credential first: that is not asked here.
  if (has_agent && !is_also_a_client(environment.platform) && !options.wants_some) {
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
