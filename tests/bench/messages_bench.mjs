// What the message check says of public feeds. They are never part of the project: POSTWATCH_FEEDS names a folder with one
// host or one message (\n, \r and \\ escaped) a line, named as tests/postal/message_feeds_test.cpp tells. Sources and dates:
// docs/sources.md, "links and messages".
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { core } from '../module/core.mjs';

const feeds = process.env.POSTWATCH_FEEDS;
const unescaped = (line) => line.replace(/\\(.)/g, (all, letter) => ({ n: '\n', r: '\r' }[letter] ?? letter));

function measure(name) {
  const holdsMessages = /^(smish_d|ham)/.test(name);
  const counts = {};
  const lines = readFileSync(join(feeds, name), 'utf8').split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const { verdict } = core.checkMessage(holdsMessages ? unescaped(line) : `https://${line}/`);
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  const shares = Object.entries(counts).map(([verdict, n]) => `${verdict} ${n} (${(100 * n / lines.length).toFixed(1)} %)`);
  console.log(`message check, ${name}, n = ${lines.length}: ${shares.join(', ')}`);
}

if (!feeds) console.log('message check on public feeds: not measured (POSTWATCH_FEEDS is not set)');
else for (const name of readdirSync(feeds).filter((one) => one.endsWith('.txt')).sort()) measure(name);
