import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the widget, or with `whole` in the page that is ours: a line for each breach. */
export async function findings({ page }, whole = false) {
  await page.evaluate(axe);
  const context = whole ? undefined : { include: [['deskbell-widget']] };
  const { violations } = await page.evaluate(([where, runOnly]) => window.axe.run(where ?? document, { runOnly }), [context, rules]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`)}`);
}
