#include "app/commands.h"

#include "app/families.h"
#include "app/generated/languages.h"
#include "app/present_parts.h"
#include "app/refresh.h"
#include "app/search_text.h"

namespace app {

namespace {

/// More are not read; typing another letter is quicker.
constexpr std::size_t items_found = 8;

Word numbered(Word first, int index) { return static_cast<Word>(static_cast<int>(first) + index); }

/// What would change nothing now is left out.
class Commands {
public:
    explicit Commands(const State& state) : state_(state), pieces_(state.palette->text, true) {
        add_list();
        add_undo();
        add_item();
        add_views();
        add_pages();
        add_exchange();
        add_look();
        add_items();
    }
    std::vector<Command> take() { return std::move(found_); }

private:
    void add(std::string words, Action action, const char* key = "") {
        if (!pieces_.all_stand_in(folded(words))) return;
        found_.push_back({std::move(words), std::move(action), state_.settings.single_keys ? key : ""});
    }
    void add(Word words, Action action, const char* key = "") { add(say(words), std::move(action), key); }

    void add_list() {
        add(Word::command_new, KeyPressed{Key::new_number, {}, true}, "n");
        if (state_.items.empty()) return;
        add(Word::search_label, KeyPressed{Key::search, {}, true}, "/");
        if (state_.config.default_source()) add(Word::command_check_all, CheckNow{});
        add(state_.choosing ? Word::choose_done_button : Word::choose_button, ChoosingToggled{});
    }

    /// Not found by what it is about: who looks for an item must not take something back.
    void add_undo() {
        const std::string words = say(Word::undo_button);
        if (state_.undos.empty() || !pieces_.all_stand_in(folded(words))) return;
        found_.push_back(
            {words + ": " + notice_words(state_, state_.undos.back().told), ChangeUndone{}, "Ctrl/⌘ Z"});
    }

    void add_item() {
        const postal::Item* item = find_item(state_, state_.selected);
        if (!item) return;
        const std::string title = item_title(*item) + ": ";
        const auto add_about = [&](Word words, Action action, const char* key = "") {
            add(title + say(words), std::move(action), key);
        };
        if (find_followed(state_, item->number) && source_for(state_, item->number))
            add_about(Word::check_now_button, CheckNow{item->number}, state_.page == Page::item ? "r" : "");
        add_about(Word::share_button, ItemShared{item->number});
        for (const auto& [words, page] : {std::pair{Word::counter_button, Page::counter},
                                          {Word::enquiry_title, Page::enquiry},
                                          {Word::evidence_title, Page::evidence}})
            if (page != state_.page) add_about(words, PageOpened{page, item->number});
        for (const ItemChoice& choice : choices_about(read_item(state_, *item)))
            add_about(choice.words, ItemsChanged{choice.change, item->number});
        if (item->removed_at == 0)
            add_about(Word::remove_button, ItemsChanged{ItemChange::remove, item->number});
    }

    void add_show(std::string what, formats::ListQuery query) {
        if (query != state_.query)
            add(say(Word::command_show, {{"what", std::move(what)}}), ListQueried{std::move(query)});
    }

    void add_views() {
        for (int i = 0; i < formats::list_scope_count; ++i) {
            formats::ListQuery query = everything(state_);
            query.scope = static_cast<formats::ListScope>(i);
            add_show(list_scope_words(query.scope), query);
        }
        for (const formats::ListView& view : state_.settings.views) add_show(view.name, view.query);
    }

    void add_pages() {
        for (const auto& [words, page] : {std::pair{Word::paste_button, Page::paste},
                                          {Word::message_button, Page::message},
                                          {Word::list_options_title, Page::list_options},
                                          {Word::settings_title, Page::settings},
                                          {Word::settings_privacy_title, Page::privacy}})
            if (page != state_.page) add(words, PageOpened{page, {}});
        if (!shows_introduction(state_)) add(Word::introduction_again_button, IntroductionShown{});
    }

    void add_exchange() {
        add(Word::export_button, ExportAsked{});
        add(Word::import_button, ImportAsked{});
        if (!state_.items.empty()) add(Word::share_all_button, ItemShared{});
        if (has_samples(state_))
            add(Word::remove_samples_button, SamplesRemoved{});
        else if (state_.config.sample_source())
            add(Word::samples_button, SamplesAdded{});
        if (state_.installable) add(Word::install_button, InstallAsked{});
    }

    void add_look() {
        for (int i = 0; i < formats::theme_count; ++i)
            if (static_cast<formats::ThemeChoice>(i) != state_.settings.theme)
                add(say(Word::command_theme, {{"what", say(numbered(Word::theme_system, i))}}),
                    FieldTyped{FieldId::theme, std::to_string(i), 1});
        for (const std::uint16_t size : formats::text_sizes)
            if (size != state_.settings.text_size)
                add(say(Word::text_size_label) + ": " + std::to_string(size) + " %",
                    FieldTyped{FieldId::text_size, std::to_string(size), 0});
        add(state_.settings.compact_rows ? Word::command_comfortable : Word::command_compact, RowsToggled{});
        if (state_.drawable)
            add(state_.plain_view ? Word::plain_view_off_button : Word::plain_view_on_button,
                PlainViewToggled{});
        for (const Language& language : languages)
            if (language.tag != words_language())
                add(std::string(language.own_name),
                    FieldTyped{FieldId::language, std::string(language.tag), 0});
    }

    void add_items() {
        const SearchWords words(state_.palette->text);
        const std::size_t most = state_.palette->text.empty() ? 0 : found_.size() + items_found;
        for (const std::uint32_t index : state_.order.sorted) {
            if (found_.size() >= most) return;
            if (!words.all_stand_in(state_.order.glances[index].search_text)) continue;
            const postal::Item& item = state_.items[index];
            found_.push_back({say(Word::command_open, {{"title", item_title(item)}}),
                              PageOpened{Page::item, item.number}, ""});
        }
    }

    const State& state_;
    const SearchWords pieces_;
    std::vector<Command> found_;
};

}  // namespace

std::vector<Command> found_commands(const State& state) { return Commands(state).take(); }

}  // namespace app
