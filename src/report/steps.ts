/** @file Prints the replayed steps of the book: as records, and as a page. */

import { isEqual, type Step, type StepFigure, type Suggestion } from '../lesson/steps';
import { formatNumber } from '../core/text/format-number';
import { type CellsByName, cellText, type Paint } from './formats/format';
import { commandLines } from './text/command-line';
import { joinedLines, proseWidth, wrapped } from './text/paragraph';

/** One record for each figure of each step. */
export function stepRecords(steps: readonly Step[]): CellsByName[] {
  return steps.flatMap(({ step, title, figures }) =>
    figures.map((line) => {
      const { computation, figure, book } = line;
      return { step, title, computation, figure, book, equal: isEqual(line) };
    }),
  );
}

const INDENT = '    ';
/** The widths of the longest computation and of the longest figure. */
const COMPUTATION_WIDTH = 44;
const FIGURE_WIDTH = 19;
/** The width of a line with the longest verdict. */
const LINE_WIDTH = INDENT.length + COMPUTATION_WIDTH + FIGURE_WIDTH + ' = book'.length;

/** The whole lesson: each step with its purpose and its numbers, and suggestions for the same chain. */
export function stepsPage(steps: readonly Step[], paint: Paint): string {
  const pages = steps.map((step) => [
    ...introduction(step, INDENT, paint),
    ...step.figures.flatMap((line) => figureLines(line, paint)),
  ]);
  return joinedLines([
    ...pages.flatMap((lines) => [...lines, '']),
    ...suggestions('Next, with the same chain:', WITH_THE_SAME_CHAIN, paint),
  ]);
}

/** The page of one step, which also has the formula of each number, and commands to try. */
export function stepPage(step: Step, next: number | undefined, paint: Paint): string {
  const figures = step.figures.flatMap((line) => [
    ...figureLines(line, paint),
    ...(line.working ?? []).flatMap((text) => setIn(text, `${INDENT}    `, paint)),
  ]);
  const commands = [
    step.next,
    ...(next === undefined
      ? []
      : [{ command: `steps ${formatNumber(next)}`, shows: 'the next step' }]),
  ];
  return joinedLines([
    ...introduction(step, '', paint),
    '',
    ...figures,
    '',
    ...suggestions('Try:', commands, paint),
  ]);
}

/** Commands to try with the book's chain. */
const WITH_THE_SAME_CHAIN = [
  { command: 'diff --chain square,exp,square --x 0.5', shows: 'all derivatives' },
  { command: 'sweep --chain square,exp,square --x 0.5', shows: 'the error for each eps' },
  { command: 'graph --chain square,exp,square --x 0.5', shows: 'the graph' },
  { command: 'check --chain square,exp,square', shows: 'the proof' },
  { command: 'steps 4', shows: 'one step, with its numbers' },
];

/** A text broken between words into indented lines. */
function setIn(text: string, indent: string, paint: Paint): string[] {
  return wrapped(text, proseWidth(paint) - indent.length).map((line) => indent + line);
}

/** A numbered text with a hanging indentation. */
function hanging(number: string, text: string, paint: Paint): string[] {
  const indent = ' '.repeat(number.length);
  return setIn(text, indent, paint).map((line, i) => (i === 0 ? number + line.trimStart() : line));
}

function introduction({ step, title, why }: Step, indent: string, paint: Paint): string[] {
  return [
    ...hanging(`${String(step)}  `, title, paint).map((line) => paint.heading(line)),
    ...(indent === '' ? [''] : []),
    ...setIn(why, indent, paint).map((line) => paint.muted(line)),
  ];
}

/** A computation with its result and whether that is the book's, on several lines if there is no room. */
function figureLines(line: StepFigure, paint: Paint): string[] {
  const { computation } = line;
  const figure = cellText(line.figure, formatNumber);
  const equal = isEqual(line);
  const verdict = equal === true ? '= book' : `book: ${cellText(line.book, formatNumber)}`;
  const painted = equal === null ? '' : ` ${paint[equal ? 'right' : 'wrong'](verdict)}`;
  if (proseWidth(paint) < LINE_WIDTH) {
    return [...setIn(computation, INDENT, paint), `${INDENT}  ${figure}${painted}`];
  }
  const text = `${INDENT}${computation.padEnd(COMPUTATION_WIDTH)}${figure}`;
  return [painted === '' ? text : text.padEnd(LINE_WIDTH - ' = book'.length) + painted];
}

/** Commands to type, and what they show. */
function suggestions(head: string, commands: readonly Suggestion[], paint: Paint): string[] {
  const longest = Math.max(...commands.map(({ command }) => command.length));
  const room = proseWidth(paint) - longest - PROMPT.length - GAP.length;
  const areBeside = commands.every(({ shows }) => shows.length <= room);
  return [
    head,
    ...commands.flatMap(({ command, shows }) => {
      if (areBeside) return [`${PROMPT}${paint.name(command.padEnd(longest))}${GAP}${shows}`];
      const lines = commandLines(`dezero-cli ${command}`, INDENT, proseWidth(paint));
      return [`  ${shows}:`, ...lines.map((line) => paint.name(line))];
    }),
  ];
}

const PROMPT = '  dezero-cli ';
const GAP = '  ';

export function stepsSummary(steps: readonly Step[]): string {
  const verdicts = steps
    .flatMap((step) => step.figures)
    .map(isEqual)
    .filter((equal) => equal !== null);
  const different = verdicts.filter((equal) => !equal).length;
  if (different > 0) {
    return `${String(different)} of ${String(verdicts.length)} figures differ from the book's`;
  }
  if (verdicts.length === 1) return "the figure equals the book's";
  if (verdicts.length === 2) return "both figures equal the book's";
  return `all ${String(verdicts.length)} figures equal the book's`;
}
