// A trust policy that is read at run time, and owns what it consists of.
#pragma once

#include <cstdint>
#include <vector>

#include <whence/base/config.hpp>
#include <whence/base/result.hpp>
#include <whence/base/text.hpp>
#include <whence/policy/grammar.hpp>
#include <whence/policy/trust_policy.hpp>

namespace whence {

/// Owns the text and the records of a trust policy. Records refer to the text by slices, so a document can be copied and
/// moved; a TrustPolicy taken from it views it and must not outlive it.
class TrustPolicyDocument {
 public:
  /// Reads a policy by the grammar of the literals. Refuses what IAM refuses, with the fault and its byte. Reads at most
  /// 131072 characters; memory is a small multiple of the source. Complexity: about linear in the source; statements and
  /// the conditions of one statement are compared pairwise for duplicates.
  [[nodiscard]] static constexpr Result<TrustPolicyDocument, PolicyError> parse(Text source) {
    detail::PolicySink sink;
    if (const PolicyError error = detail::TrustPolicyParser(source, sink).run()) return error;
    TrustPolicyDocument document;
    document.take(source, sink.size);
    if (const PolicyError error = document.fill(source)) return error;
    return document;
  }

  /// A view of the policy.
  [[nodiscard]] constexpr TrustPolicy view() const& {
    return TrustPolicy(TrustPolicy::Records{.version = version_,
                                            .id = id_,
                                            .statements = {statements_.data(), statements_.size()},
                                            .principals = {principals_.data(), principals_.size()},
                                            .actions = {actions_.data(), actions_.size()},
                                            .conditions = {conditions_.data(), conditions_.size()},
                                            .values = {values_.data(), values_.size()},
                                            .text = {text_.data(), text_.size()},
                                            .source_size = source_size_});
  }
  // Compilers quote one line of a deleted function.
  // clang-format off
  TrustPolicy view() && WHENCE_REFUSED("the view would outlive the document: give the document a name first");
  operator TrustPolicy() && WHENCE_REFUSED("the view would outlive the document: give the document a name first");
  // clang-format on
  constexpr operator TrustPolicy() const& { return view(); }  // NOLINT: a role takes either kind of policy

 private:
  template <class Value, class Error>
  friend class Result;
  constexpr TrustPolicyDocument() = default;

  constexpr void take(Text source, const PolicyShape& size) {
    statements_.resize(size.statements);
    principals_.resize(size.principals);
    actions_.resize(size.actions);
    conditions_.resize(size.conditions);
    values_.resize(size.values);
    text_.assign(source.begin(), source.end());
    text_.resize(size.text);
    source_size_ = static_cast<std::uint32_t>(source.size());
  }

  constexpr PolicyError fill(Text source) {
    detail::PolicySink sink{.statements = statements_.data(),
                            .principals = principals_.data(),
                            .actions = actions_.data(),
                            .conditions = conditions_.data(),
                            .values = values_.data(),
                            .text = text_.data(),
                            .size = {},
                            .version = {},
                            .id = {}};
    const PolicyError error = detail::TrustPolicyParser(source, sink).run();
    version_ = sink.version;
    id_ = sink.id;
    return error ? error : detail::find_duplicates(view());
  }

  std::vector<Statement> statements_;
  std::vector<PrincipalEntry> principals_;
  std::vector<Slice> actions_;
  std::vector<Condition> conditions_;
  std::vector<Slice> values_;
  std::vector<char> text_;  // the source, then decoded strings
  std::uint32_t source_size_ = 0;
  PolicyVersion version_ = PolicyVersion::absent;
  Slice id_;
};

}  // namespace whence
