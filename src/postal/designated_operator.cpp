#include "postal/designated_operator.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "postal/generated/operator_rows.h"
#include "postal/item.h"
#include "postal/item_number.h"
#include "postal/official_post.h"

namespace postal {

namespace {

constexpr std::string_view number_place = "{number}";

constexpr std::string_view text_of(OperatorText place) {
    return operator_texts.substr(place.begin, place.length);
}

std::string_view DesignatedOperator::*member_for(OperatorField field) {
    switch (field) {
        case OperatorField::track_page: return &DesignatedOperator::track_page;
        case OperatorField::track_link: return &DesignatedOperator::track_link;
        case OperatorField::ems_page: return &DesignatedOperator::ems_page;
        case OperatorField::phone_domestic: return &DesignatedOperator::phone_domestic;
        case OperatorField::phone_international: return &DesignatedOperator::phone_international;
        case OperatorField::phone_as_of: return &DesignatedOperator::phone_as_of;
        case OperatorField::phone_other_mail: return &DesignatedOperator::phone_other_mail;
        case OperatorField::phone_other_mail_as_of: return &DesignatedOperator::phone_other_mail_as_of;
        case OperatorField::chat_account: return &DesignatedOperator::chat_account;
    }
    return nullptr;
}

/// The rows with their texts in place. Built on first use: packed they take a fraction of the download.
struct Directory {
    std::array<DesignatedOperator, std::size(operator_rows)> posts{};

    Directory() {
        for (std::size_t i = 0; i < posts.size(); ++i) {
            const OperatorRow& row = operator_rows[i];
            posts[i].country = std::string_view(row.country, std::size(row.country));
            posts[i].name = text_of(row.name);
            posts[i].home = text_of(row.home);
            posts[i].phone_status = row.phone_status;
            if (const OfficialPost* post = official_post(posts[i].country)) {
                posts[i].domains = post->domains;
                posts[i].choose_international = post->choose_international;
            }
        }
        for (const OperatorExtra& extra : operator_extras) {
            posts[extra.row].*member_for(extra.field) = text_of(extra.text);
        }
    }
};

const Directory& directory() {
    static const Directory filled;
    return filled;
}

bool is_number(std::string_view number) {
    const NumberCheck check = check_number(number, Typing::finished);
    return check.shape_is_right && check.number == number;
}

std::string filled_in(std::string_view link, std::string_view number) {
    const std::size_t at = link.find(number_place);
    if (at == std::string_view::npos || is_plain_http(link) || !is_number(number)) return {};
    std::string filled(link.substr(0, at));
    filled += number;
    filled += link.substr(at + number_place.size());
    return filled;
}

}  // namespace

const DesignatedOperator* designated_operator(std::string_view country) {
    const auto& posts = directory().posts;
    const auto found = std::lower_bound(
        posts.begin(), posts.end(), country,
        [](const DesignatedOperator& post, std::string_view code) { return post.country < code; });
    return found != posts.end() && found->country == country ? &*found : nullptr;
}

bool is_plain_http(std::string_view url) { return url.starts_with("http://"); }

std::string_view host_of(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!url.starts_with(scheme)) continue;
        const std::string_view rest = url.substr(scheme.size());
        const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
        const std::size_t user_end = authority.rfind('@');
        const std::string_view host_and_port =
            user_end == std::string_view::npos ? authority : authority.substr(user_end + 1);
        return host_and_port.substr(0, host_and_port.find(':'));
    }
    return {};
}

std::string tracking_link(const DesignatedOperator& post, std::string_view number) {
    const bool ems_link =
        number.starts_with('E') && post.ems_page.find(number_place) != std::string_view::npos;
    return filled_in(ems_link ? post.ems_page : post.track_link, number);
}

std::string_view ems_cooperative_page() { return text_of(ems_cooperative_page_text); }

std::string ems_cooperative_link(std::string_view number) {
    if (!number.starts_with('E') || is_sample(number)) return {};
    return filled_in(text_of(ems_cooperative_link_text), number);
}

std::string_view global_track_page() { return text_of(global_track_page_text); }

}  // namespace postal
