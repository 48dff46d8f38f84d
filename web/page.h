// The page round the canvas: locale, clock, visibility, network state, appearance, config.json, address
// fragment, sharing, files, update and installation.
#pragma once

#include "app/effect.h"

namespace web::page {

/// Puts LocaleArrived, ViewportChanged, OnlineChanged, ConfigArrived and FragmentArrived into the inbox and
/// keeps telling changes; sets view's Appearance.
void start();

void wake_at(const app::WakeAt& effect);
void share(const app::ShareText& effect);
void show(const app::ShowAppearance& effect);
void copy(const app::CopyText& effect);
void print();
void go_on();  ///< ends in WorkGoesOn
void save_file(const app::SaveFile& effect);
void choose_file(const app::ChooseFile& effect);
void choose_text_file();
void clear_fragment();
void keep_ways_back(const app::KeepWaysBack& effect);  ///< each of them ends in WentBack
void activate_update();
void show_install_prompt();
/// Of the document. Another language has other glyphs.
void set_title(const char* title, const char* language);

}  // namespace web::page
