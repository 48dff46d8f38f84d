// The frame, and what the browser is asked to do: the table of contents of the program.
#include <emscripten/html5.h>

#include <algorithm>
#include <iterator>

#include "app/present.h"
#include "app/update.h"
#include "imgui.h"
#include "view/draw_screen.h"
#include "web/canvas.h"
#include "web/fetch.h"
#include "web/glyphs.h"
#include "web/inbox.h"
#include "web/message_check.h"
#include "web/mirror.h"
#include "web/page.h"
#include "web/storage.h"
#include "web/words.h"

namespace web {
namespace {

app::State state;
app::Screen screen;
bool screen_is_new = false;

void perform(const app::SaveItem& effect) { storage::save(effect); }
void perform(const app::DeleteItem& effect) { storage::remove(effect); }
void perform(const app::SaveSettings& effect) { storage::save(effect); }
void perform(const app::RequestPersistence&) { storage::request_persistence(); }
void perform(const app::FetchAnswer& effect) { fetch::ask(effect); }
void perform(const app::CancelFetch& effect) { fetch::cancel(effect); }
void perform(const app::TestConnection& effect) { fetch::test(effect); }
void perform(const app::WakeAt& effect) { page::wake_at(effect); }
void perform(const app::ShareText& effect) { page::share(effect); }
void perform(const app::SaveFile& effect) { page::save_file(effect); }
void perform(const app::ChooseFile& effect) { page::choose_file(effect); }
void perform(const app::ClearFragment&) { page::clear_fragment(); }
void perform(const app::MoveFocus& effect) { mirror::focus(effect.key); }
void perform(const app::ShowPlainView& effect) { mirror::set_plain_view(effect.on); }
void perform(const app::FetchWords& effect) { words::fetch(effect); }
void perform(const app::ActivateUpdate&) { page::activate_update(); }
void perform(const app::ShowInstallPrompt&) { page::show_install_prompt(); }
void perform(const app::ShowAppearance& effect) { page::show(effect); }
void perform(const app::CopyText& effect) { page::copy(effect); }
void perform(const app::ChooseTextFile&) { page::choose_text_file(); }
void perform(const app::CheckMessage& effect) { message_check::check(effect); }
void perform(const app::ForgetMessage&) { message_check::forget(); }
void perform(const app::FindNumbers& effect) { message_check::find(effect); }
void perform(const app::MakeDocument& effect) { message_check::make(effect); }
void perform(const app::PrintPage&) { page::print(); }
void perform(const app::GoOn&) { page::go_on(); }
void perform(const app::KeepWaysBack& effect) { page::keep_ways_back(effect); }

/// The Screen and the DOM follow once, however many Actions there are.
void apply(const std::vector<app::Action>& actions) {
    if (actions.empty()) return;
    app::Effects effects;
    for (const app::Action& action : actions) {
        // Not every Action says when; between the hourly ticks State would think no time has passed.
        state.now = std::max(state.now, static_cast<app::Instant>(emscripten_date_now()));
        app::Effects more = app::update(state, action);
        std::move(more.begin(), more.end(), std::back_inserter(effects));
    }
    screen = app::present(state);
    screen_is_new = true;
    mirror::show(screen);
    page::set_title(screen.title.c_str(), screen.language.c_str());
    for (const app::Effect& effect : effects) std::visit([](const auto& what) { perform(what); }, effect);
}

/// Draws what is to be seen; true when the user's Actions changed it.
bool draw() {
    canvas::begin_frame();
    screen_is_new = false;
    const view::Drawn drawn = view::draw_screen(screen, mirror::focused_key(), mirror::focus_is_visible());
    canvas::end_frame(drawn.animating);
    mirror::place(drawn.placements);
    apply(drawn.actions);
    return screen_is_new;
}

void frame() {
    apply(inbox::take());
    if (!canvas::is_drawable()) return;
    // What was pressed shows in the same task, so that what it leads to keeps the user's activation.
    if (draw()) draw();
}

}  // namespace
}  // namespace web

int main() {
    ImGui::CreateContext();
    const auto [regular, strong, mono, mono_strong] = web::glyphs::load();
    view::set_fonts(regular, strong, mono, mono_strong);
    web::words::start();
    for (const app::Action& action : web::inbox::take()) app::update(web::state, action);
    web::mirror::start();
    web::screen = app::present(web::state);
    web::mirror::show(web::screen);
    web::page::start();
    web::storage::start();
    web::canvas::start(web::frame);
}
