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

const COUNTRIES = new Set(('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN '
  + 'CO CR CU CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH '
  + 'KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL '
  + 'PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW').split(' '));
const NO_SERVICE = new Set([...'DFIJKOPSTWXY']);

/** The loop with what a verdict takes beside the check digit: is it a country, is it a service. */
export function verdictByLoop(line) {
  if (!isRight(line)) return 2;
  return COUNTRIES.has(line.slice(11)) && !NO_SERVICE.has(line[0]) ? 4 : 3;
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
