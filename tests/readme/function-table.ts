/** @file The table of functions in docs/formulas.md, which is made from the catalogue. */

import { catalogue } from '../../src/functions/catalogue';
import { LIST_HEADS, listRow } from '../../src/report/functions';

/** The page that has the table. */
export const TABLE_PAGE = 'docs/formulas.md';

const TABLE = /(<!-- functions: [^\n]*-->\n)[\s\S]*?(<!-- \/functions -->)/;

/** The table of functions, in Markdown. */
function functionTable(): string {
  const rows = [...catalogue.entries, ...catalogue.operations].map((entry) => {
    const [name = '', formula = '', derivative = '', ...rest] = listRow(entry);
    return [code(name), code(formula), code(derivative), ...rest.map(inCell)];
  });
  const heads: readonly string[] = LIST_HEADS;
  const lines = [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`);
  return lines.join('');
}

/** Text in a cell of a Markdown table, where a bar ends it. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Code in a cell of a Markdown table. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

export function withTable(page: string): string {
  return page.replace(TABLE, (_, start: string, end: string) => start + functionTable() + end);
}
