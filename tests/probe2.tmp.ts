import { bestDerivatives } from '../src/core/best/best-derivative';
import { judge } from '../src/core/check/judge';
import { parseFormula } from '../src/functions/parse';
import { valuesOf } from './power/cases';
const f = valuesOf(parseFormula('asin(cos(x))'));
const tally = new Map<string, number>();
for (let k = 0; k < 2000; k++) {
  const x = 10 ** (-9 + (6 * k) / 2000);
  const [best] = bestDerivatives(f, Float64Array.of(x));
  for (const [claim, kind] of [[-1, 'right'], [1, 'wrong'], [0, 'wrong0'], [-1.01, 'wrong1']] as const) {
    const { verdict, reason } = judge(claim, best!);
    const key = `${kind} ${verdict} ${reason?.kind ?? ''} ${x < 1e-7 ? '<1e-7' : x < 1e-5 ? '<1e-5' : ''}`;
    if ((kind === 'right' && verdict === 'disagree') || (kind !== 'right' && verdict === 'agree')) console.log(x, kind, JSON.stringify(best));
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
}
console.log([...tally].sort());
