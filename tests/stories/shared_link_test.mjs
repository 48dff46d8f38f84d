// A link with numbers offers them; nothing of it reaches a server, and nothing is added without a yes.
import assert from 'node:assert/strict';
import { grouped, numberOf, say, story, words } from './harness/story.mjs';

const [FIRST, SECOND, THIRD] = ['delivered', 'silent', 'no-records'].map(numberOf);
const list = (...numbers) => numbers.map(grouped).join(', ');

const follow = (user, fragment) => user.page.evaluate((hash) => { location.hash = hash; }, fragment);
const address = (user) => user.page.evaluate(() => location.href);

story('a link offers its numbers and adds them only on a yes', async ({ open, source }) => {
  const user = await open({ path: `/#n=${FIRST},${SECOND.toLowerCase()}` });
  await user.sees(say('offer_text', { count: 2, numbers: list(FIRST, SECOND) }));
  assert.equal(await address(user), `${user.origin}/`, 'cleared from the address bar');
  await user.idle();
  assert.equal(await user.seesNow(words.empty_title), true, 'nothing is added by itself');
  assert.equal(source.counts().total, 0);
  assert.deepEqual(user.requests.filter(({ url }) => url.includes(FIRST)), [], 'no request names the number');

  await user.presses(words.offer_accept_button);
  await user.seesRows([FIRST, SECOND].map(grouped));
  await user.hears(say('notice_items_added', { count: 2 }));
  await user.sees(words.consent_title);
  assert.equal(source.counts().total, 0, 'adding is no yes to asking');
});

story('"no, thanks" leaves everything as it was', async ({ open }) => {
  const user = await open({ path: `/#n=${FIRST}` });
  await user.presses(words.offer_decline_button);
  await user.noLongerSees(words.offer_title);
  assert.equal(await user.seesNow(words.empty_title), true);
  await user.reloads();
  assert.equal(await user.seesNow(words.offer_title), false);
});

story('a link followed in the running app: known, wrong and fresh numbers are told apart', async ({ open }) => {
  const user = await open();
  await user.adds(FIRST);
  await follow(user, `n=${FIRST},EL123456789CN,${THIRD}`);
  await user.sees(say('offer_text', { count: 1, numbers: grouped(THIRD) }));
  await user.sees(say('offer_present', { count: 1 }));
  await user.sees(say('offer_faulty', { count: 1 }));
  assert.equal(await address(user), `${user.origin}/`);
  await user.presses(words.offer_accept_button);
  await user.seesRows([FIRST, THIRD].map(grouped));

  await follow(user, `n=${FIRST}`);
  await user.sees(words.offer_none);
  await user.presses(words.offer_close_button);
  await follow(user, 'n=EL123456789CN');
  await user.hears(words.notice_shared_link_unreadable);
  await follow(user, 'n=<img src=x onerror=alert(1)>');
  await user.idle();
  await user.seesRows([FIRST, THIRD].map(grouped));
});

story('a link opened over a kept list knows what is in it', async ({ open }) => {
  const user = await open();
  await user.adds(FIRST);
  await user.page.goto('about:blank');
  await user.opens(`/#n=${FIRST},${SECOND}`);
  await user.sees(say('offer_text', { count: 1, numbers: grouped(SECOND) }));
  await user.sees(say('offer_present', { count: 1 }));
});

story('more than 500 numbers are cut, and that is said', async ({ open }) => {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const number = (serial) => {
    const digits = String(serial).padStart(8, '0');
    const rest = 11 - [...digits].reduce((sum, digit, i) => sum + digit * weights[i], 0) % 11;
    return `EE${digits}${{ 10: 0, 11: 5 }[rest] ?? rest}CN`;
  };
  const user = await open();
  await follow(user, `n=${Array.from({ length: 510 }, (_, i) => number(20_000_000 + i))}`);
  await user.sees(words.offer_cut);
  await user.presses(words.offer_accept_button);
  await user.hears(say('notice_items_added', { count: 500 }));
});

story('Share copies a link that offers the item to somebody else', async ({ open }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await user.adds(FIRST);
  await user.adds(SECOND);
  const copied = () => user.page.evaluate(() => navigator.clipboard.readText());
  for (const hand of ['keyboard', 'mouse']) {
    await user.page.evaluate(() => navigator.clipboard.writeText(''));
    await user.presses(words.share_button, hand);
    await user.hears(words.notice_copied);
    assert.match(await copied(), new RegExp(`${user.origin}/#n=${SECOND}$`));
  }
  const friend = await open({ path: `/${(await copied()).match(/#.*$/)[0]}` });
  await friend.sees(say('offer_text', { count: 1, numbers: grouped(SECOND) }));

  await user.presses(words.settings_button);
  await user.presses(words.share_all_button);
  await user.page.waitForFunction(async (wanted) => {
    const text = await navigator.clipboard.readText();
    return wanted.every((number) => text.includes(number));
  }, [FIRST, SECOND]);
});
