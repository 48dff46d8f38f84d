#include "app/present.h"

#include <algorithm>

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

/// Field, questions and list: the left panel on wide, the first page on a phone.
Part items_region(const State& state) {
    Part made = region(Look::column, "items", Word::list_region);
    put(made, state.choosing ? present_choosing(state) : present_entry(state));
    add_questions(made, state);
    if (shows_introduction(state)) put(made, present_introduction(state));
    add_list_head(made, state);
    put(made, present_list(state));
    return made;
}

/// Beside an empty list: what this is, and where the posts themselves answer.
Part welcome(const State& state) {
    Part made = region(Look::column, "item", Word::item_region);
    Part words_of = group(Look::tight_column, "welcome");
    put(made, heading(2, Look::title, "welcome/title", Word::welcome_title));
    // The first steps say the same, one at a time.
    if (!shows_introduction(state))
        for (const auto& [key, words] :
             {std::pair{"welcome/number", Word::welcome_number}, std::pair{"welcome/ask", Word::welcome_ask},
              std::pair{"welcome/keep", Word::welcome_keep}})
            put(words_of, text(Look::body, key, say(words), Tone::secondary));
    put(made, std::move(words_of));
    put(made, present_welcome_channels());
    return made;
}

Part second_page(const State& state) {
    if (state.page == Page::settings) return present_settings(state);
    if (state.page == Page::privacy) return present_privacy(state);
    if (state.page == Page::list_options) return present_list_options(state);
    if (state.page == Page::paste) return present_paste(state);
    if (state.page == Page::message) return present_message(state);
    if (const postal::Item* item = find_item(state, state.selected)) {
        if (state.page == Page::counter) return present_counter(*item);
        if (is_document(state.page)) return present_document(state, *item);
        return present_item(state, *item);
    }
    return welcome(state);
}

/// From a page about an item back to the item; to the list from all others.
Part back_button(const State& state) {
    const bool has_item = leads_to_item(state.page);
    Part back =
        button(Look::quiet_button, "back", say(has_item ? Word::back_to_item_button : Word::back_button),
               has_item ? PageOpened{Page::item, state.selected} : PageOpened{Page::watched_items, {}});
    back.icon = Icon::back;
    return back;
}

Part main_of(Look look, Part content) {
    Part made = part(Role::main, look, "main");
    put(made, std::move(content));
    return made;
}

Part wide(const State& state) {
    Part root = group(Look::page_wide, "page");
    Part left = group(Look::list_panel, "left");
    put(left, present_banner(state));
    put(left, items_region(state));
    put(root, std::move(left));
    Part content = second_page(state);
    if (leads_to_item(state.page)) content.parts.insert(content.parts.begin(), back_button(state));
    put(root, main_of(Look::item_panel, std::move(content)));
    return root;
}

Part narrow_list(const State& state) {
    Part root = group(Look::page_narrow, "page");
    Part left = group(Look::list_panel, "left");
    put(left, present_banner(state));
    put(left, main_of(Look::column, items_region(state)));
    put(root, std::move(left));
    return root;
}

/// A page of its own begins with its own first heading, not with the banner's.
void raise_headings(Part& part) {
    if (part.role == Role::heading && part.level > 1) --part.level;
    for (Part& child : part.parts) raise_headings(child);
}

Part narrow_page(const State& state) {
    Part root = group(Look::page_narrow, "page");
    Part content = main_of(Look::item_panel, second_page(state));
    raise_headings(content);
    Part top = group(Look::column, "top");
    put(top, back_button(state));
    put(top, present_status(state));
    content.parts.insert(content.parts.begin(), std::move(top));
    put(root, std::move(content));
    return root;
}

}  // namespace

Part present_banner(const State& state) {
    Part banner = part(Role::banner, Look::row, "banner");
    put(banner, heading(1, Look::brand, "brand", Word::app_name));
    const auto add_page = [&](Page page, Icon icon, std::string key, Word name) {
        const bool is_open = state.page == page;
        Part made = icon_button(icon, std::move(key), say(name),
                                PageOpened{is_open ? Page::watched_items : page, {}});
        made.selected = is_open;
        put(banner, std::move(made));
    };
    add_page(Page::paste, Icon::paste, "open-paste", Word::paste_button);
    add_page(Page::message, Icon::message, "open-message", Word::message_button);
    add_page(Page::settings, Icon::settings, "settings", Word::settings_button);
    return banner;
}

Screen present(const State& state) {
    Screen screen;
    screen.layout = state.layout;
    screen.language = words_language();
    screen.title = say(Word::document_title);
    screen.page_id = static_cast<char>(
        '0' + static_cast<int>(std::max(state.page, Page::item)));  // a list shows an item too
    screen.page_id += state.selected;
    const postal::Item* item = find_item(state, state.selected);
    if (item && is_about_item(state.page))
        screen.title = say(Word::document_title_item, {{"title", item_title(*item)}});
    if (state.layout == Layout::wide)
        screen.root = wide(state);
    else if (state.page == Page::watched_items)
        screen.root = narrow_list(state);
    else
        screen.root = narrow_page(state);
    if (state.palette) {
        for (Part& behind : screen.root.parts) behind.inert = true;
        put(screen.root, present_palette(state));
    }
    return screen;
}

const Part* find(const Part& part, std::string_view key) {
    if (part.key == key) return &part;
    for (const Part& child : part.parts)
        if (const Part* found = find(child, key)) return found;
    return nullptr;
}

const Part* find(const Screen& screen, std::string_view key) { return find(screen.root, key); }

}  // namespace app
