import { DezeroError, retelling } from '../../../src/core/text/errors';

describe('an error is told otherwise', () => {
  const failing = (error: Error) => (): never => {
    throw error;
  };
  const told = ({ code, message }: DezeroError): Error => new DezeroError(code, `here: ${message}`);

  test('where it is one of ours', () => {
    const read = failing(new DezeroError('bad-chain', 'no chain'));
    expect(() => retelling(read, told)).toThrow(new DezeroError('bad-chain', 'here: no chain'));
  });

  test('but a fault goes on as it is', () => {
    const fault = new TypeError('x is undefined');
    expect(() => retelling(failing(fault), told)).toThrow(fault);
  });

  test('and what is read is returned', () => {
    expect(retelling(() => 3, told)).toBe(3);
  });
});
