#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/country.h"
#include "postal/designated_operator.h"

namespace app {

namespace {

using postal::DesignatedOperator;

void add_line(Part& column, const std::string& key, Part subject, std::string words) {
    Part row = group(Look::wrap_row, key);
    put(row, std::move(subject));
    if (!words.empty()) put(row, text(Look::card_text, key + "/words", std::move(words), Tone::secondary));
    put(column, std::move(row));
}

/// The best official page for the number: filled in where two sources agree on the address, else to paste it.
void add_pages(Part& column, const std::string& key, const DesignatedOperator& post,
               const std::string& number) {
    const bool sample = number.empty() || postal::is_sample(number);
    if (const std::string filled = sample ? std::string() : postal::tracking_link(post, number);
        !filled.empty()) {
        add_line(column, key + "/track",
                 link(key + "/track-link", std::string(postal::host_of(filled)), filled),
                 say(Word::channel_with_number));
        return;
    }
    const std::string_view page = post.track_page.empty() ? post.home : post.track_page;
    if (page.empty()) return;
    const bool plain_http = postal::is_plain_http(page);
    const Word how = plain_http                ? Word::channel_not_secure
                     : post.track_page.empty() ? Word::channel_home
                                               : Word::channel_paste;
    std::string words = say(how);
    if (post.choose_international)
        words =
            say(Word::channel_then, {{"before", words}, {"next", say(Word::channel_choose_international)}});
    add_line(column, key + "/page",
             link(key + "/page-link", std::string(postal::host_of(page)), std::string(page)),
             std::move(words));
}

void add_phone(Part& column, const std::string& key, std::string_view phone, std::string words) {
    if (phone.empty()) return;
    add_line(column, key, link(key + "/link", std::string(phone), telephone_link(phone)), std::move(words));
}

void add_phones(Part& column, const std::string& key, const DesignatedOperator& post) {
    if (post.phone_status != postal::PhoneStatus::none) {
        const Word status =
            post.phone_status == postal::PhoneStatus::confirmed ? Word::phone_confirmed : Word::phone_listed;
        add_phone(column, key + "/phone", post.phone_domestic, say(status));
        add_phone(column, key + "/abroad", post.phone_international,
                  say(Word::phone_from_abroad, {{"which", say(status)}}));
    }
    const std::string_view date = post.phone_other_mail_as_of;
    add_phone(
        column, key + "/other", post.phone_other_mail,
        date.empty() ? say(Word::phone_other_mail_undated) : say(Word::phone_other_mail, {{"date", date}}));
    if (!post.chat_account.empty())
        put(column, text(Look::card_text, key + "/chat",
                         say(Word::chat_account, {{"name", post.chat_account}}), Tone::secondary));
}

void add_post(Part& card, const State& state, const std::string& key, Word head, std::string_view country,
              const std::string& number) {
    const std::string name = country_name(state, country);
    const DesignatedOperator* post = postal::designated_operator(country);
    Part column = group(Look::tight_column, key);
    if (!post) {
        std::string words = postal::is_country(country) ? say(Word::channels_unknown, {{"country", name}})
                                                        : say(Word::channels_no_country, {{"code", country}});
        put(column, text(Look::card_text, key + "/unknown", std::move(words), Tone::secondary));
        put(card, std::move(column));
        return;
    }
    Part title =
        heading(4, Look::card_text, key + "/title", say(head, {{"name", post->name}, {"country", name}}));
    title.strong = true;
    put(column, std::move(title));
    add_pages(column, key, *post, number);
    add_phones(column, key, *post);
    put(card, std::move(column));
}

void add_global_pages(Part& card, const std::string& number) {
    Part column = group(Look::tight_column, "channels/all");
    if (const std::string page = postal::ems_cooperative_link(number); !page.empty())
        add_line(column, "channels/ems", link("channels/ems-link", std::string(postal::host_of(page)), page),
                 say(Word::ems_cooperative));
    const std::string_view global = postal::global_track_page();
    add_line(column, "channels/upu",
             link("channels/upu-link", std::string(postal::host_of(global)), std::string(global)),
             say(Word::upu_page));
    put(card, std::move(column));
}

}  // namespace

std::string telephone_link(std::string_view phone) {
    std::string digits = "tel:";
    for (char c : phone)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.size() == 4)) digits += c;
    return digits;
}

void add_official_post(Part& card, const State& state, const std::string& key, std::string_view country) {
    add_post(card, state, key, Word::message_compare_post, country, {});
}

void add_official_host(Part& card, const std::string& key, std::string_view host) {
    add_line(card, key, link(key + "/link", std::string(host), "https://" + std::string(host) + "/"),
             say(Word::channel_home));
}

Part present_welcome_channels() {
    Part card = region(Look::card, "channels", Word::welcome_channels_title);
    put(card, heading(3, Look::section, "channels/title", Word::welcome_channels_title));
    Part column = group(Look::tight_column, "channels/global");
    const std::string_view ems = postal::ems_cooperative_page();
    add_line(column, "channels/ems",
             link("channels/ems-link", std::string(postal::host_of(ems)), std::string(ems)),
             say(Word::ems_cooperative));
    put(card, std::move(column));
    add_global_pages(card, {});
    put(card, text(Look::secondary, "channels/warning", Word::channels_warning, Tone::quiet));
    return card;
}

Part present_channels(const State& state, const Reading& reading) {
    const postal::Item& item = *reading.item;
    Part card = region(Look::card, "channels", Word::channels_title);
    put(card, heading(3, Look::section, "channels/title", Word::channels_title));
    const std::string_view origin = origin_of(item), destination = destination_of(item);
    if (!origin.empty()) add_post(card, state, "channels/origin", Word::channels_origin, origin, item.number);
    if (!destination.empty() && destination != origin)
        add_post(card, state, "channels/destination", Word::channels_destination, destination, item.number);
    if (destination.empty())
        put(card,
            text(Look::card_text, "channels/where", Word::channels_destination_unknown, Tone::secondary));
    add_global_pages(card, item.number);
    put(card, text(Look::secondary, "channels/warning", Word::channels_warning, Tone::quiet));
    return card;
}

}  // namespace app
