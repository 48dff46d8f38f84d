// Trying the app without an item of one's own.
import assert from 'node:assert/strict';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { grouped, labelOf, numberOf, sampleOf, say, story, words } from './harness/story.mjs';

const JOURNEYS = SAMPLES.filter(({ group }) => group === 'journey');

story('samples are tried with one press, marked everywhere and removed in one action', async ({ open, served, source }) => {
  const user = await open();
  await user.presses(words.samples_button);
  const rowOf = (scenario) => user.row(labelOf({ scenario }));
  await rowOf('delivered').filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  await rowOf('held-by-customs').filter({ hasText: words.stage_customs_hold }).waitFor({ state: 'attached' });
  await rowOf('silent').filter({ hasText: words.stage_departed_origin }).waitFor({ state: 'attached' });
  await rowOf('no-records').filter({ hasText: words.chip_no_records }).waitFor({ state: 'attached' });

  for (const row of await user.list()) assert.ok(row.some((piece) => piece.includes(words.sample_chip)), `${row} is not marked`);
  for (const sample of JOURNEYS) {
    await user.presses(user.row(labelOf(sample)));
    await user.find('region', words.item_region).getByText(words.sample_chip, { exact: true }).waitFor({ state: 'attached' });
    await user.sees(words.about_sample);
  }
  assert.equal(source.counts().total, 0, 'the real source hears nothing of samples');
  assert.ok(served.sampleSource.counts().total >= JOURNEYS.length);

  // An item of one's own stays.
  await user.adds(numberOf('silent'), { label: 'Mine' });
  await user.presses(words.settings_button);
  await user.presses(words.remove_samples_button);
  await user.seesRows(['Mine']);
  await user.isKept();
  await user.reloads();
  await user.seesRows(['Mine']);
});

story('a sample shows no link that carries its number, and is in no link', async ({ open }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await user.presses(words.samples_button);
  await user.presses(user.row(labelOf(JOURNEYS[0])));
  await user.sees(words.about_sample);
  const links = await user.mirror.getByRole('link').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length > 0);
  assert.deepEqual(links.filter((href) => /EE9000000/.test(href)), []);
});

story('a sample typed by hand is asked at the sample source', async ({ open, source, served }) => {
  const user = await open();
  const sample = sampleOf('silent');
  await user.types(words.number_label, sample);
  await user.presses(words.add_button);
  await user.seesRows([grouped(sample)]);
  const yes = user.find('button', words.consent_yes_button);
  await yes.or(user.mirror.getByText(words.stage_departed_origin, { exact: true })).first().waitFor({ state: 'attached' });
  if (await yes.count()) await user.agrees();
  await user.sees(words.stage_departed_origin);
  assert.equal(source.counts().total, 0);
  assert.equal(served.sampleSource.counts().numbers[sample], 1);
  assert.ok(await user.seesNow(words.about_sample));
});

story('without a sample source nothing offers samples', { samples: false }, async ({ open }) => {
  const user = await open();
  await user.sees(words.empty_title);
  await user.idle();
  assert.equal(await user.find('button', words.samples_button).count(), 0);
  await user.presses(words.settings_button);
  await user.sees(words.settings_keep_title);
  assert.equal(await user.find('button', words.samples_button).count(), 0);
  assert.equal(await user.seesNow(say('samples_text')), false);
});
