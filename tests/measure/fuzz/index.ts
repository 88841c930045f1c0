/**
 * @file `npm run measure -- fuzz`: a million texts, from the grammar of formulas and beside it. None may throw
 * anything but our errors, none take a second; what is accepted means what its print-out means.
 *
 * Arguments: how many texts, and the seed.
 */

import { fuzz } from './fuzz';

const [texts = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const { accepted, slowest, faults } = fuzz(texts, seed);
const figures = `${String(texts)} texts, ${String(accepted)} accepted`;
const time = `the slowest took ${String(Math.round(slowest))} ms`;
console.log([...faults, `${figures}, ${time}, ${String(faults.length)} faults`].join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
