/** @file The words of a command line as they were meant, where blanks or quotes stand in the wrong place. */

/** An operator that is a word of its own, in a formula without quotes. */
const OPERATOR = /^(?:[-+*/^×·÷−]|\*\*)$/;
/** The words before the ends of an interval. */
const ENDS = ['from', 'to'];

/** How to tell the kinds of words. */
interface Readers {
  readonly isFlag: (word: string) => boolean;
  readonly isFunction: (word: string) => boolean;
  readonly isNumber: (word: string) => boolean;
  readonly isFormula: (text: string) => boolean;
}

/**
 * `x ^ 2` and `sin x` as one word, `'x^2 --x 3'` as three, `from -1 to 1` as options.
 *
 * @param words behind the command
 */
export function regrouped(words: readonly string[], readers: Readers): string[] {
  const loose = words.flatMap(unquoted);
  const flag = loose.findIndex(readers.isFlag);
  const end = flag < 0 ? loose.length : flag;
  const first = loose.slice(0, end);
  const others = loose.slice(end);
  if (isSpread(first, readers)) return [first.join(' '), ...others];
  return [
    ...first.map((word, i) => {
      const isEnd = ENDS.includes(word) && readers.isNumber(first[i + 1] ?? '');
      return isEnd ? `--${word}` : word;
    }),
    ...others,
  ];
}

/** A word that has options in it, as the words that it would be without quotes. */
function unquoted(word: string): string[] {
  const [formula, ...options] = word.split(/\s+(?=--[a-z])/) as [string, ...string[]];
  return [formula, ...options.flatMap((option) => option.split(/\s+/))];
}

/** Whether the words are one formula: operators stand among them, or a function before a letter. */
function isSpread(words: readonly string[], { isFunction, isFormula }: Readers): boolean {
  const [name = '', argument = '', third] = words;
  const isCall = third === undefined && isFunction(name) && /^[a-z]$/.test(argument);
  const isOperation = words.slice(1, -1).some((word) => OPERATOR.test(word));
  return (isCall || isOperation) && isFormula(words.join(' '));
}
