// The words of the page, by their ids in src/app/words, so that a story does not break when one is reworded.
import { readFileSync } from 'node:fs';

/**
 * { say, like, words } in a language:
 *   say(id, values)   the sentence with this id; `values` replace {name}, `count` chooses the plural form
 *   like(id, values)  matches exactly the sentence with anything in the places that `values` leave open
 *   words.add_button  sentences without a place to fill
 */
export function wordsIn(language) {
  const sentences = JSON.parse(readFileSync(new URL(`../../../src/app/words/${language}.json`, import.meta.url), 'utf8'));
  const plural = new Intl.PluralRules(language);
  const say = (id, values = {}) => {
    const sentence = sentences[id];
    if (sentence === undefined) throw new Error(`there are no words "${id}"`);
    const form = typeof sentence === 'string' ? sentence
      : sentence['count' in values ? plural.select(values.count) : Object.keys(sentence).at(-1)];
    return form.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
  };
  const like = (id, values = {}) => {
    const escaped = say(id, values).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.+?')}$`);
  };
  const words = new Proxy({}, { get: (_, id) => (typeof id === 'string' ? say(id) : undefined) });
  return { say, like, words };
}

/** What the page says before and without the program, by the ids of shell/page/words. */
export const pageWordsIn = (language) =>
  JSON.parse(readFileSync(new URL(`../../../shell/page/words/${language}.json`, import.meta.url), 'utf8'));

export const { say, like, words } = wordsIn('en');
