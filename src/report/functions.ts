/** @file The catalogue: as records, as a list, and one function as a card. */

import { formatNumber } from '../core/format-number';
import { type Entry, isFamily, type Kink } from '../core/define-function';
import type { Block, Cell, Paint } from './format';
import { alignedTable } from './table';

export const FUNCTION_COLUMNS = [
  'name',
  'parameters',
  'formula',
  'derivative',
  'domain',
  'kinks',
  'summary',
] as const;
type FunctionColumn = (typeof FUNCTION_COLUMNS)[number];

function fields(entry: Entry): Record<FunctionColumn, Cell> {
  const { name, formula, derivativeFormula, domain, summary } = entry.definition;
  return {
    name,
    parameters: isFamily(entry) ? entry.definition.parameters : [],
    formula,
    derivative: derivativeFormula,
    domain: domain.text,
    kinks: kinksOf(entry).map(({ at, left, right }) => ({ at, left, right })),
    summary,
  };
}

/** The kinks of a function; of a family, those of its first example. */
function kinksOf(entry: Entry): readonly Kink[] {
  const { definition } = isFamily(entry)
    ? entry.of(...(entry.definition.examples[0] ?? []))
    : entry;
  return definition.kinks ?? [];
}

/** One record for each function. */
export function functionsBlock(entries: readonly Entry[]): Block {
  const records = entries.map(fields);
  return {
    length: records.length,
    columns: FUNCTION_COLUMNS.map((column) => records.map((record) => record[column])),
  };
}

/** The name as it is written in a chain: `square`, `add(c)`. */
function signature(entry: Entry): string {
  const { name } = entry.definition;
  return isFamily(entry) ? `${name}(${entry.definition.parameters.join(',')})` : name;
}

/** The columns of a list of functions, for a table of whatever kind. */
export const LIST_HEADS = ['name', 'f(x)', "f'(x)", 'domain', 'summary'] as const;

export function listRow(entry: Entry): string[] {
  const { formula, derivativeFormula, domain, summary } = entry.definition;
  return [signature(entry), formula, derivativeFormula, domain.text, summary];
}

/** The list for a terminal. */
export function functionsList(entries: readonly Entry[], header: boolean, paint: Paint): string {
  const rows = entries.map(listRow).map(([name = '', ...rest]) => [paint.name(name), ...rest]);
  return alignedTable(header ? LIST_HEADS : undefined, rows, paint);
}

/** One function with everything that is known of it, and a command to try. */
export function functionCard(entry: Entry, paint: Paint): string {
  const { formula, derivativeFormula, domain, summary } = entry.definition;
  const example = isFamily(entry)
    ? entry.of(...(entry.definition.examples[0] ?? [])).definition
    : entry.definition;
  const x = formatNumber(example.samples.at(-1) ?? 0.5);
  const chain = example.name.includes('(') ? `'${example.name}'` : example.name;
  const rows = [
    ['f(x)', formula],
    ["f'(x)", derivativeFormula],
    ['domain', domain.text],
    ...kinksOf(entry).map((kink) => ['kink', describeKink(kink)]),
    ['try', `dezero-cli diff --chain ${chain} --x ${x}`],
  ];
  return `${paint.heading(signature(entry))}: ${summary}\n\n${alignedTable(undefined, rows, paint)}`;
}

function describeKink({ at, left, right }: Kink): string {
  const [slopeLeft, slopeRight] = [left, right].map((slope) =>
    Number.isNaN(slope) ? 'undefined' : formatNumber(slope),
  );
  return `at ${formatNumber(at)}: slope ${String(slopeLeft)} on the left, ${String(slopeRight)} on the right`;
}
