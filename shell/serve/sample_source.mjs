// The sample source: a small server on a loopback port that answers as UPU Global Track & Trace does, at the same
// path and in the same wire format, for the numbers in samples.json and with 404 for all others.
//
// It serves the sample items behind the proxy, and the tests as stand-in for the real upstream: it remembers every
// request it saw, counts them (GET /counts), and can be taught other numbers, go dead and come back.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { journeyAnswer, upuJson } from './sample_journeys.mjs';

/**
 * The fixed list: number, scenario, group. "journey": a pleasure to look at, offered by the app, labelled by its words;
 * "fault": something goes wrong, labelled here.
 */
export const SAMPLES = JSON.parse(readFileSync(new URL('samples.json', import.meta.url), 'utf8'));

const PATH = /^\/gtt\.api\/service\.svc\/rest\/ItemTTWithTrans\/([^/]+)\/EN$/;
const SLOW_MS = 8_000;
const RETRY_AFTER_SECONDS = 120;
const DEPTH = 200;
const LARGE_BYTES = 5_000_000;
const ENDLESS_PAUSE_MS = 20; // so that a reader who never leaves costs little

const JSON_TYPE = 'application/json; charset=utf-8';
const MAINTENANCE_PAGE = '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head>'
  + '<body><h1>The service is being maintained</h1><p>Please come back later.</p></body></html>\n';

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

/** Arrays in arrays, `DEPTH` levels in all: the answer's own array, its object, then the rest. */
function deepJson(number) {
  const inner = DEPTH - 2;
  return `[{"ID":"${number}","Events":${'['.repeat(inner)}${']'.repeat(inner)}}]`;
}

function largeJson(number, now) {
  const [answer] = journeyAnswer('silent', number, now);
  const events = answer.Events;
  const row = Buffer.byteLength(upuJson(events[0])) + 1;
  answer.Events = Array.from({ length: Math.ceil(LARGE_BYTES / row) }, () => events[0]);
  return upuJson([answer]);
}

function sendEndless(response, number, now) {
  response.writeHead(200, { 'Content-Type': JSON_TYPE }); // no length: it arrives in chunks
  const [answer] = journeyAnswer('silent', number, now);
  const rows = `${upuJson(answer.Events[0])},`.repeat(200);
  response.write(`[{"ID":"${number}","Events":[`);
  const timer = setInterval(() => {
    if (!response.writableNeedDrain) response.write(rows);
  }, ENDLESS_PAUSE_MS);
  response.on('close', () => clearInterval(timer));
}

/** What each scenario answers; a scenario not named here is a journey. */
const FAULTS = {
  'no-records': (response) => send(response, 200, JSON_TYPE, ''),
  'slow': (response, number, { now, slowMs }) => {
    const timer = setTimeout(() => send(response, 200, JSON_TYPE, upuJson(journeyAnswer('slow', number, now()))), slowMs);
    response.on('close', () => clearTimeout(timer));
  },
  'too-many-requests': (response) =>
    send(response, 429, 'text/plain', 'Too many requests\n', { 'Retry-After': RETRY_AFTER_SECONDS }),
  'server-error': (response) => send(response, 500, 'text/plain', 'Internal Server Error\n'),
  'refused': (response) => send(response, 403, 'text/plain', 'Forbidden\n'),
  'maintenance': (response) => send(response, 200, 'text/html; charset=utf-8', MAINTENANCE_PAGE),
  'truncated': (response, number, { now }) => {
    const whole = upuJson(journeyAnswer('delivered', number, now()));
    send(response, 200, JSON_TYPE, whole.slice(0, whole.indexOf('EventLocation', whole.length / 2)));
  },
  'deep': (response, number) => send(response, 200, JSON_TYPE, deepJson(number)),
  'large': (response, number, { now }) => send(response, 200, JSON_TYPE, largeJson(number, now())),
  'endless': (response, number, { now }) => sendEndless(response, number, now()),
};

function answer(scenario, number, response, options) {
  response.setHeader('Set-Cookie', 'ASP.NET_SessionId=sample; path=/; HttpOnly'); // the real one sets cookies too
  for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
  const fault = FAULTS[scenario];
  if (fault) return fault(response, number, options);
  const journey = journeyAnswer(scenario, number, options.now());
  if (journey) return send(response, 200, JSON_TYPE, upuJson(journey));
  return send(response, 404, 'text/plain', 'No such sample\n');
}

function countsOf(requests) {
  const numbers = {};
  for (const { number } of requests) if (number) numbers[number] = (numbers[number] ?? 0) + 1;
  return { total: requests.length, numbers };
}

/**
 * Starts the source on 127.0.0.1 and a free port.
 *   alsoKnown  { number: scenario } beside the fixed list, for a stand-in of a real upstream
 *   headers    added to every answer
 *   slowMs     how long "slow" takes
 *   now        the clock, milliseconds since 1970
 * Returns { origin, requests, counts(), teach(number, scenario), die(), revive(), close() }: `requests` holds { method,
 * path, headers, number } in order of arrival; a dead source refuses connections on its port until revived.
 */
export async function startSampleSource({ alsoKnown = {}, headers = {}, slowMs = SLOW_MS, now = Date.now } = {}) {
  const scenarios = new Map([...SAMPLES.map(({ number, scenario }) => [number, scenario]), ...Object.entries(alsoKnown)]);
  const options = { headers, slowMs, now };
  const requests = [];
  let server;
  let port = 0;

  const hear = (request, response) => {
    if (request.url === '/counts') return send(response, 200, JSON_TYPE, JSON.stringify(countsOf(requests)));
    const number = PATH.exec(request.url)?.[1];
    requests.push({ method: request.method, path: request.url, headers: request.headers, number });
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'Only GET\n', { Allow: 'GET' });
    return answer(scenarios.get(number), number, response, options);
  };
  const listen = () => new Promise((resolve, reject) => {
    server = createServer(hear);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      port = server.address().port;
      resolve();
    });
  });
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

  await listen();
  return {
    origin: `http://127.0.0.1:${port}`, requests, counts: () => countsOf(requests),
    teach: (number, scenario) => { scenarios.set(number, scenario); }, die: close, revive: listen, close,
  };
}
