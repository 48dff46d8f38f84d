// The module beside its peer, a plain loop and a regular expression, in one process. Nothing is asserted: machines
// are noisy; docs/figures.md keeps the figures.
import { core, disguised, seeded, wrongNumber } from '../module/core.mjs';
import { median } from './figures.mjs';
import { findByExpression, findTracking, getTracking, s10, verdictByLoop } from './peer.mjs';
import { cleanLines, denseMail, mixedLines, sparseMail } from './texts.mjs';

const random = seeded(20260304);
const LINES = 1_000_000;
const PEER_LINES = 20_000;
const say = (what, value, goal) => console.log(`${what.padEnd(58)} ${value.padStart(14)}   goal ${goal}`);
const times = (ratio) => `${ratio.toFixed(ratio < 100 ? 1 : 0)} x`;

/** Processor seconds so far: other programs on the machine count less than on a clock. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Processor seconds one run takes: the median of `rounds`, after one to warm up. */
function seconds(run, rounds = 5) {
  run();
  return median(Array.from({ length: rounds }, () => {
    const begin = spent();
    run();
    return spent() - begin;
  }));
}

/** Of a run too short for the processor's clock. */
const secondsOfMany = (run, times, rounds) => seconds(() => { for (let i = 0; i < times; i += 1) run(); }, rounds) / times;

function lines() {
  const mixed = mixedLines(random, LINES);
  const mixedText = Buffer.from(mixed.join('\n')).toString(); // one flat string
  const clean = cleanLines(random, LINES);
  const bytes = new TextEncoder().encode(clean.join('\n'));
  const rates = {
    mixed: LINES / seconds(() => core.checkMany(mixedText)),
    clean: LINES / seconds(() => core.checkMany(bytes)),
    array: LINES / seconds(() => core.checkMany(mixed)),
    peerMixed: PEER_LINES / seconds(() => mixed.slice(0, PEER_LINES).forEach((line) => getTracking(line, [s10])), 3),
    peerClean: PEER_LINES / seconds(() => clean.slice(0, PEER_LINES).forEach((line) => getTracking(line, [s10])), 3),
    loop: LINES / seconds(() => clean.forEach((line) => verdictByLoop(line))),
  };
  for (const [name, rate] of Object.entries(rates)) console.log(`  ${name.padEnd(10)} ${(rate / 1e6).toFixed(3)} million lines a second`);
  say('checkMany, mixed lines in a string / getTracking', times(rates.mixed / rates.peerMixed), '300 x');
  say('checkMany, clean lines in bytes / getTracking', times(rates.clean / rates.peerClean), '600 x');
  say('checkMany, clean lines in bytes / plain loop', times(rates.clean / rates.loop), '8 x');
}

function texts() {
  const dense = denseMail(random, 100_000);
  const sparse = sparseMail(random, 1_000_000);
  const ours = secondsOfMany(() => core.extract(dense), 20, 7);
  const part = dense.slice(0, dense.length / 10); // a tenth of it: the whole takes the peer seconds
  const peer = seconds(() => findTracking(part), 3) * 10;
  console.log(`  dense mail, 100 KB: ${core.extract(dense).length} numbers in ${(ours * 1000).toFixed(3)} ms, peer ${(peer * 1000).toFixed(0)} ms, expression ${(secondsOfMany(() => findByExpression(dense), 20, 7) * 1000).toFixed(2)} ms`);
  say('extract, dense mail / findTracking', times(peer / ours), '1,000 x');
  const oursAlone = secondsOfMany(() => core.extract(dense, { families: 's10' }), 20, 7);
  console.log(`  the same, S10 alone: ${(oursAlone * 1000).toFixed(3)} ms`);
  say('extract, dense mail, S10 alone / findTracking', times(peer / oursAlone), '3,000 x');
  const oursSparse = secondsOfMany(() => core.extract(sparse), 10, 7);
  const expression = secondsOfMany(() => findByExpression(sparse), 10, 7);
  console.log(`  sparse mail, 1 MB: ${core.extract(sparse).length} numbers in ${(oursSparse * 1000).toFixed(2)} ms, expression ${(expression * 1000).toFixed(2)} ms`);
  say('extract, sparse mail / one regular expression', times(expression / oursSparse), '10 x');
}

function linearity() {
  const rates = [0.5, 5, 50].map((megabytes) => {
    const text = sparseMail(random, megabytes * 1e6);
    return text.length / seconds(() => core.extract(text), 3) / 1e6;
  });
  say('extract of 0.5, 5 and 50 MB, MB a second', rates.map((rate) => rate.toFixed(0)).join(' '), 'the same');
}

function single() {
  const typed = Array.from({ length: 2000 }, (_, i) => (i % 2 ? wrongNumber(random) : disguised(random)));
  say('check with repairs, microseconds', (seconds(() => typed.forEach((text) => core.check(text)), 11) / typed.length * 1e6).toFixed(1), 'at most 20');
}

lines();
texts();
linearity();
single();
