import { fuzz } from '../../measure/fuzz/fuzz';
import { runs } from '../../support/portions';

test('random texts are formulas that read back, or refused in words', () => {
  const count = runs(20_000, 4);
  const { accepted, faults } = fuzz(count, 20_261_129);
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(0.4 * count);
});
