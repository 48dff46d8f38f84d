// The service worker: registered once the app stands, replaced only when the user agrees.

const hour = 3_600_000;

/// Trusted Types let exactly one address become a worker.
function workerAddress() {
  const address = new URL('sw.js', document.baseURI).href;
  if (!window.trustedTypes) return address;
  const policy = window.trustedTypes.createPolicy('postwatch', {
    createScriptURL(wanted) {
      if (wanted !== address) throw new TypeError(`not the worker: ${wanted}`);
      return wanted;
    },
  });
  return policy.createScriptURL(address);
}

function tellWhenWaiting(registration) {
  const tell = () => {
    // Without a controller this is the first worker, and there is nothing to agree to.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    window.postwatch.updateWaiting = true;
    window.dispatchEvent(new Event('postwatch-update-waiting'));
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}

/// A tab that stays open for days asks when it is looked at again, at most once an hour.
function askAgainWhenSeen(registration) {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < hour) return;
    asked = Date.now();
    registration.update().catch(() => {}); // offline, or the host is down: the next look asks again
  });
}

/// Every tab that ran under the old worker reloads when the new one takes over, so that no tab mixes two builds.
function reloadWhenReplaced() {
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) location.reload();
    controlled = true;
  });
}

export async function watchForUpdates() {
  if (!navigator.serviceWorker) return; // not a secure context, or switched off: the app works, online only
  reloadWhenReplaced();
  try {
    const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
    tellWhenWaiting(registration);
    askAgainWhenSeen(registration);
  } catch (cause) {
    console.warn('Offline use is not available.', cause);
  }
}

/// After the user agreed. The page reloads by itself once the waiting worker has taken over.
export async function activateUpdate() {
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.waiting?.postMessage('skip-waiting');
}

/// For a start that failed though the network is there: forget the kept files, never the user's list.
export async function forgetKeptFiles() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  const answer = await fetch('./', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return; // offline: what is kept is all there is
  await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
