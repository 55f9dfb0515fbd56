// The types of the extracts: the expected contents of the catalogue, typed a second time and independently of it. The
// letters in parentheses, here and in the tests, are the columns of a table with a row for each credential source:
//   (a) the trust policy                  (b) the caller, and its operation     (c) the plane of the caller
//   (d) where the credential rests        (e) how a workload finds it           (f) who can read it
//   (g) the name of the session           (h) lifetime and rotation             (j) what CloudTrail records
//   (i) whether the workload assumes      (k) the grades
#pragma once

#include <initializer_list>
#include <whence/catalog/credential_source.hpp>

namespace extract {

using namespace whence;
using namespace whence::catalog;

template <class Element, std::size_t Capacity>
struct List {
  Element elements[Capacity]{};
  std::size_t count = 0;

  constexpr List() = default;
  constexpr List(std::initializer_list<Element> given) {
    for (const Element& element : given) elements[count++] = element;
  }
  [[nodiscard]] constexpr const Element* begin() const { return elements; }
  [[nodiscard]] constexpr const Element* end() const { return elements + count; }
  [[nodiscard]] constexpr std::size_t size() const { return count; }
};
using Texts = List<Text, 8>;

/// What a text of the source must say.
enum class Telling : std::uint8_t {
  nothing,           // it is empty
  words,             // it holds all of them
  nothing_or_words,  // it does not exist; a source may say so, and name an alternative
  nobody,            // it is empty, or says that nobody can
  not_known,         // it says "unknown", or its source is graded inferred or unverified
  something,         // it is not empty; another row has the words
  anything,          // the table does not say
};
struct Words {
  Telling telling = Telling::nothing;
  Texts fragments{};

  constexpr Words() = default;
  constexpr Words(Telling told, Texts words = {}) : telling(told), fragments(words) {}
  constexpr Words(std::initializer_list<Text> words) : telling(Telling::words), fragments(words) {}
};
inline constexpr Words anything{Telling::anything}, something{Telling::something}, nobody{Telling::nobody},
    unverified{Telling::not_known};
[[nodiscard]] constexpr Words nothing_or(std::initializer_list<Text> words) {
  return {Telling::nothing_or_words, words};
}

/// The grades that a source may have.
struct Grades {
  Grade best = Grade::source_code_or_record;
  Grade worst = Grade::disputed;
  [[nodiscard]] constexpr bool hold(Grade grade) const { return best <= grade && grade <= worst; }
};
inline constexpr Grades any_grade{};
inline constexpr Grades by_record{Grade::source_code_or_record, Grade::source_code_or_record};
inline constexpr Grades by_manual{Grade::documentation, Grade::documentation};
inline constexpr Grades by_record_or_manual{Grade::source_code_or_record, Grade::documentation};
inline constexpr Grades by_third_party{Grade::third_party, Grade::third_party};
inline constexpr Grades by_memory{Grade::inferred, Grade::unverified};

/// The table does not say the plane of the place, or its medium.
inline constexpr PlaneKind any_plane{0xff};
inline constexpr PlaneKind outside_aws{0xfe};  // the client or the data plane, where customers have their software
inline constexpr Medium any_medium{0xff};
struct Hop {
  PlaneKind plane{};
  Medium medium{};
  Text fragment{};        // of the name, the address or the owner, in any letter case
  bool optional = false;  // the table has it in parentheses, or as the way to the next place
};
[[nodiscard]] constexpr Hop perhaps(Hop hop) {
  hop.optional = true;
  return hop;
}

/// <what> in a value stands for a part that varies, <...> for any rest.
struct Found {
  SurfaceKind kind{};
  Text value{};
};
[[nodiscard]] constexpr Found variable(Text name) { return {SurfaceKind::environment_variable, name}; }
[[nodiscard]] constexpr Found url(Text value) { return {SurfaceKind::url, value}; }
[[nodiscard]] constexpr Found path(Text value) { return {SurfaceKind::path, value}; }
[[nodiscard]] constexpr Found header(Text name) { return {SurfaceKind::header, name}; }
[[nodiscard]] constexpr Found file(Text name) { return {SurfaceKind::file, name}; }
struct Surfaces {
  Telling telling = Telling::nothing;  // words: all of these, and others if there are
  List<Found, 12> found{};
  constexpr Surfaces() = default;
  constexpr Surfaces(Telling told) : telling(told) {}
  constexpr Surfaces(std::initializer_list<Found> all) : telling(Telling::words), found(all) {}
};

/// A figure, or a range; a source may omit it if the table is not sure.
struct Seconds {
  std::int64_t least = -1;
  std::int64_t most = -1;
  bool optional = false;
  constexpr Seconds() = default;
  constexpr Seconds(std::int64_t exactly) : least(exactly), most(exactly) {}
  constexpr Seconds(std::int64_t from, std::int64_t to, bool may_lack = false)
      : least(from), most(to), optional(may_lack) {}
  [[nodiscard]] constexpr bool agree_with(std::int64_t figure) const {
    return (least <= figure && figure <= most) || (optional && figure == -1);
  }
};
[[nodiscard]] constexpr Seconds or_untold(std::int64_t seconds) { return {seconds, seconds, true}; }

/// One record. "*" stands for a value that the table does not have; if the service varies, invoked_by is "<service>".
struct Event {
  Text event{};
  Text type{};
  Text invoked_by{};
};

/// One row. A field that is omitted must be empty or unbounded in the source; an omitted grade can be any grade.
struct Extract {
  SourceId row{};
  TrustKind trust_kind = TrustKind::no_trust_policy;  // (a)
  Texts principal{};
  Texts actions{};  // all of them, in any order
  Texts conditions{};
  Grades trust_grade = any_grade;  // (k)
  Words assumer{};                 // (b)
  PlaneKind assumer_plane{};       // (c)
  Text action{};                   // (b) "*": the table has no name; ":Name": of any service
  Words requester{};
  Grades assumer_grade{};            // (k)
  SelfAssumption self_assumption{};  // (i)
  List<Hop, 8> custody{};            // (d) in this order
  Grades custody_grade = any_grade;  // (k)
  Surfaces surfaces{};               // (e)
  Text file_on_windows{};
  Words readers{};                   // (f)
  Words session_name{};              // (g)
  Grades session_grade = any_grade;  // (g), (k)
  Seconds usual{}, least{}, most{};  // (h)
  Grades lifetime_grade = any_grade;
  Words rotation = anything;
  List<Event, 4> trail{};  // (j)
  bool missing = false;    // something is not known, or was not found
  Text unseen{};           // the event of which no record was seen, "*": any: a source has none, or an uncertain one
};

}  // namespace extract
