import { functionClasses } from '../support/definitions';
import { middle, point } from '../support/interval';
import { ruleOf } from './jets';

test.each(functionClasses().map(({ definition }) => [definition.name, definition] as const))(
  '%s has its first three derivatives in jets.ts, of which the first is that of its entry',
  (_, definition) => {
    const rule = ruleOf(definition);
    expect(rule).toBeInstanceOf(Function);
    for (const x of definition.samples) {
      const [first, ...higher] = (rule?.(point(x)) ?? []).map(middle);
      expect(first).toBeCloseTo(definition.derivative(x, definition.value(x)), 10);
      expect(higher.every(Number.isFinite)).toBe(true);
    }
  },
);
