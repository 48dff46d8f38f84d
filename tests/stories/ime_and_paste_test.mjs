// Other ways than keys for text to come into a field, and undo.
import assert from 'node:assert/strict';
import { grouped, numberOf, say, story, words } from './harness/story.mjs';

const NUMBER = numberOf('delivered');
const RIGHT = say('verdict_valid', { service: words.service_ems, country: 'China' });

async function pastes(user, label, text) {
  await user.page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await user.clicks(user.find('textbox', label));
  await user.page.keyboard.press('Control+V');
}

story('a number is pasted as people copy it', async ({ open }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const forms = [
    `  ${grouped(NUMBER)} \n`, NUMBER.toLowerCase(), NUMBER.replace(/(\d{4})(\d{4})/, '-$1-$2-'),
    [...NUMBER].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xFEE0)).join(''),
  ];
  for (const form of forms) {
    await pastes(user, words.number_label, form);
    await user.hears(RIGHT);
    await user.page.keyboard.press('Enter');
    await user.seesRows([grouped(NUMBER)]);
    await user.presses(words.remove_button);
    await user.sees(words.empty_title);
  }
});

story('pasted rubbish harms nothing', async ({ open }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  for (const rubbish of ['x'.repeat(5_000), '<b>EE</b> 900', '\u202Eabc\u0000def', '👩‍👩‍👧‍👦'.repeat(10)]) {
    await pastes(user, words.number_label, rubbish);
    await user.idle();
    assert.equal(await user.find('textbox', words.number_label).getAttribute('aria-invalid'), 'true');
    await user.clears(words.number_label);
    await user.sees(words.verdict_empty);
  }
});

story('undo goes back through the grouping, redo forward', async ({ open }) => {
  const user = await open();
  await user.types(words.number_label, NUMBER);
  assert.equal(await user.value(words.number_label), grouped(NUMBER));
  let before;
  let steps = 0;
  for (; steps < 60; steps += 1) {
    before = await user.value(words.number_label);
    if (before === '') break;
    await user.page.keyboard.press('Control+Z');
    await user.idle();
  }
  assert.equal(before, '', 'undo comes to the empty field');
  for (let i = 0; i < steps; i += 1) await user.page.keyboard.press('Control+Shift+Z');
  await user.idle();
  assert.equal((await user.value(words.number_label)).replace(/ /g, ''), NUMBER);
  await user.hears(RIGHT);
});

story('a caret in the middle stays where one types', async ({ open }) => {
  const user = await open();
  await user.types(words.number_label, 'EE9000019CN'); // two digits are missing after the 9
  await user.page.keyboard.press('Home');
  for (let i = 0; i < 'EE 9'.length; i += 1) await user.page.keyboard.press('ArrowRight');
  await user.page.keyboard.type('00');
  await user.settles();
  assert.equal(await user.value(words.number_label), grouped(NUMBER));
  const caret = await user.find('textbox', words.number_label).evaluate((input) => input.value.slice(0, input.selectionStart));
  assert.equal(caret.trim(), 'EE 900');
});

story('a label is composed with an input method', async ({ open }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.clicks(user.find('textbox', words.item_label_label));
  const session = await user.context.newCDPSession(user.page);
  for (const text of ['c', 'ch', 'cha']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await user.idle();
  }
  assert.equal(await user.value(words.item_label_label), 'cha', 'what is being composed stands in the field');
  await user.seesRows([grouped(NUMBER)]); // but is no label yet
  await session.send('Input.insertText', { text: '茶' });
  await user.seesRows(['茶']);
  await session.send('Input.imeSetComposition', { text: 'ye', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '叶' });
  await user.seesRows(['茶叶']);
  assert.equal(await user.value(words.item_label_label), '茶叶');
});

story('a full-width input method can type the number', async ({ open }) => {
  const user = await open();
  await user.clicks(user.find('textbox', words.number_label));
  const session = await user.context.newCDPSession(user.page);
  await session.send('Input.imeSetComposition', { text: 'ＥＥ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: 'ＥＥ' });
  await session.send('Input.insertText', { text: '９０００００' });
  await user.page.keyboard.type('019CN');
  await user.hears(RIGHT);
  await user.page.keyboard.press('Enter');
  await user.seesRows([grouped(NUMBER)]);
});
