/** @file Prints the catalogue: as records, as a list, and one function as a card. */

import { formatNumber } from '../core/text/format-number';
import {
  type Entry,
  everywhere,
  type FunctionDefinition,
  isFamily,
  type Kink,
  type Named,
} from '../core/engine/define-function';
import { isOperation, type OperationClass } from '../core/engine/define-operation';
import { kindOfKink, slopesAt } from '../core/explain/kinks';
import { proseWidth, wrapped } from './text/paragraph';
import { alignedRows } from './formats/aligned-table';
import type { CellsByName, Paint } from './formats/format';

/** An entry of the list: a function of one argument, a family of these, or a function of several arguments. */
type Listed = Entry | OperationClass;

/** What is known of an entry, for programs. */
export function functionRecord(entry: Listed): CellsByName {
  const { name, aliases, formula, summary } = entry.definition;
  const parameters = !isOperation(entry) && isFamily(entry) ? entry.definition : undefined;
  return {
    name,
    aliases: aliases ?? [],
    arguments: argumentsOf(entry),
    parameters: parameters?.parameters ?? [],
    defaults: parameters?.defaults ?? [],
    formula,
    derivative: derivativesOf(entry).join('; '),
    domain: domainText(entry),
    kinks: kinksOf(entry).map(({ at, left, right }) => ({ at, left, right })),
    singularities: singularitiesOf(entry).map(({ kind, text }) => `${kind} at ${text}`),
    summary,
  };
}

function argumentsOf(entry: Listed): readonly string[] {
  return isOperation(entry) ? entry.definition.arguments : ['x'];
}

/** The formulas of the derivatives, one for each argument. */
function derivativesOf(entry: Listed): readonly string[] {
  return isOperation(entry)
    ? entry.definition.partialFormulas
    : [entry.definition.derivativeFormula];
}

/** `x >= 0`, `b != 0`, `all a, b` */
function domainText(entry: Listed): string {
  const { domain } = entry.definition;
  return domain === everywhere ? `all ${argumentsOf(entry).join(', ')}` : domain.text;
}

/** The definition of a function; for a family, that with the default parameters or of its first example. */
function exampleOf(entry: Entry): FunctionDefinition {
  if (!isFamily(entry)) return entry.definition;
  const { defaults, examples } = entry.definition;
  return entry.of(...(defaults ?? examples[0] ?? [])).definition;
}

/** The name with arguments: `square`, `add(c)`, `max(a, b)`. */
function signature(entry: Listed): string {
  const { name } = entry.definition;
  if (isOperation(entry)) return `${name}(${argumentsOf(entry).join(', ')})`;
  return isFamily(entry) ? `${name}(${entry.definition.parameters.join(',')})` : name;
}

/** The domain, and the places where the derivative is a convention: `x >= 0, pole at 0`. */
function domainAndKinks(entry: Listed): string {
  const points = new Map<string, string[]>();
  for (const { kind, text } of [...kinksOf(entry), ...singularitiesOf(entry)]) {
    points.set(kind, [...(points.get(kind) ?? []), text]);
  }
  const kinks = [...points].map(([kind, at]) => `, ${kind} at ${at.join(' and ')}`);
  return domainText(entry) + kinks.join('');
}

/** The kinks of a function of one argument, each with what it is called, and its place as text. */
function kinksOf(entry: Listed): (Kink & { readonly kind: string; readonly text: string })[] {
  if (isOperation(entry)) return [];
  const definition = exampleOf(entry);
  return (definition.kinks ?? []).map((kink) => ({
    ...kink,
    kind: kindOfKink(definition, kink),
    text: formatNumber(kink.at),
  }));
}

function singularitiesOf({ definition }: Listed): NonNullable<Named['singularities']> {
  return definition.singularities ?? [];
}

/** The columns of a list of functions, for any kind of table. */
export const LIST_HEADS = ['name', 'f(x)', "f'(x)", 'domain', 'also', 'summary'] as const;

export function listRow(entry: Listed): string[] {
  const { formula, aliases, summary } = entry.definition;
  return [
    signature(entry),
    formula,
    derivativesOf(entry).join('; '),
    domainAndKinks(entry),
    (aliases ?? []).join(', '),
    summary,
  ];
}

/** The width if the output is not a terminal. */
const WIDTH = 80;

/** The list for a terminal; summaries are on the cards of single functions. */
export function functionsList(entries: readonly Listed[], header: boolean, paint: Paint): string {
  const withoutSummary = <T>(row: readonly T[]): T[] => row.slice(0, -1);
  const rows = entries.map((entry) => withoutSummary(listRow(entry)));
  const columns = withoutSummary(LIST_HEADS);
  return alignedRows(
    { columns, header, rows, roles: { name: 'name' } },
    paint,
    paint.width ?? WIDTH,
  );
}

/** This is true of every function of the catalogue. */
const EXACT = 'value and slope are the nearest doubles';

/**
 * The card of one function, with everything that is known of it.
 *
 * @param isBuiltIn whether there is a command to try that needs no definition
 */
export function functionCard(entry: Listed, isBuiltIn: boolean, paint: Paint): string {
  const { formula, aliases, summary } = entry.definition;
  const names = argumentsOf(entry);
  const command = `dezero-cli diff ${commandToTry(entry)}`;
  const rows = [
    [`f(${names.join(', ')})`, formula],
    ...derivativesOf(entry).map((text, k) => [
      isOperation(entry) ? `df/d${names[k] as string}` : "f'(x)",
      text,
    ]),
    ['domain', domainText(entry)],
    ...kinksOf(entry).map((kink) => [kink.kind, `at ${kink.text}: ${slopesAt(kink)}`]),
    ...singularitiesOf(entry).map(({ kind, text }) => [kind, `at ${text}`]),
    ...(aliases === undefined ? [] : [['also called', aliases.join(', ')]]),
    ...defaultsOf(entry).map((text) => ['default', text]),
    ...(isBuiltIn ? [['exact', EXACT]] : []),
    ...(isBuiltIn ? [['try', command]] : []),
  ];
  const columns = ['what', 'text'];
  const roles = { what: 'heading', text: { [command]: 'name' } } as const;
  const card = alignedRows({ columns, header: false, rows, roles }, paint, paint.width ?? WIDTH);
  const [first, ...others] = wrapped(`${signature(entry)}: ${summary}`, proseWidth(paint));
  const name = signature(entry);
  const head = [paint.heading(name) + first.slice(name.length), ...others];
  return `${head.join('\n')}\n\n${card}`;
}

/** The arguments of `diff` in the example: a chain of this function, or a formula with a point. */
function commandToTry(entry: Listed): string {
  if (isOperation(entry)) {
    const [x = 0.5, ...others] = entry.definition.samples[0] ?? [];
    const given = ['x', ...others.map(formatNumber)].join(', ');
    return `'${entry.definition.name}(${given})' --x ${formatNumber(x)}`;
  }
  const { name, samples } = exampleOf(entry);
  const chain = name.includes('(') ? `'${name}'` : name;
  return `--chain ${chain} --x ${formatNumber(samples.at(-1) ?? 0.5)}`;
}

/** The default parameters: `a = 0.01`. */
function defaultsOf(entry: Listed): string[] {
  if (isOperation(entry) || !isFamily(entry)) return [];
  const { defaults, parameters } = entry.definition;
  return (defaults ?? []).map((value, i) => `${parameters[i] as string} = ${formatNumber(value)}`);
}
