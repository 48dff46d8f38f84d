#include "postal/official_post.h"

#include <algorithm>
#include <array>

#include "postal/generated/official_post_rows.h"

namespace postal {

namespace {

/// Filled on first use: as views in the download they would take several times the text.
struct OfficialPosts {
    std::array<OfficialPost, official_post_count> posts;
    std::array<std::string_view, official_domain_count> domains;

    OfficialPosts() {
        constexpr std::size_t country_length = 2;
        std::size_t count = 0;
        std::string_view* next_domain = domains.data();
        for (std::size_t begin = 0; begin < official_posts_text.size();) {
            const std::size_t end =
                std::min(official_posts_text.find(' ', begin), official_posts_text.size());
            const std::string_view word = official_posts_text.substr(begin, end - begin);
            if (word.size() == country_length) {
                posts[count++] = {word, {next_domain, 0}, international_choosers.find(word) != word.npos};
            } else {
                *next_domain++ = word;
                auto& its = posts[count - 1].domains;
                its = {its.data(), its.size() + 1};
            }
            begin = end + 1;
        }
    }
    // The posts point into `domains`.
    OfficialPosts(const OfficialPosts&) = delete;
    OfficialPosts& operator=(const OfficialPosts&) = delete;
};

}  // namespace

std::span<const OfficialPost> official_posts() {
    static const OfficialPosts filled;
    return filled.posts;
}

const OfficialPost* official_post(std::string_view country) {
    const auto posts = official_posts();
    const auto found = std::ranges::lower_bound(posts, country, {}, &OfficialPost::country);
    return found != posts.end() && found->country == country ? &*found : nullptr;
}

std::span<const std::string_view> confirmed_phones() { return confirmed_phone_rows; }

}  // namespace postal
