// The launcher behind `cmake --workflow --preset start`: serves the built app until it is told to stop.
//
//   node shell/serve/start.mjs --site FOLDER --work FOLDER [--tools FILE] [--port N] [--no-samples] [--upstream ORIGIN]
//
// POSTWATCH_PORT chooses the port when --port does not; else 8080. Ends with 0 on Ctrl-C, SIGTERM, SIGHUP, or when
// a process it was started under is gone; with 1 when it cannot serve, after saying why.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { watchAncestors } from './ancestors.mjs';
import { Refusal, serve } from './serve.mjs';

const DEFAULT_PORT = 8080;

function readArguments() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: { site: text, work: text, tools: text, port: text, upstream: text, 'no-samples': { type: 'boolean' } },
  });
  for (const name of ['site', 'work']) if (!values[name]) throw new Refusal(`--${name} FOLDER is missing.`);
  if (!existsSync(join(values.site, 'index.html'))) throw new Refusal(`There is no built app in ${values.site}.`);
  const chosen = values.port ?? process.env.POSTWATCH_PORT ?? '';
  const port = chosen === '' ? DEFAULT_PORT : Number(chosen);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`A port is a number from 1 to 65535, not "${chosen}".`);
  return { ...values, port, samples: !values['no-samples'] };
}

function plainly(error, port) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that program, or choose another port:\n`
      + `  POSTWATCH_PORT=${port < 65_535 ? port + 1 : DEFAULT_PORT} cmake --workflow --preset start`;
  }
  if (error.code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023 with POSTWATCH_PORT.`;
  return error instanceof Refusal || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error.stack;
}

/** Resolves when somebody or something wishes us to stop. */
function stopWish() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
    watchAncestors(resolve);
  });
}

function describe({ name, samples, host }) {
  return samples ? `${name} (made up, on this computer)` : `${name} (${host})`;
}

async function main() {
  const wish = stopWish();
  let port;
  try {
    const given = readArguments();
    ({ port } = given);
    const server = await serve(given);
    console.log(`\nPostwatch is at  ${server.origin}`);
    console.log(`Sources          ${server.settings.sources.map(describe).join(', ')}`);
    console.log('Stop it with     Ctrl-C\n');
    const words = await Promise.race([wish.then(() => null), server.ended]);
    await server.stop();
    if (words !== null) throw new Refusal(`nginx has ended: ${words}`);
    process.exit(0);
  } catch (error) {
    console.error(plainly(error, port));
    process.exit(1);
  }
}

await main();
