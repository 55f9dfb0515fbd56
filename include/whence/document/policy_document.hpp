// Policies that are read at run time and own their text.
#pragma once

#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/document/repeated_keys.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/policy.hpp>
#include <whence/policy/saving.hpp>

WHENCE_TEMPLATES_BEGIN
namespace whence {

/// Owns the text and the records of a policy. Can be copied and moved. A view of it must not outlive it.
template <PolicyKind Kind>
class PolicyDocument {
 public:
  static constexpr PolicyKind kind = Kind;

  /// Reads a policy by the grammar of the literals. Refuses what cannot be parsed and what AWS does not save, with the
  /// fault and its byte; a document that AWS returned need only be parsed. Reads at most 131072 characters; memory is a
  /// small multiple of the source. Complexity: linear in the source, times the logarithm of the number of conditions in
  /// one statement; the Sids of statements are compared pairwise.
  [[nodiscard]] static constexpr Result<PolicyDocument, PolicyError> parse(Text source,
                                                                           DocumentsFrom from = DocumentsFrom::author) {
    detail::PolicySink sink;
    if (const PolicyError error = detail::PolicyParser(source, Kind, sink).run()) return error;
    PolicyDocument document;
    document.take(source, sink.size);
    if (const PolicyError error = document.fill(source)) return error;
    if (from == DocumentsFrom::author) {
      if (const PolicyError error = why_not_saved(document.view())) return error;
    }
    return document;
  }

  /// A view of the policy.
  [[nodiscard]] constexpr PolicyOf<Kind> view() const& {
    return PolicyOf<Kind>(PolicyRecords{.version = version_,
                                        .id = id_,
                                        .statements = {statements_.data(), statements_.size()},
                                        .principals = {principals_.data(), principals_.size()},
                                        .conditions = {conditions_.data(), conditions_.size()},
                                        .words = {words_.data(), words_.size()},
                                        .text = {text_.data(), text_.size()},
                                        .source_size = source_size_});
  }
  // Compilers quote one line of a deleted function.
  // clang-format off
  PolicyOf<Kind> view() && WHENCE_REFUSED("the view would outlive the document: give the document a name first");
  operator PolicyOf<Kind>() && WHENCE_REFUSED("the view would outlive the document: give the document a name first");
  // clang-format on
  constexpr operator PolicyOf<Kind>() const& { return view(); }  // NOLINT: a role takes either kind of policy

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr PolicyDocument() = default;

  constexpr void take(Text source, const PolicyShape& size) {
    statements_.resize(size.statements);
    principals_.resize(size.principals);
    conditions_.resize(size.conditions);
    words_.resize(size.words);
    text_.reserve(size.text);
    text_.assign(source.begin(), source.end());
    text_.resize(size.text);
    source_size_ = static_cast<std::uint32_t>(source.size());
  }

  constexpr PolicyError fill(Text source) {
    detail::PolicySink sink{.statements = statements_.data(),
                            .principals = principals_.data(),
                            .conditions = conditions_.data(),
                            .words = words_.data(),
                            .text = text_.data(),
                            .size = {},
                            .version = {},
                            .id = {}};
    const PolicyError error = detail::PolicyParser(source, Kind, sink).run();
    version_ = sink.version;
    id_ = sink.id;
    return error ? error : detail::find_duplicates(view(), detail::may_repeat_a_key);
  }

  std::vector<Statement> statements_;
  std::vector<PrincipalEntry> principals_;
  std::vector<Condition> conditions_;
  std::vector<Slice> words_;
  std::vector<char> text_;  // the source, then decoded strings
  std::uint32_t source_size_ = 0;
  PolicyVersion version_ = PolicyVersion::absent;
  Slice id_;
};

using TrustPolicyDocument = PolicyDocument<PolicyKind::trust>;
using IdentityPolicyDocument = PolicyDocument<PolicyKind::identity>;
using ServiceControlPolicyDocument = PolicyDocument<PolicyKind::service_control>;
using ResourceControlPolicyDocument = PolicyDocument<PolicyKind::resource_control>;
using EndpointPolicyDocument = PolicyDocument<PolicyKind::endpoint>;

}  // namespace whence
WHENCE_TEMPLATES_END
