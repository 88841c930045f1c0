/**
 * @file Commands for every function of the catalogue. Its names are written here once more: a function
 * that the program no longer knows must be seen as a difference, not be left out.
 */

import { type Command, parseCommand } from './command';

/** Zeros, halves, rounded thirds, the smallest and largest doubles, and where exp overflows. */
const POINTS =
  '-0 0 1 -1 0.5 -0.5 2 -3 0.1 -0.3333333333333333 3.7 20 -20 1e-8 -1e-8 1e-300 -1e-300 5e-324 ' +
  '2.2250738585072014e-308 1e16 1e300 -1e300 1.7976931348623157e308 709.7 -745.1 710 1000';

/** Each function, a point well inside its domain, and one where it is difficult. */
const FUNCTIONS = `
abs              -2.5   0
add(2.5)         0.3    1e16
cbrt             0.7    0
cube             -1.3   0
identity         0.7    1e300
neg              0.7    0
pow(2.5)         1.3    0
pow(-1)          -1.7   1e-5
pow(3)           -1.7   0
pow(0.5)         0.2    0.00001
reciprocal       -0.7   0
rsqrt            0.7    0
scale(-3)        0.7    0
sqrt             0.7    0
square           -1.3   0
exp              -1.3   709.7827128933840
exp2             3.3    1023.99999
expm1            1e-5   -40
log              0.7    0
log10            0.7    1e-5
log1p            1e-5   -1
log2             3.3    1
acos             0.3    1
asin             -0.3   -1
atan             -1.3   1e8
cos              1.3    1.5707963267948966
sin              1.3    3.141592653589793
sinc             0.3    1e-8
tan              1.3    1.5707963267948966
acosh            1.3    1
asinh            -1.3   1e10
atanh            0.3    -1
cosh             1.3    0
sinh             -1.3   710.4
tanh             0.7    19
elu(0.5)         -0.7   0
gelu             -0.7   -38
hardtanh         0.3    1
leakyRelu(0.01)  -0.7   0
logsigmoid       0.7    -800
mish             -0.7   -40
relu             0.7    0
selu             -0.7   0
sigmoid          0.7    -745
silu             0.7    -40
softplus         0.7    -40
softsign         -0.7   0
erf              0.7    6
erfc             0.7    27
gaussian         0.7    27
`
  .trim()
  .split('\n')
  .map((row) => row.split(/ +/) as [string, string, string]);

function linesFor([call, inside, difficult]: readonly [string, string, string]): string[] {
  const chain = `-c '${call}'`;
  const all = `-x ${POINTS} ${inside} ${difficult} --keep-going`;
  return [
    `diff ${chain} ${all} -f jsonl`,
    `diff ${chain} ${all} -f csv --method best --columns x,numerical,bound`,
    `diff ${chain} -x ${difficult} --trace`,
    `check ${chain} ${all} -f jsonl`,
    `sweep ${chain} -x ${inside} -f csv`,
    `sweep ${chain} -x ${difficult}`,
    `plot ${chain} --points 101 -f svg`,
  ];
}

export const catalogueCommands: readonly Command[] = FUNCTIONS.flatMap((row) =>
  linesFor(row).map((line) => parseCommand('every function', line)),
);
