// Texts to search: the same in every run.
import { mixedLine, pick, rightNumber } from '../module/core.mjs';

const SENTENCES = [
  'Dear customer, your order 4711-20260304-88 has left our warehouse.', 'Please keep this message until your item has arrived.',
  'Call us at +49 228 4333112 or +86 10 65196588, Monday to Friday.', 'Invoice 2026/03/0098231, total EUR 128,40, IBAN DE89 3704 0044 0532 0130 00.',
  'The item was handed over on 2026-03-04 at 16:25 (1772612700).', 'Best regards, the team of the shop', 'Ref: A-99812-B, batch 000123, box 7 of 12.',
];
const DENSE = ['Tracking number: %', 'Your item % is on its way.', '% and', 'shipped as %,', '<td>%</td>', 'No. %;', '- %'];

/** A number in every line. */
export function denseMail(random, size) {
  let text = '';
  while (text.length < size) {
    const number = rightNumber(random);
    const shown = random() < 0.3 ? `${number.slice(0, 2)} ${number.slice(2, 5)} ${number.slice(5, 8)} ${number.slice(8, 11)} ${number.slice(11)}` : number;
    text += `${pick(random, DENSE).replace('%', shown)}\n`;
    if (random() < 0.1) text += `${pick(random, SENTENCES)}\n`;
  }
  return text.slice(0, size);
}

/** Mail as it is: a number in every few kilobytes. */
export function sparseMail(random, size) {
  const parts = [];
  for (let length = 0; length < size;) {
    const line = random() < 0.01 ? pick(random, DENSE).replace('%', rightNumber(random)) : pick(random, SENTENCES);
    parts.push(line);
    length += line.length + 1;
  }
  return parts.join('\n').slice(0, size);
}

export const mixedLines = (random, count) => Array.from({ length: count }, () => mixedLine(random));
export const cleanLines = (random, count) => Array.from({ length: count }, () => rightNumber(random));
