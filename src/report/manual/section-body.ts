/** @file A part of the help in the language of manual pages. */

import { type HelpPart, helpParts } from '../help/parts';
import { bold, display, entry, prose } from './roff';

/** The lines as paragraphs, examples and lists of terms. */
export function sectionBody(lines: readonly string[]): string[] {
  return helpParts(lines).flatMap(bodyOf);
}

function bodyOf(part: HelpPart): readonly string[] {
  switch (part.kind) {
    case 'commands':
      return ['.PP', ...display(part.commands.map((command) => `$ ${command}`))];
    case 'entry':
      return entry(bold(part.term), part.meaning);
    case 'prose':
      return ['.PP', ...prose(part.text)];
  }
}
