// The peer, and what a page would write by hand instead.
import { createRequire } from 'node:module';

export const { getTracking, findTracking, s10 } = createRequire(import.meta.url)('ts-tracking-number');

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
const isLetter = (code) => code >= 65 && code <= 90;

/** A plain loop over the characters of one clean line. */
export function isRight(line) {
  if (line.length !== 13 || !isLetter(line.charCodeAt(0)) || !isLetter(line.charCodeAt(1))) return false;
  if (!isLetter(line.charCodeAt(11)) || !isLetter(line.charCodeAt(12))) return false;
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    const digit = line.charCodeAt(i + 2) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * WEIGHTS[i];
  }
  const check = 11 - (sum % 11);
  const expected = check === 10 ? 0 : check === 11 ? 5 : check;
  return line.charCodeAt(10) - 48 === expected;
}

/** One good regular expression: numbers in one piece or in groups, then the check digit. */
const NUMBER = /\b([A-Z]{2})[ -]?(\d{3})[ -]?(\d{3})[ -]?(\d{3})[ -]?([A-Z]{2})\b/g;
export function findByExpression(text) {
  const found = [];
  for (const match of text.matchAll(NUMBER)) {
    const number = match.slice(1).join('');
    if (isRight(number)) found.push({ start: match.index, end: match.index + match[0].length, number });
  }
  return found;
}
