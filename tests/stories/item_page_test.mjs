// The page of one item: who had it and for how long, the way as a picture and in words, customs, and the shortest
// way to act. By keyboard on a wide page, by finger on a phone.
import assert from 'node:assert/strict';
import { pixelsOf } from './harness/pixels.mjs';
import { PHONE, grouped, like, numberOf, story, until, words } from './harness/story.mjs';

const NUMBER = numberOf('held-by-customs'); // CN to BR

async function follows(user) {
  await user.adds(NUMBER);
  await user.agrees();
  await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
  if (user.hand === 'finger') await user.presses(user.row(grouped(NUMBER)));
  await user.find('list', words.strip_name).waitFor({ state: 'attached' });
}

const HANDS = [['keyboard', {}], ['finger', PHONE]];

for (const [hand, context] of HANDS) {
  story(`who had the item, how long, and who has it now, by ${hand}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await follows(user);
    const legs = await user.find('list', words.strip_name).getByRole('listitem').allInnerTexts();
    assert.match(legs[0], /^China Post \/ EMS\s+\d.* days$/);
    assert.match(legs.at(-2), new RegExp(`^Customs, Brazil\\s+.* ${words.leg_so_far.split(' ').slice(1).join(' ')}$`));
    assert.match(legs.at(-1), new RegExp(`^Correios\\s+${words.step_next}$`));
    assert.equal(await user.find('list', words.strip_name).locator('[aria-current=true]').count(), 1);
    await user.sees(like('sure_line'));
    await user.sees(like('customs_now'));
    await user.sees(like('sure_missing'));
  });

  story(`the way is drawn and said, by ${hand}`, async ({ open }) => {
    const user = await open({ ...context, deviceScaleFactor: 1, colorScheme: 'light' });
    user.hand = hand;
    await follows(user);
    const picture = user.mirror.getByRole('img');
    assert.equal(await picture.count(), 1);
    const name = await picture.getAttribute('aria-label');
    assert.match(name, like('route_name'));
    for (const place of ['China', 'Brazil', 'China → Brazil']) assert.ok(name.includes(`${place}:`), name);
    await user.reaches(picture);
    await user.page.mouse.move(1, 1);
    await user.settles();
    const box = await picture.boundingBox();
    const shot = pixelsOf(await user.page.screenshot());
    const colours = new Set();
    for (let y = Math.ceil(box.y) + 2; y < Math.min(box.y + box.height - 2, shot.height); y += 1) {
      for (let x = Math.ceil(box.x) + 2; x < box.x + box.width - 2; x += 1) colours.add(shot.at(x, y).join());
    }
    assert.ok(colours.has([246, 245, 242, 255].slice(0, shot.at(0, 0).length).join()), 'sea');
    assert.ok(colours.has([228, 226, 220, 255].slice(0, shot.at(0, 0).length).join()), 'land');
    assert.ok(colours.size > 20, 'dots, an arc and names');
  });

  story(`one press copies the number, others lead to the post, by ${hand}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await user.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await follows(user);
    const site = user.find('link', like('action_site'));
    assert.match(await site.getAttribute('href'), /^https:\/\/[^/]*correios\.com\.br\//);
    assert.match(await user.find('link', like('action_call')).getAttribute('href'), /^tel:\d+$/);
    await user.presses(words.copy_number_button);
    await user.hears(words.notice_copied);
    assert.equal(await user.page.evaluate(() => navigator.clipboard.readText()), NUMBER);
  });
}

story('the plain view says in words what is drawn', async ({ open }) => {
  const user = await open();
  await follows(user);
  await user.presses(words.settings_button);
  await user.presses(words.plain_view_on_button, 'keyboard');
  await until(() => user.isPlain(), 'the plain view');
  await user.presses(user.row(grouped(NUMBER)), 'keyboard');
  const picture = user.mirror.getByRole('img');
  assert.ok((await picture.boundingBox()).height > 10);
  assert.match(await picture.evaluate((element) => getComputedStyle(element, '::before').content), /China → Brazil/);
  const first = user.find('list', words.strip_name).getByRole('listitem').first();
  assert.match((await first.locator('span').allInnerTexts()).join(': '), /^China Post \/ EMS: \d.* days$/);
});
