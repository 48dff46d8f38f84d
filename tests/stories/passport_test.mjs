// A number explained cell by cell, by focus, mouse and finger; and what a wrong one may have been meant to be.
import assert from 'node:assert/strict';
import { PHONE, like, say, story, until, words } from './harness/story.mjs';

const WRONG = 'EL123456789CN', RIGHT = 'EE123456785CN';

const cells = (user) => user.find('group', words.passport_name).getByRole('button');
/** The explanation below the cells: the same sentence as the name of the cell that is pointed at. */
const explained = (user, cell) => until(async () => {
  const name = await cells(user).nth(cell).getAttribute('aria-label');
  return await user.mirror.locator('p').getByText(name, { exact: true }).count() === 1;
}, `cell ${cell} is explained`);

for (const [hand, context] of [['keyboard', {}], ['mouse', {}], ['finger', PHONE]]) {
  story(`13 cells are explained, by ${hand}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await user.types(words.number_label, WRONG);
    await user.presses(words.passport_button);
    assert.equal(await cells(user).count(), 13);
    assert.equal((await cells(user).allInnerTexts()).join('').replace(/\s/g, ''), WRONG);
    await user.sees('1×8 + 2×6 + 3×4 + 4×2 + 5×3 + 6×5 + 7×9 + 8×7 = 204');
    if (hand === 'keyboard') {
      await cells(user).nth(0).focus();
      await explained(user, 0);
      for (let i = 0; i < 10; i += 1) await user.page.keyboard.press('Tab');
      await explained(user, 10);
      assert.equal(await cells(user).nth(10).getAttribute('aria-label'),
        say('cell_check_wrong', { position: 11, found: 9, expected: 5 }));
    } else if (hand === 'mouse') {
      const { x, y } = await user.reaches(cells(user).nth(4));
      await user.page.mouse.move(x, y);
      await explained(user, 4);
      // A mouse that rests does not take the explanation back from the keyboard.
      await cells(user).nth(12).focus();
      await explained(user, 12);
      await user.settles();
      await explained(user, 12);
    } else {
      await user.presses(cells(user).nth(2));
      await explained(user, 2);
    }
    const boxes = await cells(user).evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON()));
    for (const { width, height } of boxes) {
      assert.ok(width >= (hand === 'finger' ? 44 : 24) && height >= (hand === 'finger' ? 44 : 24), `${width} × ${height}`);
    }
    await user.presses(words.passport_button);
    assert.equal(await cells(user).count(), 0);
  });

  story(`a repair is offered and taken only when pressed, by ${hand}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await user.types(words.number_label, WRONG);
    await user.sees(words.did_you_mean);
    const repair = user.find('button', say('repair_name', { number: 'EL 123 457 689 CN', position: 8 }));
    assert.equal((await user.value(words.number_label)).replaceAll(' ', ''), WRONG);
    await user.presses(repair);
    await until(async () => (await user.value(words.number_label)).replaceAll(' ', '') === 'EL123457689CN', 'the field holds it');
    await user.hears(like('verdict_valid'));
    assert.equal(await user.find('list', words.list_name).count(), 0, 'nothing was added');
  });
}

story('the page of an item explains its number too', async ({ open }) => {
  const user = await open();
  await user.adds(RIGHT);
  assert.equal(await cells(user).count(), 13);
  await user.presses(words.passport_button);
  await user.sees(words.untold_title);
  await cells(user).nth(0).focus();
  await explained(user, 0);
});
