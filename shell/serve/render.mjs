// Settings -> the files nginx and the page read.
//
//   node shell/serve/render.mjs --config settings.json --out FOLDER
//
// writes into FOLDER: nginx.conf (complete; nginx -c FOLDER/nginx.conf), postwatch.conf (what belongs inside
// http { } of another nginx), their includes, and config.json (served beside the page; see configJson).
// The settings are described in settings.mjs, an example is config.example.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { INNER_PROBLEMS, OUTER_PROBLEMS, WRONG_HOST, problemLocations } from './problems.mjs';
import { Refusal, checkSettings, socketOf } from './settings.mjs';

const TEMPLATES = new URL('templates/', import.meta.url);

// Where systems keep their roots: Debian, Fedora, BSD and macOS, SUSE.
const SYSTEM_ROOTS = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem',
  '/etc/ssl/ca-bundle.pem'];

/** Fills {{name}}; a line that holds nothing but an empty value disappears; more lines keep the indent. */
function fill(template, values) {
  const text = readFileSync(new URL(`${template}.template`, TEMPLATES), 'utf8');
  const value = (name) => {
    if (!(name in values)) throw new Error(`${template}: no value for {{${name}}}`);
    return String(values[name]);
  };
  return text
    .replace(/^([ \t]*)\{\{(\w+)\}\}\n/gm, (_, indent, name) => {
      const block = value(name);
      return block === '' ? '' : `${block.trimEnd().replace(/^(?=.)/gm, indent)}\n`;
    })
    .replace(/\{\{(\w+)\}\}/g, (_, name) => value(name));
}

function systemResolvers() {
  let text = '';
  try {
    text = readFileSync('/etc/resolv.conf', 'utf8');
  } catch { /* a machine without one resolves nothing; asking a source then says so */ }
  const servers = [...text.matchAll(/^\s*nameserver\s+([0-9a-fA-F.:]+)\s*$/gm)].map(([, address]) =>
    (address.includes(':') ? `[${address}]` : address));
  return servers.length > 0 ? servers.join(' ') : '127.0.0.1';
}

/** default-src none; the page may talk to its own origin and to the listed proxies, and to nobody else. */
function contentSecurityPolicy(settings) {
  const proxies = settings.proxies.filter((origin) => origin !== '');
  return [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
    ["connect-src 'self'", ...proxies].join(' '), "worker-src 'self'", "img-src 'self' data:", "manifest-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", 'trusted-types postwatch',
  ].join('; ');
}

/**
 * What the page reads:
 *   version   1
 *   proxies   origins the user may choose among, the first is the default; "" = the page's own
 *   sources   { id, dialect, name, host, proxy, samples }: route, how answers are written, who answers, whom the
 *             proxy asks, where it is asked unless the user chose another, whether it knows sample items only
 */
export function configJson(settings) {
  const sources = settings.sources.map(({ id, dialect, name, host, proxy, samples = false }) =>
    ({ id, dialect, name, host, proxy, samples }));
  return `${JSON.stringify({ version: 1, proxies: settings.proxies, sources }, null, 2)}\n`;
}

function wrongHost(settings) {
  if (settings.hosts.length === 0) return '';
  const listen = settings.listen.map((address) => `    listen ${address} default_server;`);
  return ['server {', ...listen, '    access_log off;',
    `    error_log "${settings.work}/logs/error.log" emerg;`, '    error_page 421 @problem_421;', '    return 421;',
    problemLocations([WRONG_HOST]).replace(/^(?=.)/gm, '    '), '}', ''].join('\n');
}

function sourceBlocks(settings, source, out, certificates) {
  const upstream = new URL(source.upstream);
  const verified = upstream.protocol === 'https:' ? [
    'proxy_ssl_verify on;', 'proxy_ssl_verify_depth 4;', `proxy_ssl_trusted_certificate "${certificates}";`,
    'proxy_ssl_server_name on;', `proxy_ssl_name "${upstream.hostname}";`, 'proxy_ssl_protocols TLSv1.2 TLSv1.3;',
  ].join('\n') : '';
  const values = {
    ...source, out, work: settings.work, socket: socketOf(settings, source.id), client_burst: settings.client.burst,
    verified, upstream_scheme: upstream.protocol.slice(0, -1), upstream_host: upstream.host,
    inner_problems: problemLocations(INNER_PROBLEMS),
  };
  return { route: fill('route.conf', values), inner: fill('source.conf', values) };
}

/** name -> text of every file, for checked settings that will lie in `out`. */
export function render(settings, out) {
  const https = settings.sources.some(({ upstream }) => upstream?.startsWith('https:'));
  const roots = settings.trusted_certificates ?? SYSTEM_ROOTS.find((file) => existsSync(file));
  const own = https && !roots; // a bare machine has no roots; Node carries Mozilla's
  const blocks = settings.sources.filter(({ proxy }) => proxy === '')
    .map((source) => ({ id: source.id, ...sourceBlocks(settings, source, out, roots ?? `${out}/roots.pem`) }));
  const site = settings.site === null ? '' : fill('site.conf', {
    site: settings.site, out,
    brotli_static: settings.brotli_module ? 'brotli_static on;' : '',
  });
  return {
    'nginx.conf': fill('nginx.conf', {
      out, work: settings.work, workers: settings.workers, user: settings.user ? `user ${settings.user};` : '',
      load_module: settings.brotli_module ? `load_module "${settings.brotli_module}";` : '',
    }),
    'postwatch.conf': fill('postwatch.conf', {
      content_security_policy: contentSecurityPolicy(settings),
      work: settings.work, site, client_rate: settings.client.rate, wrong_host: wrongHost(settings),
      listen: settings.listen.map((address) => `    listen ${address};`).join('\n'),
      hosts: settings.hosts.length > 0 ? settings.hosts.map((host) => `"${host}"`).join(' ') : '_',
      allowed_origins: settings.allowed_origins.map((origin) => `    "${origin}" 1;`).join('\n'),
      source_ids: blocks.map(({ id }) => `"${id}"`).join(','),
      routes: blocks.map(({ route }) => route.replace(/^(?=.)/gm, '    ')).join('\n'),
      sources: blocks.map(({ inner }) => inner).join('\n'),
      outer_problems: problemLocations(OUTER_PROBLEMS, `include "${out}/answer_headers.conf";`).replace(/^(?=.)/gm, '    '),
    }),
    'upstream.conf': fill('upstream.conf', { resolver: `resolver ${settings.resolver ?? systemResolvers()};` }),
    'answer_headers.conf': fill('answer_headers.conf', {}),
    'config.json': configJson(settings),
    ...(own ? { 'roots.pem': `${rootCertificates.join('\n')}\n` } : {}),
  };
}

/** Renders into the folder `out`, made when missing, and makes the folders nginx needs in `work`. */
export function writeConfiguration(given, out) {
  const settings = checkSettings(given);
  const files = render(settings, out);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
  return settings;
}

/** The folders nginx expects; the cache holds numbers, so nobody else may look. */
export function makeWorkFolders(settings) {
  for (const folder of ['cache', 'logs', 'temp']) mkdirSync(join(settings.work, folder), { recursive: true, mode: 0o700 });
}

function main() {
  const { values } = parseArgs({ options: { config: { type: 'string' }, out: { type: 'string' } } });
  if (!values.config || !values.out) throw new Refusal('Usage: node render.mjs --config SETTINGS.json --out FOLDER');
  const out = resolve(values.out);
  const settings = writeConfiguration(JSON.parse(readFileSync(values.config, 'utf8')), out);
  console.log(`Written to ${out}. nginx needs the folders cache, logs and temp in ${settings.work}, writable by nobody else.`);
  console.log(`Check: nginx -t -e stderr -c "${out}/nginx.conf"`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
