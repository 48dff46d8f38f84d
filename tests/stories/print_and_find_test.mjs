// The drawn page is also a page of text: it prints and is found in.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { grouped, labelOf, story, words } from './harness/story.mjs';

/** Text of a PDF as Chromium writes it: glyph codes in the streams, read by the fonts' own tables. */
function textOf(pdf) {
  const raw = pdf.toString('latin1');
  const streams = [];
  for (const [whole, body] of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    try {
      streams.push(inflateSync(Buffer.from(body, 'latin1')).toString('latin1'));
    } catch {
      streams.push(whole);
    }
  }
  const tables = streams.filter((stream) => stream.includes('begincmap')).map((stream) => {
    const codes = new Map();
    for (const [, from, to] of stream.matchAll(/<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>\n/gi)) codes.set(from.toUpperCase(), to);
    for (const [, from, last, to] of stream.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>/gi)) {
      for (let i = 0; i <= parseInt(last, 16) - parseInt(from, 16); i += 1) {
        const code = (parseInt(from, 16) + i).toString(16).toUpperCase().padStart(4, '0');
        codes.set(code, (parseInt(to, 16) + i).toString(16).padStart(4, '0'));
      }
    }
    return codes;
  });
  const letters = (hex, codes) => (hex.match(/.{4}/g) ?? []).map((code) => {
    const units = codes.get(code.toUpperCase());
    return units ? String.fromCharCode(...units.match(/.{4}/g).map((unit) => parseInt(unit, 16))) : '';
  }).join('');
  // Every page read with every font's table: the right one gives the words.
  return tables.map((codes) => streams.filter((stream) => /\bTj\b|\bTJ\b/.test(stream))
    .map((stream) => [...stream.matchAll(/<([0-9A-F]+)>/gi)].map(([, hex]) => letters(hex, codes)).join('')).join('\n')).join('\n');
}

story('printed, the list has all its rows, however long', async ({ open }) => {
  const user = await open();
  await user.presses(words.samples_button);
  const rest = (serial) => 11 - [...serial].reduce((sum, digit, i) => sum + digit * [8, 6, 4, 2, 3, 5, 9, 7][i], 0) % 11;
  const numbers = Array.from({ length: 60 }, (_, i) => String(77_000_000 + i))
    .map((serial) => `RR${serial}${{ 10: 0, 11: 5 }[rest(serial)] ?? rest(serial)}CN`);
  await user.page.evaluate((all) => { location.hash = `n=${all}`; }, numbers.join());
  await user.presses(words.offer_accept_button);
  await user.presses(words.consent_no_button);
  await user.idle();
  const before = await user.page.screenshot();
  const text = textOf(await user.page.pdf()).replace(/\s/g, '');
  const missing = numbers.filter((number) => !text.includes(number));
  assert.deepEqual(missing, [], `${missing.length} of ${numbers.length} rows are missing`);
  for (const sample of SAMPLES.filter(({ group }) => group === 'journey')) {
    assert.ok(text.includes(labelOf(sample).replace(/\s/g, '')), sample.scenario);
  }
  await user.idle();
  assert.equal(await user.page.evaluate(() => document.body.classList.contains('plain-view')), false, 'the screen stays drawn');
  assert.ok(before.equals(await user.page.screenshot()), 'and as it was');
});

story('find in page finds what is drawn', async ({ open }) => {
  const user = await open();
  await user.presses(words.samples_button);
  await user.row(labelOf(SAMPLES[0])).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  const finds = (text) => user.page.evaluate((wanted) => {
    getSelection().removeAllRanges();
    return window.find(wanted, false, false, true);
  }, text);
  for (const text of [labelOf(SAMPLES[0]), grouped(SAMPLES[0].number), words.stage_delivered, words.channels_title]) {
    assert.ok(await finds(text), text);
  }
  assert.equal(await finds('no such words on this page'), false);
});

/** Pieces that stand beside each other in one part of the page, pairwise: [[one, next]]. What is seen and what is said in
 * its place are one piece. */
const neighbours = (user) => user.mirror.evaluate((mirror, number) => [...mirror.querySelectorAll('*')].flatMap((around) => {
  if (around.ariaLabel === number) return [];
  const pieces = [...around.children].filter((child) => child.matches('span:not(.said, [aria-hidden]), a, button') && child.textContent.trim());
  return pieces.slice(1).filter((piece, at) => piece.previousElementSibling === pieces[at])
    .map((piece) => [piece.previousElementSibling.textContent, piece.textContent]);
}), words.passport_name);

/** All of `part`, as it comes from the clipboard. */
async function copies(user, part) {
  await part.evaluate((element) => getSelection().selectAllChildren(element));
  await user.page.keyboard.press('Control+C');
  return user.page.evaluate(() => navigator.clipboard.readText());
}

story('copied from the plain view, and read as text, pieces stand apart and words stay whole', async ({ open }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await user.presses(words.samples_button);
  await user.presses(words.settings_button);
  await user.presses(words.plain_view_on_button);
  await user.presses(user.row(labelOf(SAMPLES[0])));
  await user.find('region', words.item_region).getByText(words.channels_title).first().waitFor();
  await user.idle();

  assert.equal(await user.find('group', words.passport_name).textContent(), SAMPLES[0].number, 'its cells are one word');
  const pairs = await neighbours(user);
  assert.ok(pairs.length > 20);
  const read = await user.mirror.textContent();
  const steps = user.find('list', words.strip_name);
  const copied = [await copies(user, steps), await copies(user, user.find('list', words.list_name)), await copies(user, user.mirror)];
  for (const [one, next] of pairs) {
    for (const text of [read, ...copied]) assert.ok(!text.includes(one + next), `"${one}" and "${next}" run together`);
  }
  const lines = await steps.locator('li').evaluateAll((all) => all.map((step) => [...step.children].map((piece) => piece.textContent).join(' ')));
  assert.deepEqual(copied[0].trim().split(/\r?\n/), lines, 'a step is one line');

  // Pieces that come and go take their blank with them.
  await user.presses(user.row(labelOf(SAMPLES[1])));
  await user.presses(user.row(labelOf(SAMPLES[0])));
  await user.idle();
  const stray = await user.mirror.evaluate((mirror) => {
    const walk = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT, ({ data, previousSibling, nextSibling }) =>
      (data === ' ' && !(previousSibling?.tagName && nextSibling?.tagName) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
    return walk.nextNode()?.parentNode.outerHTML;
  });
  assert.equal(stray, undefined);

  await user.presses(words.message_button);
  await user.enters(user.find('textbox', words.message_label));
  await user.page.keyboard.insertText('Pay 1.99 USD: https://usps.com.redelivery-pay.top/us');
  await user.sees('redelivery-pay.top');
  assert.match(await copies(user, user.mirror), /usps\.com\.redelivery-pay\.top/, 'a host is one word');
});
