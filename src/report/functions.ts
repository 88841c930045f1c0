/** @file The catalogue: as records, as a list, and one function as a card. */

import { formatNumber } from '../core/format-number';
import { type Entry, type FunctionDefinition, isFamily } from '../core/define-function';
import { kindOfKink, slopesAt } from '../core/explain/kinks';
import type { Block, Cell, Paint } from './format';
import { alignedTable } from './table';

export const FUNCTION_COLUMNS = [
  'name',
  'aliases',
  'parameters',
  'defaults',
  'formula',
  'derivative',
  'domain',
  'kinks',
  'summary',
] as const;
type FunctionColumn = (typeof FUNCTION_COLUMNS)[number];

function fields(entry: Entry): Record<FunctionColumn, Cell> {
  const { name, aliases, formula, derivativeFormula, domain, summary } = entry.definition;
  return {
    name,
    aliases: aliases ?? [],
    parameters: isFamily(entry) ? entry.definition.parameters : [],
    defaults: isFamily(entry) ? (entry.definition.defaults ?? []) : [],
    formula,
    derivative: derivativeFormula,
    domain: domain.text,
    kinks: (exampleOf(entry).kinks ?? []).map(({ at, left, right }) => ({ at, left, right })),
    summary,
  };
}

/** The definition of a function; of a family, that with its usual parameters, or of its first example. */
function exampleOf(entry: Entry): FunctionDefinition {
  if (!isFamily(entry)) return entry.definition;
  const { defaults, examples } = entry.definition;
  return entry.of(...(defaults ?? examples[0] ?? [])).definition;
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

/** The domain, and the points at which the derivative is a convention: `x >= 0, pole at 0`. */
function domainAndKinks(entry: Entry): string {
  const definition = exampleOf(entry);
  const points = new Map<string, string[]>();
  for (const kink of definition.kinks ?? []) {
    const kind = kindOfKink(definition, kink);
    points.set(kind, [...(points.get(kind) ?? []), formatNumber(kink.at)]);
  }
  const kinks = [...points].map(([kind, at]) => `, ${kind} at ${at.join(' and ')}`);
  return entry.definition.domain.text + kinks.join('');
}

/** The columns of a list of functions, for a table of whatever kind. */
export const LIST_HEADS = ['name', 'f(x)', "f'(x)", 'domain', 'also', 'summary'] as const;

export function listRow(entry: Entry): string[] {
  const { formula, derivativeFormula, aliases, summary } = entry.definition;
  return [
    signature(entry),
    formula,
    derivativeFormula,
    domainAndKinks(entry),
    (aliases ?? []).join(', '),
    summary,
  ];
}

/** The width of a usual terminal. */
const WIDTH = 80;

/** The list for a terminal; what a function is in words stands on its card. */
export function functionsList(entries: readonly Entry[], header: boolean, paint: Paint): string {
  const withoutSummary = <T>(row: readonly T[]): T[] => row.slice(0, -1);
  const rows = entries.map((entry) => withoutSummary(listRow(entry)));
  return alignedTable(header ? withoutSummary(LIST_HEADS) : undefined, rows, paint, WIDTH);
}

/**
 * One function with everything that is known of it.
 *
 * @param isBuiltIn whether there is a command to try that needs no definition
 */
export function functionCard(entry: Entry, isBuiltIn: boolean, paint: Paint): string {
  const { formula, derivativeFormula, domain, aliases, summary } = entry.definition;
  const example = exampleOf(entry);
  const x = formatNumber(example.samples.at(-1) ?? 0.5);
  const chain = example.name.includes('(') ? `'${example.name}'` : example.name;
  const rows = [
    ['f(x)', formula],
    ["f'(x)", derivativeFormula],
    ['domain', domain.text],
    ...(example.kinks ?? []).map((kink) => [
      kindOfKink(example, kink),
      `at ${formatNumber(kink.at)}: ${slopesAt(kink)}`,
    ]),
    ...(aliases === undefined ? [] : [['also called', aliases.join(', ')]]),
    ...defaultsOf(entry).map((text) => ['default', text]),
    ...(isBuiltIn ? [['try', `dezero-cli diff --chain ${chain} --x ${x}`]] : []),
  ];
  return `${paint.heading(signature(entry))}: ${summary}\n\n${alignedTable(undefined, rows, paint)}`;
}

/** What the parameters are where they are left out: `a = 0.01`. */
function defaultsOf(entry: Entry): string[] {
  if (!isFamily(entry)) return [];
  const { defaults, parameters } = entry.definition;
  return (defaults ?? []).map((value, i) => `${parameters[i] ?? ''} = ${formatNumber(value)}`);
}
