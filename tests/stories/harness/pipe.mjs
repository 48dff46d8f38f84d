// Chromium over a pipe, by the raw protocol: the only way to hear the network of every target, workers too, from
// their first byte.
import { spawn } from 'node:child_process';
import { CHROMIUM, PATIENCE_MS } from './browser.mjs';

/** { send(method, params, session), on(method, listener(params, session)), end() } */
export function pipedBrowser(profile) {
  const child = spawn(CHROMIUM.executablePath, [
    ...CHROMIUM.args, '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-default-browser-check',
    '--password-store=basic', '--use-mock-keychain', '--disable-features=Translate,OptimizationHints,MediaRouter', 'about:blank',
  ], { env: CHROMIUM.env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , input, output] = child.stdio;
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const message of messages.map((json) => JSON.parse(json))) {
      if (message.id) {
        const { resolve, reject } = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      } else {
        for (const listener of listeners.get(message.method) ?? []) listener(message.params, message.sessionId);
      }
    }
  });
  input.on('error', () => {}); // it has ended; who waits runs out of patience
  const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    last += 1;
    const late = setTimeout(() => reject(new Error(`no answer to ${method}`)), PATIENCE_MS);
    waiting.set(last, {
      resolve: (result) => { clearTimeout(late); resolve(result); },
      reject: (error) => { clearTimeout(late); reject(error); },
    });
    input.write(`${JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
  });
  const on = (method, listener) => listeners.set(method, [...listeners.get(method) ?? [], listener]);
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
  return { send, on, end };
}
