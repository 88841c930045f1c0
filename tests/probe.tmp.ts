import { bestDerivatives } from '/tmp/w-judge/src/core/best/best-derivative';
import { parseFormula } from '/tmp/w-judge/src/functions/parse';
import { valuesOf } from '/tmp/w-judge/tests/power/cases';
for (let i = 2; i < process.argv.length; i += 2) {
  const f = valuesOf(parseFormula(process.argv[i] as string));
  const x = Number(process.argv[i+1]);
  console.log(process.argv[i], x, JSON.stringify(bestDerivatives(f, Float64Array.of(x))[0]));
}
