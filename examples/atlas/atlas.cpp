// atlas: the catalogue of credential sources as a page, as pictures, as JSON and as Markdown.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <whence/draw.hpp>

#include "../front.hpp"
#include "json.hpp"
#include "markdown.hpp"
#include "page.hpp"
#include "talk_pictures.hpp"

using namespace whence;
using namespace atlas;

namespace {

constexpr const char* usage =
    "usage: atlas [--source KEY|ID|all] [--picture NAME] [--format FORMAT] [--narrow] [--output FILE]\n"
    "\n"
    "Prints where AWS credentials come from: who assumes the role, where the credential rests, who can read it.\n"
    "  --source   one source, by its key or its number; without it, all of them\n"
    "  --picture  a picture of the talk instead, talk-1 to talk-%lu: mermaid, dot or svg\n"
    "  --format   markdown (the default), json (a line for each source), html (a page with everything),\n"
    "             mermaid, dot or svg (of one picture)\n"
    "  --narrow   with --format svg: a narrow picture, for a phone\n"
    "  --output   the file to write; without it, standard output\n"
    "  --help, -h prints this text\n"
    "  --version  prints the version\n"
    "\n"
    "exit status: 0; 1 if the output cannot be written; 2 if an option is wrong\n";

constexpr Text formats[] = {"html", "json", "markdown", "mermaid", "dot", "svg"};

struct Options {
  Text source = "all";
  Text picture{};
  Text format{};
  const char* output = nullptr;
  bool narrow = false;
};

bool is_drawing(Text format) { return format == "mermaid" || format == "dot" || format == "svg"; }

void list_formats(front::Words& words, Text word) {
  std::string known;
  for (const Text format : formats) write(known, " ", format);
  words.refuse("--format ", word, ": unknown format; the formats are:", known);
}

void list_sources(front::Words& words, Text word) {
  std::string known = "\n  all";
  for (const catalog::CredentialSource* const source : catalog::all) {
    write(known, "\n  ", number_of(*source).c_str(), " ", source->key());
  }
  words.refuse("--source ", word, ": unknown source; the sources are:", known);
}

void list_pictures(front::Words& words, Text word) {
  std::string known;
  for (const auto make : talk_pictures) {
    const Picture picture = make();
    write(known, "\n  ", picture.id, " ", picture.title);
  }
  words.refuse("--picture ", word, ": unknown picture; the pictures are:", known);
}

std::string draw(const Picture& picture, const Options& options) {
  if (options.format == "mermaid") return to_mermaid(picture);
  if (options.format == "dot") return to_dot(picture);
  return svg::to_svg(picture, options.narrow ? Form::narrow : Form::wide);
}

std::string text_of(Span<const catalog::CredentialSource*> sources, const Options& options) {
  if (options.format == "html") return html::page(sources);
  std::string out;
  if (options.format == "json") {
    for (const catalog::CredentialSource* const source : sources) write_source_as_json(out, *source);
    return out;
  }
  if (sources.size() > 1) write(out, markdown::source_tables(sources), "\n");
  for (std::size_t i = 0; i < sources.size(); ++i) {
    write(out, i > 0 ? "\n" : "", markdown::source_section(*sources[i]));
  }
  return out;
}

int put(const std::string& text, const char* path) {
  if (path == nullptr) {
    front::put_as_it_is(text);
    return front::yes;
  }
  errno = 0;
  std::FILE* const out = std::fopen(path, "wb");
  bool written = out != nullptr && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  int why = errno;
  if (out != nullptr && std::fclose(out) != 0) {
    written = false;
    why = errno;
  }
  if (written) return front::yes;
  front::complain(path, ": cannot be written: ", front::reason(why), "\n");
  return front::no;
}

const catalog::CredentialSource* const* find_source(Text word) {
  for (const catalog::CredentialSource* const& source : catalog::all) {
    const std::string number = number_of(*source);
    const bool is_number = word == number || (number[0] == '0' && word == number.substr(1));
    if (is_number || word == source->key()) return &source;
  }
  return nullptr;
}

int answer(front::Words& words, Options options) {
  const auto refuse = [&](const char* why) {
    words.refuse(why, "; see --help");
    return front::bad_input;
  };
  bool known = options.format.empty();
  for (const Text format : formats) known = known || format == options.format;
  if (!known) return list_formats(words, options.format), front::bad_input;
  if (options.format.empty()) options.format = options.picture.empty() ? "markdown" : "svg";
  if (options.narrow && options.format != "svg") return refuse("--narrow needs --format svg");
  if (!options.picture.empty()) {
    if (options.source != "all") return refuse("--picture and --source cannot be combined");
    for (const auto make : talk_pictures) {
      const Picture picture = make();
      if (picture.id != options.picture) continue;
      if (!is_drawing(options.format)) return refuse("--picture needs the format mermaid, dot or svg");
      return put(draw(picture, options), options.output);
    }
    return list_pictures(words, options.picture), front::bad_input;
  }
  if (options.source == "all") {
    if (is_drawing(options.format)) return refuse("mermaid, dot and svg need one --source or one --picture");
    return put(text_of(catalog::all, options), options.output);
  }
  const catalog::CredentialSource* const* const source = find_source(options.source);
  if (source == nullptr) return list_sources(words, options.source), front::bad_input;
  if (is_drawing(options.format)) return put(draw(picture_of(**source), options), options.output);
  return put(text_of({source, 1}, options), options.output);
}

constexpr front::Option known_options[] = {
    {"--source", true}, {"--picture", true}, {"--format", true}, {"--narrow"}, {"--output", true}};

int read_options(front::Words& words) {
  Options options;
  while (words.next()) {
    const Text option = words.option();
    if (option == "--source") options.source = words.value();
    if (option == "--picture") options.picture = words.value();
    if (option == "--format") options.format = words.value();
    if (option == "--narrow") options.narrow = true;
    if (option == "--output") options.output = words.value();
    if (option.empty()) words.refuse(words.value(), ": this tool takes only options; see --help");
  }
  return words.why().empty() ? answer(words, options) : front::bad_input;
}

}  // namespace

int main(int argc, char** argv) {
  std::string help = usage;
  const std::size_t count = help.find("%lu");
  help.replace(count, 3, std::to_string(Span(talk_pictures).size()));
  return front::run("atlas", help, known_options, argc, argv, read_options);
}
