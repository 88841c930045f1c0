/**
 * @file What the judge decides where only values are known: `npm run check-power [GROUP ...]`.
 * Then how wide the bounds of the reference rows are, and what part of them the errors take.
 * The exit status is 1 if there is a verdict that must never be; `--faults` shows each.
 */

import { calibration, quantile, usedOf, widthsOf } from '../../support/calibration';
import { allCases } from '../../support/judge-cases';
import { isFault, outcomesOf, tally } from '../../support/judge-outcomes';

const words = process.argv.slice(2);
const groups = words.filter((word) => !word.startsWith('--'));
const outcomes = allCases()
  .filter(({ group }) => groups.length === 0 || groups.some((word) => group.startsWith(word)))
  .flatMap(outcomesOf);
console.table(tally(outcomes));
const faults = outcomes.filter(isFault);
console.log(`${String(faults.length)} verdicts that must never be`);
const { ordinary, hard } = calibration();
console.table(
  Object.entries({ ordinary, hard }).flatMap(([rows, measured]) =>
    Object.entries({
      'error/bound': usedOf(measured),
      'bound/|derivative|': widthsOf(measured),
    }).map(([what, parts]) => ({
      rows,
      what,
      half: quantile(parts, 0.5),
      'three quarters': quantile(parts, 0.75),
      'nine of ten': quantile(parts, 0.9),
      '99 of 100': quantile(parts, 0.99),
      most: quantile(parts, 1),
    })),
  ),
);
if (faults.length > 0) process.exitCode = 1;
if (words.includes('--faults')) {
  for (const { case: one, claim, kind, judgement } of faults) {
    console.log(one.group, one.name, one.x, kind, claim, one.right[0], judgement);
  }
}
