// The service worker: keeps one whole build of the shell and serves it offline. Workbox does the work; the list of
// files, each with its SHA-256, is put in by assemble.mjs. Anything not in that list (config.json, /v1/…) is not
// answered here, so it goes to the network and is never kept.
import { clientsClaim } from 'workbox-core';
import { addPlugins, precacheAndRoute } from 'workbox-precaching';

// Wide enough for what ordinary hosts send, and never the HTML of a portal in the place of a script.
const types = {
  css: /^text\/css\b/,
  js: /^(text|application)\/javascript\b/,
  svg: /^image\/svg\+xml\b/,
  wasm: /^application\/wasm\b/,
  webmanifest: /^application\/(manifest\+)?json\b/,
};

function hasRightType(response) {
  const extension = new URL(response.url).pathname.match(/\.([a-z]+)$/)?.[1];
  return (types[extension] ?? /^text\/html\b/).test(response.headers.get('content-type') ?? '');
}

addPlugins([{
  // The page has just been loaded by the same address: a 304 takes it from the HTTP cache instead of a second
  // download. Its hash is checked either way.
  requestWillFetch: async ({ request }) =>
    request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request,

  // Whatever is not exactly right fails the installation as a whole, and the former worker stays. The browser has
  // checked the SHA-256 by now: each entry of the list carries its `integrity`.
  cacheWillUpdate: async ({ response }) => (response.status === 200 && hasRightType(response) ? response : null),

  // The kept page was lost and the host has a newer one already: better that one than none.
  handlerDidError: async ({ event, request }) =>
    event.type === 'fetch' && request.mode === 'navigate' ? fetch(request) : undefined,
}]);

precacheAndRoute(PRECACHE, {
  cleanURLs: false,
  directoryIndex: null,
  ignoreURLParametersMatching: [/./], // messengers append their own parameters to a shared link
  urlManipulation: ({ url }) => (url.pathname.endsWith('/index.html') ? [new URL('./', url)] : []),
});

// A new build has words of its own. Those of the languages this device uses belong to it: fetched with it, and the old
// ones forgotten once it has taken over. The page reads them from the cache itself.
const wordsCache = 'postwatch-words'; // as in words.js
const languageOf = ({ url }) => new URL(url).pathname.match(/\/words\.([\w-]+)\.\w+\.txt$/)?.[1];
const isCurrent = ({ url }) => url === new URL(WORDS[languageOf({ url })]?.file ?? '', registration.scope).href;

async function keepWords() {
  const cache = await caches.open(wordsCache);
  const kept = await cache.keys();
  const current = new Set(kept.filter(isCurrent).map(languageOf));
  const wanted = new Set(kept.map(languageOf).filter((language) => WORDS[language] && !current.has(language)));
  for (const language of wanted) {
    const { file, integrity } = WORDS[language];
    await cache.add(new Request(new URL(file, registration.scope), { integrity }));
  }
}

async function forgetOldWords() {
  const cache = await caches.open(wordsCache);
  for (const request of await cache.keys()) if (!isCurrent(request)) await cache.delete(request);
}

// The same for the check of messages, where the page has kept it.
const checkCache = 'postwatch-check'; // as in message_check.js
const checkAddress = new URL(MESSAGE_CHECK.file, registration.scope).href;
const isCurrentCheck = ({ url }) => url === checkAddress;

async function keepCheck() {
  const cache = await caches.open(checkCache);
  const kept = await cache.keys();
  if (!kept.length || kept.some(isCurrentCheck)) return;
  await cache.add(new Request(checkAddress, { integrity: MESSAGE_CHECK.integrity }));
}

async function forgetOldCheck() {
  const cache = await caches.open(checkCache);
  for (const request of await cache.keys()) if (!isCurrentCheck(request)) await cache.delete(request);
}

addEventListener('install', (event) => event.waitUntil(Promise.all([keepWords(), keepCheck()])));
addEventListener('activate', (event) => event.waitUntil(Promise.all([forgetOldWords(), forgetOldCheck()])));

// The tab of the first visit is taken over too; from then on a newer worker has to wait for the user's yes.
clientsClaim();
addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') skipWaiting();
});
