/** @file One function before the judge: our results and the naive ones, against the true ones. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { FunctionDefinition } from '../../../src/core/engine/define-function';
import { type Naive, naiveOf } from './naive';
import { pointsOf } from './points';
import type { Python } from './python';

const TRUTH = join(__dirname, 'truth.py');

/** A result that is not the double nearest to the true one. */
export interface Wrong {
  readonly x: number;
  readonly expected: number;
  readonly found: number;
  readonly ulps: number;
}

/** On one column of results. */
export interface Verdict {
  readonly checked: number;
  readonly correct: number;
  /** The largest error in ulps. */
  readonly worst: number;
  /** Up to three: the worst one first. */
  readonly wrong: readonly Wrong[];
}

/** undefined where there are no naive formulas. */
export interface Verdicts {
  readonly value: Verdict | undefined;
  readonly derivative: Verdict | undefined;
}

/** What is known of a function; the faults are what kept it from being judged. */
export interface Judgement {
  readonly name: string;
  readonly ours?: Verdicts;
  readonly naive?: Verdicts;
  readonly faults: readonly string[];
}

interface Column {
  readonly kind: 'value' | 'derivative';
  readonly result: (x: number) => number;
}

function columnsOf({ value, derivative }: Naive): (Column | undefined)[] {
  return [
    value === null ? undefined : { kind: 'value', result: value },
    derivative === null
      ? undefined
      : { kind: 'derivative', result: (x) => derivative(x, value === null ? NaN : value(x)) },
  ];
}

/** Runs a program on some input; the promise is kept with its standard output. */
function run(python: Python, words: readonly string[], input: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(python.program, words, {
      env: python.environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new Error(`truth.py ended with status ${String(status)}`));
    });
    // A judge that ends early is reported by its status, not by the pipe it leaves.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The judge writes doubles as texts, for JSON has no Infinity and no NaN. */
function readNumbers(key: string, value: unknown): unknown {
  return typeof value === 'string' && key !== 'error' ? Number(value) : value;
}

/** Asks the judge about columns of results at the points. */
async function verdictsOn(
  definition: FunctionDefinition,
  columns: readonly Column[],
  points: Float64Array,
  python: Python,
): Promise<Verdict[]> {
  const width = columns.length + 1;
  const rows = new Float64Array(points.length * width);
  points.forEach((x, i) => {
    rows[i * width] = x;
    columns.forEach(({ result }, j) => (rows[i * width + 1 + j] = result(x)));
  });
  const job = JSON.stringify({
    name: definition.family?.name ?? definition.name,
    parameters: (definition.family?.parameters ?? []).map(String),
    kinks: (definition.kinks ?? []).map(({ at }) => String(at)),
    columns: columns.map(({ kind }) => kind),
  });
  const output = await run(python, [TRUTH, python.library, job], new Uint8Array(rows.buffer));
  const answer = JSON.parse(output, readNumbers) as { columns?: Verdict[]; error?: string };
  if (answer.columns === undefined) throw new Error(answer.error);
  return answer.columns;
}

/** Judges a function at `count` points. Never throws: what fails is a fault of the judgement. */
export async function judge(
  definition: FunctionDefinition,
  count: number,
  python: Python,
): Promise<Judgement> {
  const { name, family, value, derivative } = definition;
  const naive = naiveOf(family?.name ?? name, family?.parameters ?? []);
  const faults: string[] = [];
  try {
    const columns = [
      ...columnsOf({ value, derivative }),
      ...columnsOf(naive ?? { value: null, derivative: null }),
    ];
    const asked = columns.filter((column) => column !== undefined);
    const points = pointsOf(definition, count);
    const answers = await verdictsOn(definition, asked, points, python);
    // Kinks are left out, and poles, of which a domain may have one at each end.
    const least = points.length - (definition.kinks ?? []).length - 2;
    if (answers.some(({ checked }) => checked < least)) faults.push('too few points have a truth');
    const [ourValue, ourDerivative, naiveValue, naiveDerivative] = columns.map((column) =>
      column === undefined ? undefined : answers.shift(),
    );
    return {
      name,
      ours: { value: ourValue, derivative: ourDerivative },
      naive: { value: naiveValue, derivative: naiveDerivative },
      faults,
    };
  } catch (error) {
    return { name, faults: [...faults, error instanceof Error ? error.message : String(error)] };
  }
}
