// The deployable folder says nothing about the machine it was built on: no file in it, and no file's name, holds
// one of the folders given as arguments (the clone, the SDK, the libraries).
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';

const site = process.env.POSTWATCH_SITE;
const folders = process.argv.slice(2);

const files = readdirSync(site, {recursive: true}).filter((name) => statSync(join(site, name)).isFile());
const telling = files.filter((name) => {
  const bytes = readFileSync(join(site, name));
  return folders.some((folder) => name.includes(folder) || bytes.includes(folder));
});

for (const name of telling) console.error(`${name} holds a folder of this machine`);
if (!files.some((name) => name.endsWith('.wasm')) || folders.length === 0) {
  console.error('there is nothing to look at: no program in the site, or no folder to look for');
  process.exit(1);
}
console.log(`${files.length} files looked at, ${telling.length} hold a folder of this machine`);
process.exit(telling.length === 0 ? 0 : 1);
