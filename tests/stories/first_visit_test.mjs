// What a first visit costs on the wire, from an empty profile until the worker is active.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { pipedBrowser } from './harness/pipe.mjs';
import { makeFolder, story, until } from './harness/story.mjs';

const LIMIT = 250 * 1024; // bytes; PNG icons apart

/** Bytes of an answer with its head, asked for as a browser does. */
function bytesOfAnswer(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd' } }, (response) => {
      let bytes = `HTTP/1.1 200 OK\r\n${response.rawHeaders.join('')}`.length + response.rawHeaders.length * 2 + 2;
      response.on('data', (part) => { bytes += part.length; }).on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Everything every target fetches: [{ url, target, bytes, fromCache }]. */
async function recordNetwork(browser) {
  const fetched = new Map();
  const targets = new Map();
  const entry = (session, id) => {
    const key = `${session} ${id}`;
    if (!fetched.has(key)) fetched.set(key, { url: '', target: targets.get(session), bytes: 0, status: 0, isKept: false });
    return fetched.get(key);
  };
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    targets.set(sessionId, targetInfo.type);
    // In this order and without waiting: a target that stands still may answer only once it goes on.
    for (const method of ['Network.enable', 'Runtime.runIfWaitingForDebugger']) browser.send(method, {}, sessionId).catch(() => {});
  });
  browser.on('Network.requestWillBeSent', ({ requestId, request }, session) => { entry(session, requestId).url = request.url; });
  browser.on('Network.responseReceived', ({ requestId, response }, session) => {
    const found = entry(session, requestId);
    found.status = response.status;
    found.isKept = Boolean(response.fromDiskCache || response.fromServiceWorker || response.fromPrefetchCache);
  });
  // The answer as it came: "not modified" shows as 200 above.
  browser.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }, session) => {
    entry(session, requestId).answered = statusCode;
  });
  browser.on('Network.requestServedFromCache', ({ requestId }, session) => { entry(session, requestId).isKept = true; });
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }, session) => {
    const found = entry(session, requestId);
    found.bytes = encodedDataLength;
    found.isDone = true;
  });
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  return { fetched, targets };
}

async function visit(browser, served) {
  const { fetched, targets } = await recordNetwork(browser);
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  let page;
  await until(async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    page = targetInfos.find((target) => target.targetId === targetId)?.attached
      && [...targets].filter(([, type]) => type === 'page').at(-1)?.[0];
    return page;
  }, 'the tab is attached');
  await browser.send('Network.enable', {}, page); // answered: from here on nothing is missed
  await browser.send('Page.navigate', { url: `${served.origin}/` }, page);
  const evaluate = async (expression) => {
    const { result } = await browser.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, page);
    return result.value;
  };
  await until(() => evaluate("document.body?.classList.contains('app-running')"), 'the app runs');
  const workerState = 'navigator.serviceWorker.getRegistration().then((found) => found?.active?.state)';
  await until(async () => await evaluate(workerState) === 'activated', 'the worker is active');
  const ofSite = ({ url }) => url === '' || url.startsWith('http'); // the browser's own pages load as they like
  await until(() => [...fetched.values()].filter(ofSite).every(({ isDone, isKept, status }) => isDone || isKept || status >= 300), 'all has arrived');

  const isWorker = ({ url }) => url.endsWith('/sw.js');
  const wire = [...fetched.values()].filter((one) => one.url.startsWith('http') && !isWorker(one));
  const path = (url) => new URL(url).pathname;
  // The worker's own script is fetched before there is a worker to listen to; what is heard of it is its head, if at all.
  const worker = `${served.origin}/sw.js`;
  wire.push({ url: worker, target: 'browser', status: 200, bytes: await bytesOfAnswer(worker) });
  for (const { url, target, bytes, status, answered = status, isKept } of wire) {
    console.log(`# ${String(bytes).padStart(7)} ${isKept ? 'kept' : answered} ${target} ${path(url)}`);
  }
  assert.ok(wire.some(({ target }) => target === 'service_worker'), 'the worker was listened to');
  assert.deepEqual(wire.filter(({ url }) => new URL(url).origin !== served.origin), [], 'only its own server');
  const isPicture = ({ url }) => url.endsWith('.png');
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  const total = sum(wire.filter((one) => !isPicture(one)));
  console.log(`# first visit: ${total} bytes; PNG icons: ${sum(wire.filter(isPicture))} bytes`);

  // A full answer each; asking again and hearing "not modified" is no second download.
  const isFull = ({ status, answered = status, bytes, isKept }) => answered === 200 && bytes > 0 && !isKept;
  const full = wire.filter(isFull).map(({ url }) => path(url));
  assert.deepEqual(full.filter((one, i) => full.indexOf(one) !== i), [], 'fetched twice');
  assert.equal(full.filter((one) => one.startsWith('/words.')).length, 1, 'one language');
  assert.ok(total > 50_000, 'the program itself was counted');
  assert.ok(total <= LIMIT, `${total} bytes`);
}

story(`a first visit is at most ${LIMIT / 1024} KB, and nothing is fetched twice`, async ({ t, served }) => {
  const browser = pipedBrowser(makeFolder(t));
  try {
    await visit(browser, served);
  } finally {
    await browser.end();
  }
});
