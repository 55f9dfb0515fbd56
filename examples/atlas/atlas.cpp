// atlas: the catalogue of credential sources as a page, as pictures, as JSON and as Markdown.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <whence/draw.hpp>

#include "../lines.hpp"
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

int list_formats(Text word) {
  show(stderr, word, ": unknown format; the formats are:");
  for (const Text format : formats) std::fprintf(stderr, " %s", std::string(format).c_str());
  std::fputs("\n", stderr);
  return 2;
}

int list_sources(Text word) {
  show(stderr, word, ": unknown source; the sources are:\n  all\n");
  for (const catalog::CredentialSource* const source : catalog::all) {
    std::fprintf(stderr, "  %s %s\n", number_of(*source).c_str(), std::string(source->key()).c_str());
  }
  return 2;
}

int list_pictures(Text word) {
  show(stderr, word, ": unknown picture; the pictures are:\n");
  for (const auto make : talk_pictures) {
    const Picture picture = make();
    std::fprintf(stderr, "  %s %s\n", std::string(picture.id).c_str(), std::string(picture.title).c_str());
  }
  return 2;
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
  std::FILE* const out = path == nullptr ? stdout : std::fopen(path, "wb");
  bool written = out != nullptr && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  int why = errno;
  if (out != nullptr && (path == nullptr ? std::fflush(out) : std::fclose(out)) != 0) {
    written = false;
    why = errno;
  }
  if (written) return 0;
  show(stderr, path == nullptr ? "standard output" : path, ": cannot be written: ", std::strerror(why), "\n");
  return 1;
}

const catalog::CredentialSource* const* find_source(Text word) {
  for (const catalog::CredentialSource* const& source : catalog::all) {
    const std::string number = number_of(*source);
    const bool is_number = word == number || (number[0] == '0' && word == number.substr(1));
    if (is_number || word == source->key()) return &source;
  }
  return nullptr;
}

int refuse(const char* why) {
  std::fprintf(stderr, "%s; see --help\n", why);
  return 2;
}

int run(Options options) {
  bool known = options.format.empty();
  for (const Text format : formats) known = known || format == options.format;
  if (!known) return list_formats(options.format);
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
    return list_pictures(options.picture);
  }
  if (options.source == "all") {
    if (is_drawing(options.format)) return refuse("mermaid, dot and svg need one --source or one --picture");
    return put(text_of(catalog::all, options), options.output);
  }
  const catalog::CredentialSource* const* const source = find_source(options.source);
  if (source == nullptr) return list_sources(options.source);
  if (is_drawing(options.format)) return put(draw(picture_of(**source), options), options.output);
  return put(text_of({source, 1}, options), options.output);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const Text word = argv[i];
    if (word == "--help" || word == "-h") {
      std::printf(usage, static_cast<unsigned long>(Span(talk_pictures).size()));
      return 0;
    }
    if (word == "--narrow") {
      options.narrow = true;
      continue;
    }
    Text* const value = word == "--source"    ? &options.source
                        : word == "--picture" ? &options.picture
                        : word == "--format"  ? &options.format
                                              : nullptr;
    if (value == nullptr && word != "--output") {
      show(stderr, argv[i], ": unknown option; see --help\n");
      return 2;
    }
    if (i + 1 == argc) {
      show(stderr, argv[i], " needs a value; see --help\n");
      return 2;
    }
    ++i;
    if (value != nullptr)
      *value = argv[i];
    else
      options.output = argv[i];
  }
  return run(options);
}
