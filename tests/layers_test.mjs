// postal < formats < app < view < web: fails when an #include reaches forward, or past what `view` may see of `app`.
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const layers = ['postal', 'formats', 'app', 'view', 'web'];
const seenByView = new Set(['app/screen.h', 'app/action.h']);
// Each library has one layer that may know it.
const libraries = {nlohmann: ['formats'], imgui: ['view', 'web'], emscripten: ['web']};

// The folder of each layer: the core's under src, the browser's at the top.
const folderOf = (layer) => join(top, layer === 'web' ? 'web' : join('src', layer));

function cppFiles(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return cppFiles(path);
    return /\.(h|hpp|cpp|inc)$/.test(entry.name) ? [path] : [];
  });
}

function complaint(layer, included) {
  const path = included.replace(/^src\//, '');
  if (path.includes('..')) return 'climbs out of its folder; includes are written from src/ or from the top';
  const target = layers.indexOf(path.split('/')[0]);
  if (target > layers.indexOf(layer)) return `${layer} comes before ${layers[target]}`;
  if (layer === 'view' && layers[target] === 'app' && !seenByView.has(path)) {
    return `view sees only ${[...seenByView].join(' and ')} of app`;
  }
  for (const [library, allowed] of Object.entries(libraries)) {
    const named = path.startsWith(`${library}/`) || path.startsWith(`${library}.`) || path.startsWith(`${library}_`);
    if (named && !allowed.includes(layer)) return `${library} is for ${allowed.join(' and ')} only`;
  }
  return null;
}

let seen = 0;
const broken = [];
for (const layer of layers) {
  for (const file of cppFiles(folderOf(layer))) {
    seen += 1;
    readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
      const included = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line)?.[1];
      const reason = included && complaint(layer, included);
      if (reason) broken.push(`${relative(top, file)}:${index + 1}: #include of ${included}: ${reason}`);
    });
  }
}

for (const line of broken) console.error(line);
if (seen === 0) console.error('no C++ file was found: the test looks in the wrong place');
console.log(`${seen} files looked at, ${broken.length} includes break the line`);
process.exit(broken.length === 0 && seen > 0 ? 0 : 1);
