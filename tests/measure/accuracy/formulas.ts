/**
 * @file The exact reading of random formulas against intervals of MPFR numbers: npm run accuracy --
 * formulas [--points N] [--seed N]. The exit status is 1 if one figure is wrong.
 */

import { join } from 'node:path';
import { type ExactReading, exactReadingOf } from '../../../src/core/exact/exact-reading';
import type { Figure, NoNumber } from '../../../src/core/exact/outcome';
import { parseFormula } from '../../../src/functions/parse';
import { hexadecimal, randomFormula, randomPoint, type Spelled } from '../fuzz/random-formulas';
import { seeded } from '../fuzz/texts';
import { answersOf, type Python } from './python';

const JUDGE = join(__dirname, 'intervals.py');

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
    const verdicts = (await answersOf(python, JUDGE, lines)).map((line) => line.split('\t'));
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
