/**
 * @file Right and wrong derivatives of random formulas before the judge, by proof and by values alone. What
 * is true of them is known from elsewhere (claims.py).
 */

import { join } from 'node:path';
import { check } from '../../../src/core/check/check';
import { isRight, type Verdict } from '../../../src/core/best/judge';
import { parseFormula } from '../../../src/functions/parse';
import { answersOf, findPython } from '../accuracy/python';
import { type Case, shows, valuesOf } from '../../support/judge-cases';
import { isFault, outcomesOf } from '../../support/judge-outcomes';
import {
  ALL,
  EDGES,
  hexadecimal,
  LANDMARKS,
  randomFormula,
  randomPoint,
} from '../fuzz/random-formulas';
import type { Spelled } from '../fuzz/random-formulas';
import { type Below, pick, seeded } from '../fuzz/texts';

/** What claims.py says; numbers are texts there, as JSON has no infinities. */
interface Truth {
  readonly state: 'smooth' | 'kink' | 'edge' | 'steep' | 'jump' | 'none' | 'unclear';
  /** Whether its values show another derivative than it has: a staircase finer than doubles. */
  readonly isFine: boolean;
  readonly value: string | null;
  readonly left: string | null;
  readonly right: string | null;
  readonly claims: readonly { readonly text: string; readonly value: string; apart: string }[];
}

interface Question {
  readonly formula: Spelled;
  readonly x: number;
}

/** A claim that is off by less, as a part of the derivative, is right: the truth has 25 digits more. */
const RIGHT = 1e-25;
/** One that is off by more is wrong: a proof sees it, and values, whose bound is at most 1/2000 of what agrees. */
const WRONG = { proof: 1e-13, values: 1.001e-3 };
/** One that is off by this part of the derivative may agree where values are not so precise. */
const SUBTLE = 1e-5;
/** What is smaller has fewer digits than these. */
const LEAST = 1e-306;

/** Verdicts counted, and those that must never be. */
class Findings {
  readonly #counts = new Map<string, number>();
  readonly faults: string[] = [];

  count(key: string, fault?: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (fault !== undefined) this.faults.push(`${key}: ${fault}`);
  }

  get lines(): string[] {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([key, count]) => `${key.padEnd(48)}${String(count)}`);
  }
}

function question(below: Below): Question {
  if (below(3) === 0) {
    const formula = randomFormula(below, 1 + below(3), EDGES);
    return { formula, x: pick(below, [0, 0, 1, -1, 0.5, 2]) };
  }
  const formula = randomFormula(below, 1 + below(4), ALL);
  const x = below(2) === 0 ? pick(below, LANDMARKS) : randomPoint(below);
  return { formula, x };
}

/** Whether a claim is one of the derivative, none, or too near to it to be either. */
function kindOf({ state }: Truth, apart: number): 'right' | 'wrong' | undefined {
  const hasSlopes = state === 'smooth' || state === 'kink' || state === 'edge';
  if (hasSlopes && apart < RIGHT) return 'right';
  return apart > WRONG.proof ? 'wrong' : undefined;
}

/** Whether a verdict calls a wrong claim right: between two slopes one of which is infinite none is. */
function isMissed(verdict: Verdict, state: Truth['state']): boolean {
  return (
    verdict === 'imprecise' || (isRight(verdict) && !(verdict === 'kink' && state === 'steep'))
  );
}

function judgeByProof({ formula, x }: Question, truth: Truth, findings: Findings): void {
  const derivative = Math.abs(Number(truth.left ?? truth.right));
  for (const { text, value, apart } of truth.claims) {
    const kind = kindOf(truth, Number(apart));
    const isTiny = Math.max(derivative, Math.abs(Number(value))) < LEAST;
    if (kind === undefined || (kind === 'wrong' && isTiny)) continue;
    const [point] = check(parseFormula(`${formula.text}; ${text}`), Float64Array.of(x)).points;
    const verdict = point?.verdict ?? 'inconclusive';
    const isWrong = kind === 'right' ? verdict === 'disagree' : isMissed(verdict, truth.state);
    const line = `'${formula.text}; ${text}' --x ${String(x)} (${value}, ${apart} off)`;
    findings.count(`proof  ${truth.state} ${kind} ${verdict}`, isWrong ? line : undefined);
  }
}

/** Beside the derivative; the first are the nearest. */
function mistakesOf(dy: number): number[] {
  return [dy * 1.002, dy * 0.998, dy * 2, -dy, 0, 1.5, dy + 1, dy + 1e-2];
}

function judgeByValues({ formula, x }: Question, truth: Truth, findings: Findings): void {
  const slopes = [truth.left, truth.right].flatMap((slope) => (slope === null ? [] : [slope]));
  const right = [...new Set(slopes.map(Number))];
  const [low, high] = [Math.min(...right), Math.max(...right)];
  const f = valuesOf(parseFormula(formula.text));
  const [y = NaN] = f(Float64Array.of(x));
  // On the other side of a cut, or where all digits are lost, it is another function.
  const isOther = Math.abs(y - Number(truth.value)) > 0.5 * Math.abs(y);
  if (slopes.length === 0 || truth.isFine || isOther || !Number.isFinite(high - low)) return;
  const isFar = (claim: number): boolean => {
    const outside = Math.max(low - claim, claim - high);
    return outside > WRONG.values * Math.max(Math.abs(low), Math.abs(high)) && isShown(claim);
  };
  const isShown = (claim: number): boolean => shows(f, claim, claim < low ? low : high, x);
  const wrong = [...new Set(right.flatMap(mistakesOf))].filter(isFar);
  const subtle = truth.state === 'smooth' ? [low * (1 + SUBTLE)].filter(isShown) : [];
  const one: Case = { group: truth.state, name: formula.text, f, x, right, wrong, subtle };
  for (const outcome of outcomesOf(one)) {
    const { claim, kind, judgement } = outcome;
    const { verdict, reason } = judgement;
    const said = reason === undefined ? verdict : `${verdict} (${reason.kind})`;
    // Beside a kink that no sampled point is nearer to than x its slopes count, at it they must.
    const isMissedKink = kind === 'wrong' && truth.state === 'kink' && verdict === 'kink';
    const isWrong = isFault(outcome) || isMissedKink;
    const best = `${String(outcome.best.value)} to within ${String(outcome.best.bound)}`;
    const line = `'${formula.text}' --x ${String(x)}, claim ${String(claim)}, seen ${best}, true ${slopes.join(' ')}`;
    findings.count(`values ${truth.state} ${kind} ${said}`, isWrong ? line : undefined);
  }
}

const BLOCK = 500;

/** How many verdicts of each kind there are, and those that must never be. */
export async function judgeClaims(count: number, seed: number): Promise<Findings> {
  const python = findPython('mpmath');
  if (python === undefined) throw new Error('needs Python 3 with mpmath');
  const [below, findings] = [seeded(seed), new Findings()];
  for (let done = 0; done < count; done += BLOCK) {
    const questions = Array.from({ length: Math.min(BLOCK, count - done) }, () => question(below));
    const lines = questions.map(
      ({ formula, x }) => `${formula.parts.join(' ')}\t${hexadecimal(x)}`,
    );
    const answers = await answersOf(python, join(__dirname, 'claims.py'), lines);
    for (const [i, answer] of answers.entries()) {
      const truth = JSON.parse(answer) as Truth;
      findings.count(`formulas ${truth.state}`);
      if (truth.state === 'unclear') continue;
      judgeByProof(questions[i] as Question, truth, findings);
      judgeByValues(questions[i] as Question, truth, findings);
    }
  }
  return findings;
}
