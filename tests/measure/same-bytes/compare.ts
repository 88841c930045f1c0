/** @file Whether two outcomes are the same bytes, and where they first differ. */

import type { Command } from './command';
import type { ExpectedDifference } from './expected';
import type { Outcome } from './run';

/** Characters of a line that are shown, and how many of them come before the difference. */
const SHOWN = 160;
const SHOWN_BEFORE = 60;

export interface Difference {
  readonly command: Command;
  /** Which part differs, its first line that does, and that line of both. */
  readonly parts: readonly string[];
  /** The entries that excuse it: none if it is not expected. */
  readonly excuses: readonly ExpectedDifference[];
}

function differingParts(before: Outcome, after: Outcome): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.filter((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    return a === undefined || b === undefined || !a.equals(b);
  });
}

/** Part of a line around the place of its first difference, with nothing that a terminal obeys. */
function excerpt(line: string | undefined, at: number): string {
  if (line === undefined) return '(no such line)';
  const from = Math.max(0, at - SHOWN_BEFORE);
  const shown = JSON.stringify(line.slice(from, from + SHOWN)).slice(1, -1);
  const safe = shown.replaceAll(/[\u007f-\u009f\u202a-\u202e]/g, '?');
  return (from > 0 ? '…' : '') + safe + (line.length > from + SHOWN ? '…' : '');
}

function describe(name: string, before: Buffer | undefined, after: Buffer | undefined): string {
  if (before === undefined) return `${name}: only after`;
  if (after === undefined) return `${name}: only before`;
  const [old, young] = [before, after].map((bytes) => bytes.toString().split('\n')) as [
    string[],
    string[],
  ];
  const length = Math.max(old.length, young.length);
  let index = 0;
  while (index < length && old[index] === young[index]) index++;
  if (index === length) return `${name}: bytes that are no text`;
  const [a, b] = [old[index], young[index]];
  let at = 0;
  while (at < (a ?? '').length && (a ?? '')[at] === (b ?? '')[at]) at++;
  const place = name === 'status' ? name : `${name}, line ${String(index + 1)}`;
  return `${place}\n    before: ${excerpt(a, at)}\n    after:  ${excerpt(b, at)}`;
}

function normalised(outcome: Outcome, rules: readonly ExpectedDifference[]): Outcome {
  const apply = (part: string, bytes: Buffer): Buffer =>
    Buffer.from(rules.reduce((text, { normalise }) => normalise(part, text), bytes.toString()));
  return new Map([...outcome].map(([part, bytes]) => [part, apply(part, bytes)]));
}

/** Undefined where no byte differs. */
export function compare(
  command: Command,
  before: Outcome,
  after: Outcome,
  expected: readonly ExpectedDifference[],
): Difference | undefined {
  if (differingParts(before, after).length === 0) return undefined;
  const excuses = expected.filter(({ commands }) => commands.test(command.line));
  // Normalising makes text of all bytes, so it is left where there is nothing to take out.
  const [old, young] =
    excuses.length === 0
      ? [before, after]
      : [normalised(before, excuses), normalised(after, excuses)];
  const names = differingParts(old, young);
  if (names.length === 0) return { command, parts: [], excuses };
  const parts = names.map((name) => describe(name, old.get(name), young.get(name)));
  return { command, parts, excuses: [] };
}
