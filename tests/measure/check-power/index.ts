/**
 * @file What the judge decides where only values are known: `npm run check-power [GROUP ...]`.
 * The exit status is 1 if there is a verdict that must never be; `--faults` shows each.
 */

import { allCases } from './cases';
import { isFault, outcomesOf, tally } from './outcomes';

const words = process.argv.slice(2);
const groups = words.filter((word) => !word.startsWith('--'));
const outcomes = allCases()
  .filter(({ group }) => groups.length === 0 || groups.some((word) => group.startsWith(word)))
  .flatMap(outcomesOf);
console.table(tally(outcomes));
const faults = outcomes.filter(isFault);
console.log(`${String(faults.length)} verdicts that must never be`);
if (faults.length > 0) process.exitCode = 1;
if (words.includes('--faults')) {
  for (const { case: one, claim, kind, judgement } of faults) {
    console.log(one.group, one.name, one.x, kind, claim, one.right[0], judgement);
  }
}
