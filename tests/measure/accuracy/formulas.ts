/**
 * @file The exact reading of random formulas against intervals of MPFR numbers: npm run accuracy --
 * formulas [--points N] [--seed N]. The exit status is 1 if one figure is wrong.
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type ExactReading, exactReadingOf } from '../../../src/core/exact/exact-reading';
import type { Figure, NoNumber } from '../../../src/core/exact/outcome';
import { parseFormula } from '../../../src/functions/parse';
import { type Below, pick, seeded } from '../fuzz/texts';
import type { Python } from './python';

const JUDGE = join(__dirname, 'intervals.py');

/** As they are in formulas of people, and where rounding shows. */
const NUMBERS = ['0.1', '0.5', '1', '1.7', '2', '3', '4', '5', '10', '100', 'pi'];
const FUNCTIONS = [
  ...['exp', 'log', 'sin', 'cos', 'tanh', 'sqrt', 'sigmoid', 'cbrt', 'tan', 'softplus', 'relu'],
  ...['abs', 'asinh', 'atan', 'sinh', 'erf', 'expm1', 'log1p', 'cosh', 'log2', 'asin'],
];
const SIGNS = ['+', '-', '*', '/', '^'] as const;

/** A formula as people write it, and for a machine with a stack. */
interface Spelled {
  readonly text: string;
  readonly parts: readonly string[];
}

function randomFormula(below: Below, depth: number): Spelled {
  if (depth === 0 || below(8) === 0) return atom(below);
  if (below(5) < 2) {
    const name = pick(below, FUNCTIONS);
    const inside = randomFormula(below, depth - 1);
    return { text: `${name}(${inside.text})`, parts: [...inside.parts, name] };
  }
  const [sign, a] = [pick(below, SIGNS), randomFormula(below, depth - 1)];
  // Powers of powers leave the range of doubles soon.
  const isWhole = sign === '^' && below(3) > 0;
  const b = isWhole ? numberOf(pick(below, ['2', '3'])) : randomFormula(below, depth - 1);
  return { text: `(${a.text}${sign}${b.text})`, parts: [...a.parts, ...b.parts, sign] };
}

function atom(below: Below): Spelled {
  return below(3) > 0 ? numberOf('x') : numberOf(pick(below, NUMBERS));
}

function numberOf(text: string): Spelled {
  return { text, parts: [text] };
}

/** Of all sizes, most of them those of people; whole numbers and halves are where ties and edges are. */
function randomPoint(below: Below): number {
  const random = (below(2 ** 31) + 0.5) / 2 ** 31;
  const sign = below(3) === 0 ? -1 : 1;
  switch (below(6)) {
    case 0:
      return sign * 10 ** (20 * random - 12);
    case 1:
      return sign * 0.5 * (1 + below(8));
    case 2:
      return sign * 10 ** (4 * random - 2);
    default:
      return sign * 3 * random;
  }
}

/** A double without loss, for Python. */
function hexadecimal(x: number): string {
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
  const exponent = (high >>> 20) & 0x7ff;
  const digits = (high & 0xfffff).toString(16).padStart(5, '0') + low.toString(16).padStart(8, '0');
  const sign = high >>> 31 === 1 ? '-' : '';
  const [lead, power] = exponent === 0 ? ['0', -1022] : ['1', exponent - 1023];
  return `${sign}0x${lead}.${digits}p${power < 0 ? '' : '+'}${String(power)}`;
}

function textOf(figure: Figure | NoNumber): string {
  return figure.kind === 'nearest' ? hexadecimal(figure.value) : figure.kind;
}

const FIGURES = ['value', 'derivative'] as const;

/** Reads formulas one after the other; the slowest points are remembered. */
class Reader {
  readonly #slow: { text: string; x: number; milliseconds: number }[] = [];

  /** The line for the judge. */
  line({ text, parts }: Spelled, x: number): string {
    const start = process.hrtime.bigint();
    const reading: ExactReading = exactReadingOf(parseFormula(text));
    const { value, gradient } = reading.at([x]);
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    this.#slow.push({ text, x, milliseconds });
    if (this.#slow.length > 100) this.#slowest(3);
    const derivative = gradient[0] as Figure | NoNumber;
    return [parts.join(' '), hexadecimal(x), textOf(value), textOf(derivative)].join('\t');
  }

  #slowest(count: number): void {
    this.#slow.sort((a, b) => b.milliseconds - a.milliseconds).splice(count);
  }

  report(): string[] {
    this.#slowest(3);
    return this.#slow.map(
      ({ text, x, milliseconds }) =>
        `  slow: ${milliseconds.toFixed(1)} ms at x = ${String(x)}: ${text}`,
    );
  }
}

/** How many formulas at a time are handed over. */
const BLOCK = 1000;
const MOST_SHOWN = 20;

export async function judgeFormulas(count: number, seed: number, python: Python): Promise<number> {
  if (python.library !== 'gmpy2') throw new Error('intervals need gmpy2 (Debian: python3-gmpy2)');
  console.log(`Random formulas of one variable: ${String(count)}, seed ${String(seed)};`);
  console.log(`the truth is intervals of ${python.description}.\n`);
  const below = seeded(seed);
  const reader = new Reader();
  const tally = new Map<string, number>();
  let shown = 0;
  for (let done = 0; done < count; done += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, count - done) }, () => ({
      formula: randomFormula(below, 2 + below(4)),
      x: randomPoint(below),
    }));
    const lines = block.map(({ formula, x }) => reader.line(formula, x));
    const verdicts = (await ask(python, lines)).map((line) => line.split('\t'));
    for (const [i, said] of verdicts.entries()) {
      for (const [k, verdict] of said.entries()) {
        const key = `${FIGURES[k] ?? ''} ${verdict.split(' ')[0] ?? ''}`;
        tally.set(key, (tally.get(key) ?? 0) + 1);
        if (!verdict.startsWith('wrong') || ++shown > MOST_SHOWN) continue;
        const { formula, x } = block[i] as (typeof block)[number];
        console.log(`  ${FIGURES[k] ?? ''} of ${formula.text} at x = ${String(x)}: ${verdict}`);
      }
    }
  }
  for (const line of reader.report()) console.log(line);
  for (const [key, number] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${key.padEnd(24)}${String(number)}`);
  return [...tally.keys()].some((key) => key.includes('wrong')) ? 1 : 0;
}

function ask(python: Python, lines: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(python.program, [JUDGE], {
      env: python.environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => {
      const answers = output.trimEnd().split('\n');
      if (status === 0 && answers.length === lines.length) resolve(answers);
      else reject(new Error(`intervals.py ended with status ${String(status)}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}
