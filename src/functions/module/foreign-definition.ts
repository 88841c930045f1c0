/** @file Reads the definition of a function in a user's module, whose types nobody has checked. */

import type { FunctionDefinition, Kink } from '../../core/engine/define-function';
import { escapeUnprintable } from '../../core/text/quote';

type Described = Partial<Omit<FunctionDefinition, 'name' | 'value' | 'derivative'>>;
type Field = keyof Described;

/** Converts a field to a usable value, or undefined if it is none; with the description of a usable one. */
type Reader<F extends Field> = readonly [(given: unknown) => Described[F], string];

const text: Reader<'formula'> = [
  (given) => (typeof given === 'string' ? escapeUnprintable(given) : undefined),
  'a text',
];

/** A bound that cannot be had is NaN, which stands for none: what needs it is not decided. */
const bound: Reader<'derivativeRoundOff'> = [
  (given) => {
    if (typeof given !== 'function') return undefined;
    return (x, y) => {
      try {
        const result = (given as (x: number, y: number) => unknown)(x, y);
        return typeof result === 'number' ? result : NaN;
      } catch {
        return NaN;
      }
    };
  },
  'a function',
];

/** The function has the name of the export, so aliases and the family of its own name are left out. */
const READERS: {
  readonly [
    F in Exclude<
      Field,
      | 'aliases'
      | 'family'
      | 'singularities'
      | 'isExact'
      | 'isForeign'
      | 'operator'
      | 'yields'
      | 'uses'
      | 'isCondition'
      | 'edge'
    >
  ]-?: Reader<F>;
} = {
  formula: text,
  derivativeFormula: text,
  summary: text,
  domain: [domain, '{ text, contains }'],
  samples: [
    (given) => (isArray(given) && given.every(Number.isFinite) ? (given as number[]) : undefined),
    'an array of numbers',
  ],
  kinks: [
    (given) => (isArray(given) && given.every(isKink) ? given : undefined),
    'an array of { at, left, right }, all numbers',
  ],
  roundOff: bound as Reader<'roundOff'>,
  derivativeRoundOff: bound,
};

/**
 * The fields of a definition that are there.
 *
 * @param definition anything; its getters may throw
 * @returns a fault instead, in words, if a field is not usable
 */
export function describedBy(definition: unknown): { described?: Described; fault?: string } {
  if (definition === undefined) return {};
  const described: Record<string, unknown> = {};
  for (const [field, [read, should]] of Object.entries(READERS)) {
    const given = (definition as Record<string, unknown>)[field];
    if (given === undefined) continue;
    described[field] = read(given);
    if (described[field] === undefined) return { fault: `its ${field} must be ${should}` };
  }
  return { described };
}

function domain(given: unknown): Described['domain'] {
  const { text: words, contains } = Object(given) as Record<string, unknown>;
  if (typeof words !== 'string' || typeof contains !== 'function') return undefined;
  return {
    text: escapeUnprintable(words),
    contains: (x) => {
      try {
        return Boolean((contains as (x: number) => unknown)(x));
      } catch {
        return true; // the value tells
      }
    },
  };
}

function isArray(given: unknown): given is readonly unknown[] {
  return Array.isArray(given);
}

function isKink(given: unknown): given is Kink {
  const { at, left, right } = Object(given) as Record<string, unknown>;
  return [at, left, right].every((number) => typeof number === 'number');
}
