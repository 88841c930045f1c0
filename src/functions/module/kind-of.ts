/** @file Words for the result of a foreign function that is no number. */

export function kindOf(result: unknown): string {
  if (result === undefined || result === null) return String(result);
  if (typeof result !== 'object') return `a ${typeof result}`;
  try {
    return 'then' in result ? 'a promise' : Array.isArray(result) ? 'an array' : 'an object';
  } catch {
    return 'an object'; // a proxy, which may refuse to be looked at
  }
}
