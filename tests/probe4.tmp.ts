import { surroundings, refine } from '../src/core/best/ladder';
import { plateausOf } from '../src/core/best/plateau';
import { scalesOf } from '../src/core/best/scale';
import { cornerOf } from '../src/core/best/shape';
import { parseFormula } from '../src/functions/parse';
import { valuesOf } from './power/cases';
const f = valuesOf(parseFormula(process.argv[2]!));
const x = Number(process.argv[3]);
const around = refine(f, surroundings(f, Float64Array.of(x)));
console.log(plateausOf(f, around));
for (const scale of scalesOf(around[0]!, { least: 0 })) {
  console.log('rough', scale.isRough, scale.isNoisy);
  const est = scale.estimates;
  scale.quotients.forEach((q, k) => console.log(q.step.toExponential(3), q.value, 'noise', scale.noise[k]!.toExponential(2), 'bend', scale.bends[k]!.value, scale.bends[k]!.tolerance.toExponential(2), JSON.stringify(est.find((e) => e.step === q.step) ?? null)));
  console.log(cornerOf(scale.bends));
}
