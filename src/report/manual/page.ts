/**
 * @file The manual page, made of the help texts of the program and its commands.
 *
 * By hand in 180 lines, from the data that completion is made of too: help2man would read the printed help,
 * and has to be installed. The build alone runs it.
 */

import {
  type CommandDescription,
  flagsOf,
  type OptionDescription,
  placeholderOf,
  type ProgramDescription,
  type Section,
} from '../program-description';
import { bold, entry, inline, italic, macro, prose } from './roff';
import { sectionBody } from './section-body';

/** @param date the date of the version, such as 2026-11-24 */
export function manualPage(program: ProgramDescription, date: string): string {
  const { name, version, description, options, commands } = program;
  return [
    `.\\" Made by npm run build from the help of ${name}; do not edit.`,
    `.TH ${name.toUpperCase()} 1 ${date} "${inline(`${name} ${version}`)}"`,
    '.SH NAME',
    ...prose(`${name} - ${asPhrase(description)}`),
    '.SH SYNOPSIS',
    '.nf',
    ...commands.map((command) => synopsis(name, command)),
    '.fi',
    '.SH DESCRIPTION',
    ...prose(`${description} ${DESCRIPTION}`),
    '.SH OPTIONS',
    ...options.flatMap(optionEntry),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandPart(name, command)),
    ...['Exit status', 'Environment', 'Examples'].flatMap((title) => [
      macro('SH', title.toUpperCase()),
      ...withoutParagraph(sectionBody(sectionOf(program, title).lines)),
    ]),
    '.SH SEE ALSO',
    ...SEE_ALSO,
    '',
  ].join('\n');
}

const DESCRIPTION =
  'A chain of functions is applied left to right to x, and its derivative is the product of theirs. ' +
  'Standard output carries data only; errors and warnings go to standard error.';

const SEE_ALSO = [
  '.BR awk (1),',
  '.BR dot (1),',
  '.BR parallel (1),',
  '.BR seq (1)',
  '.PP',
  `Koki Saitoh, ${italic('Deep Learning from Scratch 3')}.`,
];

/** The first sentence as a phrase, "a calculator", for the NAME line that manuals are found by. */
function asPhrase(text: string): string {
  const [sentence] = text.split(/\.(?: |$)/) as [string];
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function synopsis(name: string, { name: command, ...parts }: CommandDescription): string {
  const words = [`${bold(name)} ${bold(command)}`];
  if (parts.options.length > 1) words.push(`[${italic('options')}]`);
  for (const argument of parts.arguments) {
    const word = italic(argument.name());
    words.push(argument.required ? word : `[${word}]`);
  }
  return words.join(' ');
}

function commandPart(program: string, command: CommandDescription): string[] {
  const { name, description, options, sections } = command;
  return [
    macro('SS', `${program} ${name}`),
    ...prose(description),
    ...command.arguments.flatMap((argument) =>
      argument.description === '' ? [] : entry(italic(argument.name()), argument.description),
    ),
    ...options.flatMap(optionEntry),
    ...sections.flatMap(({ title, lines }) => [
      ...(title === '' ? [] : ['.PP', `${bold(title)}:`, '.RS']),
      ...sectionBody(lines),
      ...(title === '' ? [] : ['.RE']),
    ]),
  ];
}

function optionEntry(option: OptionDescription): string[] {
  const flags = flagsOf(option).map(bold).join(', ');
  const [, name = '', dots = ''] = /^<(.*?)(\.\.\.)?>$/.exec(placeholderOf(option)) ?? [];
  const term = name === '' ? flags : `${flags} ${italic(name)}${dots === '' ? '' : ' ...'}`;
  return entry(term, option.description);
}

/** A heading begins a paragraph itself. */
function withoutParagraph(body: readonly string[]): readonly string[] {
  return body[0] === '.PP' ? body.slice(1) : body;
}

/** @throws Error if the help has no such part, which the manual needs */
function sectionOf({ sections }: ProgramDescription, title: string): Section {
  const section = sections.find((candidate) => candidate.title === title);
  if (section === undefined) throw new Error(`the help has no section ${title}`);
  return section;
}
