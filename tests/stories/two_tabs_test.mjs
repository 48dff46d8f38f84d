// What is done in one tab is seen in the other within a second.
import { grouped, numberOf, story, until, words } from './harness/story.mjs';

const [FIRST, SECOND] = ['silent', 'no-records'].map(numberOf);
const SECOND_MS = 1_000;

/** Makes a page note the moment from which its list holds exactly `titles`. */
function watchFor(user, titles) {
  return user.page.evaluate(([name, wanted]) => {
    window.seenAt = 0;
    const look = () => {
      const rows = document.querySelectorAll(`#mirror ul[aria-label="${name}"] button > span:first-child`);
      if ([...rows].map((row) => row.textContent).sort().join() !== wanted) return;
      watcher.disconnect();
      window.seenAt = Date.now();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.getElementById('mirror'), { childList: true, subtree: true, characterData: true });
    look();
  }, [words.list_name, [...titles].sort().join()]);
}

story('adding, naming, removing and undoing in one tab is seen in the other', async ({ open }) => {
  const one = await open();
  const other = await one.opensAnotherTab();
  /** Times are written down beside the goal, not asserted: another program may hold the processor. */
  const isSeen = async (titles, what, act) => {
    await watchFor(other, titles);
    await one.page.bringToFront();
    await act();
    const done = await one.page.evaluate(() => Date.now());
    const seen = await until(() => other.page.evaluate(() => window.seenAt), `the other tab shows ${titles}`);
    console.log(`# ${what}: ${Math.max(0, seen - done)} ms after (goal: ${SECOND_MS})`);
  };

  await isSeen([grouped(FIRST)], 'added', () => one.adds(FIRST));
  await isSeen([grouped(FIRST), grouped(SECOND)], 'a second one', () => one.adds(SECOND));
  await isSeen([grouped(FIRST), 'Gift'], 'named', () => one.types(words.item_label_label, 'Gift'));
  await isSeen([grouped(FIRST)], 'removed', () => one.presses(words.remove_button));
  await isSeen([grouped(FIRST), 'Gift'], 'undone', () => one.presses(words.undo_button));

  // And the other way round, with the answer that came to the first tab.
  await one.agrees();
  await one.sees(words.stage_departed_origin);
  await other.page.bringToFront();
  await other.presses(other.row(grouped(FIRST)));
  await other.sees(words.stage_departed_origin);
  await other.presses(words.remove_button);
  await other.seesRows(['Gift']);
  await one.seesRows(['Gift']);
  await one.page.bringToFront();
  await one.reloads();
  await one.seesRows(['Gift']);
});

story('a label given in one tab and an answer that came in another are both kept', async ({ open }) => {
  const one = await open();
  await one.adds(FIRST);
  const other = await one.opensAnotherTab();
  await other.types(words.item_label_label, 'Tea');
  await one.page.bringToFront();
  await one.agrees();
  await one.sees(words.stage_departed_origin);
  await one.seesRows(['Tea']);
  await one.reloads();
  await one.seesRows(['Tea']);
  await one.sees(words.stage_departed_origin);
});
