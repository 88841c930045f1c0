import { spawnSync } from 'node:child_process';
import { completionScript, SHELLS } from '../../../src/report/completion/shells';
import {
  type ProgramDescription,
  TEXT,
  type Values,
} from '../../../src/report/program-description';
import { testWith } from '../../support/machine';

const AWKWARD = `it's a [step]: "half" of $x or \`y\`, \\ and (more) {of} it; 100 % & !`;

const values = { kind: 'words', words: ['one', 'two'] } as const;
const option = (long: string, given?: Values) => ({
  long,
  flags: given === undefined ? long : `${long} <${long.slice(2)}>`,
  description: AWKWARD,
  required: given !== undefined,
  values: given ?? TEXT,
  variadic: false,
  isRepeatable: false,
});

/** A program whose texts have everything that a shell takes for its own. */
const PROGRAM: ProgramDescription = {
  name: 'my-program',
  version: '1.2.3',
  description: AWKWARD,
  options: [option('--help')],
  arguments: [],
  sections: [],
  functions: [{ name: 'sine', summary: AWKWARD }],
  commands: [
    {
      name: 'work',
      description: AWKWARD,
      options: [
        option('--switch'),
        option('--number', values),
        option('--chain', { kind: 'chain' }),
      ],
      arguments: [{ name: () => 'count', description: AWKWARD, required: false, values }],
      sections: [],
    },
  ],
};

function run(shell: string, script: string, ...words: string[]): string {
  const { stdout, stderr } = spawnSync(shell, [...words, '-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

for (const shell of SHELLS) {
  const script = completionScript(shell, PROGRAM);

  test(`${shell}: no name of another program is in the script`, () => {
    expect(script).not.toMatch(/dezero|PROGRAM|NAME|undefined|@\{/);
    expect(script).toContain('my-program 1.2.3');
  });
}

testWith('bash')('bash reads any text', () => {
  const script = `${completionScript('bash', PROGRAM)}
    COMP_WORDS=(my-program work --number t) COMP_CWORD=3
    _my_program
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  expect(run('bash', script)).toBe('two\n');
});

testWith('fish')('fish reads any text, and shows it', () => {
  const script = `${completionScript('fish', PROGRAM)}
    complete -C 'my-program w'
    complete -C 'my-program work --s'
    complete -C 'my-program work --number t'
    complete -C 'my-program work --chain s'`;
  expect(run('fish', script, '--no-config')).toBe(
    `work\t${AWKWARD}\n--switch\t${AWKWARD}\ntwo\t${AWKWARD}\nsine\t${AWKWARD}\n`,
  );
});

testWith('zsh')(
  'zsh reads any text: each specification of _arguments, and each description',
  () => {
    const script = `
    _arguments() { for word; do print -r -- $word; done; state=arguments; return 1 }
    _describe() { print -r -- \${(P)@[-1]} }
    compdef() { : }
    ${completionScript('zsh', PROGRAM)}
    words=(work)
    _my_program; _my_program_commands`;
    const escaped = AWKWARD.replace(/[\\[\]:]/g, String.raw`\$&`);
    const output = run('zsh', script, '-f');
    expect(output).toContain(`(--switch)--switch[${escaped}]\n`);
    expect(output).toContain(`(--number)--number=[${escaped}]:number:(one two)\n`);
    expect(output).toContain(`::count:(one two)\n`);
    expect(output).toContain(`work:${AWKWARD.replaceAll('\\', '\\\\')}\n`);
  },
);
