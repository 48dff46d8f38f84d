// What to do now, whom to ask, and why: rule ids with arguments, never sentences. Rules: data/advice.json,
// each with its source; the same as a page to review: docs/advice.md. Sentences: app/words, `advise_` + id.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "postal/contradiction.h"
#include "postal/journey.h"

namespace postal {

/// In the order of data/advice.json `rules`; rules of one kind stand together.
enum class AdviceRule : std::uint8_t;
/// Facts of an item that rules ask for, in the order of `signs`.
enum class AdviceSign : std::uint8_t;

enum class AdviceKind : std::uint8_t {
    normal,  ///< what is normal now
    cause,   ///< no records: why that may be, its evidence and the next step
    do_today,
    papers,     ///< what to have ready
    whom,       ///< whom to ask
    ask_again,  ///< when to ask again
    warning,    ///< what cannot be true, and what never to do
};
inline constexpr int advice_kind_count = 7;

/// The day a rule's sentence names.
enum class AdviceDate : std::uint8_t {
    none,
    usual_until,  ///< the last day on which this silence is usual
    ask_from,     ///< the first day on which it is too long
    forecast,     ///< the day a source forecasts
    scan,         ///< of the scan that contradicts
};

/// All that the rules look at. Each combination of values is judged, also one no item can have.
struct Situation {
    Stage stage = Stage::pending;
    Reason reason = Reason::none;  ///< of the scan that decided the stage
    SilenceLevel silence = SilenceLevel::unknown;
    Outcome outcome = Outcome::never_asked;  ///< of the last question to any source
    ServiceClass service = ServiceClass::unassigned;
    std::uint16_t contradictions = 0;  ///< bit 1 << ContradictionKind
    std::uint16_t signs = 0;           ///< bit 1 << AdviceSign

    bool has(ContradictionKind kind) const { return (contradictions >> static_cast<int>(kind) & 1) != 0; }
    bool has(AdviceSign sign) const { return (signs >> static_cast<int>(sign) & 1) != 0; }
    void add(ContradictionKind kind) {
        contradictions |= static_cast<std::uint16_t>(1 << static_cast<int>(kind));
    }
    void add(AdviceSign sign) { signs |= static_cast<std::uint16_t>(1 << static_cast<int>(sign)); }
};

/// One entry of a rule's `when`. Values are bits: a field fits when the situation's value is among them; of
/// `contradictions` one at least is needed unless it is 0; all of `signs` are needed and none of `not_signs`.
struct AdviceCondition {
    std::uint64_t stages;
    std::uint32_t reasons;
    std::uint16_t contradictions;
    std::uint16_t services;
    std::uint16_t signs;
    std::uint16_t not_signs;
    std::uint8_t silence;
    std::uint8_t outcomes;
    AdviceRule rule;
};

/// What a sentence may name. Views point into the item or the program's tables.
struct AdviceArguments {
    std::int32_t count = 0;          ///< days of silence; for scans_gone, the scans
    std::optional<CivilDate> date;   ///< as the rule's AdviceDate says
    std::string_view origin;         ///< ISO code of the country that issued the number
    std::string_view destination;    ///< ISO code, empty when unknown
    std::string_view country;        ///< of the contradiction, else empty
    Stage earlier = Stage::unknown;  ///< of the contradiction
    Stage later = Stage::unknown;    ///< of the contradiction

    bool operator==(const AdviceArguments&) const = default;
};

struct AdviceLine {
    AdviceRule rule{};
    AdviceKind kind{};
    AdviceArguments arguments;

    bool operator==(const AdviceLine&) const = default;
};

std::string_view id_of(AdviceRule rule);
std::string_view id_of(AdviceKind kind);
std::string_view id_of(AdviceSign sign);
AdviceKind kind_of(AdviceRule rule);
std::span<const AdviceCondition> advice_conditions();  ///< by rule

Situation read_situation(const Item& item, const Journey& journey,
                         std::span<const Contradiction> contradictions, Instant now,
                         std::int16_t local_offset_minutes);

/// In the order of the kinds. Of `cause` and `warning` every rule that applies; of the other kinds the first.
/// Every situation has one `normal`, one `do_today`, one `whom` and one `ask_again`.
std::vector<AdviceRule> rules_for(const Situation& situation);

/// `contradictions`: find_contradictions of the item. The order is that of rules_for.
std::vector<AdviceLine> advise(const Item& item, const Journey& journey,
                               std::span<const Contradiction> contradictions, Instant now,
                               std::int16_t local_offset_minutes);

}  // namespace postal

#include "postal/generated/advice_rules.h"
