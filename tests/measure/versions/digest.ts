/**
 * @file One line for each function of the catalogue: its name and a digest of all bits of its values
 * and derivatives at fixed points; and one for the exact reading of random formulas. Run by index.ts
 * under several versions of Node.
 */

import { catalogue } from '../../../src/functions/catalogue';
import { createHash } from 'node:crypto';
import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { parseFormula } from '../../../src/functions/parse';
import { realOfDouble } from '../../../src/math/real';
import { formulaRows } from '../../support/fixtures';
import { randomWords } from '../../support/random';

const POINTS = 20_000;

/** Half of them any doubles at all, half between -8 and 8. */
function points(): Float64Array {
  const word = randomWords(20261123);
  const words = Uint32Array.from({ length: 2 * POINTS }, word);
  const doubles = new Float64Array(words.buffer);
  return doubles.map((x, i) =>
    i % 2 === 0 && Number.isFinite(x) ? x : (word() / 2 ** 32 + word() / 2 ** 64 - 0.5) * 16,
  );
}

const inputs = points();
for (const { name, value, derivative } of catalogue.classes.map(({ definition }) => definition)) {
  const results = new Float64Array(2 * inputs.length);
  inputs.forEach((x, i) => {
    const y = value(x);
    results[2 * i] = y;
    results[2 * i + 1] = derivative(x, y);
  });
  // NaN has many bit patterns, which mean nothing.
  const canonical = results.map((result) => (Number.isNaN(result) ? NaN : result));
  const hash = createHash('sha256').update(new Uint8Array(canonical.buffer)).digest('hex');
  console.log(`${name}\t${hash}`);
}

const READ_DIGITS = 40;

/** All that the exact reading says of the rows: figures, sides, and digits of every tenth. */
const exact = createHash('sha256');
for (const [i, { formula, at }] of formulaRows().entries()) {
  const reading = exactReadingOf(parseFormula(formula));
  const point = Object.values(at);
  exact.update(JSON.stringify(reading.at(point)));
  if (i % 10 !== 0) continue;
  exact.update(JSON.stringify(reading.digits(point.map(realOfDouble), READ_DIGITS)));
}
console.log(`exact reading\t${exact.digest('hex')}`);
