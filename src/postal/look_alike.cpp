#include "postal/look_alike.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "postal/code_point.h"
#include "postal/generated/cue_rows.h"
#include "postal/host_character.h"
#include "postal/host_words.h"
#include "postal/registrable_domain.h"
#include "postal/skeleton.h"

namespace postal {

namespace {

/// Shorter names turn up in words of other meaning with one slip (seur, poste).
constexpr std::size_t distinctive_length = 7;

/// Endings that are given to checked bodies only (governments, .post): whoever holds a name there is no
/// stranger.
bool is_restricted(std::string_view suffix) {
    const std::string_view first = suffix.substr(0, suffix.find('.'));
    constexpr std::string_view governments[] = {"gov", "gob", "gouv", "govt", "gub", "gv", "mil", "post"};
    if (std::find(std::begin(governments), std::end(governments), first) != std::end(governments))
        return true;
    return suffix == "go.jp" || suffix == "go.kr" || suffix == "go.th" || suffix == "go.id" ||
           suffix == "go.ke" || suffix == "go.tz" || suffix == "go.cr";
}

/// Endings of countries sold to anybody: a brand's name under these says nothing of the country.
constexpr std::string_view open_country_endings =
    " ac ai am as bz cc cd cf cx ga gg gq gy im in io is la li lc ly me ml ms mu nu pw re sc sh so st su tk "
    "to tv us vc vg vu ws ";

/// The bare name under an ending of a country: brands mostly hold these themselves.
bool is_bare_name(const HostParts& parts, std::string_view name, const BrandRow& row) {
    const std::string_view domain = parts.owner.domain;
    if (domain.size() <= parts.owner.suffix.size() + 1) return false;
    const std::string_view label = domain.substr(0, domain.size() - parts.owner.suffix.size() - 1);
    const std::size_t dot = parts.owner.suffix.rfind('.');
    const std::string_view ending =
        dot == std::string_view::npos ? parts.owner.suffix : parts.owner.suffix.substr(dot + 1);
    if (label != name || ending.size() != 2) return false;
    const bool own = row.country[0] != 0 && ending.size() == 2 &&
                     ((ending[0] == row.country[0] + 32 && ending[1] == row.country[1] + 32) ||
                      (ending == "uk" && std::string_view(row.country) == "GB"));
    return own || (row.world && !holds_word(open_country_endings, ending));
}

std::optional<Likeness> brand_name_in(const HostParts& parts) {
    std::optional<Likeness> same;
    for (const BrandNameRow& row : brand_name_rows) {
        const std::string_view name = text_of(row.name);
        const char* code = brand_rows[row.brand].country;
        const char country[] = {ascii_lower(code[0]), code[0] ? ascii_lower(code[1]) : '\0'};
        std::string_view word = word_with(parts, name, row.kind, std::string_view(country, 2));
        const bool joined = word.empty() && row.kind == NameKind::name && name.size() >= 6 &&
                            parts.joined.find(name) != std::string::npos;
        if (word.empty() && !joined) continue;
        Likeness found{LikenessRule::brand_name,
                       row.brand,
                       brand_rows[row.brand].country,
                       {},
                       std::string(word.empty() ? name : word)};
        if (!is_bare_name(parts, name, brand_rows[row.brand])) return found;
        found.rule = LikenessRule::same_name;
        same = found;
    }
    return same;
}

/// The host with dots for hyphens and a dot round it, so that whole words can be compared.
std::string dotted(std::string_view host) {
    std::string text = ".";
    for (const char letter : host) text += is_host_separator(letter) ? '.' : letter;
    return text + '.';
}

bool is_generic(std::string_view domain) {
    const std::string_view label = domain.substr(0, domain.find('.'));
    return label.size() < short_name_length || holds_word(generic_names, label);
}

/// `domain`, its hyphens as dots, stands in `flat` from `at` on as whole words.
bool stands_dotted(const std::string& flat, std::size_t at, std::string_view domain) {
    if (flat.size() - at <= domain.size() || flat[at + domain.size()] != '.') return false;
    for (std::size_t i = 0; i < domain.size(); ++i) {
        if (flat[at + i] != (is_host_separator(domain[i]) ? '.' : domain[i])) return false;
    }
    return true;
}

/// Whole words of an official address in a host of another owner. A generic name (post.at) must stand there
/// with its own dot.
bool embeds(const std::string& flat, std::string_view host, std::string_view domain) {
    if (!is_generic(domain)) {
        for (std::size_t at = flat.find(domain[0]); at != std::string::npos;
             at = flat.find(domain[0], at + 1)) {
            if (flat[at - 1] == '.' && stands_dotted(flat, at, domain)) return true;
        }
        return false;
    }
    const std::size_t at = host.find(domain);
    if (at == std::string_view::npos) return false;
    const bool begins = at == 0 || host[at - 1] == '.';
    const std::size_t end = at + domain.size();
    return begins && end < host.size() && is_host_separator(host[end]);
}

std::optional<Likeness> embedded_in(const HostParts& parts) {
    // libanpost.com.lb: "com.lb" is the ending, nothing is embedded.
    const std::string_view before_suffix =
        parts.host.substr(0, parts.host.size() - std::min(parts.host.size(), parts.owner.suffix.size()));
    const std::string flat = dotted(before_suffix);
    for (const BrandDomainRow& row : brand_domain_rows) {
        const std::string_view domain = text_of(row.domain);
        if (!row.likely && embeds(flat, before_suffix, domain)) {
            return Likeness{LikenessRule::embedded, row.brand, brand_rows[row.brand].country, domain,
                            std::string(domain)};
        }
    }
    for (const PostDomain& row : post_domains()) {
        if (embeds(flat, before_suffix, row.domain)) {
            return Likeness{LikenessRule::embedded, brand_of_country(row.country), row.country, row.domain,
                            std::string(row.domain)};
        }
    }
    return std::nullopt;
}

/// A post's name under the ending of its country is mostly its own: bhutanpost.com.bt.
bool is_own_ending(const HostParts& parts, std::string_view code) {
    const std::string_view suffix = parts.owner.suffix;
    const std::string_view ending = suffix.substr(suffix.rfind('.') + 1);
    return ending.size() == 2 && ending[0] == ascii_lower(code[0]) && ending[1] == ascii_lower(code[1]);
}

/// The name of a post without a row of its own, in full and distinctive: thailandpost in
/// thailandpost-fee.top.
std::optional<Likeness> operator_name_in(const HostParts& parts,
                                         bool (*is_like)(std::string_view, std::string_view),
                                         LikenessRule rule) {
    for (const PostDomain& row : post_domains()) {
        const std::string_view name = row.domain.substr(0, row.domain.find('.'));
        if (name.size() < distinctive_length || holds_word(generic_names, name) ||
            name.find('-') != std::string_view::npos)
            continue;
        for (const std::string_view word : parts.words) {
            if (is_like(without_digits(word), name) && !is_own_ending(parts, row.country)) {
                return Likeness{rule, brand_of_country(row.country), row.country, {}, std::string(word)};
            }
        }
    }
    return std::nullopt;
}

/// In the order of brand_name_rows. Made once: every host is compared with all of them.
const std::vector<std::string>& name_skeletons() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> skeletons;
        for (const BrandNameRow& row : brand_name_rows) skeletons.push_back(skeleton(text_of(row.name)));
        return skeletons;
    }();
    return made;
}

std::optional<Likeness> alike_letters_in(const HostParts& parts) {
    std::vector<std::string> words;
    std::string_view names = parts.shown;
    if (const std::size_t dot = names.rfind('.'); dot != std::string_view::npos) names = names.substr(0, dot);
    for (std::size_t at = 0; at < names.size();) {
        std::size_t end = at;
        while (end < names.size() && !is_host_separator(names[end])) ++end;
        words.push_back(skeleton(names.substr(at, end - at)));
        at = end + 1;
    }
    const bool foreign = parts.shown != parts.host;
    for (const BrandNameRow& row : brand_name_rows) {
        const std::string_view name = text_of(row.name);
        if ((name.size() < short_name_length || row.kind == NameKind::short_name) && !foreign) continue;
        const bool anywhere = row.kind == NameKind::name && name.size() >= 6;
        const bool as_it_is =
            anywhere ? parts.joined.find(name) != std::string::npos
                     : std::find(parts.words.begin(), parts.words.end(), name) != parts.words.end();
        if (as_it_is) continue;
        const std::string& like = name_skeletons()[static_cast<std::size_t>(&row - brand_name_rows)];
        for (const std::string& word : words) {
            const bool found = anywhere ? word.find(like) != std::string::npos : word == like;
            if (found) {
                return Likeness{
                    LikenessRule::alike_letters, row.brand, brand_rows[row.brand].country, {}, word};
            }
        }
    }
    return std::nullopt;
}

/// What is left of the name without its common end must still be its own: safexpress is no slip of sfexpress.
bool is_distinctive(std::string_view name) {
    constexpr std::size_t own_letters = 5;
    for (const std::string_view common :
         {"express", "logistics", "posta", "poste", "posti", "post", "parcel", "group"}) {
        if (name.ends_with(common)) return name.size() - common.size() >= own_letters;
    }
    return name.size() >= distinctive_length;
}

bool is_slip(std::string_view word, std::string_view name) {
    return word.size() + 1 >= distinctive_length && word[0] == name[0] && is_one_slip_away(word, name) &&
           is_distinctive(name) && !is_filling(word) && !holds_word(generic_names, word);
}

std::optional<Likeness> similar_name_in(const HostParts& parts) {
    for (const BrandNameRow& row : brand_name_rows) {
        const std::string_view name = text_of(row.name);
        if (name.size() < distinctive_length || row.kind != NameKind::name) continue;
        for (const std::string_view word : parts.words) {
            if (is_slip(without_digits(word), name)) {
                return Likeness{LikenessRule::similar_name,
                                row.brand,
                                brand_rows[row.brand].country,
                                {},
                                std::string(word)};
            }
        }
    }
    return operator_name_in(parts, is_slip, LikenessRule::similar_name);
}

bool mixes_scripts(std::string_view shown) {
    bool latin = false, like_latin = false;
    for (std::size_t at = 0; at < shown.size();) {
        const CodePoint point = code_point_at(shown, at);
        at += point.length;
        if (is_host_separator(static_cast<char>(point.value)) && point.value < 0x80)
            latin = like_latin = false;
        const Script script = script_of(point.value);
        latin = latin || script == Script::latin;
        like_latin = like_latin || script == Script::greek || script == Script::cyrillic;
        if (latin && like_latin) return true;
    }
    return false;
}

}  // namespace

std::optional<Likeness> look_alike(std::string_view host) {
    const HostParts parts = parts_of(host);
    if (is_restricted(parts.owner.suffix) || holds_word(namesakes, parts.owner.domain)) return std::nullopt;
    if (auto found = embedded_in(parts)) return found;
    std::optional<Likeness> same = brand_name_in(parts);
    if (same && same->rule != LikenessRule::same_name) return same;
    const auto is_same = [](std::string_view word, std::string_view name) { return word == name; };
    if (!same) {
        if (auto found = operator_name_in(parts, is_same, LikenessRule::brand_name)) return found;
        if (auto found = alike_letters_in(parts)) return found;
    }
    if (mixes_scripts(parts.shown)) return Likeness{LikenessRule::mixed_scripts, no_brand, {}, {}, {}};
    if (!same) return similar_name_in(parts);
    return same;
}

}  // namespace postal
