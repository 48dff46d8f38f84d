#include "web/page.h"

#include <emscripten/em_macros.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/mail_text.h"
#include "postal/country.h"
#include "view/draw_screen.h"
#include "web/canvas.h"
#include "web/glyphs.h"
#include "web/inbox.h"

extern "C" {
void appearance_choose(int theme, int text_size);
void page_start();
void page_wake_at(double at_ms);
void page_share(const char* title, const char* text, const char* url);
void page_copy(const char* text);
void page_print();
void page_go_on();
void page_clear_fragment();
void ways_back_start();
void ways_back_keep(std::uint32_t count);
void page_activate_update();
void page_show_install_prompt();
void page_set_title(const char* title, const char* language);
void locale_start(const char* country_codes);
void appearance_start();
void files_save(const char* name, const char* type, const char* text, bool more);
void files_start(std::uint32_t text_size_limit);
void files_choose(std::uint32_t size_limit);
void files_choose_text();
}

namespace web::page {

namespace {

app::Instant now() { return static_cast<app::Instant>(emscripten_date_now()); }

/// What JavaScript says in one string, column by column.
class Columns {
public:
    explicit Columns(std::string_view text) : rest_(text) {}

    std::string next() {
        const std::size_t end = rest_.find('\x1f');
        std::string column(rest_.substr(0, end));
        rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
        return column;
    }

    std::vector<std::string> next(std::size_t count) {
        std::vector<std::string> columns(count);
        for (std::string& column : columns) column = next();
        return columns;
    }

private:
    std::string_view rest_;
};

}  // namespace

void start() {
    appearance_start();
    std::string codes;
    for (const std::string_view code : postal::country_codes()) codes += code;
    locale_start(codes.c_str());
    page_start();
    ways_back_start();
    files_start(formats::mail_size_limit);
}

void wake_at(const app::WakeAt& effect) { page_wake_at(static_cast<double>(effect.at)); }

void share(const app::ShareText& effect) {
    page_share(effect.title.c_str(), effect.text.c_str(), effect.url.c_str());
}

void show(const app::ShowAppearance& effect) {
    appearance_choose(static_cast<int>(effect.theme), effect.text_size);
}

void copy(const app::CopyText& effect) { page_copy(effect.text.c_str()); }

void print() { page_print(); }

void go_on() { page_go_on(); }

void save_file(const app::SaveFile& effect) {
    files_save(effect.name.c_str(), effect.type.c_str(), effect.text.c_str(), effect.more);
}

void choose_file(const app::ChooseFile& effect) { files_choose(effect.size_limit); }

void choose_text_file() { files_choose_text(); }

void clear_fragment() { page_clear_fragment(); }
void keep_ways_back(const app::KeepWaysBack& effect) { ways_back_keep(effect.count); }
void activate_update() { page_activate_update(); }
void show_install_prompt() { page_show_install_prompt(); }
void set_title(const char* title, const char* language) {
    page_set_title(title, language);
    static std::string last;
    if (std::exchange(last, language) != language) glyphs::forget_all();
}

}  // namespace web::page

using namespace web;

extern "C" {

/// Columns: language, day pattern, date pattern, 12 months, 7 weekdays, one name for each country code, the
/// codes in the order of their names.
EMSCRIPTEN_KEEPALIVE void postwatch_locale_read(const char* text, int offset_minutes) {
    page::Columns columns(text);
    app::LocaleArrived locale;
    locale.language = columns.next();
    locale.day_pattern = columns.next();
    locale.date_pattern = columns.next();
    locale.month_names = columns.next(12);
    locale.weekday_names = columns.next(7);
    locale.country_names = columns.next(postal::country_codes().size());
    locale.countries_by_name = columns.next();
    locale.offset_minutes = static_cast<std::int16_t>(offset_minutes);
    locale.at = page::now();
    inbox::put(std::move(locale));
}

EMSCRIPTEN_KEEPALIVE void postwatch_page_resized(float width, float height) {
    inbox::put(app::ViewportChanged{width, height});
}

EMSCRIPTEN_KEEPALIVE void postwatch_page_online(bool online) {
    inbox::put(app::OnlineChanged{online, page::now()});
}

EMSCRIPTEN_KEEPALIVE void postwatch_page_visible() { inbox::put(app::BecameVisible{page::now()}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_clock_ticked() { inbox::put(app::ClockTicked{page::now()}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_configured(const char* body, const char* origin) {
    inbox::put(app::ConfigArrived{body, origin});
}

EMSCRIPTEN_KEEPALIVE void postwatch_page_fragment(const char* fragment) {
    inbox::put(app::FragmentArrived{fragment});
}

EMSCRIPTEN_KEEPALIVE void postwatch_page_went_back(std::uint32_t left) { inbox::put(app::WentBack{left}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_handed_over(app::Handed how) { inbox::put(app::HandedOver{how}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_update_waiting() { inbox::put(app::UpdateWaiting{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_install_offered() { inbox::put(app::InstallOffered{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_undrawable() { inbox::put(app::DrawingLost{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_installed() { inbox::put(app::Installed{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_page_goes_on() { inbox::put(app::WorkGoesOn{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_files_coming() { inbox::put(app::FileComing{}); }

EMSCRIPTEN_KEEPALIVE void postwatch_files_chosen(const char* text, app::FileFault fault) {
    inbox::put(app::FileArrived{text, fault});
}

EMSCRIPTEN_KEEPALIVE void postwatch_files_text(const char* name, const char* text, app::FileFault fault) {
    inbox::put(app::TextFileArrived{name, text, fault});
}

/// `forced`: "rrggbb" for each of ForcedColours, in its order, end to end.
EMSCRIPTEN_KEEPALIVE void postwatch_appearance_changed(view::Theme theme, const char* forced,
                                                       bool reduced_motion, bool coarse_pointer,
                                                       float text_scale) {
    view::Appearance appearance{.theme = theme,
                                .forced = {},
                                .reduced_motion = reduced_motion,
                                .coarse_pointer = coarse_pointer,
                                .text_scale = text_scale};
    auto& to = appearance.forced;
    std::string_view digits(forced);
    for (std::uint32_t* colour : {&to.canvas, &to.canvas_text, &to.link, &to.button_face, &to.button_text,
                                  &to.highlight, &to.highlight_text, &to.gray_text}) {
        std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(6, digits.size()), *colour, 16);
        digits.remove_prefix(std::min<std::size_t>(6, digits.size()));
    }
    view::set_appearance(appearance);
    // Browsers thicken light text on dark and the other way round.
    static bool first = true;
    if (!first) glyphs::forget_all();
    first = false;
    canvas::wake();
}

}  // extern "C"
