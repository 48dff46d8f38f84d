// The pieces present() puts together. Internal to src/app.
#pragma once

#include <array>

#include "app/reading.h"
#include "app/screen.h"
#include "app/state.h"
#include "postal/advice.h"
#include "postal/other_number.h"

namespace app {

Part present_banner(const State&);
Part present_entry(const State&);                       ///< the form: number field, verdict, optional fields
Part present_status(const State&);                      ///< the one live region: verdict and notices
std::string notice_words(const State&, const Notice&);  ///< empty: it is about an item that is gone
void add_notices(Part& status, const State&);
void add_questions(Part& column,
                   const State&);  ///< consent, offer, import, update, storage: what wants an answer
Part question(std::string key, std::string title, std::uint8_t level = 2);  ///< a card with its heading
void add_answers(Part& card, Part yes, Part no);
/// The question about a file to be imported, and what is done of reading, importing and writing one.
void add_exchange(Part& column, const State&, std::uint8_t level);
/// That it goes on, for the live region; empty: nothing does.
std::string exchange_summary(const State&);
Part present_choosing(const State&);             ///< in the form's place while rows are chosen
void add_list_head(Part& column, const State&);  ///< search, groups to choose, what is shown of how many
Part present_list_options(const State&);         ///< filters, order and views, as a page
Part present_own_details(const State&, const postal::Item&);
/// What may be decided about an item as it stands; `key` is the button's.
struct ItemChoice {
    const char* key;
    Word words;
    ItemChange change;
};
std::vector<ItemChoice> choices_about(const Reading&);
formats::ListQuery everything(const State&);  ///< the whole list, in the order in use
std::string list_scope_words(formats::ListScope);
std::string list_group_words(formats::ListGroupKind);
Part present_introduction(const State&);  ///< the first steps, one at a time
/// The page as a whole says which of them is shown. Empty: nothing.
std::string introduction_summary(const State&);
/// Offers samples, or to remove them; nothing where no source has any.
void add_samples(Part& column, const State&);
Part present_list(const State&);  ///< the list, or what stands in its place
Part present_item(const State&, const postal::Item&);
Part present_timeline(const State&, const Reading&);
/// What is normal now, in one sentence; empty when no rule says.
std::string normal_words(const State&, const Reading&);
/// What to do today, whom to ask, which papers, and the shortest way there.
Part present_advice(const State&, const Reading&);
/// Who had it and how long, who has it now, what is to come; a box for each leg.
Part present_journey(const State&, const Reading&);
Part present_clock(const State&, const Reading&);  ///< how long it is silent in these hands
Part present_route(const State&, const Reading&);  ///< a picture; without stops where there is no way to show
Part present_customs(const State&, const Reading&);  ///< empty when customs never had it
/// Its latest stay with customs; nullptr when there was none.
const postal::Leg* customs_leg(const Reading&);
/// The rules whose sentences stand on the customs card: papers, then whom to ask.
using CustomsRules = std::array<postal::AdviceRule, 2>;
CustomsRules customs_rules(const postal::Item&, const postal::Leg&);
/// "La Poste", "Customs, France": in whose hands.
std::string holder_words(const State&, const postal::Item&, postal::Holder, bool going_back);
/// When it may be delivered and by whose word; empty when nothing says.
std::string expected_words(const State&, const Reading&);
/// Whose word this is, and observed when; empty before the first answer.
std::string sureness_words(const State&, const Reading&);
/// What is not known and would make it surer; empty when nothing is missing.
std::string missing_words(const State&, const Reading&);
Part present_channels(const State&, const Reading&);
std::string telephone_link(std::string_view phone);  ///< "tel:" and its digits
Part present_welcome_channels();  ///< official pages for everyone, before anything is followed
Part present_settings(const State&);
Part present_palette(const State&);         ///< everything that can be done, to be searched
Part present_privacy(const State&);         ///< what leaves this device
Part present_counter(const postal::Item&);  ///< the number for a counter: large, and as bar codes
/// The 13 cells of a number, the explanation of one, and when open the sum and what no number tells. `number`
/// has the right shape.
Part present_passport(const State&, PassportPlace, const std::string& number);
/// Hides and shows what is open of it.
Part passport_button(const State&, PassportPlace);
Part present_paste(const State&);    ///< numbers in a text or a file
Part present_message(const State&);  ///< is this message real?
/// What to ask about an item, or what was seen of it: made by the second wasm.
Part present_document(const State&, const postal::Item&);
std::string document_summary(const State&);
/// The blocks of formats/document.h as Parts of `page`. False when some are not what they may be.
bool add_document(Part& page, const State&, std::string_view document);
/// What the page says of them, for the live region: heard, not drawn there. Empty: nothing.
std::string paste_summary(const State&);
std::string message_summary(const State&);
/// What they say when the check is slow or cannot be had; retrying opens `page` again.
std::string check_state_words(CheckState);
void add_check_state(Part& card, const std::string& key, CheckState, Page page);

// Of present_entry and present_channels, for other pages too.
std::string finding_words(const postal::Finding&, const postal::NumberCheck&);
std::string family_words(const postal::Family&);
/// The official pages and telephones of a country's post, for no number of its own.
void add_official_post(Part& card, const State&, const std::string& key, std::string_view country);
/// A link to a host of our own tables.
void add_official_host(Part& card, const std::string& key, std::string_view host);

}  // namespace app
