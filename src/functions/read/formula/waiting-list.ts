/** @file What waits for the operand to its right while a formula is read. */

import type { FunctionShape } from './names';
import { POWER } from './precedence';
import type { BareCall, Power } from './product-refusal';
import type { Binary } from './term';
import type { Operand, TermList } from './term-list';
import type { Token } from './tokenize';

/** Parentheses or bars that are open. */
export interface Group {
  readonly kind: 'group';
  readonly opening: Token;
  readonly closing: ')' | '|';
  /** The function whose arguments stand in it. */
  readonly call?: {
    readonly name: Token;
    readonly shape: FunctionShape;
    readonly given: Operand[];
  };
  readonly outer: Group | undefined;
}

type Waiting =
  | Group
  /** A sign before an operand. */
  | { readonly kind: 'sign'; readonly level: number; readonly token: Token }
  /** A function without parentheses. */
  | { readonly kind: 'bare'; readonly token: Token; readonly name: string }
  | {
      readonly kind: 'binary';
      readonly level: number;
      readonly sign: Binary;
      readonly left: Operand;
      /** The comparisons before it in a row, all of them. */
      readonly row?: Operand;
      /** The signs of the row, its own among them, each once. */
      readonly signs?: readonly Binary[];
    }
  /** A condition, whose `:` is still to come, and the same behind it. */
  | { readonly kind: 'question'; readonly condition: Operand }
  | {
      readonly kind: 'choice';
      readonly level: number;
      readonly condition: Operand;
      readonly yes: Operand;
    };

export class WaitingList {
  readonly #waiting: Waiting[] = [];
  #group: Group | undefined;
  #lastPower: Power | undefined;
  #lastBareCall: BareCall | undefined;

  constructor(private readonly terms: TermList) {}

  get last(): Waiting | undefined {
    return this.#waiting.at(-1);
  }

  /** Whether a bar closes one; within parentheses it would not close one around them. */
  get isInBars(): boolean {
    return this.#group?.closing === '|';
  }

  /** What was settled last of what must not go on without a sign. */
  get lastPower(): Power | undefined {
    return this.#lastPower;
  }

  get lastBareCall(): BareCall | undefined {
    return this.#lastBareCall;
  }

  push(waiting: Exclude<Waiting, Group>): void {
    this.#waiting.push(waiting);
  }

  open(group: Pick<Group, 'opening' | 'closing' | 'call'>): void {
    this.#group = { kind: 'group', ...group, outer: this.#group };
    this.#waiting.push(this.#group);
  }

  /** Takes the last one away. */
  pop(): void {
    const last = this.#waiting.pop();
    if (last?.kind === 'group') this.#group = last.outer;
  }

  /**
   * Takes from the list all that binds the operand to its left as strongly as the level, or more strongly.
   *
   * @param end the last token that belongs to the operand
   * @returns the operand with it
   */
  settle(operand: Operand, level: number, end: Token): Operand {
    let settled = operand;
    for (;;) {
      const { last } = this;
      if (last === undefined || last.kind === 'group' || last.kind === 'question') return settled;
      if (last.kind !== 'bare' && last.level < level) return settled;
      settled = this.#joined(last, settled, end);
      this.#waiting.pop();
    }
  }

  #joined(last: Exclude<Waiting, Group | { kind: 'question' }>, operand: Operand, end: Token) {
    switch (last.kind) {
      case 'bare':
        return this.#bareCall(last.token, last.name, operand);
      case 'sign':
        return this.terms.unary(last.token, operand);
      case 'choice':
        return this.terms.choice(last.condition, last.yes, operand);
      case 'binary': {
        const { level, sign, left, row } = last;
        if (level === POWER) this.#rememberPower(left, operand, end);
        const joined = this.terms.binary(sign, left, operand);
        return row === undefined ? joined : this.terms.binary('&&', row, joined);
      }
    }
  }

  #bareCall(token: Token, name: string, argument: Operand): Operand {
    const { end } = argument;
    this.#lastBareCall = { name, argument, end };
    return this.terms.call(name, [argument], { start: token.start, end }, token.end);
  }

  #rememberPower(base: Operand, exponent: Operand, { kind, text, end }: Token): void {
    const isEnclosed = kind === 'superscript' || text === ')' || text === '|';
    this.#lastPower = isEnclosed ? undefined : { base, exponent, end };
  }
}
