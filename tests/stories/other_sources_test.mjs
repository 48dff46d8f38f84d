// A source that speaks another dialect than the UPU's: its answers are read by the second wasm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped, story, words } from './harness/story.mjs';

const NUMBER = 'CX400200158DE'; // of the sample
const SAMPLE = readFileSync(join(process.env.POSTWATCH_SAMPLES, 'dhl.json'), 'utf8');
const CONFIG = JSON.stringify({ version: 1, proxies: [''], sources: [{ id: 'dhl', dialect: 'dhl', name: 'DHL', host: 'api-eu.dhl.com' }] });

/** The site is one whose owner has set up DHL; `answers` says what it says to each question. */
const atDhl = (answers) => async (context) => {
  await context.route('**/config.json', (route) => route.fulfill({ contentType: 'application/json', body: CONFIG }));
  await context.route('**/v1/dhl/*', (route) => answers(route));
};

story('answers in another dialect are read, kept and shown', async ({ open }) => {
  const user = await open({
    prepare: atDhl((route) => route.fulfill({ contentType: 'application/json', body: SAMPLE })),
  });
  await user.adds(NUMBER);
  await user.agrees();
  await user.presses(user.row(grouped(NUMBER)));
  await user.sees(words.journey_title);
  const told = JSON.parse(SAMPLE).shipments[0].events;
  const shown = await user.mirror.innerText();
  for (const { description } of told) assert.ok(shown.includes(description), description);
  await user.reloads();
  await user.sees(words.journey_title);
});

story('what it says of a fault is said', async ({ open }) => {
  const user = await open({
    tolerates: [/status of 429/],
    prepare: atDhl((route) => route.fulfill({ status: 429, contentType: 'application/json', body: '{}' })),
  });
  await user.adds(NUMBER);
  await user.agrees();
  await user.presses(user.row(grouped(NUMBER)));
  await user.sees(words.fault_too_many_requests_soon);
});

story('without the second wasm the answer cannot be read, and that is said', async ({ open }) => {
  const user = await open({
    tolerates: [/net::ERR_FAILED/, /The reader of this source is not available/],
    prepare: async (context) => {
      await atDhl((route) => route.fulfill({ contentType: 'application/json', body: SAMPLE }))(context);
      await context.route('**/message-check.*.wasm', (route) => route.abort());
    },
  });
  await user.adds(NUMBER);
  await user.agrees();
  await user.presses(user.row(grouped(NUMBER)));
  await user.sees(words.fault_broken_json);
});
