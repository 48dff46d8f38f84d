// Starts the program, and stands in for it where it cannot start or has stopped.
//
// The program tells by events on window:   postwatch-first-frame, postwatch-undrawable (no WebGL2, or lost for good)
// The page tells by events on window:      postwatch-update-waiting, postwatch-install-offered, postwatch-installed
// What was told before anyone listened stands in window.postwatch.
import { createGuard, stopped } from './guard.js';
import { keepMessageCheck, messageCheck } from './message_check.js';
import { activateUpdate, forgetKeptFiles, watchForUpdates } from './updates.js';
import { fetchWords, languageAtStart, languageKey, wordsAtStart } from './words.js';

const sentences = SENTENCES; // language -> id -> sentence, put in by assemble.mjs; the page's own stand in its HTML

const { documentElement: root } = document;
const element = (id) => document.getElementById(id);
const isFirstVisit = !navigator.serviceWorker?.controller;
let running = false;

window.postwatch = {
  frames: 0, // counted by the canvas
  updateWaiting: false,
  installPrompt: null, // the browser's own, while it is offered
  activateUpdate,
  words: null, // those to start with: { wanted, locale, text }
  fetchWords,
  languageKey,
  messageCheck,
};

/// In the language of the page as it is now, which the program may have changed; a translator's is none of ours.
const say = (id) => (sentences[root.lang] ?? sentences[root.dataset.reads])[id];

function tell(id, reload) {
  const notice = element('notice');
  const [text, button] = notice.children;
  element('now').textContent = '';
  text.textContent = say(id);
  button.textContent = say('reload');
  button.hidden = !reload;
  button.onclick = async () => {
    if (reload === 'fresh') await forgetKeptFiles();
    location.reload();
  };
  notice.hidden = false;
}

function showFirstFrame() {
  if (running) return;
  running = true;
  element('skeleton').hidden = true;
  document.body.classList.add('app-running');
  takeShortcut();
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  whenIdle(watchForUpdates);
  if (!isFirstVisit) whenIdle(keepMessageCheck);
}

// The last painting stays to be read; what can be pressed in it has nobody behind it any more, except links.
function becomePlain(cause) {
  console.error(cause);
  document.body.classList.add('app-died');
  if (!running) return tell('stopped_at_start', 'fresh');
  document.body.classList.add('plain-view');
  for (const control of element('mirror').querySelectorAll('button, input, select, textarea')) control.disabled = true;
  tell('stopped', 'plain');
}

const guard = createGuard(becomePlain);

function whyNotStarted(cause) {
  if (cause instanceof RangeError) return tell('no_memory', 'plain');
  const { CompileError, LinkError } = globalThis.WebAssembly ?? {};
  if (!CompileError || cause instanceof CompileError) return tell('cannot_run');
  // A link error means that files of two builds met.
  return tell('not_loaded', cause instanceof LinkError ? 'fresh' : 'plain');
}

async function compile(address) {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new TypeError(`${answer.status} for ${address}`);
  const typed = answer.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

async function startProgram() {
  const address = (id) => element(id).href;
  const [{ default: createPostwatch }, code, words] =
    await Promise.all([import(address('program')), compile(address('machine-code')), wordsAtStart()]);
  window.postwatch.words = words;
  await new Promise((resolve, reject) => {
    let asked = false;
    const instantiateWasm = (imports, receive) => {
      asked = true;
      WebAssembly.instantiate(code, guard.imports(imports)).then((made) => receive(guard.instance(made))).catch(reject);
    };
    createPostwatch({ instantiateWasm })
      .then(() => (asked ? resolve() : reject(new Error('The program does not let itself be guarded.'))), reject);
  });
}

// The manifest's shortcuts. Read before the program looks at the address for shared lists.
const shortcut = location.hash;
if (shortcut === '#add' || shortcut === '#list') history.replaceState(null, '', './');
function takeShortcut() {
  if (shortcut === '#add') element('mirror').querySelector('input')?.focus();
}

window.addEventListener('postwatch-first-frame', showFirstFrame, { once: true });
window.addEventListener('postwatch-undrawable', () => {
  document.body.classList.add('plain-view');
  if (!guard.isDead) tell('undrawable');
});
window.addEventListener('beforeinstallprompt', (prompt) => {
  prompt.preventDefault();
  window.postwatch.installPrompt = prompt;
  window.dispatchEvent(new Event('postwatch-install-offered'));
});
window.addEventListener('appinstalled', () => {
  window.postwatch.installPrompt = null;
  window.dispatchEvent(new Event('postwatch-installed'));
});
// Once it has been said that the program stopped, its echoes are no news.
window.addEventListener('error', (event) => { if (event.error === stopped) event.preventDefault(); });
window.addEventListener('unhandledrejection', (event) => { if (event.reason === stopped) event.preventDefault(); });

root.lang = root.dataset.reads = languageAtStart(); // so the other languages of the page are never painted
document.title = say('title');
document.addEventListener('DOMContentLoaded', () => {
  element('now').textContent = say('starting');
  startProgram().catch((cause) => {
    if (guard.isDead) return;
    console.error(cause);
    whyNotStarted(cause);
  });
});
