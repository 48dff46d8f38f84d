// Keeps what the page has fetched, and gives it back without asking the network.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith((async () => {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const answer = await fetch(event.request);
  const cache = await caches.open('list');
  await cache.put(event.request, answer.clone());
  return answer;
})()));
