// Checks the headers, examples and documents of whence against the rules of its architecture.
//
//   house PROJECT_DIR
//   house --self-test
//
// Headers include only downward, and each layer includes only the standard headers in its row: this keeps the model
// cheap to include, without <string> and streams. No header is too long, and no two have the same name. The headers
// directly in include/whence are the interface: examples and documents include no others.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

#define WHENCE_MODEL_HEADERS "cstddef cstdint"

// From the lowest up. A layer is a folder of include/whence, or one header in it. A header may include headers of its
// own layer, without a circle, and of lower layers.
constexpr struct Layer {
  std::string_view name, standard_headers;
} layers[] = {
    {"base", WHENCE_MODEL_HEADERS " initializer_list"},
    {"names", WHENCE_MODEL_HEADERS},
    {"evidence", WHENCE_MODEL_HEADERS},
    {"policy", WHENCE_MODEL_HEADERS},
    {"model", WHENCE_MODEL_HEADERS},
    {"catalog", WHENCE_MODEL_HEADERS},
    {"evaluate", WHENCE_MODEL_HEADERS},
    {"rules", WHENCE_MODEL_HEADERS},
    {"decide", WHENCE_MODEL_HEADERS},
    {"flow", WHENCE_MODEL_HEADERS},
    {"whence.hpp", WHENCE_MODEL_HEADERS},
    {"sts.hpp", WHENCE_MODEL_HEADERS},
    {"catalog.hpp", WHENCE_MODEL_HEADERS},
    {"document", WHENCE_MODEL_HEADERS " vector"},
    {"document.hpp", WHENCE_MODEL_HEADERS},
    {"explain", WHENCE_MODEL_HEADERS " string vector ostream"},
    {"explain.hpp", WHENCE_MODEL_HEADERS},
    {"draw", WHENCE_MODEL_HEADERS " string vector"},
    {"draw.hpp", WHENCE_MODEL_HEADERS},
};
constexpr std::size_t longest_header = 400;

// The name of a header as a program includes it, such as whence/base/text.hpp, and its text.
using Tree = std::map<std::string, std::string>;
using Faults = std::vector<std::string>;

const Layer* layer_of(std::string_view header) {
  constexpr std::string_view root = "whence/";
  if (!header.starts_with(root)) return nullptr;
  header.remove_prefix(root.size());
  const auto name = header.substr(0, header.find('/'));
  const auto layer =
      std::find_if(std::begin(layers), std::end(layers), [&](const Layer& each) { return each.name == name; });
  return layer == std::end(layers) ? nullptr : layer;
}

bool lists(std::string_view words, std::string_view word) {
  const auto padded = ' ' + std::string(words) + ' ';
  return padded.find(' ' + std::string(word) + ' ') != std::string::npos;
}

// The same text with comments and literals blanked: an ARN such as "role/*" opens no comment.
std::string code_of(const std::string& text) {
  std::string code = text;
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (; from < to && from < code.size(); ++from)
      if (code[from] != '\n') code[from] = ' ';
  };
  const auto word_before = [&](std::size_t at) {
    return at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == '_');
  };
  const auto after = [&](std::string_view what, std::size_t at) {
    const auto found = text.find(what, at);
    return found == std::string::npos ? text.size() : found + what.size();
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (text.compare(at, 2, "//") == 0) {
      end = text.find('\n', at);
      blank(at, end = std::min(end, text.size()));
    } else if (text.compare(at, 2, "/*") == 0) {
      blank(at, end = after("*/", at + 2));
    } else if (text.compare(at, 2, "R\"") == 0) {
      const auto open = std::min(text.find('(', at), text.size());
      blank(at, end = after(')' + text.substr(at + 2, open - at - 2) + '"', open));
    } else if (text[at] == '"' || (text[at] == '\'' && !word_before(at))) {  // 1'000 is a number
      while (end < text.size() && text[end] != text[at] && text[end] != '\n') end += text[end] == '\\' ? 2u : 1u;
      // A quoted name after #include is a fault, so it stays.
      blank(at + 1, std::min(end++, text.size()));
    }
    at = end;
  }
  return code;
}

struct Include {
  std::size_t line;
  std::string name;  // empty when it is not in angle brackets
};

std::string place(const std::string& header, std::size_t line) { return header + ':' + std::to_string(line) + ": "; }

std::vector<Include> read_header(const std::string& header, const std::string& text, Faults& faults) {
  std::vector<Include> includes;
  std::istringstream in(code_of(text));
  std::size_t line = 0;
  bool once = false;
  for (std::string code; std::getline(in, code);) {
    ++line;
    std::erase_if(code, [](char each) { return each == ' ' || each == '\t' || each == '\r'; });
    once = once || code == "#pragmaonce";
    if (!code.starts_with("#include") && !code.starts_with("#import")) continue;
    // Before C++20 it includes a file that does not exist, so that there is one error. (Quoted names are blanks here.)
    if (header == "whence/base/config.hpp" && code == "#include\"\"") continue;
    const auto open = code.find('<'), close = code.find('>');
    const bool angled = code.starts_with("#include<") && close == code.size() - 1;
    includes.push_back({line, angled ? code.substr(open + 1, close - open - 1) : ""});
  }
  if (!once) faults.push_back(place(header, 1) + "no #pragma once");
  if (line > longest_header)
    faults.push_back(place(header, line) + "longer than " + std::to_string(longest_header) + " lines");
  return includes;
}

// Only within a layer: a circle through two layers includes a higher layer, which is a fault anyway.
void find_circles(const std::map<std::string, std::vector<Include>>& graph, Faults& faults) {
  std::set<std::string> open, done;
  const std::function<void(const std::string&)> visit = [&](const std::string& header) {
    open.insert(header);
    for (const auto& include : graph.at(header)) {
      if (layer_of(include.name) != layer_of(header)) continue;
      if (open.count(include.name))
        faults.push_back(place(header, include.line) + "<" + include.name + "> includes this header in turn: a circle");
      else if (graph.count(include.name) && !done.count(include.name))
        visit(include.name);
    }
    open.erase(header);
    done.insert(header);
  };
  for (const auto& [header, includes] : graph)
    if (!done.count(header)) visit(header);
}

// A person finds a header by its name, so no two have the same name.
void find_namesakes(const Tree& tree, Faults& faults) {
  std::map<std::string, std::string> seen;
  for (const auto& [header, text] : tree) {
    const auto name = std::filesystem::path(header).filename().string();
    const auto [first, is_new] = seen.emplace(name, header);
    // An interface header may have the name of the folder or header that it includes.
    const bool is_interface = header == "whence/" + name || first->second == "whence/" + name;
    if (!is_new && !is_interface) faults.push_back(place(header, 1) + "has the same name as " + first->second);
  }
}

Faults faults_of(const Tree& tree) {
  Faults faults;
  if (tree.empty()) faults.push_back("no headers found");
  find_namesakes(tree, faults);
  std::map<std::string, std::vector<Include>> graph;
  for (const auto& [header, text] : tree) {
    const auto& includes = graph[header] = read_header(header, text, faults);
    const Layer* const layer = layer_of(header);
    if (!layer || !header.ends_with(".hpp")) {
      faults.push_back(place(header, 1) + "in no layer, or not named .hpp");
      continue;
    }
    for (const auto& [line, name] : includes) {
      const Layer* const below = layer_of(name);
      if (name.empty())
        faults.push_back(place(header, line) + "#include without <...>");
      else if (!name.starts_with("whence/")) {
        if (!lists(layer->standard_headers, name))
          faults.push_back(place(header, line) + "<" + name + "> is not among the standard headers of layer " +
                           std::string(layer->name));
      } else if (!tree.count(name))
        faults.push_back(place(header, line) + "<" + name + "> does not exist");
      else if (below > layer)
        faults.push_back(place(header, line) + "<" + name + "> is above layer " + std::string(layer->name));
    }
  }
  find_circles(graph, faults);
  return faults;
}

// Files for users must not include from the folders of include/whence.
Faults faults_of_users(const Tree& texts) {
  Faults faults;
  for (const auto& [file, text] : texts) {
    std::istringstream in(text);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      const auto name = line.starts_with("#include <whence/") ? line.substr(10, line.find('>') - 10) : "";
      if (std::count(name.begin(), name.end(), '/') > 1)
        faults.push_back(place(file, number) + "<" + name + "> is internal: include a header directly in whence/");
    }
  }
  return faults;
}

// A small set of headers that breaks each rule once, and the same set without faults.
int self_test() {
  const std::string once = "#pragma once\n";
  const Tree sound = {
      {"whence/base/text.hpp", once + "#include <cstdint>\n"},
      {"whence/base/json.hpp", once + "// #include <map>\n/*\n#include \"x\"\n*/\n#include <whence/base/text.hpp>\n"},
      {"whence/policy/arn.hpp",
       once + "constexpr auto any = \"role/*\";\n#include <whence/base/json.hpp>\nint n = 1'000;\n"},
      {"whence/whence.hpp", once + "#  include <whence/policy/arn.hpp>  // below\n"},
      {"whence/document/policy.hpp", once + "#include <vector>\n#include <whence/whence.hpp>\n"},
      {"whence/explain/words.hpp",
       once + "auto text = R\"(\n#include <map>\n)\";\n#include <whence/document/policy.hpp>\n"},
  };
  const struct {
    std::string header, text, fault;
  } cases[] = {
      {"whence/base/text.hpp", once + "\n#include <whence/policy/arn.hpp>\n",
       "whence/base/text.hpp:3: <whence/policy/arn.hpp> is above layer base"},
      {"whence/policy/arn.hpp", once + "#include <whence/whence.hpp>\n",
       "whence/policy/arn.hpp:2: <whence/whence.hpp> is above layer policy"},
      {"whence/document/policy.hpp", once + "#include <whence/explain/words.hpp>\n",
       "whence/document/policy.hpp:2: <whence/explain/words.hpp> is above layer document"},
      {"whence/base/text.hpp", once + "constexpr auto any = \"role/*\";\n#include <string>\n",
       "whence/base/text.hpp:3: <string> is not among the standard headers of layer base"},
      {"whence/document/policy.hpp", once + "#include <ostream>\n",
       "whence/document/policy.hpp:2: <ostream> is not among the standard headers of layer document"},
      {"whence/base/text.hpp", "// #pragma once\n", "whence/base/text.hpp:1: no #pragma once"},
      {"whence/base/text.hpp", once + std::string(399, '\n') + "int last;\n",
       "whence/base/text.hpp:401: longer than 400 lines"},
      {"whence/base/text.hpp", once + "# include \"json.hpp\"\n", "whence/base/text.hpp:2: #include without <...>"},
      {"whence/base/text.hpp", once + "#include \"whence needs C++20: \"\n",
       "whence/base/text.hpp:2: #include without <...>"},
      {"whence/base/text.hpp", once + "#include WHENCE_JSON\n", "whence/base/text.hpp:2: #include without <...>"},
      {"whence/base/text.hpp", once + "#include <whence/base/gone.hpp>\n",
       "whence/base/text.hpp:2: <whence/base/gone.hpp> does not exist"},
      {"whence/base/text.hpp", once + "#include <whence/base/json.hpp>\n",
       "whence/base/text.hpp:2: <whence/base/json.hpp> includes this header in turn: a circle"},
      {"whence/base/text.hpp", once + "#include <whence/base/text.hpp>\n",
       "whence/base/text.hpp:2: <whence/base/text.hpp> includes this header in turn: a circle"},
      {"whence/attic/old.hpp", once, "whence/attic/old.hpp:1: in no layer, or not named .hpp"},
      {"whence/base/text.inc", once, "whence/base/text.inc:1: in no layer, or not named .hpp"},
      {"whence/names/json.hpp", once, "whence/names/json.hpp:1: has the same name as whence/base/json.hpp"},
  };
  int failures = 0;
  const auto expect_found = [&](const Faults& found, const Faults& expected) {
    if (found == expected) return;
    ++failures;
    std::cerr << "expected: " << (expected.empty() ? "no fault" : expected[0]) << "\nfound:\n";
    for (const auto& fault : found) std::cerr << "  " << fault << '\n';
  };
  const auto expect = [&](const Tree& tree, const Faults& expected) { expect_found(faults_of(tree), expected); };
  expect(sound, {});
  expect({}, {"no headers found"});
  for (const auto& [header, text, fault] : cases) {
    Tree broken = sound;
    broken[header] = text;
    expect(broken, {fault});
  }
  expect_found(faults_of_users({{"README.md", "#include <whence/whence.hpp>\n#include <string>\n"}}), {});
  expect_found(faults_of_users({{"README.md", "\n#include <whence/base/text.hpp>\n"}}),
               {"README.md:2: <whence/base/text.hpp> is internal: include a header directly in whence/"});
  return failures > 0;
}

void read_into(Tree& tree, const std::filesystem::path& folder, const std::filesystem::path& base, bool documents) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool is_document = entry.path().extension() == ".md";
    if (!entry.is_regular_file() || (is_document && !documents)) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    tree[entry.path().lexically_relative(base).generic_string()] = {std::istreambuf_iterator<char>(in),
                                                                    std::istreambuf_iterator<char>()};
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: house PROJECT_DIR|--self-test\n";
    return 2;
  }
  if (argv[1] == std::string_view("--self-test")) return self_test();
  const std::filesystem::path root = argv[1];
  Tree headers, for_users;
  read_into(headers, root / "include" / "whence", root / "include", false);
  for (const char* const folder : {"examples", "tests/readme", ".github", "include"}) {
    Tree found;
    read_into(found, root / folder, root, true);
    for (auto& [file, text] : found)
      if (!file.starts_with("include/") || file.ends_with(".md")) for_users[file] = std::move(text);
  }
  std::ifstream readme(root / "README.md", std::ios::binary);
  for_users["README.md"] = {std::istreambuf_iterator<char>(readme), std::istreambuf_iterator<char>()};
  auto faults = faults_of(headers);
  for (const auto& fault : faults_of_users(for_users)) faults.push_back(fault);
  for (const auto& fault : faults) std::cerr << argv[1] << '/' << fault << '\n';
  return !faults.empty();
}
