import { bestDerivatives } from '../src/core/best/best-derivative';
import { surroundings, refine } from '../src/core/best/ladder';
import { plateausOf } from '../src/core/best/plateau';
import { parseFormula } from '../src/functions/parse';
import { valuesOf } from './power/cases';
const f = valuesOf(parseFormula('asin(cos(x))'));
for (const x of [1.03e-9, 2.978516429429191e-9, 1.2e-9, 5e-9, 8e-9]) {
  const around = surroundings(f, Float64Array.of(x));
  let log: unknown[] = [];
  const g = (p: Float64Array) => { const v = f(p); if (p.length > 2) log.push([...p].map((q, i) => [((q - x)/1e-8).toFixed(3), ((v[i]! - Math.PI/2)/1e-8).toFixed(3)].join(':'))); return v; };
  console.log(x, plateausOf(g, around), log.map(String));
  log = [];
  const r = refine(f, around);
  console.log('fine', plateausOf(g, r), log.map(String));
  console.log(bestDerivatives(f, Float64Array.of(x)));
}
