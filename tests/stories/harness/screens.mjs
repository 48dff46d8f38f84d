// Every screen there is, and how somebody gets there: one row of the table for each. What the stories about screens
// have in common walks along it: they look alike on every run, because clock, time zone, language and answers are fixed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { KEPT, NOW, keptList, titleOf } from './kept_list.mjs';
import { grouped, numberWith } from './numbers.mjs';
import { PHONE, WIDE, makeFolder, until } from './story.mjs';

const WRONG = 'EL123456789CN';
const NEW = numberWith('EE', 12345678, 'CN');
const FRAUD = 'USPS: your package could not be delivered. Pay 1.99 USD within 24 hours: https://usps.com.redelivery-pay.top/us';
const UPS = '1Z5R89390357567127';

async function opensItem(user, item) {
  await user.presses(user.row(titleOf(item)));
  await user.find('region', user.words.item_region).waitFor({ state: 'attached' });
}

async function opensPageOf(user, which, button) {
  await opensItem(user, KEPT[which]);
  await user.presses(button);
}

/** Its first block is there. */
const showsDocument = (user) => user.mirror.locator('[id="part-document/0"]').waitFor({ state: 'attached' });

async function opensSettings(user) {
  await user.presses(user.words.settings_button);
  await user.sees(user.words.settings_privacy_title);
}

/** The column that scrolls, by so many pixels. */
async function wheels(user, pixels) {
  const { width, height } = user.page.viewportSize();
  await user.page.mouse.move(width * 0.7, height * 0.6);
  await user.page.mouse.wheel(0, pixels);
  await user.settles();
}

async function pastes(user, label, text) {
  await user.clicks(user.find('textbox', label));
  await user.page.keyboard.insertText(text);
}

async function choosesTwo(user) {
  await user.presses(user.words.choose_button);
  for (const item of [KEPT.toCollect, KEPT.inCustoms]) await user.clicks(user.find('checkbox', new RegExp(titleOf(item))));
}

async function importsKeptList(user) {
  await opensSettings(user);
  const path = join(user.folder, 'kept.json');
  writeFileSync(path, keptList());
  await user.choosesFile(user.words.import_button, path);
  await goesHome(user); // the question stands above the list
  await user.sees(user.words.import_title);
}

/** Only the list is left: with a keyboard by Esc, with a finger by the button that leads back. */
async function goesHome(user) {
  if (user.hand === 'finger') {
    for (const name of [user.words.back_to_item_button, user.words.back_button, user.words.choose_done_button]) {
      if (await user.find('button', name).count()) await user.presses(name);
    }
  } else {
    for (let i = 0; i < 3; i += 1) await user.page.keyboard.press('Escape');
  }
  await user.settles();
}

const scrollsUp = (user) => user.page.evaluate(() => scrollTo(0, 0));

async function togglesPlainView(user) {
  await opensSettings(user);
  const isOn = await user.isPlain();
  await user.presses(isOn ? user.words.plain_view_off_button : user.words.plain_view_on_button, 'keyboard');
  await user.page.locator(isOn ? 'body:not(.plain-view)' : 'body.plain-view').waitFor();
}

/** Lines with a port that is another one in each run. */
const lineWithPort = (user) => user.mirror.locator('p, select').filter({ hasText: /\w:\d{4,5}\b/ });

const item = (which) => (user) => opensItem(user, KEPT[which]);

/**
 * { name, go(user), leave(user) }: from the list to the screen, and back what Esc does not put back. In the order in
 * which they are visited: the list fills on the way. `isPlain`: the page as the browser lays it, not a drawing.
 * `changing(user)`: what is another in each run. `isBesideList`: a page that on a wide screen stands beside the list.
 * `isDialog`: it stands over another.
 */
export const SCREENS = [
  { name: 'empty', go: () => {} },
  { name: 'wrong-number', go: (user) => user.types(user.words.number_label, WRONG) },
  { name: 'number-explained', go: (user) => user.presses(user.words.passport_button),
    leave: async (user) => { await user.presses(user.words.passport_button); await user.clears(user.words.number_label); } },
  { name: 'consent', changing: lineWithPort, go: (user) => user.adds(NEW) },
  { name: 'not-asked', isBesideList: true, go: async (user) => {
    await user.presses(user.words.consent_no_button);
    await user.noLongerSees(user.words.consent_title);
    await user.presses(user.row(grouped(NEW)));
  } },
  { name: 'import', changing: lineWithPort, go: importsKeptList, leave: async (user) => {
    await user.presses(user.words.import_accept_button);
    await user.presses(user.words.dismiss_button);
  } },
  { name: 'list', go: () => {} },
  { name: 'list-options', isBesideList: true, go: (user) => user.presses(user.words.list_options_button) },
  { name: 'choosing', go: choosesTwo },
  { name: 'on-the-way', isBesideList: true, go: item('onTheWay') },
  { name: 'on-the-way-below', isBesideList: true, go: async (user) => { await opensItem(user, KEPT.onTheWay); await wheels(user, 600); } },
  { name: 'held-by-customs', isBesideList: true, go: item('held') },
  { name: 'held-by-customs-below', isBesideList: true, go: async (user) => { await opensItem(user, KEPT.held); await wheels(user, 600); } },
  { name: 'to-collect', isBesideList: true, go: item('toCollect') },
  { name: 'delivered', isBesideList: true, go: item('delivered') },
  { name: 'no-records', isBesideList: true, go: item('noRecords') },
  { name: 'refused', isBesideList: true, go: item('refused') },
  { name: 'passport', isBesideList: true, go: async (user) => {
    await opensItem(user, KEPT.onTheWay);
    if (!await user.find('group', user.words.passport_name).count()) await user.presses(user.words.passport_button);
    await user.reaches(user.find('group', user.words.passport_name).getByRole('button').first());
    await user.find('group', user.words.passport_name).getByRole('button').first().focus();
  } },
  { name: 'counter', isBesideList: true, go: (user) => opensPageOf(user, 'onTheWay', user.words.counter_button) },
  { name: 'enquiry', isBesideList: true, go: async (user) => {
    await opensPageOf(user, 'held', user.words.enquiry_title);
    await showsDocument(user);
  } },
  { name: 'evidence', isBesideList: true, go: async (user) => {
    await opensPageOf(user, 'held', user.words.evidence_title);
    await showsDocument(user);
  } },
  { name: 'paste', isBesideList: true, go: (user) => user.presses(user.words.paste_button) },
  { name: 'paste-finds', isBesideList: true, go: async (user) => {
    await user.presses(user.words.paste_button);
    await pastes(user, user.words.paste_label, `Sent: ${numberWith('RR', 40312482, 'FR')}\n${KEPT.held.number} slip ${WRONG}\nUPS ${UPS}`);
    await user.sees(user.words.paste_found_title);
  }, leave: (user) => user.clears(user.words.paste_label) },
  { name: 'message', isBesideList: true, go: async (user) => {
    await user.presses(user.words.message_button);
    await pastes(user, user.words.message_label, FRAUD);
    await user.sees(user.words.message_lookalike);
  } },
  { name: 'commands', isDialog: true, go: (user) => user.page.keyboard.press('Control+k'), leave: (user) => user.page.keyboard.press('Escape') },
  { name: 'settings', isBesideList: true, changing: lineWithPort, go: opensSettings },
  { name: 'settings-below', isBesideList: true, changing: lineWithPort, go: async (user) => { await opensSettings(user); await wheels(user, 600); } },
  { name: 'privacy', isBesideList: true, changing: lineWithPort, go: async (user) => {
    await opensSettings(user);
    await user.presses(user.find('button', user.words.settings_privacy_title));
  } },
  { name: 'plain-list', isPlain: true, go: async (user) => { await togglesPlainView(user); await goesHome(user); await scrollsUp(user); } },
  { name: 'plain-item', isPlain: true, go: async (user) => {
    await opensItem(user, KEPT.held); // on a wide page below the list
    await user.find('region', user.words.item_region).evaluate((region) => region.scrollIntoView({ block: 'start', behavior: 'instant' }));
  } },
];

/** Devices: what the browser is like, and with what one presses. */
export const DEVICES = {
  1280: { hand: 'mouse', context: { viewport: WIDE } },
  390: { hand: 'finger', context: PHONE },
};

const MEDIA = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  contrast: { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  forced: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' },
};
/** Of Postwatch; `forced` is of the system. */
export const THEMES = ['light', 'dark', 'contrast'];

/** The part of the page a picture is kept of: where the list stands beside a page, it is kept elsewhere. */
export const keptPart = (screen, device) => (screen.isBesideList && device === '1280'
  ? { x: 420, y: 0, width: WIDE.width - 420, height: WIDE.height } : undefined);

export async function dressesAs(user, theme) {
  const media = MEDIA[theme];
  await user.page.emulateMedia(media);
  // The page hears of it with its next frame; settling before that would be too early.
  await user.page.waitForFunction(({ colorScheme, contrast, forcedColors }) =>
    [['color-scheme', colorScheme], ['contrast', contrast]].every(([name, value]) => matchMedia(`(prefers-${name}: ${value})`).matches)
    && matchMedia(`(forced-colors: ${forcedColors})`).matches, media);
  await user.settles();
}

/** Options of a story whose clock is that of the list. */
export const FIXED = { sampleOptions: { now: () => NOW } };

/** Time stands still from before the page loads. */
export const stopsTheClock = (context) => context.clock.setFixedTime(NOW);

/**
 * The screenshot, as soon as it shows the colours of the page: under load the drawing reaches it a moment later than what
 * the browser paints. Over a dialog's shade that cannot be seen: there two of them in a row are alike.
 */
export async function pictureOf(user, screen) {
  const ground = await user.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number));
  let picture, before;
  await until(async () => {
    const png = await user.page.screenshot();
    const isSame = before?.equals(png);
    before = png;
    picture = PNG.sync.read(png);
    const corner = 4 * ((picture.height - 3) * picture.width + 2);
    return screen.isDialog ? isSame : [0, 1, 2].every((i) => Math.abs(picture.data[corner + i] - ground[i]) <= 2);
  }, 'the screenshot shows the theme');
  return picture;
}

const LOCALES = { en: 'en-GB', 'zh-Hans': 'zh-CN' };

/**
 * Somebody walks along the table and calls `look(screen)` on each screen.
 *   device, language   of DEVICES, of the page
 *   prepare            of the context, before the page loads
 *   hasRealClock       time goes on
 *   isPlain            in the plain view from the first screen on
 *   context            other options of the context
 */
export async function walks({ t, open }, { device, language = 'en', prepare, isPlain = false, hasRealClock = false, ...context }, look) {
  const { hand, context: kind } = DEVICES[device];
  const user = await open({
    ...kind, ...context, language, locale: LOCALES[language], colorScheme: 'light', reducedMotion: 'reduce',
    prepare: async (made) => { if (!hasRealClock) await stopsTheClock(made); await prepare?.(made); },
  });
  user.hand = hand;
  user.folder = makeFolder(t);
  if (isPlain) {
    await togglesPlainView(user);
    await goesHome(user);
  }
  for (const screen of SCREENS.filter((row) => !isPlain || !row.isPlain)) {
    try {
      await screen.go(user);
      if (hand === 'mouse') await user.page.mouse.move(1, 1);
      await user.idle();
      await look(user, screen);
      await screen.leave?.(user);
      await goesHome(user);
    } catch (error) {
      throw new Error(`${screen.name}, ${device} wide, ${language}: ${error.message}`, { cause: error });
    }
  }
  await user.context.close();
}
