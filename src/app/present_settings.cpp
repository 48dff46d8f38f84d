#include <algorithm>

#include "app/generated/languages.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

Part card(const std::string& key, Word title) {
    Part made = group(Look::card, key);
    put(made, heading(3, Look::section, key + "/title", say(title)));
    return made;
}

std::string connection_words(const State& state, Connection connection) {
    const std::string proxy = proxy_words(state, state.settings.proxy);
    switch (connection) {
        case Connection::works: return say(Word::connection_works);
        case Connection::offline: return say(Word::connection_offline);
        case Connection::not_reachable: return say(Word::connection_not_reachable, {{"proxy", proxy}});
        case Connection::not_allowed:
            return say(Word::connection_not_allowed, {{"proxy", proxy}, {"origin", state.page_origin}});
        case Connection::not_a_proxy: return say(Word::connection_not_a_proxy, {{"proxy", proxy}});
    }
    return {};
}

Part proxy_field(const State& state) {
    std::vector<Choice> proxies;
    for (const std::string& proxy : state.config.proxies)
        proxies.push_back({proxy, proxy_words(state, proxy)});
    return choice_field(FieldId::proxy, "proxy", Word::proxy_label, state.settings.proxy, std::move(proxies));
}

Part language_field(const State& state) {
    std::vector<Choice> choices{{"", say(Word::language_browser)}};
    for (const Language& language : languages)
        choices.push_back({std::string(language.tag), std::string(language.own_name)});
    return choice_field(FieldId::language, "language", Word::language_label,
                        state.wanted_language ? *state.wanted_language : state.settings.language,
                        std::move(choices));
}

void add_language(Part& card, const State& state) {
    put(card, language_field(state));
    if (state.wanted_language && is_long(state, state.words_asked_at))
        put(card, text(Look::card_text, "language/state", Word::language_fetching, Tone::secondary));
    else if (!state.wanted_language && state.words_missing)
        put(card, text(Look::card_text, "language/state", Word::language_missing, Tone::problem));
}

Part source_card(const State& state) {
    Part made = card("settings/source", Word::settings_source_title);
    const formats::Source* source = state.config.default_source();
    put(made, text(Look::card_text, "settings/source/text",
                   source ? say(Word::settings_source_text, {{"name", source->name}, {"host", source->host}})
                          : say(Word::no_source),
                   Tone::secondary));
    if (!state.config.proxies.empty()) put(made, proxy_field(state));
    Part test = button(Look::plain_button, "test-connection", Word::test_button, ConnectionTestAsked{});
    test.enabled = !state.testing_connection;
    test.busy = state.testing_connection;
    put(made, std::move(test));
    if (state.testing_connection && is_long(state, state.test_asked_at))
        put(made, text(Look::card_text, "connection", Word::testing_text, Tone::secondary));
    else if (state.connection)
        put(made, text(Look::card_text, "connection", connection_words(state, *state.connection),
                       *state.connection == Connection::works ? Tone::done : Tone::problem));
    return made;
}

Word keeping(const State& state) {
    switch (state.storage) {
        case Storage::reading: return Word::reading_storage;
        case Storage::refused: return Word::storage_refused;
        case Storage::full: return Word::storage_full;
        case Storage::failed: return Word::storage_failed;
        case Storage::newer_version: return Word::storage_newer_version;
        case Storage::ready: break;
    }
    if (!state.persistent) return Word::storage_ready;
    return *state.persistent ? Word::storage_persistent : Word::storage_not_persistent;
}

Part list_card(const State& state) {
    Part made = card("settings/list", Word::settings_keep_title);
    put(made, text(Look::card_text, "settings/list/text", say(keeping(state)), Tone::secondary));
    Part row = group(Look::wrap_row, "settings/list/buttons");
    Part write = button(Look::plain_button, "export", Word::export_button, ExportAsked{});
    write.busy = state.exporting.has_value();
    put(row, std::move(write));
    put(row, button(Look::plain_button, "import-file", Word::import_button, ImportAsked{}));
    const auto is_sample = [](const postal::Item& item) { return postal::is_sample(item.number); };
    if (!std::ranges::all_of(state.items, is_sample))
        put(row, button(Look::plain_button, "share-all", Word::share_all_button, ItemShared{}));
    if (!has_samples(state) && state.config.sample_source())
        put(row, button(Look::plain_button, "settings/samples", Word::samples_button, SamplesAdded{}));
    put(made, std::move(row));
    return made;
}

void add_look(Part& card, const State& state) {
    std::vector<Choice> themes, sizes;
    for (int i = 0; i < formats::theme_count; ++i)
        themes.push_back(
            {std::to_string(i), say(static_cast<Word>(static_cast<int>(Word::theme_system) + i))});
    put(card, choice_field(FieldId::theme, "theme", Word::theme_label,
                           std::to_string(static_cast<int>(state.settings.theme)), std::move(themes)));
    for (const std::uint16_t size : formats::text_sizes)
        sizes.push_back({std::to_string(size), std::to_string(size) + " %"});
    put(card, choice_field(FieldId::text_size, "text-size", Word::text_size_label,
                           std::to_string(state.settings.text_size), std::move(sizes)));
    put(card, checkbox("compact-rows", Word::compact_rows_label, state.settings.compact_rows, RowsToggled{}));
    put(card,
        checkbox("single-keys", Word::single_keys_label, state.settings.single_keys, SingleKeysToggled{}));
}

Part view_card(const State& state) {
    Part made = card("settings/view", Word::settings_view_title);
    add_language(made, state);
    add_look(made, state);
    put(made, text(Look::card_text, "settings/view/text", Word::plain_view_text, Tone::secondary));
    Part row = group(Look::wrap_row, "settings/view/buttons");
    if (state.drawable)
        put(row, button(Look::plain_button, "plain-view",
                        say(state.plain_view ? Word::plain_view_off_button : Word::plain_view_on_button),
                        PlainViewToggled{}));
    put(row, button(Look::plain_button, "open-commands", Word::commands_title,
                    KeyPressed{Key::commands, "open-commands", true}));
    if (state.installable)
        put(row, button(Look::plain_button, "install", Word::install_button, InstallAsked{}));
    put(made, std::move(row));
    return made;
}

Part privacy_card() {
    Part made = card("settings/privacy", Word::settings_privacy_title);
    put(made, text(Look::card_text, "settings/privacy/text", Word::settings_privacy_text, Tone::secondary));
    Part row = group(Look::wrap_row, "settings/privacy/buttons");
    put(row,
        button(Look::plain_button, "privacy", Word::settings_privacy_title, PageOpened{Page::privacy, {}}));
    put(row, button(Look::plain_button, "introduction-again", Word::introduction_again_button,
                    IntroductionShown{}));
    put(made, std::move(row));
    return made;
}

}  // namespace

Part present_settings(const State& state) {
    Part made = region(Look::column, "settings-page", Word::settings_title);
    put(made, heading(2, Look::title, "settings-page/title", Word::settings_title));
    put(made, source_card(state));
    put(made, list_card(state));
    if (state.layout == Layout::narrow) add_exchange(made, state, 3);  // on wide it stands above the list
    put(made, view_card(state));
    put(made, privacy_card());
    return made;
}

}  // namespace app
