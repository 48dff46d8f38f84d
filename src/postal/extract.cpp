#include "postal/extract.h"

#include <algorithm>
#include <bit>

#include "postal/country.h"
#include "postal/digit_chain.h"
#include "postal/eight_bytes.h"
#include "postal/item_number_parts.h"
#include "postal/number_in_text.h"
#include "postal/number_label.h"
#include "postal/other_number.h"
#include "postal/service_indicator.h"

namespace postal {

namespace {

/// The equal numbers of a text. A table of places, because a text may hold millions of them.
class SeenNumbers {
public:
    /// `expected`: how many there may be, as far as room shall be made at once.
    explicit SeenNumbers(std::size_t expected) : places_(std::bit_ceil(2 * expected)) {}

    /// True when `number` is not among `found` yet.
    bool is_new(const std::vector<FoundNumber>& found, std::string_view number, std::uint8_t family) {
        if (2 * (found.size() + 1) > places_.size()) grow(found);
        std::uint32_t& place = places_[place_of(found, number, family)];
        if (place != 0) return false;
        place = static_cast<std::uint32_t>(found.size() + 1);
        return true;
    }

private:
    /// Multiplies in eight characters at a time; the last eight may overlap those before.
    static std::uint32_t hash(std::string_view number) {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio: mixes the bits
        static_assert(DigitChains::fewest_digits >= sizeof(std::uint64_t));
        std::uint64_t hash = 0;
        for (std::size_t at = 0; at + 8 < number.size(); at += 8) {
            hash = (hash ^ eight_bytes(number.data() + at)) * factor;
            hash ^= hash >> 32;
        }
        hash = (hash ^ eight_bytes(number.data() + number.size() - 8)) * factor;
        return static_cast<std::uint32_t>(hash >> 32);
    }

    std::size_t place_of(const std::vector<FoundNumber>& found, std::string_view number,
                         std::uint8_t family) const {
        const std::size_t mask = places_.size() - 1;
        std::size_t place = hash(number) & mask;
        while (places_[place] != 0) {
            const FoundNumber& there = found[places_[place] - 1];
            if (there.family == family && there.number == number) break;
            place = (place + 1) & mask;
        }
        return place;
    }

    void grow(const std::vector<FoundNumber>& found) {
        places_.assign(2 * places_.size(), 0);
        for (std::size_t i = 0; i < found.size(); ++i)
            places_[place_of(found, found[i].number, found[i].family)] = static_cast<std::uint32_t>(i + 1);
    }

    std::vector<std::uint32_t> places_;  ///< 1 + place in the list; a power of two of them
};

class Extraction {
public:
    Extraction(std::string_view text, Eagerness eagerness, Wanted wanted)
        : text_(text), eagerness_(eagerness), wanted_(wanted), seen_(expected(text)) {
        found_.reserve(expected(text));
    }

    std::vector<FoundNumber> run() {
        DigitChains chains(text_);
        for (DigitChain chain; chains.next(chain);) judge(chain);
        return std::move(found_);
    }

private:
    /// A number in every line, but no more room than a mail needs.
    static std::size_t expected(std::string_view text) {
        constexpr std::size_t line = 32, least = 32, most = 4'096;
        return std::clamp(text.size() / line, least, most);
    }

    bool is_strict() const { return eagerness_ == Eagerness::strict; }

    void judge(const DigitChain& chain) {
        S10Layout layout{true, true, false};
        if (chain.is_plain_s10) {
            number_.begin = chain.begin() - 2;
            number_.end = chain.end() + 2;
            number_.number.clear();
            number_.number.append(text_.data() + number_.begin, item_number_length);
            return judge_as_s10(layout);
        }
        if (read_s10(text_, chain, number_, layout)) return judge_as_s10(layout);
        if (wanted_ == Wanted::s10_alone) return;
        if (chain.group_count > 1) {
            if (read_grouped_1z(text_, chain, number_) && judge_as_other()) return;
            if (read_digits(text_, chain, number_) && judge_as_other()) return;
        }
        for (std::size_t i = 0; i < chain.group_count; ++i) {
            const DigitGroup& group = chain.groups[i];
            if (group.count < DigitChains::fewest_digits || !read_token(text_, group, number_)) continue;
            judge_as_other();
        }
    }

    void judge_as_s10(const S10Layout& layout) {
        const Verdict verdict = verdict_of_thirteen(number_.number.data());
        if (number_.begin < end_) return;  // its letters are the country of the number before
        if (!is_strict() || is_s10_beyond_doubt(layout, verdict)) take(verdict, 0);
    }

    /// In a text full of other numbers two letters, nine digits and two letters may stand side by side by
    /// chance, the more so in groups ("us 612 345 678 in"), and one of ten passes the check.
    bool is_s10_beyond_doubt(const S10Layout& layout, Verdict verdict) const {
        const bool as_printed = layout.in_one_piece || (layout.usual && !layout.lower_case);
        if (verdict == Verdict::valid && as_printed) return true;  // service and country are known then
        const std::string_view number = number_.number;
        const bool service_known = service_class(number.substr(0, 2)) != ServiceClass::unassigned;
        const bool country_known = is_country(number.substr(11));
        const bool known = service_known && country_known;
        if (layout.in_one_piece && verdict != Verdict::faulty)
            return country_known || (service_known && !layout.lower_case) || is_labelled();
        if (layout.in_one_piece) return known && (!layout.lower_case || is_labelled());
        if (!layout.usual || !known) return is_labelled() && known;
        return verdict == Verdict::faulty || layout.lower_case ? is_labelled() : true;
    }

    NumberLabel label() const { return label_of(text_, number_.begin, number_.end); }

    bool is_labelled() const {
        const LabelKind kind = label().kind;
        return kind == LabelKind::tracking || kind == LabelKind::carrier;
    }

    /// True when the number is taken.
    bool judge_as_other() {
        if (number_.begin < end_) return false;
        const FamilyCandidates candidates = families_of(number_.number);
        if (candidates.count == 0) return false;
        const FamilyCandidate& first = *candidates.begin();
        const NumberLabel label = this->label();
        const FamilyCandidate* chosen = nullptr;
        for (const FamilyCandidate& candidate : candidates) {
            const bool named = ((label.families >> (candidate.family - 1)) & 1) != 0;
            if (named && !chosen) chosen = &candidate;
        }
        if (!chosen && label.kind == LabelKind::carrier && is_strict() && !first.self_evident) return false;
        if (!chosen) chosen = &first;
        const bool labelled = label.kind == LabelKind::tracking || label.kind == LabelKind::carrier;
        const bool beyond_doubt = chosen->self_evident && chosen->check_digit_passes;
        if (is_strict() && !labelled && !beyond_doubt) return false;
        const bool checked = family(chosen->family).has_check_digit;
        take(chosen->check_digit_passes ? Verdict::valid
             : checked                  ? Verdict::faulty
                                        : Verdict::warning,
             chosen->family);
        return true;
    }

    void take(Verdict verdict, std::uint8_t family) {
        end_ = number_.end;
        if (!seen_.is_new(found_, number_.number, family)) return;
        found_.push_back({static_cast<std::uint32_t>(number_.begin), static_cast<std::uint32_t>(number_.end),
                          number_.number, verdict, family});
    }

    std::string_view text_;
    Eagerness eagerness_;
    Wanted wanted_;
    NumberInText number_;
    std::size_t end_ = 0;  ///< of the number taken last: no two share a character
    std::vector<FoundNumber> found_;
    SeenNumbers seen_;
};

}  // namespace

std::vector<FoundNumber> extract(std::string_view text, Eagerness eagerness, Wanted wanted) {
    return Extraction(text.substr(0, extracted_text_limit), eagerness, wanted).run();
}

}  // namespace postal
