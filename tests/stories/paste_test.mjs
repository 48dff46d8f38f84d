// Numbers in what is pasted, chosen as a file or dropped on the page: found on the device, chosen, added.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, grouped, holds, makeFolder, numberOf, say, story, until, words } from './harness/story.mjs';

const [FIRST, SECOND, THIRD] = ['silent', 'delivered', 'held-by-customs'].map(numberOf);
const UPS = '1Z5R89390357567127';

const wrong = (number) => number.replace(/\d(?=[A-Z]{2}$)/, (digit) => (Number(digit) + 1) % 10);
const box = (user, number) => user.find('checkbox', grouped(number));
const isChecked = (user, number) => box(user, number).getAttribute('aria-checked').then((value) => value === 'true');

async function opensPaste(user) {
  await user.presses(words.paste_button);
  await user.sees(words.paste_text);
}

/** As from the clipboard: at once. */
async function pastes(user, label, text) {
  await user.clicks(user.find('textbox', label));
  await user.page.keyboard.insertText(text);
  await user.settles();
}

/** A mail whose number a line end of quoted-printable breaks, in a folder of the story. */
function mailWith(t, name, number) {
  const path = join(makeFolder(t), name);
  writeFileSync(path, ['From: shop@shop.example', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable', '', `Sent as ${number.slice(0, 7)}=`, `${number.slice(7)}.`, ''].join('\r\n'));
  return path;
}

for (const [device, context, hand] of [['mouse', {}, 'mouse'], ['keyboard', {}, 'keyboard'], ['finger on a phone', PHONE, 'finger']]) {
  story(`with ${device}: paste, untick one, add the rest`, async ({ open, source }) => {
    const user = await open(context);
    user.hand = hand;
    await user.adds(FIRST);
    await user.agrees();
    await user.idle();
    await opensPaste(user);
    if (hand === 'keyboard') user.hand = 'mouse'; // a field is entered by clicking or by Tab; keys do the rest
    await pastes(user, words.paste_label, `Yours: ${FIRST}\n${SECOND}, ${THIRD}\nslip ${wrong(THIRD)}\nUPS ${UPS}`);
    user.hand = hand;
    await user.hears(say('paste_found', { count: 5, fresh: 2, listed: 1, doubtful: 1, ignored: 1 }));
    await user.sees(say('finding_other_family', { who: 'UPS' }));
    assert.equal(await isChecked(user, SECOND), true);
    assert.equal(await isChecked(user, wrong(THIRD)), false);
    assert.equal(await box(user, FIRST).count(), 0, 'what is in the list cannot be chosen');
    await user.presses(box(user, SECOND));
    assert.equal(await isChecked(user, SECOND), false);
    await user.presses(say('paste_add_button', { count: 1 }));
    await user.hears(say('notice_items_added', { count: 1 }));
    await user.seesRows([FIRST, THIRD].map(grouped));
    await user.idle();
    assert.equal(source.counts().numbers[THIRD], 1, 'it is asked about like others');
    assert.equal(source.counts().numbers[SECOND], undefined);
  });
}

story('a mail is read from the chooser, and the field keeps what browsers do with text', async ({ t, open }) => {
  const user = await open();
  await opensPaste(user);
  await user.choosesFile(words.paste_file_button, mailWith(t, 'order.eml', FIRST));
  await user.sees(say('paste_file_read', { name: 'order.eml' }));
  assert.equal(await isChecked(user, FIRST), true);

  await pastes(user, words.paste_label, 'one\ntwo\t3');
  await user.page.keyboard.press('Enter');
  await user.page.keyboard.type('four');
  await user.settles();
  const field = user.find('textbox', words.paste_label);
  assert.equal(await field.inputValue(), 'one\ntwo\t3\nfour');
  assert.equal(await field.evaluate((element) => `${element.tagName} ${element.selectionStart}`), 'TEXTAREA 14');
  await user.sees(words.paste_none);
  await user.page.keyboard.press('Control+Z');
  await user.settles();
  assert.notEqual(await field.inputValue(), 'one\ntwo\t3\nfour', 'undo works');
});

/** A file let go over the middle of the page. */
const drops = (user, name, text) => user.page.evaluate(([file, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], file));
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
    document.getElementById('canvas').dispatchEvent(event);
    if (!event.defaultPrevented) throw new Error(`the browser would open the file at ${type}`);
  }
}, [name, text]);

story('a file dropped anywhere opens the page; others are refused with a reason', async ({ open }) => {
  const user = await open();
  await drops(user, 'list.csv', `number,to\n${FIRST},FR\n${SECOND},JP\n`);
  await user.sees(say('paste_file_read', { name: 'list.csv' }));
  await user.hears(say('paste_found', { count: 2, fresh: 2, listed: 0, doubtful: 0, ignored: 0 }));
  await drops(user, 'holiday.jpg', 'x');
  await user.hears(say('paste_file_wrong', { name: 'holiday.jpg' }));
  assert.equal(await isChecked(user, FIRST), true, 'what was found before stays');
  await drops(user, 'large.txt', 'x'.repeat(10_000_001));
  await user.hears(say('paste_file_large', { name: 'large.txt' }));
});

story('a text longer than the field scrolls in it, and the page beside it', async ({ open }) => {
  const user = await open();
  await opensPaste(user);
  const lines = Array.from({ length: 60 }, (_, i) => `line ${i}`).join('\n');
  await pastes(user, words.paste_label, `${lines}\n${FIRST}`);
  const field = user.find('textbox', words.paste_label);
  const { x, y, width, height } = await field.boundingBox();
  await field.evaluate((element) => { element.scrollTop = 0; });
  await user.page.mouse.move(x + width / 2, y + height / 2);
  await user.page.mouse.wheel(0, 120);
  await until(() => field.evaluate((element) => element.scrollTop > 0), 'the field scrolls');
  assert.equal((await field.boundingBox()).y, y, 'and the page stays');
});

story('the search is fetched when the page opens; where it cannot be had the page says so, and tries again', async ({ open }) => {
  const user = await open({ tolerates: [/message-check/] });
  const fetched = () => user.requests.filter(({ url }) => /\/message-check\.\w+\.wasm$/.test(url)).length;
  await user.idle();
  assert.equal(fetched(), 0, 'nobody fetches it before it is wanted');
  await user.context.route(/message-check/, (route) => route.abort());
  await opensPaste(user);
  await user.hears(words.message_unavailable);
  await user.context.unroute(/message-check/);
  await user.presses(words.message_retry_button);
  await until(async () => !await user.seesNow(words.message_unavailable), 'it is there');
  await pastes(user, words.paste_label, FIRST);
  assert.equal(await isChecked(user, FIRST), true);
  const before = fetched();
  await user.presses(words.message_button);
  await user.sees(words.message_text);
  await user.presses(words.paste_button);
  await pastes(user, words.paste_label, ` ${SECOND}`);
  assert.equal(await isChecked(user, SECOND), true);
  assert.equal(fetched(), before, 'both pages share it');
});

story('a long wait for the search is said, and what was pasted meanwhile is looked through', async ({ open }) => {
  const user = await open();
  const goOn = await holds(user.context, /message-check/);
  await opensPaste(user);
  await user.hears(words.message_getting);
  await pastes(user, words.paste_label, FIRST);
  goOn();
  assert.equal(await isChecked(user, FIRST), true);
  await until(async () => !await user.seesNow(words.message_getting), 'the wait is over');
});
