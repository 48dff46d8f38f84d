// For an emergency: a worker that does nothing, to be put in the place of sw.js when a published worker does harm.
// It takes over at once without asking, drops the kept files (never the user's list, which is in IndexedDB), and
// lets every request go to the network. Tabs that ran under the former worker reload by themselves. Leave it there
// until a good sw.js is ready to replace it in turn.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const drop = async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  event.waitUntil(drop());
});
