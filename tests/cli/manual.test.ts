import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES } from '../../src/cli/commands';
import { manual } from '../../src/cli/manual';
import { describeWith } from '../support/machine';
import { bash, REPOSITORY } from '../support/program';
import { runMain } from '../support/run-main';

const PAGE = join(REPOSITORY, 'dist/dezero-cli.1');
const CHANGELOG = readFileSync(join(REPOSITORY, 'CHANGELOG.md'), 'utf8');

const page = manual(CHANGELOG);

describe('the page', () => {
  test('is the one that the build has written, and that the package names', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
    const { man } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
      man: string[];
    };
    expect(man).toEqual(['./dist/dezero-cli.1']);
  });

  test('is the same on every day: its date is that of the version in CHANGELOG.md', () => {
    const other = manual('# Changelog\n\n## 0.2.0 (2027-01-02)\n\n## 0.1.0 (2026-12-31)\n');
    expect(other).toMatch(/^\.TH DEZERO-CLI 1 2026-12-31 /m);
  });

  test.each(['', '## 0.1.0\n', '## 10.1.0 (2026-11-24)\n', '## 0.1.0 (24 November 2026)\n'])(
    'cannot be made without that date: %j',
    (changelog) => {
      expect(() => manual(changelog)).toThrow("no heading '## 0.1.0 (YYYY-MM-DD)'");
    },
  );

  test('is ASCII, with lines that can be read', () => {
    expect(page).toMatch(/^[\n\x20-\x7e]*$/);
    for (const line of page.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });
});

describeWith('mandoc')('mandoc', () => {
  const rendered = (): string =>
    bash(`mandoc -T utf8 -O width=200 '${PAGE}' | sed 's/.\\x08//g'`).stdout;

  test('has nothing to say against it', () => {
    const { status, stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', PAGE], {
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  test('shows the usual sections in the usual order', () => {
    expect(rendered().match(/^[A-Z][A-Z ]*$/gm)).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'OPTIONS',
      'COMMANDS',
      'EXIT STATUS',
      'ENVIRONMENT',
      'EXAMPLES',
      'SEE ALSO',
    ]);
  });

  test('shows name, version and date', () => {
    expect(rendered()).toMatch(/^ +dezero-cli - a derivative calculator$/m);
    expect(rendered()).toMatch(/^dezero-cli 0\.1\.0 +2026-11-24 +DEZERO-CLI\(1\)$/m);
  });

  test.each(COMMAND_NAMES)('has all that %s --help says', async (command) => {
    const { stdout: help } = await runMain([command, '--help']);
    const text = rendered();
    const start = text.search(new RegExp(`^ +dezero-cli ${command}$`, 'm'));
    expect(start).toBeGreaterThan(0);
    const rest = text.slice(start + 1);
    const part = rest.slice(0, rest.search(/^ {3}dezero-cli [a-z]+$|^EXIT STATUS$/m));
    const flags = [...help.matchAll(/^ {2}((?:-\w, )?--[a-z-]+)(?= <| {2}|$)/gm)].map(
      ([, flag = '']) => flag,
    );
    expect(flags.length).toBeGreaterThan(0);
    for (const flag of flags) expect(part).toMatch(new RegExp(`^ +${flag}( |$)`, 'm'));
    for (const [, example = ''] of help.matchAll(/^ {2}(\$ .*)$/gm))
      expect(part).toContain(example);
    const words = (prose: string): string => prose.replace(/[^\w']+/g, ' ').trim();
    // The manual has all examples in one place, and its options without headings.
    const layout = /^(?:Usage: .*|Arguments:|More examples:|[A-Z][a-z ]+:(?=\n {2}-))$/gm;
    for (const line of help.replace(layout, '').split('\n')) {
      expect(words(part)).toContain(words(line));
    }
  });

  test('has the statuses, the environment and the examples of the program', async () => {
    const { stdout: help } = await runMain(['--help']);
    const end = rendered().slice(rendered().search(/^EXIT STATUS$/m));
    for (const status of ['0', '1', '2', '70', '141']) {
      expect(help).toMatch(new RegExp(`^ {2}${status} +\\S`, 'm'));
      expect(end).toMatch(new RegExp(`^ +${status} +\\S`, 'm'));
    }
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'LC_ALL, LC_CTYPE, LANG']) {
      expect(help).toContain(`\n  ${name}`);
      expect(end).toMatch(new RegExp(`^ +${name}( |$)`, 'm'));
    }
    for (const [, example = ''] of help.matchAll(/^ {2}(\$ .*)$/gm)) expect(end).toContain(example);
  });
});
