import { stripVTControlCharacters } from 'node:util';
import { type Outcome, runMain, words, type World } from '../support/run-main';

/** Ten chunks a second, by the clock that the program sees; `first` is all that the first ones hold. */
async function runFor(
  seconds: number,
  terminals: string[],
  only = 'y',
  first = '',
  line = '0\n',
  inputBytes?: number,
): Promise<Outcome & { rows: number }> {
  let now = 1_800_000_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  const onWrite = (): void => {
    now += 100;
  };
  const lines = [...(first.match(/.*\n/g) ?? []), ...Array<string>(10 * seconds).fill(line)];
  const outcome = await runMain(words(`diff -c relu -x - --only ${only}`), {
    stdin: lines,
    terminals,
    onWrite,
    ...(inputBytes !== undefined && { inputBytes }),
  });
  return { ...outcome, rows: lines.length };
}

afterEach(() => {
  jest.restoreAllMocks();
});

const withoutControls = (text: string): string =>
  stripVTControlCharacters(text).replaceAll('\r', '');

describe('progress', () => {
  test('counts rows, and says how many a second', async () => {
    const { status, stdout, stderr, rows } = await runFor(3, ['error']);
    expect([status, stdout]).toEqual([0, '0\n'.repeat(rows)]);
    expect(withoutControls(stderr)).toMatch(/10 rows, 10 rows\/s.*30 rows, 10 rows\/s/s);
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  test('says how long it takes at the pace so far, once that is known', async () => {
    const { stderr } = await runFor(3, ['error'], 'y', '', '0\n', 60);
    const shown = withoutControls(stderr);
    expect(shown).toMatch(/10 rows, 10 rows\/s, 33 %, 2 s left/);
    // Of an input so long that hardly any of it is read nothing is said.
    const { stderr: early } = await runFor(3, ['error'], 'y', '', '0\n', 6000);
    expect(withoutControls(early)).toContain('10 rows, 10 rows/s, 0 %');
    expect(early).not.toContain('left');
  });

  test('gives way to warnings, which stand on lines of their own', async () => {
    const { stderr } = await runFor(3, ['error'], 'backprop', '1\n'.repeat(15), '0\n');
    expect(stderr).toContain('\r\u001b[K\u001b[33mdezero-cli: warning:\u001b[39m line 16');
    expect(stderr.match(/warning:/g)).toHaveLength(10);
  });

  test.each([
    ['a run of less than a second', 0.9, ['error']],
    ['output on the terminal too', 3, ['error', 'output']],
    ['numbers typed on the terminal', 3, ['error', 'input']],
    ['standard error that is no terminal', 3, []],
  ])('is not shown for %s', async (_, seconds, terminals) => {
    const { stderr } = await runFor(seconds, terminals);
    expect(stderr).not.toContain('rows/s');
  });

  describe('of points of a range', () => {
    /** Every look at the clock is a tenth of a second later. */
    const check = async (terminals: string[], format: string): Promise<Outcome> => {
      let now = 1_800_000_000_000;
      jest.spyOn(Date, 'now').mockImplementation(() => (now += 100));
      const line = `check exp --from 0 --to 1 --points 20000 -f ${format}`;
      return runMain(words(line), { terminals });
    };

    test('tells how many are checked, and leaves no trace', async () => {
      const { stderr } = await check(['error'], 'csv');
      expect(withoutControls(stderr)).toMatch(/\d+ rows, \d+ rows\/s, \d+ %/);
      expect(withoutControls(stderr)).toMatch(/20000 points agree \(proved\)\n$/);
    });

    test('is shown until a table comes to the same terminal', async () => {
      const { stdout, stderr } = await check(['error', 'output'], 'table');
      // oxlint-disable-next-line no-control-regex
      expect(stderr).toMatch(/rows\/s[^\n]*\r\u001b\[K[^\n]*20000 points agree/);
      expect(stdout.split('\n').length).toBeGreaterThan(20000);
    });

    test('is not shown where rows come to the same terminal as they are made', async () => {
      const { stdout, stderr } = await check(['error', 'output'], 'csv');
      expect(stderr).not.toContain('rows/s');
      expect(stdout.split('\n').length).toBeGreaterThan(20000);
    });
  });

  describe('of what has no rows on its way', () => {
    /** Every look at the clock is a tenth of a second later, or, at a program, more than one. */
    const run = async (args: string[], world: World): Promise<Outcome> => {
      let now = 1_800_000_000_000;
      const step = args.includes('--program') ? 1100 : 100;
      jest.spyOn(Date, 'now').mockImplementation(() => (now += step));
      return runMain(args, world);
    };
    const program: World['program'] = async (_, input) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const answers = input
        .trim()
        .split('\n')
        .map((line) => `${line} 1\n`);
      return { stdout: answers.join(''), ended: { kind: 'status', status: 0 } };
    };

    test.each<[string, string[], RegExp]>([
      ['plot', ['plot', 'sin(x)', '--points', '9000'], /18000 points, \d+ points\/s/],
      [
        'sweep',
        ['sweep', 'sin(x)', '--x', '1', '--per-decade', '9'],
        /40 steps, \d+ steps\/s, 31 %, \d+ s left/,
      ],
      [
        'check --program',
        ['check', '--program', 'model', '--x', '1', '2'],
        /5 evaluations, \d+ evaluations\/s/,
      ],
    ])('%s tells it on a terminal alone, and leaves no trace', async (_, args, told) => {
      const { stdout, stderr } = await run(args, { terminals: ['error'], program });
      expect(withoutControls(stderr)).toMatch(told);
      expect(stdout).not.toBe('');
      expect(withoutControls(stderr.slice(stderr.lastIndexOf('\r\u001b[K')))).toMatch(
        /^(?:dezero-cli: [^/]*)?$/,
      );
      const plain = await run(args, { program });
      expect(plain.stdout).toBe(stdout);
      expect(plain.stderr).not.toContain('/s');
    });

    test('a line of progress is gone before an error', async () => {
      const args = ['plot', 'sqrt(-1-x^2)', '--points', '20000'];
      const { status, stderr } = await run(args, { terminals: ['error'] });
      expect(status).toBe(2);
      // oxlint-disable-next-line no-control-regex
      expect(stderr).toMatch(/20000 points[^\n]*\r\u001b\[K[^\n]*nothing to plot/);
    });
  });
});
