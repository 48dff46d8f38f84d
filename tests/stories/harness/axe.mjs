// What axe-core finds wrong with a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** ["rule: element"], by all rules or `only` some. */
export async function violations(user, only = RULES) {
  if (!await user.page.evaluate(() => window.axe)) await user.page.evaluate(axe);
  return user.page.evaluate(async (runOnly) => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'], runOnly });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, only);
}
