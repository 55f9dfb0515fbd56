#include <iterator>
#include <string>

#include <whence/draw.hpp>

#include "atlas/json.hpp"
#include "atlas/markdown.hpp"
#include "atlas/page.hpp"
#include "atlas/sha256.hpp"
#include "atlas/talk_pictures.hpp"

#include "dual.hpp"

using namespace whence;
using namespace atlas;

namespace {

bool has(const std::string& text, const std::string& wanted) { return text.find(wanted) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& wanted) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != std::string::npos; at += wanted.size()) ++found;
  return found;
}

std::string in_markup(Text text) {
  std::string out;
  write_markup(out, text);
  return out;
}

// What every writer could trip over.
constexpr Text nasty = "\"a\" <b> & |c| {d} [e] `f` 'g' \\h #i; -->";

constexpr Picture nasty_picture() {
  Picture picture{.id = "nasty", .title = nasty, .about = nasty};
  picture.add(nasty, nasty, Plane::client).say(nasty, nasty, true);
  picture.add("second", "second", Plane::data);
  picture.lead(nasty, nasty);
  return picture;
}

constexpr bool overlap(const Rectangle& a, const Rectangle& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}
constexpr bool contains(const Rectangle& outer, const Rectangle& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

// Whether all that a layout places stands where it may.
constexpr bool is_sound(const Picture& picture, Form form) {
  const Layout layout = layout_of(picture, form);
  if (layout.nodes.size() != picture.nodes.size()) return false;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    const PlacedNode& node = layout.nodes[i];
    if (!contains(layout.lanes[node.lane], node.box)) return false;
    for (std::size_t k = 0; k < i; ++k) {
      if (overlap(node.box, layout.nodes[k].box)) return false;
    }
  }
  for (const TextRun& run : layout.texts) {
    if (run.x < 0 || run.x > layout.measures.width || run.y < 0 || run.y > layout.height) return false;
  }
  return true;
}

template <class Each>
void for_each_picture(Each each) {
  for (const catalog::CredentialSource* const entry : catalog::all) each(picture_of(*entry));
  for (const auto make : talk_pictures) each(make());
}

}  // namespace

DUAL_TEST_CASE("the picture of the instance profile runs from the assumer to the user") {
  const Picture picture = picture_of(catalog::instance_profile);
  EXPECT(picture.nodes.size() == 5);
  EXPECT(picture.nodes[0].title == "the EC2 service");
  EXPECT(picture.nodes[0].plane == Plane::zonal_control);
  EXPECT(picture.nodes[0].lines[0].value == "sts:AssumeRole");
  EXPECT(picture.nodes[1].lines[0].value == "ec2.amazonaws.com");
  EXPECT(picture.nodes[2].caveat == "inferred");
  EXPECT(picture.nodes[3].lines[2].label == "read by");
  EXPECT(picture.nodes[4].plane == Plane::data);
  EXPECT(picture.edges.size() == 4);
  for (std::size_t i = 0; i < picture.edges.size(); ++i) {
    EXPECT(picture.edges[i].from == i);
    EXPECT(picture.edges[i].to == i + 1);
  }
}

DUAL_TEST_CASE("where there is no trust policy, no role is drawn") {
  const Picture picture = picture_of(catalog::instance_identity);
  EXPECT(picture.nodes.size() == 4);
  EXPECT(picture.nodes[0].caption == "instead of an assumer");
  EXPECT(picture.nodes[0].lines[0].value == "no visible STS operation");
}

DUAL_TEST_CASE("places of which the credential takes one are joined by the word or, and no arrow leads on") {
  const Picture picture = picture_of(catalog::roles_anywhere);
  EXPECT(picture.nodes[5].title == catalog::helper_output.name);
  EXPECT(picture.edges[4].has_a_head);
  for (std::size_t i = 5; i < 7; ++i) {
    EXPECT(picture.edges[i].label == "or");
    EXPECT(!picture.edges[i].has_a_head);
    EXPECT(picture.nodes[i + 1].step == 3);
  }
  EXPECT(picture.edges[7].label == "signs with it");
  EXPECT(picture_of(catalog::root_user).edges[2].label == "or");
  EXPECT(picture_of(catalog::saml_federation).edges[3].label == "or");
}

DUAL_TEST_CASE("a program acts as a principal where it stands, and asks one elsewhere") {
  EXPECT(picture_of(catalog::cli_profile).edges[0].label == "acts as");
  EXPECT(picture_of(catalog::root_user).edges[0].label.empty());
  EXPECT(picture_of(catalog::host_management).edges[0].label == "asks");
}

DUAL_TEST_CASE("whoever signs with what no one outside can read is drawn on AWS's side") {
  const Picture picture = picture_of(catalog::eks_fargate_pod_execution);
  EXPECT(picture.nodes[picture.nodes.size() - 1].plane == Plane::control);
}

DUAL_TEST_CASE("what is not known is drawn as such, and says so") {
  constexpr catalog::CredentialSource source{.id = catalog::SourceId::glue_job,
                                             .name = "a job",
                                             .assumer = {"a service", Plane::control},
                                             .user = {"a script"}};
  const Picture picture = picture_of(source);
  EXPECT(picture.nodes.size() == 3);
  EXPECT(picture.nodes[1].caveat == "unknown");
  EXPECT(picture.edges[0].caveat == "unknown");
  EXPECT(layout_of(picture, Form::wide).nodes[1].uncertain);
  EXPECT(layout_of(picture, Form::wide).arrows[0].uncertain);
}

DUAL_TEST_CASE("the talk's last picture follows the findings: host management leaves EC2 out") {
  const Picture picture = talk_picture_of_the_credentials();
  EXPECT(picture.nodes[1].title == catalog::profile_path.name);
  EXPECT(picture.nodes[3].title == catalog::identity_path.name);
  EXPECT(picture.nodes[5].title == catalog::token_reply.name);
  EXPECT(picture.nodes[7].title == catalog::agent_file_linux.name);
}

DUAL_TEST_CASE("boxes keep to their lanes and apart") {
  EXPECT(is_sound(picture_of(catalog::instance_profile), Form::wide));
  EXPECT(is_sound(picture_of(catalog::instance_profile), Form::narrow));
  EXPECT(is_sound(talk_picture_of_the_planes(), Form::wide));
}

TEST_CASE("boxes of every picture keep to their lanes and apart") {
  for_each_picture([](const Picture& picture) {
    CAPTURE(std::string(picture.id));
    CHECK(is_sound(picture, Form::wide));
    CHECK(is_sound(picture, Form::narrow));
  });
}

DUAL_TEST_CASE("a picture keeps the texts that nobody else keeps, and takes them along when it moves") {
  Picture made{.id = "made"};
  {
    const char printed[] = {'a', 'p', 'p'};
    made.add("role", made.keep({printed, 3}), Plane::control);
  }
  for (int i = 0; i < 20; ++i) made.keep("another");
  const Picture moved = static_cast<Picture&&>(made);
  EXPECT(moved.nodes[0].title == "app");
}

TEST_CASE("a picture may have any number of boxes, lines and arrows") {
  constexpr Plane planes[] = {Plane::client, Plane::control, Plane::data};
  Picture picture{.id = "large"};
  for (std::size_t i = 0; i < 200; ++i) {
    PictureNode& node = picture.add("session", picture.keep(std::to_string(i)), planes[i % 3]);
    for (std::size_t line = 0; line < 30; ++line) node.say("tag", node.title);
    if (i > 0) picture.lead("assumes");
  }
  CHECK(is_sound(picture, Form::wide));
  CHECK(is_sound(picture, Form::narrow));
  CHECK(count(svg::to_svg(picture), "<path class=\"a") == 199);
}

DUAL_TEST_CASE("a wrapped text loses nothing but the spaces at its breaks") {
  for (const Text text : {Text("one two three four five"), Text("http://169.254.169.254/latest/meta-data/iam"),
                          Text("RequestManagedInstanceRoleToken"), Text("a\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 b")}) {
    std::size_t kept = 0, lines = 0, spaces = 0;
    bool fits = true;
    wrap(text, Face::plain, 300, 700, [&](Text line) {
      kept += line.size();
      ++lines;
      fits = fits && width_of(line, Face::plain) <= 700;
      // A byte that goes on with a character begins no line.
      fits = fits && (line.empty() || (static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U);
    });
    for (const char c : text) spaces += c == ' ' ? 1U : 0U;
    EXPECT(fits);
    EXPECT(lines > 1);
    EXPECT(kept <= text.size());
    EXPECT(kept + spaces >= text.size());
  }
}

DUAL_TEST_CASE("a word that fits whole on the next line is not cut, and a placeholder is not parted from its bracket") {
  std::size_t lines = 0;
  wrap("sts:AssumeRole", Face::code, 610, 1000,
       [&](Text line) { EXPECT(line == (lines++ == 0 ? "" : "sts:AssumeRole")); });
  EXPECT(lines == 2);
  lines = 0;
  wrap("credentials/<uuid>", Face::code, 13 * 61, 13 * 61,
       [&](Text line) { EXPECT(line == (lines++ == 0 ? "credentials/" : "<uuid>")); });
  EXPECT(lines == 2);
}

DUAL_TEST_CASE("SHA-256 is that of the standard") {
  EXPECT(sha256_as_base64("").view() == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT(sha256_as_base64("abc").view() == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT(sha256_as_base64("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").view() ==
         "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

TEST_CASE("every node of a picture is in each of its outputs") {
  for_each_picture([](const Picture& picture) {
    CAPTURE(std::string(picture.id));
    const std::string drawing = svg::to_svg(picture), dot = to_dot(picture), mermaid = to_mermaid(picture);
    std::string code;
    for (const PictureNode& node : picture.nodes) {
      CHECK(has(drawing, in_markup(node.title)));
      code.clear();
      whence::detail::write_dot_text(code, node.title);
      CHECK(has(dot, code));
      code.clear();
      whence::detail::write_mermaid_text(code, node.title);
      CHECK(has(mermaid, code));
    }
    CHECK(count(drawing, "<rect class=\"b") == picture.nodes.size());
    CHECK(count(drawing, "<path class=\"a") == picture.edges.size());
    CHECK(count(dot, " -> n") == picture.edges.size());
    CHECK(count(mermaid, "->") + count(mermaid, " ---") == picture.edges.size());
  });
}

TEST_CASE("texts are escaped in drawings") {
  const Picture picture = nasty_picture();
  const std::string drawing = svg::to_svg(picture);
  CHECK(has(drawing, "&quot;a&quot; &lt;b&gt; &amp; |c| {d} [e] `f` &#39;g&#39; \\h #i; --&gt;"));
  CHECK_FALSE(has(drawing, "<b>"));
  const std::string mermaid = to_mermaid(picture);
  CHECK(
      has(mermaid, "#34;a#34; #60;b#62; #38; #124;c#124; #123;d#125; #91;e#93; #96;f#96; 'g' #92;h #35;i#59; --#62;"));
  const std::string dot = to_dot(picture);
  CHECK(has(dot, "\\\"a\\\" <b> &amp; |c| {d} [e] `f` 'g' \\\\h #i; -->"));
}

TEST_CASE("texts are escaped on the page, in JSON and in Markdown") {
  static constexpr Source cited{nasty, "javascript:alert(1)"};
  static constexpr catalog::CredentialSource entry{.id = catalog::SourceId::glue_job,
                                                   .name = nasty,
                                                   .assumer = {nasty},
                                                   .custody = {{.name = nasty, .address = nasty, .source = cited}},
                                                   .user = {nasty},
                                                   .notes = {{nasty, cited}}};
  const catalog::CredentialSource* const entries[] = {&entry};
  const std::string page = html::page(entries);
  CHECK(has(page, in_markup(nasty)));
  CHECK_FALSE(has(page, "<b>"));
  CHECK_FALSE(has(page, "href=\"javascript"));
  std::string json;
  write_source_as_json(json, entry);
  CHECK(has(json, "\\\"a\\\" <b> & |c| {d} [e] `f` 'g' \\\\h #i; -->"));
  CHECK(count(json, "\n") == 1);
  const std::string table = markdown::source_tables(entries);
  CHECK(has(table, "\"a\" \\<b\\> \\& \\|c\\| \\{d\\} \\[e\\] \\`f\\` 'g' \\\\h \\#i;"));
}

TEST_CASE("JSON says null where there is nothing, and unknown where nothing is known") {
  std::string json;
  write_source_as_json(json, catalog::instance_identity);
  CHECK(json.starts_with("{\"id\": \"08\", \"key\": \"instance_identity\""));
  CHECK(has(json, "\"trust\": null"));
  CHECK(has(json, "\"action\": null"));
  CHECK(has(json, "\"least\": null"));
  CHECK(has(json, "\"grade\": \"unverified\""));
}

TEST_CASE("an entry links to what it names, and is linked from there") {
  const catalog::CredentialSource* const entries[] = {&catalog::eks_node, &catalog::sagemaker_job};
  const std::string page = html::page(entries);
  const std::size_t row = page.find("<tr id=\"W308\">"), entry = page.find("<section id=\"eks_node\"");
  REQUIRE(row != std::string::npos);
  REQUIRE(entry != std::string::npos);
  CHECK(has(page.substr(entry, row - entry), "<a href=\"#W308\">W308</a>"));
  CHECK(has(page.substr(row, page.find("</tr>", row) - row), "<a href=\"#eks_node\">"));
  // "S3" in its texts is a service, not the claim.
  for (const Text id : ids_named_by(catalog::sagemaker_job)) CHECK(id != "S3");
  std::string linked;
  html::linked_text(linked, "W308; not W999, AW308 or W3080, but (U-117)");
  CHECK(linked == "<a href=\"#W308\">W308</a>; not W999, AW308 or W3080, but (<a href=\"#U-117\">U-117</a>)");
}

TEST_CASE("a source rests where its last place is, or its alternatives") {
  const html::RestingPlace one = html::resting_place_of(catalog::instance_profile);
  CHECK(one.before == "the EC2 service");
  CHECK(one.names == std::string(catalog::profile_path.name));
  const html::RestingPlace choice = html::resting_place_of(catalog::roles_anywhere);
  CHECK(count(choice.names, ", or ") == 2);
  CHECK(html::readers_in_words(catalog::step_functions) == name_of(Readers::the_service));
}

DUAL_TEST_CASE("an empty lane takes no room, and no text is below 12 pixels") {
  Picture picture{.id = "one"};
  picture.add("role", "a role", Plane::control);
  EXPECT(layout_of(picture, Form::wide).lanes.size() == 1);
  const int alone = layout_of(picture, Form::wide).measures.width;
  picture.add("user", "a program", Plane::data);
  picture.lead("signs with it");
  const Layout wide = layout_of(picture, Form::wide), narrow = layout_of(picture, Form::narrow);
  EXPECT(wide.lanes.size() == 2);
  EXPECT(wide.lanes[0].x == 0);
  EXPECT(wide.lanes[1].right() == wide.measures.width);
  EXPECT(alone < wide.measures.width);
  EXPECT(narrow.lanes.size() == 2);
  EXPECT(narrow.lanes[0].bottom() < narrow.lanes[1].y);
  for (std::size_t planes = 1; planes < 4; ++planes) {
    for (const Form form : {Form::wide, Form::narrow}) {
      const Measures m = measures_of(form, planes);
      for (const int size : {m.caption, m.title, m.line, m.code, m.arrow}) EXPECT(size >= 12);
    }
  }
}

TEST_CASE("the page has every source, rule, question and claim, and names nothing outside but links") {
  const std::string page = html::page(catalog::all);
  for (const catalog::CredentialSource* const entry : catalog::all) {
    CAPTURE(std::string(entry->key()));
    CHECK(has(page, "<section id=\"" + std::string(entry->key()) + "\""));
  }
  CHECK(count(page, "<svg ") == 2 * (std::size(catalog::all) + std::size(talk_pictures)));
  for (const OpenQuestion& question : open_questions::all) CHECK(has(page, in_markup(question.question)));
  for (const Claim& claim : talk) CHECK(has(page, in_markup(claim.found)));
  CHECK_FALSE(has(page, " src="));
  CHECK_FALSE(has(page, "url("));
  CHECK_FALSE(has(page, " style="));
  const std::string script(html::page_script);
  CHECK(has(page, std::string(sha256_as_base64(script).view())));
}
