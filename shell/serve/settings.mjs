// The settings file: what a deployment chooses, checked before it is written into a configuration.
//
//   listen           addresses and ports as nginx writes them: ["80", "[::]:80", "127.0.0.1:8080"]
//   hosts            names this server answers to, [] = any (then another site's name may be pointed at it)
//   site             folder with the built app; null: this server is a proxy only
//   work             folder for cache, log and sockets, writable by nginx and by nobody else
//   allowed_origins  other origins whose pages may ask this proxy: ["https://parcels.example"]
//   proxies          origins the page may ask, first = default, "" = its own; also the page's connect-src
//   sources          [{ id }]: ids of sources.mjs. With `proxy` (one of `proxies`) it is asked there and this server
//                    has no route for it. `upstream`, `rate`, `burst`, `at_once`, `good_for`, `name` and `host`
//                    replace the row's own.
//   client           { rate, burst }: what one client may ask; smoothed, then 429
//   resolver         DNS server for upstream names; null: those of /etc/resolv.conf
//   trusted_certificates  PEM file with the roots an https upstream must chain to; null: the system's
//   brotli_module    absolute path of ngx_http_brotli_static_module.so; null: precompressed gzip only
//   user             "name group" for the workers when started as root; null: nginx's default
//   workers          worker processes
//   sockets          folder for the sockets between the two tiers; null: `work`
import { SOURCES } from './sources.mjs';

/** A setting that cannot be used, in a sentence for the person who wrote it. */
export class Refusal extends Error {}

const DEFAULTS = {
  listen: ['127.0.0.1:8080'],
  hosts: [],
  site: null,
  work: null,
  allowed_origins: [],
  proxies: [''],
  sources: [{ id: 'upu-gtt' }],
  client: { rate: '10r/s', burst: 40 },
  resolver: null,
  trusted_certificates: null,
  brotli_module: null,
  user: null,
  workers: 'auto',
  sockets: null,
};

export const SOCKET_PATH_LIMIT = 107; // bytes; sockaddr_un holds 108 with the final zero

function refuse(sentence) {
  throw new Refusal(sentence);
}

function checkPath(name, path) {
  if (typeof path !== 'string' || !path.startsWith('/')) refuse(`"${name}" must be an absolute path, not ${JSON.stringify(path)}.`);
  // nginx has no way to write these in a path.
  if (/["\\${}\n\r;]/.test(path)) refuse(`"${name}" may not contain quotes, backslashes, $, braces or semicolons: ${path}`);
  return path.replace(/(?<=.)\/+$/, '');
}

function checkWord(name, value, pattern, example) {
  if (!pattern.test(String(value))) refuse(`"${name}" should look like ${example}, not ${JSON.stringify(value)}.`);
  return value;
}

function checkOrigin(name, text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    refuse(`"${name}" holds ${JSON.stringify(text)}, which is no address.`);
  }
  if (!/^https?:$/.test(url.protocol) || url.origin !== text) {
    refuse(`"${name}" holds ${JSON.stringify(text)}; an origin is scheme, host and port only, such as https://parcels.example.`);
  }
  return text;
}

function checkSource(given, proxies) {
  const row = SOURCES.find(({ id }) => id === given.id);
  if (!row) refuse(`There is no source ${JSON.stringify(given.id)}; there are ${SOURCES.map(({ id }) => id).join(', ')}.`);
  const source = { proxy: '', ...row, ...given };
  checkWord('name', source.name, /^[^"\\${}\n\r;]{1,80}$/, 'a plain name');
  if (source.proxy !== '') {
    if (!proxies.includes(source.proxy)) refuse(`The proxy of ${source.id} is not among "proxies".`);
  } else {
    if (!source.upstream) refuse(`The source ${source.id} needs an "upstream".`);
    checkOrigin('upstream', source.upstream);
  }
  checkWord('rate', source.rate, /^\d+r\/[sm]$/, '2r/s or 30r/m');
  checkWord('burst', source.burst, /^[1-9]\d*$/, '10');
  checkWord('at_once', source.at_once, /^[1-9]\d*$/, '16');
  checkWord('good_for', source.good_for, /^\d+[smhd]$/, '10m');
  return { ...source, host: source.host ?? (source.upstream ? new URL(source.upstream).host : '') };
}

/** The settings with everything filled in. Throws Refusal. */
export function checkSettings(given) {
  for (const name of Object.keys(given)) if (!(name in DEFAULTS)) refuse(`There is no setting "${name}".`);
  const settings = { ...DEFAULTS, ...given };
  settings.client = { ...DEFAULTS.client, ...given.client };
  settings.work = checkPath('work', settings.work);
  settings.sockets = checkPath('sockets', settings.sockets ?? settings.work);
  for (const name of ['site', 'trusted_certificates', 'brotli_module']) {
    if (settings[name] !== null) settings[name] = checkPath(name, settings[name]);
  }
  for (const address of settings.listen) {
    checkWord('listen', address, /^([\d.]+:|\[[0-9a-f:]+\]:)?\d{1,5}$/i, '80, 127.0.0.1:8080 or [::]:80');
  }
  for (const host of settings.hosts) checkWord('hosts', host, /^([a-z0-9.-]+|\[[0-9a-f:]+\])$/i, 'parcels.example');
  for (const origin of settings.allowed_origins) checkOrigin('allowed_origins', origin);
  for (const origin of settings.proxies) if (origin !== '') checkOrigin('proxies', origin);
  settings.sources = settings.sources.map((source) => checkSource(source, settings.proxies));
  checkWord('client.rate', settings.client.rate, /^\d+r\/[sm]$/, '10r/s');
  checkWord('client.burst', settings.client.burst, /^[1-9]\d*$/, '40');
  checkWord('workers', settings.workers, /^(auto|[1-9]\d*)$/, 'auto or 1');
  if (settings.user !== null) checkWord('user', settings.user, /^[\w-]+( [\w-]+)?$/, 'www-data www-data');
  if (settings.resolver !== null) checkWord('resolver', settings.resolver, /^([\d.]+|\[[0-9a-f:]+\])(:\d+)?$/i, '127.0.0.53');
  for (const { id } of settings.sources) {
    const socket = socketOf(settings, id);
    if (Buffer.byteLength(socket) > SOCKET_PATH_LIMIT) refuse(`The path of a socket may have ${SOCKET_PATH_LIMIT} bytes; this is longer: ${socket}`);
  }
  return settings;
}

/** The socket between the two tiers for one source. */
export function socketOf(settings, id) {
  return `${settings.sockets}/${id}.sock`;
}
