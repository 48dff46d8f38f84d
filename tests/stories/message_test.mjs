// Is this message real: judged on the device by a wasm of its own, kept for offline, and forgotten when left.
import assert from 'node:assert/strict';
import { PHONE, copyOfSite, holds, numberOf, story, until, words } from './harness/story.mjs';
import { deployAnotherBuild, looksForUpdates } from './harness/another_build.mjs';

const UNREACHED = [/net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/];
const FRAUD = 'USPS: your package could not be delivered. Pay 1.99 USD within 24 hours: https://usps.com.redelivery-pay.top/us';
const NOTHING = 'See you at eight.';

const isCheck = ({ url }) => /\/message-check\.\w+\.wasm$/.test(url);
const checks = (user) => user.requests.filter(isCheck);
const keptChecks = (user) => user.page.evaluate(async () => {
  const cache = await caches.open('postwatch-check');
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
});

async function opensMessage(user) {
  await user.presses(words.message_button);
  await user.sees(words.message_text);
}

/** It stands twice, on the page and in the live region, and goes from both. */
const loses = (user, sentence) => until(async () => !await user.seesNow(sentence), `"${sentence}" goes`);

async function pastes(user, text) {
  await user.enters(user.find('textbox', words.message_label));
  await user.page.keyboard.insertText(text);
}

for (const [device, context, hand] of [['wide', {}, 'mouse'], ['phone', PHONE, 'finger'], ['keyboard only', {}, 'keyboard']]) {
  story(`a fraud is told with its reasons and the way out, ${device}`, async ({ open, served }) => {
    const user = await open(context);
    user.hand = hand;
    assert.equal(checks(user).length, 0, 'nobody fetches the check before it is wanted');
    await opensMessage(user);
    await pastes(user, FRAUD);
    await user.hears(words.message_lookalike);
    await user.sees(words.message_lookalike);
    await user.sees('redelivery-pay.top');
    await user.sees(words.rule_embeds_official);
    await user.sees(words.message_paid);
    const links = await user.find('link').evaluateAll((all) => all.map(({ href }) => href));
    assert.ok(links.some((href) => /^https:\/\/([\w-]+\.)*usps\.com\//.test(href)), links.join());
    assert.ok(!links.some((href) => href.includes('redelivery')), 'nothing of the message is a link');
    // Said to be from somebody else, it is compared with them.
    await user.chooses(words.message_claimed_label, 'dhl');
    await user.hears(words.message_lookalike);
    // Nothing of the text has left, not even to its own server.
    const sent = user.requests.filter(({ url }) => /redelivery|Pay|package/.test(decodeURIComponent(url)));
    assert.deepEqual(sent, []);
    assert.ok(user.requests.every(({ url, method }) => method === 'GET' && new URL(url).origin === served.origin));
    assert.equal(checks(user).length, 1);
  });
}

story('typing changes the verdict at once, and leaving forgets the text', async ({ open }) => {
  const user = await open();
  await opensMessage(user);
  await user.types(words.message_label, NOTHING);
  await user.hears(words.message_nothing);
  await user.types(words.message_label, ' Your parcel waits at http://1.2.3.4/pay, pay the fee today');
  await user.hears(words.message_suspicious);
  await user.clears(words.message_label);
  await loses(user, words.message_suspicious);
  await pastes(user, FRAUD);
  await user.hears(words.message_lookalike);
  await user.presses(words.settings_button);
  await loses(user, words.message_lookalike);
  const left = await user.page.evaluate(() => document.documentElement.outerHTML.includes('redelivery'));
  assert.equal(left, false);
  await opensMessage(user);
  assert.equal(await user.value(words.message_label), '');
  await pastes(user, FRAUD);
  await user.hears(words.message_lookalike);
  assert.equal(checks(user).length, 1, 'it is fetched once');
});

story('an item of the list speaks for or against a message', async ({ open }) => {
  const user = await open();
  await user.adds(numberOf('delivered'));
  await user.agrees();
  await user.idle();
  await opensMessage(user);
  await pastes(user, `Your parcel ${numberOf('delivered')} waits for a new address.`);
  await user.mirror.getByText(words.rule_number_delivered, { exact: false }).first().waitFor({ state: 'attached' });
});

story('the check works offline after the second start, though its page was never opened', async ({ open, served }) => {
  const user = await open({ tolerates: UNREACHED });
  await user.workerStands();
  assert.deepEqual(await keptChecks(user), [], 'the first visit does not fetch it');
  await user.reloads();
  await until(async () => (await keptChecks(user)).length === 1, 'the second start keeps it');
  await served.stop();
  await user.context.setOffline(true);
  await user.reloads();
  await opensMessage(user);
  await pastes(user, FRAUD);
  await user.hears(words.message_lookalike);
});

story('where it cannot be had the page says so, and tries again', async ({ open, served }) => {
  const user = await open({ tolerates: [...UNREACHED, /message-check/] });
  await user.workerStands();
  await user.context.route(/message-check/, (route) => route.abort());
  await opensMessage(user);
  await user.hears(words.message_unavailable);
  await user.context.unroute(/message-check/);
  await user.presses(words.message_retry_button);
  await loses(user, words.message_unavailable);
  await pastes(user, FRAUD);
  await user.hears(words.message_lookalike);
  assert.ok(served.origin);
});

story('a long wait is said', async ({ open }) => {
  const user = await open();
  const goOn = await holds(user.context, /message-check/);
  await opensMessage(user);
  await user.hears(words.message_getting);
  await pastes(user, FRAUD);
  goOn();
  await user.hears(words.message_lookalike);
  await loses(user, words.message_getting);
});

story('a new build brings its own check, and the old one is dropped', { site: copyOfSite }, async ({ open, site }) => {
  const user = await open();
  await user.workerStands();
  await opensMessage(user);
  await until(async () => (await keptChecks(user)).length === 1, 'it is kept');
  const [before] = await keptChecks(user);
  const { check } = deployAnotherBuild(site, { messageCheck: true });
  await looksForUpdates(user);
  await user.sees(words.update_text);
  await user.presses(words.update_button);
  await until(async () => {
    try {
      const kept = await keptChecks(user);
      return kept.length === 1 && kept[0] !== before && kept[0].endsWith(check);
    } catch {
      return false; // just reloading
    }
  }, 'the new one alone is kept');
});
