#include <algorithm>

#include "app/families.h"
#include "app/generated/languages.h"
#include "app/refresh.h"
#include "app/words.h"

namespace app {

namespace {

/// From here on list and item stand side by side (design: list 420 px, item beside it).
constexpr float wide_from = 900;

}  // namespace

void keep_allowed_proxy(State& state) {
    const auto& proxies = state.config.proxies;
    if (!state.config_read || std::ranges::find(proxies, state.settings.proxy) != proxies.end()) return;
    state.settings.proxy = proxies.empty() ? "" : proxies.front();
}

bool is_offered_language(std::string_view language) {
    return language.empty() || std::ranges::find(languages, language, &Language::tag) != std::end(languages);
}

Effects choose_language(State& state, const std::string& language) {
    if (!is_offered_language(language)) return {};
    state.wanted_language = language;
    state.words_missing = false;
    state.words_asked_at = state.now;
    return {FetchWords{language}};
}

Effects on(State& state, const WordsArrived& arrived) {
    if (!is_offered_language(arrived.wanted)) return {};
    const bool was_chosen = state.wanted_language.has_value();
    if (was_chosen && *state.wanted_language != arrived.wanted) return {};  // another was chosen since
    state.wanted_language.reset();
    state.words_missing = !use_words(arrived.text);
    if (state.words_missing) return {};
    state.settings.language = arrived.wanted;
    if (!was_chosen) return {};
    return {SaveSettings{formats::write_settings(state.settings)}};
}

Effects on(State& state, const LocaleArrived& locale) {
    state.locale = locale;
    state.now = std::max(state.now, locale.at);
    return {};
}

Effects on(State& state, const ViewportChanged& viewport) {
    const Layout before = state.layout;
    state.layout = viewport.width >= wide_from ? Layout::wide : Layout::narrow;
    if (before == state.layout) return {};
    if (state.layout == Layout::wide && state.page == Page::watched_items && !state.selected.empty())
        state.page = Page::item;
    // Becoming narrow, the list is the page one comes from; the item or settings stay one press away.
    if (state.layout == Layout::narrow && state.page == Page::item) state.page = Page::watched_items;
    return {};
}

Effects on(State& state, const ConfigArrived& arrived) {
    state.page_origin = arrived.page_origin;
    state.config_read = true;
    const auto config = formats::read_config(arrived.body);
    if (!config) return {};
    state.config = *config;
    keep_allowed_proxy(state);
    Effects effects;
    ask_what_is_due(state, effects);
    return effects;
}

Effects on(State& state, const ConnectionTestAsked&) {
    if (state.testing_connection) return {};
    state.testing_connection = true;
    state.test_asked_at = state.now;
    state.connection.reset();
    return {TestConnection{state.settings.proxy}};
}

Effects on(State& state, const ConnectionTested& tested) {
    state.testing_connection = false;
    state.connection = tested.result;
    return {};
}

Effects on(State& state, const NoticeDismissed& dismissed) {
    std::erase_if(state.notices, [&](const Notice& notice) { return notice.id == dismissed.notice; });
    return {};
}

Effects on(State& state, const DrawingLost&) {
    state.drawable = false;
    state.plain_view = true;
    return {ShowPlainView{true}};
}

Effects on(State& state, const UpdateWaiting&) {
    state.update_waiting = true;
    return {};
}

Effects on(State& state, const UpdateAccepted&) {
    state.update_accepted_at = state.now;
    return {ActivateUpdate{}};
}

Effects on(State& state, const InstallOffered&) {
    state.installable = true;
    return {};
}

Effects on(State& state, const InstallAsked&) {
    if (!state.installable) return {};
    return {ShowInstallPrompt{}};
}

Effects on(State& state, const Installed&) {
    state.installable = false;
    return {};
}

Effects on(State& state, const PlainViewToggled&) {
    if (!state.drawable) return {};
    state.plain_view = !state.plain_view;
    return {ShowPlainView{state.plain_view}};
}

Effect show_appearance(const State& state) {
    return ShowAppearance{state.settings.theme, state.settings.text_size};
}

Effects choose_theme(State& state, std::string_view number) {
    if (number.size() != 1 || number[0] < '0' || number[0] >= '0' + formats::theme_count) return {};
    state.settings.theme = static_cast<formats::ThemeChoice>(number[0] - '0');
    return {SaveSettings{formats::write_settings(state.settings)}, show_appearance(state)};
}

Effects choose_text_size(State& state, std::string_view percent) {
    for (const std::uint16_t size : formats::text_sizes) {
        if (std::to_string(size) != percent) continue;
        state.settings.text_size = size;
        return {SaveSettings{formats::write_settings(state.settings)}, show_appearance(state)};
    }
    return {};
}

Effects on(State& state, const RowsToggled&) {
    state.settings.compact_rows = !state.settings.compact_rows;
    return {SaveSettings{formats::write_settings(state.settings)}};
}

Effects on(State& state, const SingleKeysToggled&) {
    state.settings.single_keys = !state.settings.single_keys;
    return {SaveSettings{formats::write_settings(state.settings)}};
}

Effects on(State& state, const ConsentWithdrawn& withdrawn) {
    const formats::Source* source = state.config.source(withdrawn.source);
    if (!source) return {};
    Effects effects;
    std::erase(state.settings.consented, formats::agreement(source->id, proxy_for(state, *source)));
    std::erase_if(state.tickets, [&](const Ticket& ticket) {
        if (ticket.source != source->id) return false;
        effects.push_back(CancelFetch{ticket.id});
        return true;
    });
    effects.push_back(SaveSettings{formats::write_settings(state.settings)});
    return effects;
}

}  // namespace app
