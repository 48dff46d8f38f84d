// Where nothing can be kept, that is said, and the list works as long as the page is open.
import assert from 'node:assert/strict';
import { grouped, numberOf, story, until, words } from './harness/story.mjs';

const NUMBER = numberOf('silent');
/** config.json is opened as a page, so that the app does not run meanwhile; browsers ask an icon for it. */
const NO_ICON = [/favicon\.ico/];

const REFUSALS = {
  'opening throws': (context) => context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };
  }),
  'opening fails': (context) => context.addInitScript(() => {
    IDBFactory.prototype.open = function open() {
      const request = new EventTarget();
      request.error = new DOMException('refused', 'UnknownError');
      queueMicrotask(() => request.onerror({ preventDefault() {} }));
      return request;
    };
  }),
  'there is no database at all': (context) => context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  }),
};

for (const [how, prepare] of Object.entries(REFUSALS)) {
  story(`storage is refused: ${how}`, async ({ open }) => {
    const user = await open({ prepare });
    await user.sees(words.storage_refused);
    await user.adds(NUMBER);
    await user.agrees();
    await user.sees(words.stage_departed_origin);
    await user.presses(words.remove_button);
    await user.presses(words.undo_button);
    await user.seesRows([grouped(NUMBER)]);
    await user.presses(words.settings_button);
    const download = user.page.waitForEvent('download');
    await user.presses(words.export_button);
    assert.ok(await (await download).path(), 'the list can be exported');
  });
}

async function setQuota(user, bytes) {
  const session = await user.context.newCDPSession(user.page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: user.origin, ...(bytes === null ? {} : { quotaSize: bytes }) });
}

story('the device is full before the first item: said, and kept once there is room', async ({ open }) => {
  const user = await open();
  await user.idle();
  await setQuota(user, 1);
  await user.adds(NUMBER);
  await user.sees(words.storage_full);
  await user.seesRows([grouped(NUMBER)]);
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  await setQuota(user, null);
  await user.types(words.item_label_label, 'Tea');
  await user.noLongerSees(words.storage_full);
  await user.reloads();
  await user.seesRows(['Tea']);
});

story('a list written by a newer version is left alone', async ({ open }) => {
  const user = await open({ tolerates: NO_ICON });
  await user.adds(NUMBER);
  await user.page.goto(`${user.origin}/config.json`);
  await user.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('postwatch', 2);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = reject;
  }));
  await user.opens();
  await user.sees(words.storage_newer_version);
  await user.adds(numberOf('delivered'));
  await user.seesRows([grouped(numberOf('delivered'))]);
});

story('a wiped database: at least the numbers come back', async ({ open }) => {
  const user = await open({ tolerates: NO_ICON });
  await user.adds(NUMBER, { label: 'Tea' });
  const keptTwice = (number) => localStorage.getItem('postwatch.numbers') === number;
  await until(() => user.page.evaluate(keptTwice, NUMBER), 'the number is kept twice');
  await user.page.goto(`${user.origin}/config.json`);
  await user.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('postwatch');
    request.onsuccess = resolve;
    request.onerror = reject;
  }));
  await user.opens();
  await user.seesRows([grouped(NUMBER)]);
});

story('persistence is asked for after the first add, not before', async ({ open }) => {
  const user = await open({ prepare: (context) => context.addInitScript(() => {
    window.asked = 0;
    if (window.StorageManager) StorageManager.prototype.persist = async () => {
      window.asked += 1;
      return true;
    };
  }) });
  assert.equal(await user.page.evaluate(() => window.asked), 0);
  await user.adds(NUMBER);
  await until(() => user.page.evaluate(() => window.asked === 1), 'it is asked for');
  await user.presses(words.settings_button);
  await user.sees(words.storage_persistent);
});
