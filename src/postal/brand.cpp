#include "postal/brand.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "postal/brand_row.h"
#include "postal/official_post.h"
#include "postal/registrable_domain.h"
#include "postal/sorting.h"

namespace postal {

namespace {

std::string_view parent(std::string_view host) {
    const std::size_t dot = host.find('.');
    return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

const BrandDomainRow* domain_row(std::string_view name) {
    const auto found = std::lower_bound(
        std::begin(brand_domain_rows), std::end(brand_domain_rows), name,
        [](const BrandDomainRow& row, std::string_view wanted) { return text_of(row.domain) < wanted; });
    return found != std::end(brand_domain_rows) && text_of(found->domain) == name ? found : nullptr;
}

const FormerDomainRow* former_row(std::string_view name) {
    const auto found = std::lower_bound(
        std::begin(former_domain_rows), std::end(former_domain_rows), name,
        [](const FormerDomainRow& row, std::string_view wanted) { return text_of(row.domain) < wanted; });
    return found != std::end(former_domain_rows) && text_of(found->domain) == name ? found : nullptr;
}

/// The country whose designated operator has the domain, or empty.
std::string_view country_of_domain(std::string_view name) {
    const auto domains = post_domains();
    const auto found =
        std::lower_bound(domains.begin(), domains.end(), name,
                         [](const PostDomain& row, std::string_view wanted) { return row.domain < wanted; });
    return found != domains.end() && found->domain == name ? found->country : std::string_view();
}

/// No row has more labels; longer hosts are looked up by their end.
constexpr int label_limit = 6;

}  // namespace

std::uint8_t brand_count() { return static_cast<std::uint8_t>(std::size(brand_rows)); }

Brand brand(std::uint8_t index) {
    const BrandRow& row = brand_rows[index];
    return {text_of(row.id), text_of(row.name), row.country, row.world};
}

std::uint8_t brand_of_id(std::string_view id) {
    for (std::uint8_t index = 0; index < brand_count(); ++index) {
        if (text_of(brand_rows[index].id) == id) return index;
    }
    return no_brand;
}

std::uint8_t brand_of_country(std::string_view country) {
    for (std::uint8_t index = 0; !country.empty() && index < brand_count(); ++index) {
        if (brand_rows[index].country == country) return index;
    }
    return no_brand;
}

std::span<const PostDomain> post_domains() {
    static const std::vector<PostDomain> sorted = [] {
        std::vector<PostDomain> domains;
        for (const OfficialPost& post : official_posts()) {
            for (const std::string_view domain : post.domains) domains.push_back({domain, post.country});
        }
        sort_many(domains,
                  [](const PostDomain& one, const PostDomain& other) { return one.domain < other.domain; });
        return domains;
    }();
    return sorted;
}

std::optional<DomainOwner> owner_of(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    host = last_labels(host, label_limit);
    for (std::string_view name = host; name.find('.') != std::string_view::npos; name = parent(name)) {
        if (const BrandDomainRow* row = domain_row(name)) {
            return DomainOwner{text_of(row->domain), row->brand, brand_rows[row->brand].country,
                               row->likely ? Ownership::likely : Ownership::official};
        }
        if (const std::string_view country = country_of_domain(name); !country.empty()) {
            return DomainOwner{name, brand_of_country(country), country, Ownership::official};
        }
        if (const FormerDomainRow* row = former_row(name)) {
            return DomainOwner{text_of(row->domain), brand_of_country(row->country), row->country,
                               Ownership::likely};
        }
    }
    return std::nullopt;
}

std::string_view official_host(std::uint8_t index) {
    if (index >= brand_count()) return {};
    if (const OfficialPost* post = official_post(brand_rows[index].country)) return post->domains.front();
    // The shortest of its own: dhl.com rather than dhlparcel.nl.
    std::string_view best;
    for (const BrandDomainRow& row : brand_domain_rows) {
        if (row.brand != index || row.likely) continue;
        const std::string_view domain = text_of(row.domain);
        if (best.empty() || domain.size() < best.size()) best = domain;
    }
    return best;
}

std::string_view official_domains_date() { return official_domains_as_of; }

}  // namespace postal
