/** Every column of diff, as it is printed. */

import { ALL_COLUMNS } from '../../src/core/differentiate/columns';
import { FORMAT_NAMES } from '../../src/report/formats/formats';
import { run, runMain, words } from '../support/run-main';

describe('every column is printed', () => {
  const all = `diff --chain square,exp --method best --columns ${ALL_COLUMNS.join()}`;

  test.each(FORMAT_NAMES)('in %s, by its name and with a figure', async (format) => {
    const { status, stdout } = await run(`${all} --x 0.5 0.7 --format ${format}`);
    expect([status, stdout.includes('undefined')]).toEqual([0, false]);
    const [head, ...rows] = tableOf(format, stdout);
    expect(head).toEqual([...ALL_COLUMNS]);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toHaveLength(ALL_COLUMNS.length);
      for (const cell of row) expect(Number.isFinite(Number(cell)) && cell !== '').toBe(true);
    }
  });

  test.each([...ALL_COLUMNS])('%s alone, as a number and on a page of one x', async (column) => {
    const method = column === 'bound' ? ' --method best' : '';
    const bare = await runMain(words(`diff --chain square,exp --x 0.5 --only ${column}${method}`));
    expect(bare.stdout).toMatch(/^[\d.e-]+\n$/);
    const page = await runMain(
      words(`diff --chain square,exp --x 0.5 --columns ${column}${method}`),
    );
    expect([page.status, page.stderr]).toEqual([0, '']);
    expect(page.stdout).not.toContain('undefined');
  });

  test('and named in the help', async () => {
    const { stdout } = await runMain(['diff', '--help']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `Columns: ${ALL_COLUMNS.join(', ')} numerical is`,
    );
  });
});

/** The head and the rows of what a format prints. */
function tableOf(format: string, text: string): string[][] {
  if (format === 'json' || format === 'jsonl') {
    const records = (
      format === 'json'
        ? JSON.parse(text)
        : text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown)
    ) as Record<string, number>[];
    return [
      Object.keys(records[0] ?? {}),
      ...records.map((record) => Object.values(record).map(String)),
    ];
  }
  const separator = { table: '│', csv: ',', tsv: '\t' }[format] ?? '';
  const lines = text.split('\n').filter((line) => line.includes(separator));
  return lines.map((line) => line.split(separator).map((cell) => cell.trim()));
}
