/**
 * @file One line for each function of the catalogue: its name and a digest of all bits of its values
 * and derivatives at fixed points. Run by index.ts under several versions of Node.
 */

import { createHash } from 'node:crypto';
import { definitions } from '../support/definitions';

const POINTS = 20_000;

/** Half of them any doubles at all, half between -8 and 8. No function of Math has a part in them. */
function points(): Float64Array {
  let state = 20261123;
  const word = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const words = Uint32Array.from({ length: 2 * POINTS }, word);
  const doubles = new Float64Array(words.buffer);
  return doubles.map((x, i) =>
    i % 2 === 0 && Number.isFinite(x) ? x : (word() / 2 ** 32 + word() / 2 ** 64 - 0.5) * 16,
  );
}

const inputs = points();
for (const { name, value, derivative } of definitions()) {
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
