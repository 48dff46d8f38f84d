// Whether a phrase that stands in a text is meant as said: not negated, not future, not conditional.
#pragma once

#include <cstddef>
#include <string_view>

#include "postal/stage.h"

namespace postal {

/// Bytes [begin, end) of a text in plain spelling (plain_words.h).
struct Span {
    std::size_t begin;
    std::size_t end;
};

/// The part of the sentence that holds `span`: a negation further off says nothing of what stands here.
Span clause_of(std::string_view text, Span span);

/// True when nothing but the end of the clause follows.
bool ends_clause(std::string_view text, std::size_t end);

/// True when the phrase at `span`, which means `stage`, is affirmed. `delivered` needs a whole text without
/// any word of doubt, since a delivered item is not asked about again; the other closed stages need one
/// without a condition; the rest need a clause that does not deny them. In doubt the answer is no.
bool is_affirmed(std::string_view text, Span span, Stage stage);

/// True when a text speaks against a delivery that its code reports: negated, future, conditional, to the
/// sender.
bool denies_delivery(std::string_view text);

}  // namespace postal
