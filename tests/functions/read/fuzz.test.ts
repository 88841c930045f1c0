import { fuzz } from '../../measure/fuzz/fuzz';

test('20,000 texts are formulas that read back, or refused in words', () => {
  const { accepted, faults } = fuzz(20_000, 20_261_129);
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(8000);
});
