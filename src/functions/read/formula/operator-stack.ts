/** @file The operator stack of the parser: operators, groups and calls whose right operand is still to come. */

import type { FunctionShape } from './names';
import { POWER } from './precedence';
import type { BareCall, Power } from './product-refusal';
import type { Binary } from './term';
import type { Operand, TermList } from './term-list';
import type { Token } from './tokenize';

/** Open parentheses, or an open bar. */
export interface Group {
  readonly kind: 'group';
  readonly opening: Token;
  readonly closing: ')' | '|';
  /** The function that the parentheses have the arguments of. */
  readonly call?: {
    readonly name: Token;
    readonly shape: FunctionShape;
    readonly given: Operand[];
  };
  readonly outer: Group | undefined;
}

type StackEntry =
  | Group
  /** A unary operator. */
  | { readonly kind: 'sign'; readonly level: number; readonly token: Token }
  /** A function called without parentheses. */
  | { readonly kind: 'bare'; readonly token: Token; readonly name: string }
  | {
      readonly kind: 'binary';
      readonly level: number;
      readonly sign: Binary;
      readonly left: Operand;
      /** In a chain such as a < b < c, the comparisons before this one. */
      readonly row?: Operand;
      /** The signs of the chain, this one included, each once. */
      readonly signs?: readonly Binary[];
    }
  /** A choice before its `:`, and after it. */
  | { readonly kind: 'question'; readonly condition: Operand }
  | {
      readonly kind: 'choice';
      readonly level: number;
      readonly condition: Operand;
      readonly yes: Operand;
    };

export class OperatorStack {
  readonly #entries: StackEntry[] = [];
  #group: Group | undefined;
  #lastPower: Power | undefined;
  #lastBareCall: BareCall | undefined;

  constructor(private readonly terms: TermList) {}

  get last(): StackEntry | undefined {
    return this.#entries.at(-1);
  }

  /** Whether a bar would close the innermost group: inside parentheses it does not close bars around them. */
  get isInBars(): boolean {
    return this.#group?.closing === '|';
  }

  /** The last power and the last call without parentheses: a product without a sign must not follow them. */
  get lastPower(): Power | undefined {
    return this.#lastPower;
  }

  get lastBareCall(): BareCall | undefined {
    return this.#lastBareCall;
  }

  push(entry: Exclude<StackEntry, Group>): void {
    this.#entries.push(entry);
  }

  open(group: Pick<Group, 'opening' | 'closing' | 'call'>): void {
    this.#group = { kind: 'group', ...group, outer: this.#group };
    this.#entries.push(this.#group);
  }

  /** Removes the last entry. */
  pop(): void {
    const last = this.#entries.pop();
    if (last?.kind === 'group') this.#group = last.outer;
  }

  /**
   * Applies the operators on top of the stack, as long as their precedence is at least this level, to the operand.
   *
   * @param end the last token of the operand
   * @returns the result
   */
  settle(operand: Operand, level: number, end: Token): Operand {
    let settled = operand;
    for (;;) {
      const { last } = this;
      if (last === undefined || last.kind === 'group' || last.kind === 'question') return settled;
      if (last.kind !== 'bare' && last.level < level) return settled;
      settled = this.#joined(last, settled, end);
      this.#entries.pop();
    }
  }

  #joined(last: Exclude<StackEntry, Group | { kind: 'question' }>, operand: Operand, end: Token) {
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
