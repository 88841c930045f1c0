import { run, runMain } from '../support/run-main';

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
    ['diff --only exact --x 3 -- x^2', '6'],
    ['diff --x 3 x^2 --only exact', '6'],
    ["diff 'x × sin(x) − 1' --x 0 --only exact", '0'],
    ['diff x*x --x=1/2 --only exact', '1'],
    ['diff x^2 --at 3 --only exact', '6'],
    ["diff 'y = x^2 + 1' --x 1e3 --only exact", '2000'],
    ["diff 'f(x) := x^2' --x 3 --only exact", '6'],
  ])('%s is %s', async (line, expected) => {
    const { status, stdout } = await run(line);
    expect([status, stdout]).toEqual([0, `${expected}\n`]);
  });

  test.each([
    ['help', /^Usage: dezero-cli /],
    ['help help', /^Usage: dezero-cli \[/],
    ['--help diff', /^Usage: dezero-cli diff /],
    ['-V', /^dezero-cli \d/],
    ['help diff', /^Usage: dezero-cli diff /],
    ['-h check', /^Usage: dezero-cli check /],
  ])('as it is: %s', async (line, expected) => {
    const { status, stdout } = await run(line);
    expect([status, stdout]).toEqual([0, expect.stringMatching(expected)]);
  });
});

describe('what it refuses it answers with a command that does it', () => {
  test.each([
    ['-v', '--version'],
    ['version', '--version'],
    ['-?', '--help'],
    ['man', '--help'],
    ['man diff', 'diff --help'],
    ['plot help', 'plot --help'],
    ['x^2', "diff 'x^2' --x 1"],
    ['-x^2', "diff '-x^2' --x 1"],
    ['diff cot --x 2', "diff '1/tan(x)' --x 2"],
    ['diff sinx --x 2', "diff 'sin(x)' --x 2"],
    ['diff cos2x --x 2', "diff 'cos(2*x)' --x 2"],
    ["diff 'd(x^2)/dx' --x 2", "diff 'x^2' --x 2"],
    ["diff 'dx^3/dx' --x 2", "diff 'x^3' --x 2"],
    ["diff 'd x²/dx' --x 2", "diff 'x²' --x 2"],
    ['diff dy/dx --x 2', 'diff dy/dx --at dy=2,dx=1'],
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
    ["diff 'd/dt(t^2)' --x 1", "diff 't^2' --x 1"],
    ["diff 'nDeriv(x^2,x)' --x 1", "diff 'x^2' --x 1"],
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
    ["chekc 'x^2; 2x'", "check 'x^2; 2x'"],
    ['stepss 4', 'steps 4'],
    ['steps all', 'steps'],
    ['derivative of x^2', "diff 'x^2' --x 1"],
    ["diff 'derivative of x^2' --x 3", "diff 'x^2' --x 3"],
    ['x ^ 2 + 1', "diff 'x ^ 2 + 1' --x 1"],
    ['diff x ^ 2 --x 3', "diff 'x ^ 2' --x 3"],
    ['diff sin x --x 3', "diff 'sin x' --x 3"],
    ['check x^2 - 1 --from 0 --to 1', "check 'x^2 - 1' --from 0 --to 1"],
    ["diff 'x^2 --x 3'", "diff 'x^2' --x 3"],
    ['diff x^2, 3', "diff 'x^2' --x 3"],
    ['diff x^2 -5', "diff 'x^2' --x -5"],
    ['diff x^2 --x −3', "diff 'x^2' --x -3"],
    ["diff x^2 --x '(1,2)'", "diff 'x^2' --x 1 2"],
    ['diff x^2 --at x:3', "diff 'x^2' --x 3"],
    ['diff x^2 from 0 to 1', "diff 'x^2' --x 0:1:0.1"],
    ['plot x^2 from -1 to 1', "plot 'x^2' --from -1 --to 1"],
    ["diff '$x^2$' --x 1", "diff 'x^2' --x 1"],
    ["diff '\\sqrt{x}' --x 4", "diff 'sqrt(x)' --x 4"],
    ["diff '\\sqrt[3]{x}' --x 8", "diff 'cbrt(x)' --x 8"],
    ["diff 'sin[x]' --x 1", "diff 'sin(x)' --x 1"],
    ["diff 'e^{x}' --x 1", "diff 'e^(x)' --x 1"],
    ["diff 'Sin(x)' --x 0", "diff 'sin(x)' --x 0"],
    ["diff 'Sin[x]' --x 0", "diff 'sin(x)' --x 0"],
    ["diff '=x^2' --x 3", "diff 'x^2' --x 3"],
    ["diff '“x^2”' --x 3", "diff 'x^2' --x 3"],
    ["diff 'x\u200b^2' --x 3", "diff 'x^2' --x 3"],
    ["diff 'sin(2x°)' --x 3", "diff 'sin(2x*pi/180)' --x 3"],
    ["diff 'sin(30°)*x' --x 3", "diff 'sin(30*pi/180)*x' --x 3"],
    ["diff '\\log_{10}(x)' --x 3", "diff 'log10(x)' --x 3"],
    ["diff '\\log_2 x' --x 3", "diff 'log2 x' --x 3"],
    ["diff 'd/dx sin(x)' --x 3", "diff 'sin(x)' --x 3"],
    ["diff 'd/dx (x+1)(x-1)' --x 3", "diff '(x+1)(x-1)' --x 3"],
    ["diff 'Derivative of sin(x)' --x 3", "diff 'sin(x)' --x 3"],
    ["diff 'D[Sin[x], x]' --x 3", "diff 'sin(x)' --x 3"],
    ["diff '\\sin^{2}\\left(\\frac{x}{2}\\right)' --x 3", "diff 'sin(((x)/(2)))^2' --x 3"],
    ["diff '\\sin^2{x}' --x 3", "diff 'sin(x)^2' --x 3"],
    ["diff '\\sin^2 \\theta' --x 3", "diff 'sin(theta)^2' --x 3"],
    ["diff '\\sin^2 x' --x 3", "diff 'sin(x)^2' --x 3"],
    ["diff '\\frac12 x' --x 3", "diff '(1/2) x' --x 3"],
    ["diff '\\frac{1}{1+\\frac{1}{x}}' --x 3", "diff '((1)/(1+((1)/(x))))' --x 3"],
    ["diff '\\frac{d}{dx} x^3' --x 3", "diff 'x^3' --x 3"],
    ["diff '\\frac{d}{dx}\\left(x^3\\right)' --x 3", "diff 'x^3' --x 3"],
    ["diff '\\left\\lfloor x \\right\\rfloor' --x 2.5", "diff 'floor( x )' --x 2.5"],
    ["diff '\\lfloor x \\rfloor' --x 2.5", "diff 'floor( x )' --x 2.5"],
    ["diff '\\operatorname{tanh}(x)' --x 3", "diff 'tanh(x)' --x 3"],
    ["diff 'x \\le 1 ? x : 2' --x 3", "diff 'x <= 1 ? x : 2' --x 3"],
    ["diff 'x_{1}^2' --x 3", "diff 'x_1^2' --x 3"],
    ["diff x^2 --x '1 000'", "diff 'x^2' --x 1000"],
    ['diff x^2 --x 1.000,5', "diff 'x^2' --x 1000.5"],
    ["diff 'square->exp' --x 1", 'diff square,exp --x 1'],
    ["check 'x^2, 2x'", "check 'x^2; 2x'"],
    ["diff 'x^2, x = 3'", "diff 'x^2' --x 3"],
    ["diff 'f(x) = x^2 at x=3'", "diff 'f(x) = x^2' --x 3"],
    ["check 'x^2 = 2x'", "check 'x^2; 2x'"],
    ["check 'y = x^2 -> 2x'", "check 'y = x^2; 2x'"],
    ["check 'd/dx x^2 = 2x'", "check 'x^2; 2x'"],
    ["check 'x^2: 2x'", "check 'x^2; 2x'"],
    ["check 'x^2; y=2x'", "check 'x^2; 2x'"],
    ["check 'x^2; dy/dx = 2x'", "check 'x^2; dx = 2x'"],
    ['check x^2 --derivative 2x', "check 'x^2; 2x'"],
    ["check 'x*y; ∂x = y; ∂f/∂y = x'", "check 'x*y; dx = y; dy = x'"],
    ["check 'f(x) = x^2; f′(x) = 2x'", "check 'f(x) = x^2; 2x'"],
    ['diff x*y --at x=1 y=2', "diff 'x*y' --at x=1,y=2"],
    ['diff x*y --at x=1:y=2', "diff 'x*y' --at x=1,y=2"],
    ["diff x*y --at 'x = 1; y = 2'", "diff 'x*y' --at x=1,y=2"],
  ])('%s with %s', async (line, expected) => {
    const { status, stdout, stderr } = await run(line);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^dezero-cli: /);
    expect(stderr).toContain(`Perhaps: dezero-cli ${expected}\n`);
    expect((await run(expected)).status).toBe(0);
  });
});

describe('what has no such command is answered in words, and nothing is proposed that fails', () => {
  test.each([
    // Of two points none is thrown away.
    ['diff x*y --at x=1,y=2 x=3,y=4', "'x=3,y=4': a further point has an --at of its own\n"],
    ['diff x*y --at x=1,x=2', 'x is given twice'],
    // A number with a comma in it, or two.
    ['diff x^2 --x 1,200.5', 'digits are not grouped: write 1200.5'],
    ["diff x^2 --x '1 000 2 000'", 'it looks like several numbers'],
    ['diff x*y --at x=0:1:0.5,y=1', 'one number is needed, not a range'],
    ["diff 'd^2/dx^2 x^3' --x 2", 'only the first derivative is taken'],
    ["diff 'sin^-1(x)' --x 0.5", 'write asin(x) or 1/sin(x)'],
    ['diff "f\'(x)" --x 2', 'dezero-cli: '],
    ["diff 'x!' --x 2", 'there is no factorial'],
    ["diff 'cot(x)' --x 1", "unknown function 'cot': write 1/tan(x)"],
    ["diff 'tg(x)' --x 1", "unknown function 'tg': write tan(x)"],
    ["diff 'log(x, 2)' --x 2", 'log takes one argument: log(x); to the base b it is log(x)/log(b)'],
    ["diff '=x^2 + ' --x 0.5", 'a name stands before ='],
    ["diff 'x = 1 ? x : 2' --x 1", 'write == to compare'],
    ['diff xy --at x=1,y=2', "unknown function 'xy'. For a product write x*y\n"],
    ['diff 2xy+z --at x=1,y=2,z=3', 'it has xy and z. For a product write x*y\n'],
    ["diff 'x^(1/3)' --x -8", 'outside its domain x >= 0; cbrt is defined for all x\n'],
    ["diff 'pow(x,1/3)' --x -8", 'outside its domain x >= 0; cbrt is defined for all x\n'],
    ["diff 'x^2 + 2x + 1 = 0' --x 1", 'of an equation, each side has a derivative of its own'],
    ["diff 'sqrt x)' --x 4", 'no parenthesis is open here'],
    ['diff x^2 --points 5 --x 1', "'--points' of diff, which check and plot have"],
    ['diff x^2 --eps', '--eps needs a value: --eps <step>'],
    ['diff x^2 --x 1 -f xml', 'none of table, json, jsonl, csv, tsv'],
    ['plot x^2 -o plot.png', '.txt, .svg'],
    ["plot 'sin(x), cos(x)'", 'a comma stands between the arguments of a function'],
    ['diff --vesion', "unknown option '--vesion'"],
    ['--vesion', 'Did you mean --version?'],
    ['completion powershell', 'none of bash, zsh, fish'],
    ['check --program python model.py --at 1,2', "in quotes: --program 'python model.py'"],
    ['integrate x^2', "unknown command 'integrate'"],
    ["diff 'sinn(x)' --x 2", "Did you mean 'sin'?"],
    ["diff 'sin(x' --x 2", 'this parenthesis is not closed\n'],
    ["check '(x; 1' --x 2", 'this parenthesis is not closed\n'],
    // Only a function of several arguments would have a comma here.
    ["check 'sin(x; cos(x)' --x 2", 'this parenthesis is not closed\n'],
    ["check '2 (x; 2' --x 2", 'this parenthesis is not closed\n'],
    ["diff 'max(x; 1)' --x 2", 'arguments are separated by commas, as in max(a, b)\n'],
    ['diff --x 3', "give a formula, as in 'x*exp(-x)'"],
    ['diff x^2 --x 0,5', 'use a point for the decimals'],
    ['diff x^2 --x 3 --order 2', "unknown option '--order'"],
    ['diff x^2 --x 3 --precision 60', 'a whole number from 1 to 17'],
    ['diff x^2 x^3 --x 3', "unexpected argument 'x^3'"],
    ['exit', "unknown command 'exit'"],
    ["diff 'log[2](x)' --x 8", "'[' has no meaning in a formula"],
  ])('%s with %s', async (line, expected) => {
    const { status, stderr } = await run(line);
    expect([status, stderr]).toEqual([2, expect.stringContaining(expected)]);
    expect(stderr).not.toContain('Perhaps');
  });
});

test.each<[string, (x: number) => number]>([
  ['cot', (x) => Math.cos(x) / Math.sin(x)],
  ['ctg', (x) => Math.cos(x) / Math.sin(x)],
  ['sec', (x) => 1 / Math.cos(x)],
  ['csc', (x) => 1 / Math.sin(x)],
  ['cosec', (x) => 1 / Math.sin(x)],
  ['coth', (x) => Math.cosh(x) / Math.sinh(x)],
  ['sech', (x) => 1 / Math.cosh(x)],
  ['csch', (x) => 1 / Math.sinh(x)],
  ['tg', Math.tan],
  ['arctg', Math.atan],
  ['arcctg', (x) => Math.PI / 2 - Math.atan(x)],
  ['lg', Math.log10],
  ['lb', Math.log2],
  ['sh', Math.sinh],
  ['ch', Math.cosh],
  ['th', Math.tanh],
  ['sgn', Math.sign],
  ['trunc', Math.trunc],
  ['fabs', Math.abs],
])('%s, of another book, is answered with a formula of the same value', async (name, truth) => {
  const { stderr } = await runMain(['diff', `${name}(x)`, '--x', '0.7']);
  const [, written = ''] = /: write (.*)\n/.exec(stderr) ?? [];
  const { stdout } = await runMain(['diff', written, '--x', '0.7', '--only', 'y']);
  expect(Math.abs(Number(stdout) - truth(0.7))).toBeLessThan(1e-15);
});

test('a message has a line of bounded length, whatever it is about', async () => {
  const nested = `${'square('.repeat(50000)}x${')'.repeat(50000)}`;
  const many = `add(${Array.from({ length: 130000 }, () => '1').join(',')})`;
  for (const chain of [nested, many, `add(${'9'.repeat(100000)})`]) {
    const files = { 'c.txt': chain };
    const { status, stderr } = await run('diff --chain-file c.txt --x 1', { files });
    expect([status, stderr.length < 3000]).toEqual([2, true]);
  }
});
