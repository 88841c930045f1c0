/** @file The place in a list of tokens, and what stands around it. */

import { badFormula, type Span, shown } from './bad-formula';
import type { DezeroError } from '../../../core/text/errors';
import type { FunctionShape, Names } from './names';
import type { Token } from './tokenize';

export class TokenReader {
  protected index = 0;
  /** The only variables that there are, if they are declared. */
  protected readonly variables: ReadonlySet<string> | undefined;

  constructor(
    /** All of the text, of which the formula may be a part. */
    readonly text: string,
    readonly tokens: readonly Token[],
    protected readonly names: Names,
  ) {
    this.variables = names.variables === undefined ? undefined : new Set(names.variables);
  }

  /** The function of this name, unless a declared variable has the name. */
  shapeOf(name: string): FunctionShape | undefined {
    return this.variables?.has(name) === true ? undefined : this.names.shapeOf(name);
  }

  /** The function whose arguments this parenthesis opens. */
  functionBefore(opening: Token): FunctionShape | undefined {
    const before = this.tokens[this.tokens.indexOf(opening) - 1];
    return before?.kind === 'name' ? this.shapeOf(before.text) : undefined;
  }

  /** The next one. */
  get token(): Token {
    return this.tokens[this.index] as Token;
  }

  /** The one before it; at the start itself. */
  get previous(): Token {
    return this.tokens[Math.max(0, this.index - 1)] as Token;
  }

  ahead(count: number): Token | undefined {
    return this.tokens[this.index + count];
  }

  /** Whether a token is that sign, and no name of the same letters. */
  isSign(text: string, ahead = 0): boolean {
    const token = this.ahead(ahead);
    return token?.kind === 'sign' && token.text === text;
  }

  /**
   * The place behind the next such sign after an opening one, which belongs to this and not to a parenthesis in it; that
   * behind the last token where there is none.
   */
  behind(sign: ')' | '|' | ',', opening: number): number {
    let depth = 0;
    for (let i = opening + 1; this.ahead(i) !== undefined; i++) {
      if (depth === 0 && this.isSign(sign, i)) return i + 1;
      if (this.isSign('(', i)) depth++;
      if (this.isSign(')', i)) depth--;
    }
    return this.tokens.length - this.index;
  }

  /** Whether nothing stands between a token and the one before it. */
  isGlued(ahead = 0): boolean {
    return this.ahead(ahead - 1)?.end === this.ahead(ahead)?.start;
  }

  error(place: Span, message: string): DezeroError {
    return badFormula(this.text, place, message);
  }

  /** The error about something that can be read in two ways, with both spellings. */
  ambiguous(place: Span, one: string, other: string): DezeroError {
    return this.error(place, `write ${one} or ${other}`);
  }

  /** A piece of the text for a hint. */
  shown(place: Span): string {
    return shown(this.text, place);
  }
}
