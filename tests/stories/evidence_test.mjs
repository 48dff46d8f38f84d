// The evidence: every scan with when it was and when it was seen, and on paper alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE, grouped, numberOf, story, words } from './harness/story.mjs';
import { pixelsOf } from './harness/pixels.mjs';

const NUMBER = numberOf('held-by-customs');
const english = JSON.parse(readFileSync(new URL('../../src/app/words/enquiry/en.json', import.meta.url), 'utf8'));

/** Each row of the table on the page, cell by cell. */
const rowsOf = (user) => user.mirror.locator('tr').evaluateAll((all) =>
  all.map((row) => [...row.children].map((cell) => ({ tag: cell.tagName, lines: [...cell.children].map(({ textContent }) => textContent) }))));

/** What the item's record holds. */
const scansOf = (user) => user.page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('postwatch');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('items').objectStore('items').getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result.map((record) => JSON.parse(record.record ?? record)).flatMap(({ sources }) => sources.flatMap(({ events }) => events)));
    };
  };
}));

async function opensEvidence(user) {
  await user.adds(NUMBER);
  await user.agrees();
  await user.idle();
  if (user.hand === 'finger') await user.presses(user.row(grouped(NUMBER)));
  await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
  await user.isKept();
  await user.presses(words.evidence_title);
  await user.sees(english.evidence_limits);
}

for (const [device, context, hand] of [['wide', {}, 'keyboard'], ['phone', PHONE, 'finger']]) {
  story(`every scan of the item stands in the evidence, ${device}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await opensEvidence(user);
    const [head, ...rows] = await rowsOf(user);
    assert.deepEqual(head, ['column_occurred', 'column_told', 'column_seen'].map((id) => ({ tag: 'TH', lines: [english[id]] })));
    const scans = await scansOf(user);
    assert.ok(scans.length > 3, `${scans.length} scans`);
    assert.equal(rows.length, scans.length);
    scans.forEach((scan, i) => {
      const [occurred, told, seen] = rows[i];
      const day = new Date(scan.wall * 1000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      const time = new Date(scan.wall * 1000).toISOString().slice(11, 16);
      assert.equal(occurred.lines[0], `${day}, ${time}`);
      assert.match(occurred.lines[1], /^local time, /);
      assert.ok(told.lines.includes(`“${scan.words}”`), told.lines.join());
      assert.ok(told.lines.includes(`Code: ${scan.code}`), told.lines.join());
      assert.match(seen.lines[0], /^First observed: \d+ \w+ \d{4}, \d\d:\d\d$/);
      assert.match(seen.lines[1], /^Last seen: /);
    });
  });
}

story('on paper it stands alone, black on white, without buttons or the drawing', async ({ open }) => {
  const user = await open({ colorScheme: 'dark' });
  await opensEvidence(user);
  const asked = await user.page.evaluate(() => {
    window.prints = 0;
    window.print = () => { window.prints += 1; };
  });
  assert.equal(asked, undefined);
  await user.presses(english.print);
  assert.equal(await user.page.evaluate(() => new Promise((resolve) => { setTimeout(() => resolve(window.prints), 50); })), 1);

  const rows = await user.mirror.locator('tr').count();
  await user.page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const seen = await user.page.evaluate(() => {
    const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen).length;
    return {
      rows: all('#mirror tr'), cells: all('#mirror td'), canvas: all('#canvas'), buttons: all('#mirror button'),
      rest: all('#mirror :is(header, form, [role="status"])') + all('section:not(:has(table))'),
      head: getComputedStyle(document.querySelector('#mirror tr')).display,
      colour: getComputedStyle(document.querySelector('#mirror td p')).color,
    };
  });
  assert.deepEqual(seen, { rows, cells: 3 * (rows - 1), canvas: 0, buttons: 0, rest: 0, head: 'table-header-group', colour: 'rgb(0, 0, 0)' });
  const picture = pixelsOf(await user.page.screenshot());
  assert.deepEqual(picture.at(2, 2), [255, 255, 255], 'the paper is white');
  await user.page.emulateMedia({ media: null, colorScheme: null });
  await user.idle();
  await user.page.emulateMedia({ media: null });
  const pdf = await user.page.pdf();
  assert.ok(pdf.length > 5000);
  await user.presses(user.words.back_to_item_button);
  await user.sees(words.journey_title);
});
