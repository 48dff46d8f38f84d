// What the list shows, kept under a name; and what somebody knows of an item that no post says. With the keyboard alone on
// a wide page, and by finger on a phone.
import { LENS, TEACUP, withSamples } from './harness/samples.mjs';
import { PHONE, say, story, words } from './harness/story.mjs';

const HANDS = [['keyboard', {}], ['finger', PHONE]];

/** The list is to be seen: on a phone it lies behind the page. */
async function seesList(user) {
  if (user.hand === 'finger') await user.presses(words.back_button);
}

/** Beside the list the page stays open, and its button closes it. */
async function opensOptions(user) {
  if (user.hand === 'finger' || await user.find('region', words.list_options_title).count() === 0) await user.presses(words.list_options_button);
}

const showsView = (user, name) => user.presses(user.find('region', words.list_options_title).getByRole('button', { name, exact: true }));

for (const [hand, context] of HANDS) {
  story(`filters and order are kept as a view, shown again, forgotten and taken back, by ${hand}`, async ({ open }) => {
    const user = await withSamples(open, context, hand);
    const all = await user.titles();
    await opensOptions(user);
    await user.chooses(words.filter_stage, { label: words.stage_delivered });
    await user.chooses(words.sort_label, { label: words.sort_title_first });
    await user.types(words.view_name_label, 'At home');
    await user.presses(words.view_save_button);
    await user.hears(say('notice_view_saved', { what: 'At home' }));
    await seesList(user);
    await user.seesRows([TEACUP]);
    await user.presses(words.show_all_button);
    await user.seesRows(all);

    await user.isKept();
    await user.reloads();
    await opensOptions(user);
    await showsView(user, 'At home');
    await seesList(user);
    await user.seesRows([TEACUP]);

    await opensOptions(user);
    await user.presses(say('view_forget_button', { name: 'At home' }));
    await user.presses(words.undo_button);
    await user.chooses(words.filter_stage, { label: words.filter_any });
    await showsView(user, 'At home');
    await seesList(user);
    await user.seesRows([TEACUP]);
  });

  story(`marked as delivered and opened again; notes of one's own are kept, by ${hand}`, async ({ open }) => {
    const user = await withSamples(open, context, hand);
    await user.presses(user.row(LENS));
    await user.presses(words.mark_delivered_button);
    await user.sees(words.marked_delivered_text);
    await user.presses(words.reopen_button);
    await user.noLongerSees(words.marked_delivered_text);
    await user.types(words.note_label, 'For the birthday');
    await user.types(words.order_number_label, 'NJ-20911');
    await user.types(words.shop_label, 'Nanjing Road');
    await user.chooses(words.direction_label, { label: words.direction_incoming });
    await user.types(words.tag_label, 'gift');
    await user.presses(words.tag_add_button);
    await user.find('button', say('tag_remove_button', { tag: 'gift' })).waitFor({ state: 'attached' });
    await user.isKept();
    await user.reloads();
    for (const typed of ['birthday', 'NJ-209', 'nanjing', 'gift']) {
      await user.types(words.search_label, typed);
      await user.seesRows([LENS]);
      await user.clears(words.search_label);
    }
  });
}
