// Any bytes as what the tools read and draw: the options of who_can_read, lines and JSON values of files, a wrong
// document, a wrapped policy, a picture, a text for a terminal. The first byte says which.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude tests/fuzz/tools.cpp -o fuzz
//   mkdir found && ./fuzz -max_len=4096 found tests/fuzz/corpus/tools
#include <whence/draw.hpp>
#include <whence/explain.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "../../examples/files.hpp"
#include "../../examples/who_can_read_options.hpp"

namespace {

using namespace whence;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// A byte, and the bytes behind it.
unsigned take(Text& bytes) {
  const unsigned first = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
  bytes = bytes.part(1);
  return first;
}

// The pieces between the bytes 0x1F.
std::vector<std::string> pieces_of(Text bytes) {
  std::vector<std::string> out;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\x1F');
    out.emplace_back(bytes.part(0, end));
    bytes = end == Text::npos ? Text() : bytes.part(end + 1);
  }
  return out;
}

bool has_control_characters(Text text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = detail::character_at(text, at);
    if (detail::is_control(character.code)) return true;
    at += character.size;
  }
  return false;
}

void options(Text bytes) {
  const std::vector<std::string> pieces = pieces_of(bytes);
  std::vector<const char*> words;
  for (const std::string& each : pieces) words.push_back(each.c_str());
  front::Words given(who_can_read::front_options.all, static_cast<int>(words.size()), words.data());
  who_can_read::OptionReader reader(given);
  const bool understood = reader.read();
  require(understood == given.why().empty());
  if (!understood) return;
  const Environment& environment = reader.options().environment;
  require(environment.hop_limit >= 1 && environment.hop_limit <= 64);
  // The answers do not depend on which source is asked about first.
  for (const catalog::CredentialSource* const source : {catalog::all[0], catalog::all[catalog::source_count - 1]}) {
    for (const VantageReading& each : readings_of(*source, environment)) {
      require(each.reading.verdict.rule != nullptr || each.reading.verdict);
    }
  }
}

// The pieces of a file are the same lines, however it is cut.
void lines(Text bytes) {
  const std::size_t longest = 1 + take(bytes);
  const std::size_t piece = 1 + take(bytes);
  std::vector<std::string> all, again;
  front::LineSplitter splitter(longest), whole(longest);
  bool fits = true;
  for (std::size_t at = 0; at < bytes.size() && fits; at += piece) {
    const Text part = bytes.part(at, piece);
    fits = splitter.take(part.data(), part.size(), [&](unsigned long number, const std::string& line) {
      all.push_back(line);
      require(number == all.size());
    });
  }
  splitter.finish([&](unsigned long, const std::string& line) { all.push_back(line); });
  const bool fits_whole =
      whole.take(bytes.data(), bytes.size(), [&](unsigned long, const std::string& line) { again.push_back(line); });
  whole.finish([&](unsigned long, const std::string& line) { again.push_back(line); });
  require(all == again && fits == fits_whole);
  for (const std::string& line : all) require(line.size() <= longest && line.find('\n') == std::string::npos);
}

// A value is a part of the text, at its place, and no byte is in two values.
void values(Text bytes) {
  front::LineSplitter splitter;
  front::ValueSplitter values(bytes.size() + 1);
  std::size_t from = 0;
  const auto visit = [&](const front::JsonValue& value) {
    if (value.fault != nullptr) return require(value.text.empty());
    std::size_t at = 0;
    for (unsigned long line = 1; line < value.line; ++line) {
      const std::size_t end = bytes.find('\n', at);
      require(end != Text::npos);
      at = end + 1;
    }
    at += value.column - 1;
    require(at >= from && bytes.part(at, value.text.size()) == value.text);
    from = at + value.text.size();
    const front::WrongDocument is = front::name_of_document(value.text, front::Reads::scenario);
    require(is.what != nullptr || is.advice == nullptr);
  };
  const auto take = [&](unsigned long number, const std::string& line) { require(values.line(number, line, visit)); };
  splitter.take(bytes.data(), bytes.size(), take);
  splitter.finish(take);
  values.finish(visit);
}

// Whatever is in a wrapped policy comes from a byte of the text.
void wrapped(Text bytes) {
  const auto kind = static_cast<PolicyKind>(take(bytes) % 5);
  const WrappedPolicy wrapped(bytes, kind);
  const Text policy = wrapped.policy();
  require(wrapped.begins_at() <= bytes.size());
  for (std::uint32_t at = 0; at <= policy.size(); ++at) {
    require(wrapped.offset_in_text(at) <= bytes.size());
    if (!wrapped.is_decoded() && at < policy.size()) require(bytes[wrapped.offset_in_text(at)] == policy[at]);
  }
  const WrappedPolicy again(policy, kind);
  require(wrapped.is_decoded() || again.policy().size() <= policy.size());
  const std::string hidden = front::without_keys(bytes);
  require(hidden.size() == bytes.size() && front::without_keys(hidden) == hidden);
  const front::WrongDocument is = front::name_of_document(bytes, front::Reads::policy);
  require(is.what != nullptr || is.advice == nullptr);
  front::name_of_word(bytes);
}

void drawing(Text bytes) {
  const std::size_t nodes = take(bytes) % 40, edges = take(bytes) % 80;
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < 2 * edges; ++i) ends.push_back(take(bytes));
  const std::vector<std::string> words = pieces_of(bytes);
  std::size_t next = 0;
  const auto word = [&] { return words.empty() ? Text() : Text(words[next++ % words.size()]); };
  Picture picture;
  picture.id = word();
  picture.title = word();
  picture.about = word();
  constexpr Plane planes[] = {Plane::client, Plane::control, Plane::data, Plane::regional_control,
                              Plane::zonal_control};
  for (std::size_t i = 0; i < nodes; ++i) {
    PictureNode& node = picture.add(word(), word(), planes[i % 5]);
    node.say(word(), word(), i % 2 == 0).say({}, word());
    if (i % 3 == 0) node.caveat = word();
    node.step = i % 4;
  }
  for (std::size_t i = 0; i < edges; ++i) {
    // 255 and 254 stand for the two functions that name the last nodes.
    if (ends[2 * i] == 255) {
      picture.lead(word());
    } else if (ends[2 * i] == 254) {
      picture.offer();
    } else {
      picture.join(ends[2 * i] % (nodes + 1), ends[2 * i + 1] % (nodes + 1), word(), i % 2 == 0 ? word() : Text());
    }
  }
  const PictureFault fault = picture.fault();
  const Text sentence = sentence_of(fault);
  const std::size_t drawn = fault == PictureFault::none ? nodes : 1;
  for (const Form form : {Form::wide, Form::narrow}) {
    const Layout layout = layout_of(picture, form);
    require(layout.nodes.size() == drawn);
    require(layout.arrows.size() == (fault == PictureFault::none ? edges : 0));
    for (const Arrow& arrow : layout.arrows) require(arrow.points >= 2 && arrow.points <= 4);
    require(layout.texts.size() < 100 + 40 * bytes.size() + 100 * drawn);
    const std::string drawing = svg::to_svg(picture, form);
    require(drawing.find("</svg>") != std::string::npos);
    for (const char c : drawing) require(static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t');
    if (fault != PictureFault::none) require(drawing.find(std::string(sentence)) != std::string::npos);
  }
  for (const std::string& text : {to_mermaid(picture), to_dot(picture)}) {
    for (const char c : text) require((static_cast<unsigned char>(c) >= 0x20U && c != 0x7F) || c == '\n');
    if (fault != PictureFault::none) require(text.find(std::string(sentence)) != std::string::npos);
  }
}

void terminal(Text bytes) {
  const std::string shown = visible(bytes);
  require(!has_control_characters(shown));
  require(visible(shown) == shown);
  if (!has_control_characters(bytes)) require(bytes == shown);
  require(shown.size() <= 6 * bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Text bytes(reinterpret_cast<const char*>(data), size);
  switch (take(bytes)) {
    case 'o': options(bytes); break;
    case 'l': lines(bytes); break;
    case 'v': values(bytes); break;
    case 'w': wrapped(bytes); break;
    case 'd': drawing(bytes); break;
    default: terminal(bytes);
  }
  return 0;
}
