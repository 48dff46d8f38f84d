#include <algorithm>

#include "app/families.h"
#include "app/generated/languages.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "app/search_text.h"

namespace app {

namespace {

/// More are not read; typing another letter is quicker.
constexpr std::size_t commands_shown = 14;
constexpr std::size_t items_shown = 8;

struct Command {
    std::string words;
    Action action;
    std::string key_hint = {};
};

/// Everything that can be done from anywhere, the most wanted first.
class Commands {
public:
    explicit Commands(const State& state) : state_(state) {
        add_list();
        add_item();
        add_views();
        add_pages();
        add_exchange();
        add_look();
    }
    std::vector<Command> take() { return std::move(commands_); }

private:
    void add(std::string words, Action action, std::string key_hint = {}) {
        commands_.push_back({std::move(words), std::move(action), std::move(key_hint)});
    }
    void add(Word words, Action action, std::string key_hint = {}) {
        add(say(words), std::move(action), std::move(key_hint));
    }

    void add_list() {
        add(Word::command_new, KeyPressed{Key::new_number, {}, true}, "n");
        if (state_.items.empty()) return;
        add(Word::search_label, KeyPressed{Key::search, {}, true}, "/");
        add(Word::command_check_all, CheckNow{});
        add(Word::list_options_title, PageOpened{Page::list_options, {}});
        add(Word::choose_button, ChoosingToggled{});
    }

    void add_item() {
        const postal::Item* item = find_followed(state_, state_.selected);
        if (!item) return;
        const auto about = [&](Word words) { return item_title(*item) + ": " + say(words); };
        add(about(Word::check_now_button), CheckNow{item->number}, "r");
        add(about(Word::share_button), ItemShared{item->number});
        add(about(Word::counter_button), PageOpened{Page::counter, item->number});
        for (const Page page : {Page::enquiry, Page::evidence})
            add(about(page == Page::enquiry ? Word::enquiry_title : Word::evidence_title),
                PageOpened{page, item->number});
        add(about(Word::mark_delivered_button), ItemsChanged{ItemChange::mark_delivered, item->number});
        add(about(Word::archive_button), ItemsChanged{ItemChange::archive, item->number});
        add(about(Word::remove_button), ItemsChanged{ItemChange::remove, item->number});
    }

    void add_views() {
        for (int i = 0; i < formats::list_scope_count; ++i) {
            formats::ListQuery query = everything(state_);
            query.scope = static_cast<formats::ListScope>(i);
            if (query != state_.query)
                add(say(Word::command_show, {{"what", list_scope_words(query.scope)}}), ListQueried{query});
        }
        for (const formats::ListView& view : state_.settings.views)
            add(say(Word::command_show, {{"what", view.name}}), ListQueried{view.query});
    }

    void add_pages() {
        add(Word::paste_button, PageOpened{Page::paste, {}});
        add(Word::message_button, PageOpened{Page::message, {}});
        add(Word::settings_title, PageOpened{Page::settings, {}});
        add(Word::settings_privacy_title, PageOpened{Page::privacy, {}});
    }

    void add_exchange() {
        add(Word::export_button, ExportAsked{});
        add(Word::import_button, ImportAsked{});
        if (!state_.items.empty()) add(Word::share_all_button, ItemShared{});
    }

    void add_look() {
        for (int i = 0; i < formats::theme_count; ++i)
            if (static_cast<formats::ThemeChoice>(i) != state_.settings.theme)
                add(say(Word::command_theme,
                        {{"what", say(static_cast<Word>(static_cast<int>(Word::theme_system) + i))}}),
                    FieldTyped{FieldId::theme, std::to_string(i), 1});
        add(state_.settings.compact_rows ? Word::command_comfortable : Word::command_compact, RowsToggled{});
        if (state_.drawable)
            add(state_.plain_view ? Word::plain_view_off_button : Word::plain_view_on_button,
                PlainViewToggled{});
        for (const Language& language : languages)
            add(std::string(language.own_name), FieldTyped{FieldId::language, std::string(language.tag), 0});
    }

    const State& state_;
    std::vector<Command> commands_;
};

Part command_field(const State& state) {
    FieldFacts facts;
    facts.id = FieldId::command;
    facts.kind = FieldKind::text;
    facts.value = state.command;
    facts.caret = facts.value.size();
    facts.placeholder = say(Word::command_placeholder);
    facts.limit = formats::search_limit;
    return field(Look::search_field, "command", Word::commands_title, std::move(facts));
}

Part command_button(std::string key, const Command& command) {
    std::string words = command.words;
    if (!command.key_hint.empty()) words += "  (" + command.key_hint + ")";
    return button(Look::plain_button, std::move(key), std::move(words), command.action);
}

}  // namespace

Part present_commands(const State& state) {
    Part made = region(Look::column, "commands-page", Word::commands_title);
    put(made, heading(2, Look::title, "commands-page/title", Word::commands_title));
    Part form = part(Role::form, Look::tight_column, "commands");
    put(form, command_field(state));
    const SearchWords words(state.command);
    std::size_t shown = 0;
    for (const Command& command : Commands(state).take())
        if (shown < commands_shown && words.all_stand_in(folded(command.words)))
            put(form, command_button("command/" + std::to_string(shown++), command));
    std::size_t items = 0;
    for (const std::uint32_t index : state.order.sorted) {
        if (state.command.empty() || items == items_shown) break;
        if (!words.all_stand_in(state.order.glances[index].search_text)) continue;
        const postal::Item& item = state.items[index];
        put(form, command_button("command/item/" + std::to_string(items++),
                                 {say(Word::command_open, {{"title", item_title(item)}}),
                                  PageOpened{Page::item, item.number}}));
    }
    if (shown + items == 0)
        put(form, text(Look::card_text, "command/none", Word::command_none, Tone::secondary));
    put(made, std::move(form));
    put(made, text(Look::secondary, "command/keys",
                   say(state.settings.single_keys ? Word::keys_text : Word::keys_off_text), Tone::quiet));
    return made;
}

}  // namespace app
