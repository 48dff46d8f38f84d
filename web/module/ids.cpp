#include "web/module/ids.h"

#include "postal/other_number.h"

namespace postwatch {

namespace {

/// `ids` are parted by blanks, in the order of the values.
std::string_view nth(std::string_view ids, std::size_t index) {
    for (; index > 0; --index) ids.remove_prefix(ids.find(' ') + 1);
    return ids.substr(0, ids.find(' '));
}

template <class Value>
std::size_t index_of(Value value) {
    return static_cast<std::size_t>(value);
}

}  // namespace

std::string_view id_of(postal::Verdict verdict) {
    return nth("empty incomplete faulty warning valid", index_of(verdict));
}

std::string_view id_of(postal::Severity severity) { return nth("note warning error", index_of(severity)); }

std::string_view id_of(postal::ServiceClass service) {
    return nth(
        "ems parcel ecommerce letter_tracked letter_registered letter_insured letter_untracked m_bag "
        "business_reply local unassigned",
        index_of(service));
}

std::string_view id_of(postal::Milestone milestone) {
    return nth("none announced accepted export transit arrival local delivery delivered done keep",
               index_of(milestone));
}

std::string_view family_id(std::uint8_t family) {
    return family == 0 ? std::string_view("s10") : postal::family(family).id;
}

}  // namespace postwatch
