/**
 * @file `npm run measure -- claims`: right and wrong derivatives of random formulas before the judge, by
 * proof and by values alone. The exit status is 1 if one is judged as it never must be.
 *
 * Arguments: how many formulas, and the seed.
 */

import { judgeClaims } from './claims';

const [count = 5000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || !Number.isInteger(seed)) {
  console.error('claims: give a count and a seed, both whole numbers: claims 400 7');
  process.exit(2);
}

judgeClaims(count, seed).then(
  ({ lines, faults }) => {
    console.log([...lines, ...faults, `${String(faults.length)} faults`].join('\n'));
    process.exitCode = faults.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    console.error(`claims: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
