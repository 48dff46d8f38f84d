// The characters of one line on the short way to its verdict. A part of verdict_of.cpp and
// verdicts_of_lines.cpp.
#pragma once

#include <cstddef>

#include "postal/item_number_parts.h"

namespace postal {

/// Takes the meanings of a line's characters, one by one, and keeps those since the last foreign one.
class MeantCharacters {
public:
    /// A canonical character, or CharacterMeaning's dropped or foreign. False when the line is wrong whatever
    /// its `rest` is, which has that many bytes or units: beside foreign characters only a whole number can
    /// be right.
    bool take(char meant, std::size_t rest) {
        if (meant == CharacterMeaning::foreign) return take_foreign(rest);
        characters_[count_ % sizeof characters_] = meant;
        count_ += static_cast<std::size_t>(meant != CharacterMeaning::dropped);
        return true;
    }

    /// No foreign characters and not too many: verdict() tells all.
    bool is_plain() const { return !any_foreign_ && count_ <= item_number_length; }

    Verdict verdict(Typing typing) const {
        return count_ == item_number_length ? verdict_of_thirteen(characters_)
                                            : verdict_of_beginning(characters_, count_, typing);
    }

private:
    bool take_foreign(std::size_t rest) {
        any_foreign_ = true;
        may_hold_number_ |= count_ >= item_number_length;
        count_ = 0;
        return may_hold_number_ || rest >= item_number_length;
    }

    char characters_[16] = {};
    std::size_t count_ = 0;
    bool any_foreign_ = false;
    bool may_hold_number_ = false;
};

}  // namespace postal
