import { bestDerivatives } from '/tmp/w-judge-values/src/core/best/best-derivative';
import { allCases } from '/tmp/w-judge-values/tests/power/cases';
import { surroundings, refine } from '/tmp/w-judge-values/src/core/best/ladder';
import { scalesOf } from '/tmp/w-judge-values/src/core/best/scale';
import { plateausOf } from '/tmp/w-judge-values/src/core/best/plateau';
import { choose } from '/tmp/w-judge-values/src/core/best/extrapolate';
import { cornerOf } from '/tmp/w-judge-values/src/core/best/shape';
const [group, name, x, verbose] = process.argv.slice(2);
for (const c of allCases()) {
  if (c.group !== group || !c.name.includes(name!) || (x && String(c.x) !== x)) continue;
  const calls: number[] = [];
  const f = (p: Float64Array) => { calls.push(p.length); return c.f(p); };
  console.log(c.name, c.x, 'right', c.right, bestDerivatives(f, Float64Array.of(c.x)), calls.join('+'));
  if (verbose) {
    const s = surroundings(c.f, Float64Array.of(c.x));
    const r = verbose === '2' ? refine(c.f, s) : s;
    console.log(plateausOf(c.f, r));
    const sc = scalesOf(r[0]!, { least: plateausOf(c.f, r)[0]?.quantum ?? 0 });
    for (const q of sc) {
      const es = new Map(q.estimates.map((e) => [e.step, e]));
      q.quotients.forEach((u, i) => { const e = es.get(u.step); console.log(u.step.toExponential(2), u.value, 'noise', q.noise[i]?.toExponential(1), e?.value, e?.error.toExponential(1), 'bend', q.bends[i]!.value.toExponential(2), q.bends[i]!.tolerance.toExponential(1)); });
      console.log('rough', q.isRough, 'noisy', q.isNoisy);
    }
    console.log(choose(sc.flatMap((q) => q.estimates)), cornerOf(sc.flatMap((q) => q.bends)));
  }
}
