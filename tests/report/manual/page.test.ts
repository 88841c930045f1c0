import { spawnSync } from 'node:child_process';
import { display, entry, inline, macro, prose } from '../../../src/report/manual/roff';
import { sectionBody } from '../../../src/report/manual/section-body';
import { testWith } from '../../support/machine';

/** How bold is written for a terminal of old: a character, a step back, the character. */
const OVERSTRUCK = new RegExp(`.${String.fromCharCode(8)}`, 'g');

/** What roff would take for its own. */
const AWKWARD = [
  String.raw`printf 'a\nb\\' \(co \fB \*x \" .`,
  '.TH is no macro here',
  "'br neither",
  '...',
  `--eps -1 - -- "quoted" 'single' \`back\` ^ ~ a-b`,
  'é, √, 𝛼 and —',
];

test.each([
  ['-x', String.raw`\-x`],
  ['a\\nb', String.raw`a\enb`],
  [`'"\`^~`, String.raw`\(aq\(dq\(ga\(ha\(ti`],
  ['é𝛼', String.raw`\[u00E9]\[u1D6FC]`],
])('%j is written as %j', (text, roff) => {
  expect(inline(text)).toBe(roff);
});

test('a macro gets each word as one argument', () => {
  expect(macro('SH', 'SEE ALSO', 'a "b"')).toBe(String.raw`.SH "SEE ALSO" "a \(dqb\(dq"`);
});

test('prose is broken into lines of at most 80, none of which is a macro', () => {
  const lines = prose(`${'word '.repeat(40)}${'.TH '.repeat(60)}end`);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line).not.toMatch(/^[.']/);
  }
  expect(prose('x'.repeat(100))).toEqual(['x'.repeat(100)]);
});

describe('a part of the help', () => {
  test('is paragraphs where it is prose, a new one where the margin changes', () => {
    expect(sectionBody(['x, y', '  one two', '  three'])).toEqual([
      '.PP',
      'x, y',
      '.PP',
      'one two three',
    ]);
  });

  test('is entries where two spaces follow a word, over several lines too', () => {
    expect(sectionBody(['  0    done', '  141  the reader', '       has gone'])).toEqual([
      '.TP',
      String.raw`\fB0\fR`,
      'done',
      '.TP',
      String.raw`\fB141\fR`,
      'the reader has gone',
    ]);
  });

  test('is an entry where a long term has a line of its own', () => {
    expect(sectionBody(['  A, B', '       both', '  C    more'])).toEqual([
      '.TP',
      String.raw`\fBA, B\fR`,
      'both',
      '.TP',
      String.raw`\fBC\fR`,
      'more',
    ]);
  });

  test('keeps the lines of examples, and goes on with prose', () => {
    expect(sectionBody(['  $ a  b', '  $ c', '  text'])).toEqual([
      '.PP',
      '.nf',
      '$ a  b',
      '$ c',
      '.fi',
      '.PP',
      'text',
    ]);
  });

  test('may be empty', () => {
    expect(sectionBody([])).toEqual([]);
  });
});

testWith('mandoc')('mandoc shows awkward text as it is', () => {
  const page = [
    '.TH A 1 2026-11-24 a',
    '.SH NAME',
    String.raw`a \- b`,
    '.SH TEXT',
    ...display(AWKWARD),
    ...AWKWARD.flatMap((text) => entry('a long term', text)),
    '',
  ].join('\n');
  const options = { input: page, encoding: 'utf8' } as const;
  expect(spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], options).stdout).toBe('');
  const { stdout } = spawnSync('mandoc', ['-T', 'utf8', '-O', 'width=200'], options);
  const lines = stdout
    .replaceAll(OVERSTRUCK, '')
    .split('\n')
    .map((line) => line.trim());
  for (const text of AWKWARD) expect(lines.filter((line) => line === text)).toHaveLength(2);
});
