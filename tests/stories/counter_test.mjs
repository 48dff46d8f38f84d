// The card for a counter: its codes are read from what is to be seen, by a reader that is not ours.
import assert from 'node:assert/strict';
import zxing from '@zxing/library';
import { pixelsOf } from './harness/pixels.mjs';
import { PHONE, grouped, numberOf, say, story, words } from './harness/story.mjs';

const { BinaryBitmap, Code128Reader, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = zxing;
const NUMBER = numberOf('held-by-customs');

/** What a reader finds in an image as it stands on the screen. */
async function scanned(user, name, reader) {
  const image = user.find('img', say(name, { number: grouped(NUMBER) }));
  if (!await user.isPlain()) await user.reaches(image);
  const clip = await user.isPlain() ? undefined : await image.boundingBox();
  const picture = pixelsOf(clip ? await user.page.screenshot({ clip }) : await image.locator('svg').screenshot());
  const light = new Uint8ClampedArray(picture.width * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) [light[y * picture.width + x]] = picture.at(x, y);
  }
  const source = new RGBLuminanceSource(light, picture.width, picture.height);
  return reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
}

async function readsBoth(user) {
  assert.equal(await scanned(user, 'counter_bars_name', new Code128Reader()), NUMBER);
  assert.equal(await scanned(user, 'counter_qr_name', new QRCodeReader()), NUMBER);
}

for (const [hand, context] of [['mouse', { colorScheme: 'dark' }], ['keyboard', { forcedColors: 'active' }], ['finger', PHONE]]) {
  story(`the codes of a number can be scanned from the screen, by ${hand}`, async ({ open }) => {
    const user = await open(context);
    user.hand = hand;
    await user.adds(NUMBER);
    await user.presses(user.row(grouped(NUMBER)));
    await user.presses(words.counter_button);
    await user.sees(words.counter_text);
    await readsBoth(user);
    await user.presses(words.back_to_item_button);
    await user.find('button', words.counter_button).waitFor({ state: 'attached' });
    assert.equal(await user.page.evaluate(() => document.activeElement.textContent), words.counter_button);
  });
}

story('they can be scanned from the plain view as well', async ({ open }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.presses(words.settings_button);
  await user.presses(words.plain_view_on_button, 'keyboard');
  await user.presses(user.row(grouped(NUMBER)));
  await user.presses(words.counter_button);
  assert.ok(await user.isPlain());
  await readsBoth(user);
});
