/** @file The manual page of the program. The build writes it; the program does not contain it. */

import { manualPage } from '../report/manual/page';
import { COMMAND_NAMES } from './commands';
import { describeProgram } from './describe-program';
import { programWith } from './program';
import { version } from './help';

/**
 * The page in the language of man(1), the same on every day and machine.
 *
 * @param changelog the text of CHANGELOG.md, which has the date of the version
 * @throws Error if it has not
 */
export function manual(changelog: string): string {
  const headings = [...changelog.matchAll(/^## (\S+) \((\d{4}-\d{2}-\d{2})\)$/gm)];
  const date = headings.find(([, name]) => name === version())?.[2];
  if (date === undefined) {
    throw new Error(`CHANGELOG.md has no heading '## ${version()} (YYYY-MM-DD)'`);
  }
  return manualPage(describeProgram(programWith(COMMAND_NAMES, () => Promise.resolve())), date);
}
