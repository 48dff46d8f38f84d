// Notices when a process that this one was started under is gone, so that a launcher does not outlive the build
// tool it runs in: SIGTERM or SIGKILL to cmake alone leaves its children running.
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 300;

/** { parent, started } of a living process, else null. A start time beside the id tells a reused id apart. */
function lifeOf(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold anything
  return fields[0] === 'Z' ? null : { parent: Number(fields[1]), started: fields[19] };
}

/** Every process above this one except the first, nearest first. */
function ancestors() {
  const found = [];
  for (let pid = process.ppid; pid > 1;) {
    const life = lifeOf(pid);
    if (!life) break;
    found.push({ pid, started: life.started });
    pid = life.parent;
  }
  return found;
}

/** Calls `gone` once, after any ancestor has ended. Returns a function that stops watching. */
export function watchAncestors(gone) {
  const parent = process.ppid;
  const watched = ancestors(); // without /proc: none, and only the parent is watched
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(({ pid, started }) => lifeOf(pid)?.started === started)) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
