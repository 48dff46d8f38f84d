// Takes the pictures of README and of the manifest anew, for `cmake --build build/web --target screenshots`. Clock and
// answers stand still, so that the same app gives the same pictures. Look at them before they are committed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIXED, stopsTheClock } from './harness/screens.mjs';
import { PHONE, WIDE, labelOf, sampleOf, story, words } from './harness/story.mjs';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';

const folder = process.env.POSTWATCH_SCREENSHOTS ?? fileURLToPath(new URL('../../shell/page/screenshots', import.meta.url));
mkdirSync(folder, { recursive: true });
const shown = SAMPLES.find(({ number }) => number === sampleOf('held-by-customs'));

const PICTURES = [
  { name: 'wide', hand: 'mouse', context: { viewport: WIDE }, opens: (user) => user.presses(user.row(labelOf(shown))) },
  { name: 'narrow', hand: 'finger', context: PHONE, opens: () => {} },
];

for (const { name, hand, context, opens } of PICTURES) {
  story(`${name}.png`, FIXED, async ({ open }) => {
    const user = await open({ ...context, colorScheme: 'light', reducedMotion: 'reduce', prepare: stopsTheClock });
    user.hand = hand;
    await user.presses(words.samples_button);
    await user.row(labelOf(shown)).filter({ hasText: words.stage_customs_hold }).waitFor({ state: 'attached' });
    await user.presses(words.introduction_skip_button);
    await opens(user);
    await user.page.evaluate(() => document.activeElement.blur());
    if (hand === 'mouse') await user.page.mouse.move(1, 1);
    await user.idle();
    await user.page.screenshot({ path: join(folder, `${name}.png`) });
  });
}
