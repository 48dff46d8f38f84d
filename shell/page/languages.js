// Which of the languages there are is the one somebody reads.

/// With the script and country that go without saying: zh-HK -> zh-Hant-HK. null when it is no language tag.
function expanded(tag) {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

const isSame = (a, b) => a?.language === b?.language && a?.script === b?.script;

/// The first wish that can be met: by a language in the same script, else by the same language in another one; else
/// `last`. `wishes` as in navigator.languages.
export function languageFor(wishes, offered, last) {
  for (const wish of wishes.map(expanded)) {
    if (!wish) continue;
    const near = offered.filter((tag) => expanded(tag)?.language === wish.language);
    if (near.length) return near.find((tag) => isSame(expanded(tag), wish)) ?? near[0];
  }
  return last;
}

/// What Intl is asked for beside words in `language`: the reader's own form of it (en-GB) where they have one.
export const localeFor = (language, wishes) => wishes.find((tag) => isSame(expanded(tag), expanded(language))) ?? language;
