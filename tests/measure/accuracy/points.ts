/** @file The points at which a function is judged, ordinary and hard: the same in every run. */

import type { FunctionDefinition } from '../../../src/core/engine/define-function';

const HALF_PI = Math.PI / 2;

/** Functions whose hard points are the multiples of pi/2, however large. */
const PERIODIC: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinc']);

/** Where some function is hard; each is taken with both signs, and with what lies beside it. */
const LANDMARKS: readonly number[] = [
  0,
  0.5,
  1,
  2,
  Math.E,
  HALF_PI,
  Math.PI,
  // Zeros of the derivatives of gelu, silu, mish and, the first, sinc.
  0.7517915246935645,
  1.278464542761074,
  1.1924312145154154,
  4.493409457909064,
  // Where results overflow, become subnormal or vanish: the exponential function and its relatives,
  708.3964185322641,
  709.782712893384,
  710.4758600739439,
  744.4400719213812,
  745.1332191019411,
  // those with e^2x, e^(x/2) and e^-x^2, and those of which 1 is left,
  350,
  354.891356446692,
  372.5,
  26.54,
  26.615,
  27.226,
  27.297,
  37.5,
  38.485,
  38.568,
  5.864,
  5.92,
  8.29,
  17.32,
  18.37,
  18.71,
  19.06,
  36.04,
  36.74,
  37.43,
  // powers of two,
  1022,
  1023,
  1023.99,
  1024,
  1024.53,
  1074,
  1075,
  // and those with x^2, x^3 and x^4, near their largest and smallest results.
  1.3407807929942596e154,
  5.643803094122288e102,
  1.157920892373162e77,
  1.7976931348623157e308,
  1.4916681462400413e-154,
  1.703183936003672e-108,
  2.2250738585072014e-308,
  1.491e-77,
  // Tiny ones, where x^2 or x^3 decides the last bit.
  2 ** -26,
  2 ** -27,
  2 ** -28,
  2 ** -35,
  2 ** -52,
  2 ** -53,
  2 ** -54,
  1e8,
  2 ** 26,
  2 ** 53,
];

/** Of all doubles the one nearest to a multiple of pi/2. */
const NEAREST_TO_MULTIPLE = 6381956970095103 * 2 ** 797;

const bits = new DataView(new ArrayBuffer(8));

function fromBits(high: number, low: number): number {
  bits.setUint32(0, high);
  bits.setUint32(4, low);
  return bits.getFloat64(0);
}

/** The double that is `steps` places from x, through zero where need be. */
function neighbour(x: number, steps: number): number {
  bits.setFloat64(0, Math.abs(x));
  const place = (x < 0 ? -1n : 1n) * bits.getBigInt64(0) + BigInt(steps);
  bits.setBigInt64(0, place < 0n ? -place : place);
  return place < 0n ? -bits.getFloat64(0) : bits.getFloat64(0);
}

/** Numbers that look random, the same for the same name. */
class Randomness {
  #state = 2166136261;

  constructor(name: string) {
    for (const character of name) {
      this.#state = Math.imul(this.#state ^ (character.codePointAt(0) ?? 0), 16777619);
    }
  }

  /** 32 bits (mulberry32). */
  word(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  }

  /** From `least`, and less than `limit`. */
  between(least: number, limit: number): number {
    const unit = ((this.word() >>> 5) * 2 ** 26 + (this.word() >>> 6)) * 2 ** -53;
    return least + (limit - least) * unit;
  }

  whole(least: number, limit: number): number {
    return Math.floor(this.between(least, limit));
  }

  sign(): number {
    return this.word() < 2 ** 31 ? -1 : 1;
  }

  of(numbers: readonly number[]): number {
    return numbers[this.whole(0, numbers.length)] ?? 0;
  }
}

/** The hard points that can be listed. */
function* listed(name: string, landmarks: readonly number[]): Generator<number> {
  for (const landmark of landmarks) {
    for (const centre of [landmark, -landmark]) {
      for (let steps = -20; steps <= 20; steps++) yield neighbour(centre, steps);
      for (let k = 2; k <= 60; k += 2) {
        yield centre + 2 ** -k;
        yield centre - 2 ** -k;
      }
    }
  }
  for (let exponent = -1074; exponent <= 1023; exponent++) {
    for (const steps of [-1, 0, 1]) yield neighbour(2 ** exponent, steps);
    yield -(2 ** exponent);
  }
  for (let exponent = -323; exponent <= 308; exponent++) yield Number(`1e${String(exponent)}`);
  for (let n = 1; n <= 1100; n++) {
    for (const power of [n, n / 2, n / 8, n ** 2, n ** 3]) {
      yield power;
      yield -power;
    }
  }
  if (!PERIODIC.has(name)) return;
  yield NEAREST_TO_MULTIPLE;
  yield -NEAREST_TO_MULTIPLE;
  for (let k = 1; k <= 2000; k++) {
    // The zeros of the derivative of sinc, where tan x = x, lie just below every other multiple.
    const multiple = (2 * k + 1) * HALF_PI;
    const start = multiple - 1 / multiple;
    const sine = Math.sin(start);
    const zero = start + (start * Math.cos(start) - sine) / (start * sine);
    for (const steps of [-2, -1, 0, 1, 2]) {
      yield neighbour(k * HALF_PI, steps);
      yield neighbour(-k * HALF_PI, steps);
      yield neighbour(zero, steps);
    }
  }
}

/** One more point; `turn` counts on, so that every kind has its share. */
function drawn(turn: number, random: Randomness, isPeriodic: boolean, landmarks: number[]): number {
  switch (turn % 10) {
    case 0:
    case 1:
    case 2:
      return random.sign() * fromBits(random.whole(0, 0x7ff00000), random.word());
    case 3:
    case 4:
      return random.sign() * random.between(1, 2) * 2 ** random.whole(-40, 11);
    case 5:
      return random.sign() * random.between(0, random.of([1, 2, 5]));
    case 6:
      return random.sign() * random.between(0, random.of([10, 40, 110, 760, 1100]));
    case 7: {
      const distance = random.sign() * random.between(1, 2) * 2 ** -random.whole(1, 52);
      const landmark = random.sign() * random.of(landmarks);
      return landmark === 0 ? distance : landmark * (1 + distance);
    }
    case 8: {
      // Few bits: squares, cubes and products that end exactly in the middle between two doubles.
      const count = random.whole(2, 29);
      return random.sign() * random.whole(1, 2 ** count) * 2 ** random.whole(-count - 30, 30);
    }
    default: {
      if (!isPeriodic) return random.sign() * random.between(0, 30);
      const multiple = random.whole(1, 2 ** random.whole(1, 53)) * HALF_PI;
      return random.sign() * neighbour(multiple, random.whole(-2, 3));
    }
  }
}

/**
 * Distinct finite points of the domain, in a fixed order: `count` of them, or as many more as are
 * listed when the whole list is asked for; with a smaller count a selection that keeps every kind.
 *
 * @throws Error if the domain is too small to have so many
 */
export function pointsOf(definition: FunctionDefinition, count: number): Float64Array {
  const { domain } = definition;
  const name = definition.family?.name ?? definition.name;
  const random = new Randomness(definition.name);
  const kinks = (definition.kinks ?? []).map(({ at }) => at);
  const landmarks = [...new Set([...LANDMARKS, ...kinks.map(Math.abs)])];
  const isPoint = (x: number): boolean => Number.isFinite(x) && domain.contains(x);

  const hard = [...new Set(listed(name, landmarks))].filter(isPoint);
  // At most half of the points come from the list; of a longer one every second, third, ...
  const stride = Math.max(1, Math.ceil(hard.length / (count / 2)));
  const points = new Set([...kinks.filter(isPoint), ...hard.filter((_, i) => i % stride === 0)]);
  for (let turn = 0; points.size < count; turn++) {
    const x = drawn(turn, random, PERIODIC.has(name), landmarks);
    if (isPoint(x)) points.add(x);
    if (turn > 100 * count) throw new Error(`found only ${String(points.size)} points`);
  }
  return Float64Array.from(points);
}
