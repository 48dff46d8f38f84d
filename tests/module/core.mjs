// The module as built, and numbers to try it with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const folder = process.env.POSTWATCH_MODULE;
const { default: createCore } = await import(pathToFileURL(join(folder, 'postwatch-core.mjs')));

export { createCore };
export const core = await createCore();
export const sample = (name) => readFileSync(join(process.env.POSTWATCH_SAMPLES, name), 'utf8');

export const VERDICTS = ['empty', 'incomplete', 'faulty', 'warning', 'valid'];

/** The same numbers in every run: mulberry32. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** S10's check digit, written from the standard's text for the tests alone. */
export function checkDigit(serial) {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, i) => total + weight * Number(serial[i]), 0);
  return { 10: 0, 11: 5 }[11 - (sum % 11)] ?? 11 - (sum % 11);
}

export function rightNumber(random, services = ['EE', 'RA', 'CP', 'LZ', 'RR', 'EA', 'UA', 'LX'], countries = ['CN', 'DE', 'FR', 'US', 'JP', 'GB', 'HK', 'PL']) {
  const serial = String(Math.floor(random() * 1e8)).padStart(8, '0');
  return pick(random, services) + serial + checkDigit(serial) + pick(random, countries);
}

export function wrongNumber(random) {
  const number = rightNumber(random);
  const wrong = (Number(number[10]) + 1 + Math.floor(random() * 9)) % 10;
  return number.slice(0, 10) + wrong + number.slice(11);
}

const fullWidth = (text) => text.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xFEE0));
const grouped = (number, between) => [number.slice(0, 2), number.slice(2, 5), number.slice(5, 8), number.slice(8, 11), number.slice(11)].join(between);

/** A right number as people write it. */
export function disguised(random) {
  const number = rightNumber(random);
  return pick(random, [
    () => number.toLowerCase(), () => grouped(number, ' '), () => grouped(number, '-'), () => grouped(number, '\u00a0'),
    () => fullWidth(number), () => ` ${number} `, () => `\u200b${number}`, () => grouped(number, '.'),
    () => number.replace('E', '\u0415').replace('A', '\u0410').replace('P', '\u0420'),
  ])();
}

const ALPHABET = [...'ABCEXZaz0123456789   --.:/#\t', '\u00e9', '\u4e2d', '\ud83d\ude00', '\ud800', '\udc00', '\u0000', '\ufeff', '\u202e'];
export const junk = (random, length = Math.floor(random() * 24)) => Array.from({ length }, () => pick(random, ALPHABET)).join('');

/** Half right, a quarter with a wrong check digit, 15 % disguised, a tenth junk, shuffled. */
export function mixedLine(random) {
  const kind = random();
  if (kind < 0.5) return rightNumber(random);
  if (kind < 0.75) return wrongNumber(random);
  if (kind < 0.9) return disguised(random);
  return junk(random).replaceAll('\n', ' ');
}
