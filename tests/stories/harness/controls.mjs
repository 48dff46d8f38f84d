// What can be pressed or filled in, asked inside the page: what it is called, how large it is, which has the focus.

/** As CSS finds them; a link without an address is none. */
const CONTROLS = 'button, a[href], input, select, textarea';

/** In the page: what a control is called, '' when it has no name. */
const nameOf = (control) =>
  (control.ariaLabel || document.querySelector(`label[for="${control.id}"]`)?.textContent || control.textContent).trim();

/** From here on, until another page is loaded, window.nameOf(control) says in the page what a control is called. */
export const learnsNames = (user) => user.page.evaluate(`void (window.nameOf = ${nameOf})`);

/** All of the page, whether to be seen or not. */
export const controlsOf = (user) => user.mirror.locator(CONTROLS);

/** What has the focus: { name, id, tag, isLost, box }. */
export async function focused(user) {
  await learnsNames(user);
  return user.page.evaluate(() => {
    const at = document.activeElement;
    const { x, y, width, height } = at.getBoundingClientRect();
    return { name: window.nameOf(at), id: at.id, tag: at.tagName, isLost: at === document.body || !at.isConnected, box: { x, y, width, height } };
  });
}

/** Controls that are to be seen and smaller than `least` either way, in CSS pixels. */
export async function tooSmall(user, least) {
  await learnsNames(user);
  return controlsOf(user).evaluateAll((all, size) => all
    .filter((element) => !getComputedStyle(element).clipPath.includes('50%'))
    .map((element) => ({ name: window.nameOf(element) || element.id, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
    .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`), least);
}
