// The sentences of the page's language: the one the user has chosen, else the one the browser is set to. Only that one
// is fetched. It is kept in a cache of the page's own, so that it is there offline; sw.js renews it with each build.
import { languageFor, localeFor } from './languages.js';

const languages = WORDS; // tag -> { file, integrity }, put in by assemble.mjs
const mainLanguage = 'en';
const cacheName = 'postwatch-words'; // as in sw.js
export const languageKey = 'postwatch.language'; // the setting once more, to be read before the program runs

const wishes = () => (navigator.languages?.length ? navigator.languages : [navigator.language ?? mainLanguage]);
const languageOf = (wanted) =>
  (Object.hasOwn(languages, wanted) ? wanted : languageFor(wishes(), Object.keys(languages), mainLanguage));
const addressOf = (language) => new URL(languages[language].file, document.baseURI).href;

/// Refused in some private windows: then they are fetched each time.
const openCache = () => globalThis.caches?.open(cacheName).catch(() => undefined);

/// '' for the browser's.
function rememberedChoice() {
  try {
    const choice = localStorage.getItem(languageKey) ?? '';
    return Object.hasOwn(languages, choice) ? choice : '';
  } catch {
    return '';
  }
}

/// In which this visit begins, if its words can be had.
export const languageAtStart = () => languageOf(rememberedChoice());

function remember(wanted) {
  try {
    if (wanted) localStorage.setItem(languageKey, wanted);
    else localStorage.removeItem(languageKey);
  } catch {
    // Storage refused: the next visit begins in the browser's language.
  }
}

/// '' when they cannot be had.
async function read(language) {
  try {
    const cache = await openCache();
    const kept = await cache?.match(addressOf(language));
    if (kept) return await kept.text();
    const { integrity } = languages[language];
    const answer = await fetch(addressOf(language), { integrity, credentials: 'same-origin' });
    if (!answer.ok) return '';
    cache?.put(addressOf(language), answer.clone()).catch(() => {}); // no room: fetched again next time
    return await answer.text();
  } catch {
    return '';
  }
}

const found = (wanted, language, text) => ({ wanted, locale: localeFor(language, wishes()), text });

/// `wanted`: a language, or '' for the browser's. { wanted, locale: BCP 47 for Intl, text: '' when it cannot be had }.
export async function fetchWords(wanted) {
  const language = languageOf(wanted);
  const text = await read(language);
  if (text) remember(wanted);
  return found(wanted, language, text);
}

async function keptLanguages() {
  const cache = await openCache();
  const addresses = (await cache?.keys() ?? []).map(({ url }) => url);
  return Object.keys(languages).filter((language) => addresses.includes(addressOf(language)));
}

/// The same for the start: rather any words than none.
export async function wordsAtStart() {
  const wanted = rememberedChoice();
  const language = languageOf(wanted);
  const text = await read(language);
  if (text) return found(wanted, language, text);
  for (const other of [...await keptLanguages().catch(() => []), mainLanguage]) {
    const instead = await read(other);
    if (instead) return found(wanted, other, instead);
  }
  throw new TypeError('no words could be had');
}
