import { runMain } from '../support/run-main';

/** The words of a command line, as a shell takes them. */
const shellWords = (line: string): string[] =>
  (line.match(/(?:'[^']*'|[^' ])+/g) ?? []).map((word) => word.replaceAll("'", ''));

describe('what a newcomer types first works', () => {
  test.each([
    ["diff 'y=x^2' --x 1 --only exact", '2'],
    ["diff 'f(x)=x^2' --x 1 --only exact", '2'],
    ['diff x^2 --x=1 --only exact', '2'],
    ['diff x^2 -x 3 --only exact', '6'],
    ['diff x**2 --at x=3 --only exact', '6'],
    ["diff 'ln(x)' --x 2 --only exact", '0.5'],
    ["diff 'log10(x)' --x 2 --only exact", '0.2171472409516259'],
    ['diff e^x --x 1 --only exact', '2.718281828459045'],
    ["diff 'exp x' --x 1 --only exact", '2.718281828459045'],
    ["diff '|x|' --x -1 --only exact", '-1'],
    ["diff 'x²·π' --x 2 --only exact", '12.566370614359172'],
    ["diff 'x÷2' --x 2 --only exact", '0.5'],
    ["diff 'square(exp(x))' --x 1 --only exact", '14.7781121978613'],
    ['diff 3 --x 2 --only exact', '0'],
    ["diff 'arcsin(x)' --x 0 --only exact", '1'],
    ["diff 'cos(t)' --x pi/2 --only exact", '-1'],
  ])('%s', async (line, expected) => {
    const { status, stdout } = await runMain(shellWords(line));
    expect([status, stdout]).toEqual([0, `${expected}\n`]);
  });

  test.each([
    ['help', /^Usage: dezero-cli /],
    ['--help diff', /^Usage: dezero-cli diff /],
    ['-V', /^dezero-cli \d/],
  ])('%s', async (line, expected) => {
    const { status, stdout } = await runMain(shellWords(line));
    expect([status, stdout]).toEqual([0, expect.stringMatching(expected)]);
  });
});

describe('what it refuses it answers with a command that does it', () => {
  test.each([
    ['-v', '--version'],
    ['version', '--version'],
    ['x^2', "diff 'x^2' --x 1"],
    ['x^2 3', "diff 'x^2' --x 3"],
    ['square 2', 'diff square --x 2'],
    ['sqaure 2', 'diff square --x 2'],
    ['--chain square --x 1', 'diff square --x 1'],
    ['-chain square', 'diff square --x 1'],
    ['derive x^2', "diff 'x^2' --x 1"],
    ['eval x^2 --x 3', "diff 'x^2' --x 3"],
    ['dif x^2 --x 3', "diff 'x^2' --x 3"],
    ['d/dx x^2', "diff 'x^2' --x 1"],
    ['grad x*y --at 1,2', "diff 'x*y' --at x=1,y=2"],
    ['gradient x*y', "diff 'x*y' --at x=1,y=1"],
    ["verify 'x^2; 2*x'", "check 'x^2; 2*x'"],
    ['draw x^2', "plot 'x^2'"],
    ['check x^2 2x --from 0 --to 1 --points 9', "check 'x^2; 2x' --from 0 --to 1 --points 9"],
    ['diff x^2 3 -f csv', "diff 'x^2' --x 3 -f csv"],
    ['list', 'functions'],
    ['functions tanh sin', 'functions tanh'],
    ['square exp --x 1', 'diff square,exp --x 1'],
    ['diff x^2 at 3', "diff 'x^2' --x 3"],
    ['diff x^2 3', "diff 'x^2' --x 3"],
    ['diff x**2 x=3', "diff 'x**2' --x 3"],
    ['diff x^2 -x=3', "diff 'x^2' --x 3"],
    ['diff x^2 --x', "diff 'x^2' --x 1"],
    ['diff -chain square --x 1', 'diff square --x 1'],
    ["diff 'd/dx x^2' --x 1", "diff 'x^2' --x 1"],
    ["diff 'derivative(x^2)' --x 1", "diff 'x^2' --x 1"],
    ['diff t^2 --t 2', "diff 't^2' --x 2"],
    ['diff x*y --x 1 --y 2', "diff 'x*y' --at x=1,y=2"],
    ['diff x*y 1 2', "diff 'x*y' --at x=1,y=2"],
    ['diff x^2+y --x 2', "diff 'x^2+y' --at x=2,y=1"],
    ['diff sin --x 90deg', "diff sin --x '90*pi/180'"],
    ['diff x^2 --x 1,2,3', "diff 'x^2' --x 1 2 3"],
    ["diff x^2 --x '1 2 3'", "diff 'x^2' --x 1 2 3"],
    ['diff x^2 --x [1,2,3]', "diff 'x^2' --x 1 2 3"],
    ['diff x^2 --from 0 --to 1', "diff 'x^2' --x 0:1:0.1"],
    ['sweep x^2 --from 0 --to 1', "plot 'x^2' --from 0 --to 1"],
    ['graph x^2 --svg', "graph 'x^2' -o graph.svg"],
    ['plot x^2 -5 5', "plot 'x^2' --from -5 --to 5"],
    ['plot x^2 --x -5:5', "plot 'x^2' --from -5 --to 5"],
    ['plot x^2 --range -5,5', "plot 'x^2' --from -5 --to 5"],
    ['check x^2 2x --x 1', "check 'x^2; 2x' --x 1"],
    ["diff --chain 'exp(-x)' --x 2", "diff 'exp(-x)' --x 2"],
    ["diff --chain 'square exp' --x 1", 'diff square,exp --x 1'],
    ['diff --formula x^2 --x 1', "diff 'x^2' --x 1"],
    ['diff x^2 --x 3 --csv', "diff 'x^2' --x 3 --format csv"],
    ["diff '\\frac{1}{x}' --x 2", "diff '((1)/(x))' --x 2"],
    ["diff '\\sin x' --x 2", "diff 'sin x' --x 2"],
    ['diff x^{2} --x 2', "diff 'x^(2)' --x 2"],
    ["diff 'np.exp(x)' --x 2", "diff 'exp(x)' --x 2"],
    ["diff 'lambda x: x**2' --x 2", "diff 'x**2' --x 2"],
    ["diff 'x => x*x' --x 2", "diff 'x*x' --x 2"],
  ])('%s', async (line, expected) => {
    const { status, stdout, stderr } = await runMain(shellWords(line));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^dezero-cli: /);
    expect(stderr).toContain(`Perhaps: dezero-cli ${expected}\n`);
    expect((await runMain(shellWords(expected))).status).toBe(0);
  });
});

describe('what has no such command is answered in words, and nothing is proposed that fails', () => {
  test.each([
    ["diff 'sin^-1(x)' --x 0.5", 'write asin(x) or 1/sin(x)'],
    ['diff "f\'(x)" --x 2', 'dezero-cli: '],
    ["diff 'x!' --x 2", 'there is no factorial'],
    ["diff 'sinn(x)' --x 2", "Did you mean 'sin'?"],
    ["diff 'sin(x' --x 2", 'this parenthesis is not closed'],
    ['diff --x 3', "give a formula, as in 'x*exp(-x)'"],
    ['diff x^2 --x 0,5', 'use a point for the decimals'],
    ['diff x^2 --x 3 --order 2', "unknown option '--order'"],
    ['diff x^2 --x 3 --precision 60', 'a whole number from 1 to 17'],
    ['diff x^2 x^3 --x 3', "unexpected argument 'x^3'"],
    ['exit', "unknown command 'exit'"],
  ])('%s', async (line, expected) => {
    const { status, stderr } = await runMain(shellWords(line));
    expect([status, stderr]).toEqual([2, expect.stringContaining(expected)]);
    expect(stderr).not.toContain('Perhaps');
  });
});

test('a message has a line of bounded length, whatever it is about', async () => {
  const nested = `${'square('.repeat(50000)}x${')'.repeat(50000)}`;
  const many = `add(${Array.from({ length: 130000 }, () => '1').join(',')})`;
  for (const chain of [nested, many, `add(${'9'.repeat(100000)})`]) {
    const files = { 'c.txt': chain };
    const { status, stderr } = await runMain(shellWords('diff --chain-file c.txt --x 1'), {
      files,
    });
    expect([status, stderr.length < 3000]).toEqual([2, true]);
  }
});
