/** @file A program as a function that can be asked: points in, values and partials out, in blocks. */

import { DezeroError } from '../../core/text/errors';
import { counted, formatNumber } from '../../core/text/format-number';
import type { Answer, Points, Program } from '../../core/partials/program';
import { quote } from '../../core/text/quote';
import {
  exchange,
  printedLines,
  printedNumber,
  readAnswers,
  type Sent,
} from '../../functions/external/answers';
import { PrintedDigits } from '../../functions/external/printed-digits';
import { shellWords } from '../../functions/external/shell-words';
import type { Io, ProgramRun } from '../process/io';
import { MILLISECONDS_BETWEEN, Progress } from '../stream/progress';

/** The most numbers and points in a block: some 20 MB of text, and as much again that comes back. */
const MOST_NUMBERS = 1000000;
const MOST_LINES = 100000;
/** The most points in the first block, whose time is not yet known. */
const MOST_FIRST_LINES = 1000;
/** The part of the timeout that a block is expected to take, at most. */
const PART_OF_TIMEOUT = 0.2;
/** A program that prints more than this is stopped: a base for messages, and some room for each number. */
const BYTES_AT_LEAST = 1048576;
const BYTES_A_NUMBER = 100;

/** A program of the user's; every block of points starts it anew. */
export class AskedProgram implements Program {
  readonly #words: readonly [string, ...string[]];
  readonly digits = new PrintedDigits();
  /** The least time that a start took, and the time of an evaluation beyond it, in ms. */
  #costs: { readonly start: number; readonly evaluation: number } | undefined;
  readonly #tally = { rows: 0, done: 0, progress: 0 };
  readonly #progress: Progress;

  /**
   * @param timeout of a block, in ms
   * @throws DezeroError `bad-command`
   */
  constructor(
    command: string,
    readonly variables: number,
    private readonly timeout: number,
    private readonly io: Io,
  ) {
    this.#words = shellWords(command);
    this.#progress = new Progress(io, this.#tally, undefined, undefined, 'evaluations');
  }

  printingError(partial: number): number {
    return this.digits.printingError(partial);
  }

  answers(points: Points): Promise<readonly Answer[]> {
    return this.#ask(points, true);
  }

  async values(points: Points): Promise<Float64Array> {
    const answers = await this.#ask(points, false);
    return Float64Array.from(answers, ({ value }) => value);
  }

  async #ask({ count, at }: Points, withPartials: boolean): Promise<Answer[]> {
    const answers: Answer[] = [];
    while (answers.length < count) {
      const start = answers.length;
      const sent: Sent = {
        count: Math.min(count - start, this.#mostLines()),
        variables: this.variables,
        lineAt: (index) => Array.from(at(start + index), formatNumber).join(' '),
      };
      for (const answer of await this.#block(sent, withPartials)) answers.push(answer);
    }
    return answers;
  }

  #mostLines(): number {
    const most = Math.min(MOST_LINES, Math.ceil(MOST_NUMBERS / this.variables));
    if (this.#costs === undefined) return Math.min(most, MOST_FIRST_LINES);
    const { evaluation } = this.#costs;
    const inTime = Math.floor((PART_OF_TIMEOUT * this.timeout) / Math.max(evaluation, 1e-6));
    return Math.max(1, Math.min(most, inTime));
  }

  async #block(sent: Sent, withPartials: boolean): Promise<Answer[]> {
    const lines = Array.from({ length: sent.count }, (_, i) => `${sent.lineAt(i)}\n`);
    const mostBytes = BYTES_AT_LEAST + BYTES_A_NUMBER * sent.count * (sent.variables + 1);
    const began = performance.now();
    const run = await this.#run(lines.join(''), mostBytes);
    this.#tally.rows += sent.count;
    this.#note(sent.count, performance.now() - began);
    this.#refuseFailure(run, sent, mostBytes);
    return readAnswers(run.stdout, sent, { withPartials, digits: this.digits });
  }

  /** Runs the program for one block, while a line shows the progress. */
  async #run(input: string, mostBytes: number): Promise<ProgramRun> {
    const watch = setInterval(() => {
      this.#progress.show();
    }, MILLISECONDS_BETWEEN);
    try {
      return await this.io.runProgram(this.#words, input, { timeout: this.timeout, mostBytes });
    } finally {
      clearInterval(watch);
      this.#progress.end();
    }
  }

  /** Estimates the costs from the time of a block; that of the first, which has few points, is mostly the start. */
  #note(count: number, time: number): void {
    if (this.#costs === undefined) {
      this.#costs = { start: time, evaluation: time / count };
      return;
    }
    const start = Math.min(this.#costs.start, time);
    this.#costs = { start, evaluation: Math.max(0, time - start) / count };
  }

  /** @throws DezeroError `program-failed` unless the program has ended by itself, with status 0 */
  #refuseFailure({ ended, stdout }: ProgramRun, sent: Sent, mostBytes: number): void {
    const name = quote(this.#words[0]);
    if (ended.kind === 'status' && ended.status === 0) return;
    if (ended.kind === 'not-started') {
      throw new DezeroError('program-failed', `cannot start ${name}: ${ended.reason}`);
    }
    const lines = printedLines(stdout);
    if (ended.kind === 'flood') {
      throw new DezeroError(
        'program-failed',
        `the program prints more than ${formatNumber(mostBytes)} bytes for ${counted(sent.count, 'point')}, and was stopped`,
        [`it begins: ${quote((lines[0] ?? '').slice(0, 100))}`],
      );
    }
    // The last line may not be whole; what is no number is no answer.
    const whole = stdout.endsWith('\n') ? lines : lines.slice(0, -1);
    const found = whole.findIndex((line) => printedNumber(firstWord(line)) === undefined);
    const answered = Math.min(found < 0 ? whole.length : found, sent.count);
    const how = this.#describeEnd(ended);
    const after = `after ${formatNumber(answered)} of ${counted(sent.count, 'point')}`;
    const message = `the program ${how} ${after}${hintFor(ended, answered === sent.count)}`;
    const details = answered < sent.count ? exchange(sent, answered) : [];
    throw new DezeroError('program-failed', message, details);
  }

  #describeEnd(ended: ProgramRun['ended']): string {
    if (ended.kind === 'timeout') {
      return `does not end within ${formatNumber(this.timeout / 1000)} s (--timeout), and was stopped`;
    }
    if (ended.kind === 'signal') return `was ended by the signal ${ended.signal}`;
    return ended.kind === 'status' ? `ended with status ${formatNumber(ended.status)}` : ended.kind;
  }
}

function firstWord(line: string): string {
  return line.trimStart().split(/\s/, 1)[0] ?? '';
}

function hintFor(ended: ProgramRun['ended'], isAnswered: boolean): string {
  if (ended.kind === 'timeout') return '; it has to end at the end of its standard input';
  if (ended.kind !== 'status') return '';
  if (isAnswered) return '; it has to end with status 0';
  return '; its own message may say why, and outside its domain it may print nan';
}
