// The samples in the list, as far as several stories need them.
import { labelOf, words } from './story.mjs';

export const LENS = labelOf({ scenario: 'held-by-customs' });
export const TEACUP = labelOf({ scenario: 'delivered' });

/** Somebody with the samples, of which these two have their answers. `hand`: by what they press; none is the mouse. */
export async function withSamples(open, context = {}, hand = context.hasTouch ? 'finger' : undefined) {
  const user = await open(context);
  user.hand = hand;
  await user.presses(words.samples_button);
  await user.row(LENS).filter({ hasText: words.stage_customs_hold }).waitFor({ state: 'attached' });
  await user.row(TEACUP).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  return user;
}
