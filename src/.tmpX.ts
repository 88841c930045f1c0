import { plot } from './core/plot/plot';
import { parseChain } from './functions/catalogue';
for (const [c,f,t] of [['reciprocal',-5,5],['reciprocal',-5,5.1],['abs',-5,5],['tan',-5,5],['log',-5,5],['sqrt',-5,5.3],['exp,exp',0,100],['scale(50),tanh',-3,3],['scale(1000000),tanh',-3,3.1],['add(3)',0,1],['reciprocal,square',-5,5.1],['reciprocal,square',-5,5],['abs,log',-5,5.1],['tan,square',-5,5],['relu',-5,5],['hardtanh',-5,5],['cbrt',-3,3],['asin',-3,3],['scale(1000),sin',-5,5],['identity',1,1.0000000000000004],['exp',-800,800],['rsqrt,sin',0,1],['square,scale(10000000000),neg,exp',-1,1.1],['scale(1e15),tanh',-5,5]] as const) {
  const t0=performance.now();
  const p = plot(parseChain(c), {from:f,to:t});
  console.log(c, p.value.pieces.map(q=>[q.x.length,q.x[0],q.x.at(-1)].join(' ')).slice(0,4), p.value.breaks.slice(0,5), 'D', p.derivative.pieces.map(q=>[q.x.length,q.x[0],q.x.at(-1)].join(' ')).slice(0,4), p.derivative.breaks.slice(0,5), p.numerical.x.length, (performance.now()-t0).toFixed(1));
}
