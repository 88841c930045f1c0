/** Options that contradict each other, and values that are no numbers: what is said of them. */

import { run, runMain } from '../../support/run-main';

const said = async (...args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await runMain(args, { stdin: '1\n' });
  expect([status, stdout]).toEqual([2, '']);
  return stderr.split('\n')[0] as string;
};

test.each<[string, readonly string[]]>([
  [
    'the column bound needs --method best: only that knows how wrong it may be',
    ['diff', 'x^2', '--x', '1', '--columns', 'x,bound'],
  ],
  [
    '--at and --input both say where points come from; use one of them',
    ['diff', 'x^2', '--at', 'x=1', '--input', 'points'],
  ],
  [
    '--x and --input both say where x comes from; use one of them',
    ['diff', 'x^2', '--x', '1', '--input', '-'],
  ],
  ['--x and --at both say where; use one of them', ['graph', 'x^2', '--x', '1', '--at', 'x=2']],
  ["--at: one point is needed, not 'x=1:2:1'", ['graph', 'x^2', '--at', 'x=1:2:1']],
])('%s', async (message, args) => {
  expect(await said(...args)).toBe(`dezero-cli: ${message}`);
});

test('a range may be smaller than any double but for its ends', async () => {
  const { status, stdout } = await run('diff x^2 --x 1e-401:1e-401+1:1 --only x', {});
  expect([status, stdout]).toEqual([0, '0\n1\n']);
});
