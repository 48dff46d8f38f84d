// Chromium, as tools.json names it. It reaches nothing but this machine.
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const tools = JSON.parse(readFileSync(process.env.POSTWATCH_TOOLS, 'utf8'));

export const PATIENCE_MS = 30_000;

export const CHROMIUM = {
  executablePath: tools.chromium.path,
  env: { ...process.env, ...tools.chromium.env },
  args: [
    ...tools.chromium.args, '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run', '--disable-sync',
    '--disable-background-networking', '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ],
};

let started;

/** One browser for all stories of a file; each user has a context, so a profile, of their own. */
export function browser() {
  return started ??= chromium.launch(CHROMIUM);
}
after(async () => (await started)?.close());

/** A browser of its own with its profile in `folder`, to be closed or killed and started again. */
export function persistentBrowser(folder, options = {}) {
  return chromium.launchPersistentContext(folder, { ...CHROMIUM, ...options });
}

/** Waits until `condition` gives something true, and returns it. */
export async function until(condition, what, patience = PATIENCE_MS) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resume) => { setTimeout(resume, 25); });
  }
}
