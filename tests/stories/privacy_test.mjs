// What leaves the device: the numbers one agreed to look up, to the proxy, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { numberOf, story, words } from './harness/story.mjs';

story('a whole session', async ({ open, served, source }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'], prepare: (context) => context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
      window.violations.push(`${violatedDirective} ${blockedURI}`);
    });
  }) });
  const agreed = numberOf('silent');
  const refused = numberOf('delivered');
  const label = 'Secret birthday present';
  await user.adds(agreed, { label });
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  await user.adds(refused);
  await user.presses(words.remove_button);
  await user.presses(user.row(label));
  await user.presses(words.share_button);
  await user.presses(words.settings_button);
  await user.presses(words.test_button);
  await user.sees(words.connection_works);
  const download = user.page.waitForEvent('download');
  await user.presses(words.export_button);
  await download;
  await user.page.evaluate((number) => { location.hash = `n=${number}`; }, numberOf('refused'));
  await user.presses(words.offer_decline_button);
  await user.reloads();
  await user.seesRows([label]);

  const addresses = user.requests.map(({ url }) => url).filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'));
  assert.deepEqual(addresses.filter((url) => new URL(url).origin !== served.origin), [], 'only its own server is asked');
  assert.deepEqual(user.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD'), [], 'nothing is sent as a body');
  const number = /[A-Z]{2}\d{9}[A-Z]{2}/;
  const pathOf = (url) => decodeURIComponent(new URL(url).pathname + new URL(url).search);
  const withNumber = addresses.map(pathOf).filter((path) => number.test(path));
  assert.ok(withNumber.length > 0);
  for (const path of withNumber) assert.match(path, /^\/v1\/upu-gtt\/[A-Z]{2}\d{9}[A-Z]{2}$/);
  assert.ok(!addresses.some((url) => url.includes(numberOf('refused'))), 'what a link offered is not asked about');
  assert.ok(!addresses.some((url) => decodeURIComponent(url).includes('Secret')), 'a label never leaves');

  for (const request of source.requests) {
    assert.equal(request.method, 'GET');
    const names = Object.keys(request.headers);
    assert.deepEqual(names.filter((name) => ['cookie', 'origin', 'referer', 'accept-language', 'x-forwarded-for'].includes(name)), []);
    assert.doesNotMatch(request.headers['user-agent'] ?? '', /Mozilla|Chrome/);
  }
  const logs = join(served.settings.work, 'logs');
  for (const name of readdirSync(logs)) assert.doesNotMatch(readFileSync(join(logs, name), 'utf8'), number, 'no number in a log');
  assert.deepEqual(await user.page.evaluate(() => window.violations), [], 'nothing the policy forbids was tried');
  assert.deepEqual(await user.context.cookies(), []);
});
