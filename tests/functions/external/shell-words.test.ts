import { DezeroError } from '../../../src/core/text/errors';
import { shellWords } from '../../../src/functions/external/shell-words';

// What `sh -c 'printf "[%s]" COMMAND'` prints for each.
test.each([
  ['./model', ['./model']],
  ['  python3\tmodel.py  0.5 ', ['python3', 'model.py', '0.5']],
  [`awk '{ print $1^2, "a b" }'`, ['awk', '{ print $1^2, "a b" }']],
  [`sh -c "printf '%s\\n' \\"x\\" \\$y"`, ['sh', '-c', `printf '%s\\n' "x" $y`]],
  [String.raw`a\ b c\'d \\ e"f"'g'`, ['a b', "c'd", '\\', 'efg']],
  [`x "" ''`, ['x', '', '']],
  ['"a\\b"', ['a\\b']],
  ['a\\\nb', ['ab']],
  ['R_x=1 -e #no', ['R_x=1', '-e', '#no']],
])('%j is %j', (command, words) => {
  expect(shellWords(command)).toEqual(words);
});

test.each([
  ['', 'the command is empty; it names a program, as in ./model'],
  ['   ', 'the command is empty; it names a program, as in ./model'],
  ["'' x", 'the command is empty; it names a program, as in ./model'],
  ["awk '{print", 'a quote that is not closed'],
  ['awk "x', 'a quote that is not closed'],
  ['a \\', 'a backslash at the end'],
  [
    'cat x | ./model',
    "'|' is for a shell, and none is run; quote it, or give the whole as sh -c '...'",
  ],
  ['./model $N', "'$' is for a shell, and none is run; quote it, or give the whole as sh -c '...'"],
])('%j is refused: %s', (command, message) => {
  expect(() => shellWords(command)).toThrow(new DezeroError('bad-command', message));
});

test('the place is shown', () => {
  try {
    shellWords('a | b');
    throw new Error('accepted');
  } catch (error) {
    expect((error as DezeroError).details).toEqual(['a | b', '  ^']);
  }
});
