// A person at the page. They find things by role and name, and have a keyboard, a mouse and, on a phone, fingers.
import assert from 'node:assert/strict';
import { PATIENCE_MS, until } from './browser.mjs';
import { grouped } from './numbers.mjs';
import { wordsIn } from './words.mjs';

const HANDS = new Set(['keyboard', 'mouse', 'finger']);

export class User {
  /** What the browser wrote as an error to its console, but for what matches one of `tolerates`. */
  complaints = [];
  /** Every request of every page of this person: { method, url }. */
  requests = [];
  /** Questions without an answer yet. */
  underWay = new Set();

  /** `language`: in which they read the page. */
  constructor(context, origin, { tolerates = [], language = 'en' } = {}) {
    this.reads(language);
    this.context = context;
    this.origin = origin;
    this.tolerates = tolerates;
    context.setDefaultTimeout(PATIENCE_MS);
    const complain = (text) => {
      if (!this.tolerates.some((known) => known.test(text))) this.complaints.push(text);
    };
    context.on('console', (said) => { if (said.type() === 'error') complain(`${said.text()} (${said.location().url})`); });
    context.on('weberror', (thrown) => complain(String(thrown.error())));
    context.on('request', (request) => {
      this.requests.push({ method: request.method(), url: request.url() });
      if (request.url().includes('/v1/')) this.underWay.add(request);
    });
    const ended = (request) => this.underWay.delete(request);
    context.on('requestfinished', ended).on('requestfailed', ended);
  }

  /** From here on they look for words of this language. */
  reads(language) { Object.assign(this, wordsIn(language)); }

  // ---- coming and going

  async opens(path = '/') {
    await this.goesTo(path);
    await this.appRuns();
  }

  /** The app may start or not. */
  async goesTo(path) {
    this.page ??= this.context.pages()[0] ?? await this.context.newPage();
    await this.page.goto(this.origin + path);
  }

  async appRuns() {
    await this.page.locator('body.app-running').waitFor();
    await this.idle();
  }

  async reloads() {
    await this.page.reload();
    await this.appRuns();
  }

  /** The same person in another tab: what concerns the browser is shared. */
  async opensAnotherTab(path = '/') {
    const other = Object.create(this);
    other.page = await this.context.newPage();
    await other.opens(path);
    return other;
  }

  /** The service worker holds the whole build and has taken over this page. */
  workerStands() {
    return until(() => this.page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return found?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    }), 'the service worker stands');
  }

  /** No frame is wanted, and none was drawn between two frames of the browser. */
  settles() {
    return until(() => this.page.evaluate(() => new Promise((resolve) => {
      const { frames } = window.postwatch;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        resolve((window.postwatch.isIdle?.() ?? true) && window.postwatch.frames === frames);
      }));
    })), 'the page has settled');
  }

  /** Besides, nothing is being asked. */
  async idle() {
    await until(() => this.underWay.size === 0, 'all questions are answered');
    await this.settles();
  }

  /** All that was begun is on the device: who reads after it waits for it. */
  isKept() {
    return this.page.evaluate(() => new Promise((resolve, reject) => {
      const opening = indexedDB.open('postwatch');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction(['items', 'settings'], 'readonly');
        reading.objectStore('items').count();
        reading.oncomplete = () => { opening.result.close(); resolve(); };
      };
    }));
  }

  /** Minutes pass; only for who came with `clock`. */
  waits(minutes) { return this.page.evaluate((ms) => window.passTime(ms), minutes * 60_000); }

  // ---- looking

  get mirror() { return this.page.locator('#mirror'); }

  find(role, name) { return this.mirror.getByRole(role, { name, exact: typeof name === 'string' }); }

  /** The text stands on the page as one piece. */
  sees(text) { return this.mirror.getByText(text, { exact: true }).first().waitFor({ state: 'attached' }); }

  /** Was there and goes, or is not there. */
  noLongerSees(text) { return this.mirror.getByText(text, { exact: true }).waitFor({ state: 'detached' }); }

  async seesNow(text) { return await this.mirror.getByText(text, { exact: true }).count() > 0; }

  /** Said aloud by a screen reader. */
  hears(text) { return this.find('status').getByText(text, { exact: true }).first().waitFor({ state: 'attached' }); }

  /** Rows of the list, as read: title, chip, summary, age. */
  async list() {
    const rows = this.find('list', this.words.list_name).getByRole('button');
    return rows.evaluateAll((all) => all.map((row) => [...row.children].map((piece) => piece.textContent)));
  }

  async titles() { return (await this.list()).map(([title]) => title); }

  seesRows(titles) {
    const wanted = JSON.stringify([...titles].sort());
    return until(async () => JSON.stringify((await this.titles()).sort()) === wanted, `the list is ${wanted}`)
      .catch(async (error) => { throw new Error(`${error.message}; it is ${JSON.stringify(await this.titles())}`); });
  }

  /** The row of an item whose label or grouped number is `title`. */
  row(title) {
    return this.find('list', this.words.list_name).getByRole('button')
      .filter({ has: this.page.getByText(title, { exact: true }) });
  }

  value(label) { return this.find('textbox', label).inputValue(); }

  // ---- doing

  async types(label, text) {
    const field = this.find('textbox', label);
    await this.enters(field);
    await this.page.keyboard.type(text);
    await this.settles();
    assert.ok(await field.evaluate((element) => element === document.activeElement), `${label} keeps the focus while one types`);
  }

  async clears(label) {
    await this.find('textbox', label).focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
  }

  /** Of a field with choices. A long list of them is there for who looks at it. */
  async chooses(label, choice) {
    const field = this.find('combobox', label);
    await field.focus();
    await field.selectOption(choice);
  }

  /** A button: its name, or the thing itself. `by`: keyboard, mouse or finger. */
  async presses(button, by = this.hand ?? 'mouse') {
    assert.ok(HANDS.has(by), by);
    const control = typeof button === 'string' ? this.find('button', button) : button;
    if (by === 'keyboard') {
      await control.focus();
      assert.ok(await control.evaluate((element) => element === document.activeElement), 'it takes the focus');
      await this.page.keyboard.press('Enter');
    } else {
      await this.clicks(control, by);
    }
    await this.settlesOrLeaves();
  }

  /** What a press led to in its own task is there now; it may have led to another page. */
  settlesOrLeaves() {
    return this.page.evaluate(() => {}).catch((error) => {
      if (!/context was destroyed/.test(error.message)) throw error;
    });
  }

  /** The focus goes into a field. */
  enters(field) { return this.hand === 'keyboard' ? field.focus() : this.clicks(field); }

  /** The button opens the browser's file chooser, and there they take the file at `path`. */
  async choosesFile(button, path, by = this.hand ?? 'mouse') {
    const chooser = this.page.waitForEvent('filechooser');
    await this.presses(button, by);
    await (await chooser).setFiles(path);
  }

  /** At the centre of its rectangle. What is hit there is the drawing, or for a field and a link the element. */
  async clicks(control, by = this.hand ?? 'mouse') {
    const { x, y, hit } = await this.reaches(control);
    if (!await this.isPlain()) {
      const isOverlaid = await control.evaluate((element) => element.matches('input, select, textarea, a'));
      assert.equal(hit, isOverlaid ? 'itself' : 'canvas', 'what is hit at its centre');
    }
    if (by === 'finger') await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  isPlain() { return this.page.evaluate(() => document.body.matches('.plain-view, .app-died')); }

  /** Scrolls by wheel until the centre of `control` can be hit; returns where that is. */
  async reaches(control) {
    await control.waitFor({ state: 'attached' });
    if (await this.isPlain()) await control.scrollIntoViewIfNeeded();
    for (let tries = 0; tries < 25; tries += 1) {
      await this.settles();
      const place = await control.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const clip = getComputedStyle(element).clipPath;
        const edges = [...clip.matchAll(/([\d.]+)(px|%)/g)].map(([, number, unit]) => (unit === '%' ? Infinity : +number));
        const [top, , bottom = top] = edges.length ? edges : [0, 0, 0];
        const isShown = y >= 0 && y < innerHeight && box.height / 2 > Math.max(top, bottom);
        const at = document.elementFromPoint(x, y);
        const hit = at === element || element.contains(at) ? 'itself' : at?.tagName.toLowerCase() ?? 'nothing';
        return { x, y, hit, isShown, off: y - innerHeight / 2, middle: innerHeight / 2 };
      });
      if (place.isShown) return place;
      await this.page.mouse.move(place.x, place.middle);
      await this.page.mouse.wheel(0, place.off);
    }
    throw new Error(`cannot scroll to ${control}`);
  }

  /** Types the number and presses Add, then says yes when asked. */
  async adds(number, { label } = {}) {
    await this.types(this.words.number_label, number);
    if (label) {
      await this.presses(this.words.details_open_button);
      await this.types(this.words.label_label, label);
    }
    await this.presses(this.words.add_button);
    await this.row(label ?? grouped(number)).waitFor({ state: 'attached' });
  }

  async agrees() { await this.presses(this.words.consent_yes_button); }
}
