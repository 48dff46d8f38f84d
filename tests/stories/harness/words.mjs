// The words of the page, by their ids in src/app/words/en.json, so that a story does not break when one is reworded.
import { readFileSync } from 'node:fs';

const sentences = JSON.parse(readFileSync(new URL('../../../src/app/words/en.json', import.meta.url), 'utf8'));

/** The sentence with this id. `values` replace {name}; `count` chooses between one and many. */
export function say(id, values = {}) {
  const sentence = sentences[id];
  if (sentence === undefined) throw new Error(`there are no words "${id}"`);
  const form = typeof sentence === 'string' ? sentence : values.count === 1 ? sentence.one : sentence.other;
  return form.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** Matches exactly the sentence with anything in the places that `values` leave open. */
export function like(id, values = {}) {
  const escaped = say(id, values).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.+?')}$`);
}

/** words.add_button: sentences without a place to fill. */
export const words = new Proxy({}, { get: (_, id) => (typeof id === 'string' ? say(id) : undefined) });
