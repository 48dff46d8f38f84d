// The pieces present() puts together. Internal to src/app.
#pragma once

#include "app/reading.h"
#include "app/screen.h"
#include "app/state.h"
#include "postal/advice.h"
#include "postal/other_number.h"

namespace app {

Part present_banner(const State&);
Part present_entry(const State&);   ///< the form: number field, verdict, optional fields
Part present_status(const State&);  ///< the one live region: verdict and notices
void add_questions(Part& column,
                   const State&);  ///< consent, offer, import, update, storage: what wants an answer
Part present_list(const State&);   ///< the list, or what stands in its place
Part present_item(const State&, const postal::Item&);
Part present_timeline(const State&, const Reading&);
std::vector<postal::AdviceLine> advice_for(const State&, const Reading&);
/// What is normal now, in one sentence; empty when no rule says.
std::string normal_words(const State&, const Reading&, const std::vector<postal::AdviceLine>&);
/// What to do today, whom to ask, which papers.
Part present_advice(const State&, const Reading&, const std::vector<postal::AdviceLine>&);
Part present_channels(const State&, const Reading&);
Part present_welcome_channels();  ///< official pages for everyone, before anything is followed
Part present_settings(const State&);
Part present_paste(const State&);    ///< numbers in a text or a file
Part present_message(const State&);  ///< is this message real?
/// What the page says of them, for the live region: heard, not drawn there. Empty: nothing.
std::string paste_summary(const State&);
std::string message_summary(const State&);

// Of present_entry and present_channels, for other pages too.
std::string finding_words(const postal::Finding&, const postal::NumberCheck&);
std::string family_words(const postal::Family&);
/// The official pages and telephones of a country's post, for no number of its own.
void add_official_post(Part& card, const State&, const std::string& key, std::string_view country);
/// A link to a host of our own tables.
void add_official_host(Part& card, const std::string& key, std::string_view host);

}  // namespace app
