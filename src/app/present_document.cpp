// A document the second wasm has made (app/enquiry): its blocks as Parts.
#include <algorithm>

#include "app/families.h"
#include "app/generated/languages.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "formats/document.h"
#include "postal/country.h"

namespace app {

namespace {

constexpr std::uint64_t bit(Role role) { return std::uint64_t{1} << static_cast<int>(role); }
/// What a document may hold. A button copies a text, or without one prints; a link stands for the post of a
/// country.
constexpr std::uint64_t roles = bit(Role::group) | bit(Role::heading) | bit(Role::text) | bit(Role::button) |
                                bit(Role::link) | bit(Role::table) | bit(Role::table_row) | bit(Role::cell) |
                                bit(Role::column_head);

/// The text of a group says it. False when there is no such language.
bool take_language(Part& part) {
    const auto* found = std::ranges::find(languages, part.text, &Language::tag);
    if (found == std::end(languages)) return part.text.empty();
    if (found->tag != words_language()) part.language = found->tag;
    part.text.clear();
    return true;
}

}  // namespace

bool add_document(Part& page, const State& state, std::string_view document) {
    if (!formats::may_be_document(document)) return false;
    for (std::size_t index = 0; !document.empty(); ++index) {
        const auto taken = formats::take_block(document);
        if (!taken) return false;
        const formats::DocumentBlock& block = *taken;
        Part* parent = &page;
        for (int depth = block.depth; depth > 0; --depth) {
            if (parent->parts.empty()) return false;
            parent = &parent->parts.back();
        }
        const auto role = static_cast<Role>(block.role);
        if (block.role > static_cast<int>(Role::column_head) || (bit(role) & roles) == 0 ||
            block.look > static_cast<int>(Look::number_choice) ||
            block.tone > static_cast<int>(Tone::problem))
            return false;
        Part made = part(role, static_cast<Look>(block.look), "document/" + std::to_string(index),
                         std::string(block.text), static_cast<Tone>(block.tone));
        if (role == Role::heading) made.level = 3;
        if (role == Role::group && !take_language(made)) return false;
        if (role == Role::button)
            made.press = block.more.empty() ? Action{KeyPressed{Key::print, {}, true}}
                                            : TextCopied{std::string(block.more)};
        // Heads below each other would not stand above anything.
        if (role == Role::column_head && state.layout == Layout::narrow) parent->look = Look::wrap_row;
        if (role != Role::link)
            put(*parent, std::move(made));
        else if (postal::is_country(block.text))
            add_official_post(*parent, state, made.key, block.text);
        else
            return false;
    }
    return true;
}

std::string document_summary(const State& state) {
    const std::string_view first = formats::first_text(state.document.text);
    return first.empty() ? check_state_words(state.document.check) : std::string(first);
}

Part present_document(const State& state, const postal::Item& item) {
    const std::string title = say(state.page == Page::evidence ? Word::evidence_title : Word::enquiry_title);
    Part made = region(Look::column, "document", title);
    Part top = group(Look::tight_column, "document/top");
    put(top, heading(2, Look::title, "document/title", title));
    put(top, text(Look::body, "document/item", item_title(item)));
    add_check_state(top, "document", state.document.check, state.page);
    put(made, std::move(top));
    add_document(made, state, state.document.text);
    return made;
}

}  // namespace app
