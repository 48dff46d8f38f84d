// The words of the page's language: those it started with, and others when another language is chosen. Which
// language the browser means, fetching and keeping them is the page's: shell/page/words.js.
#pragma once

#include "app/effect.h"

namespace web::words {

/// Puts WordsArrived into the inbox, and again when another tab has chosen. Before everything else: without
/// words there is nothing to show.
void start();

void fetch(const app::FetchWords& effect);

}  // namespace web::words
