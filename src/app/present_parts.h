// The pieces present() puts together. Internal to src/app.
#pragma once

#include "app/reading.h"
#include "app/screen.h"
#include "app/state.h"
#include "postal/advice.h"

namespace app {

Part present_banner(const State&);
Part present_entry(const State&);   ///< the form: number field, verdict, optional fields
Part present_status(const State&);  ///< the one live region: verdict and notices
void add_questions(Part& column,
                   const State&);     ///< consent, offer, import, update, storage: what wants an answer
Part present_choosing(const State&);  ///< in the form's place while rows are chosen
void add_list_head(Part& column, const State&);  ///< search, groups to choose, what is shown of how many
Part present_list_options(const State&);         ///< filters, order and views, as a page
Part present_own_details(const State&, const postal::Item&);
formats::ListQuery everything(const State&);  ///< the whole list, in the order in use
std::string list_scope_words(formats::ListScope);
std::string list_group_words(formats::ListGroupKind);
Part present_list(const State&);  ///< the list, or what stands in its place
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

}  // namespace app
