// What messages say: words of fees, addresses, urgency … in EN, ZH, ES, FR, DE, IT, PT, PL, NL and JA, and
// the names of posts and carriers. Rows: data/message_cues.json, data/official_domains.json.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "postal/generated/message_cues.h"

namespace postal {

// MessageCue is made from the rows: parcel (a parcel or its delivery is spoken of), failed (held, missed,
// returned), address (incomplete, to be confirmed), fee, card (card or account numbers), code (one-time
// codes, passwords), urgency, reply (reply "Y", copy the link into a browser, scan a code), prize (gifts,
// refunds), link (press here).

struct CueSpan {
    std::uint32_t begin = 0;  ///< bytes of the text given
    std::uint32_t end = 0;    ///< 0 when it was not found
};

struct SaidName {
    std::uint8_t brand;
    CueSpan span;
};

struct MessageCues {
    std::array<CueSpan, message_cue_count> first{};  ///< by MessageCue: where it is first said
    std::vector<SaidName> names;                     ///< each brand once, in the order of the text
    CueSpan amount;                                  ///< a sum of money: €1.99, 2,50 EUR, 5元

    bool has(MessageCue cue) const { return first[static_cast<std::size_t>(cue)].end != 0; }
};

/// `text` is valid UTF-8. Linear in its length.
MessageCues message_cues(std::string_view text);

}  // namespace postal
