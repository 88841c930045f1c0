/** @file `completion SHELL`: the script by which a shell completes our command lines. */

import { completionScript, type Shell, SHELLS } from '../../report/completion/shells';
import { ChoiceArgument } from '../options/choice-option';
import type { CommandModule, HelpfulCommand } from '../help';
import { describeProgram } from '../describe-program';
import { EXIT_STATUS } from '../process/exit-status';
import { choice } from '../options/options';

export const completion: CommandModule = {
  description: 'Print the script by which bash, zsh or fish completes command lines.',
  examples: [
    'source <(dezero-cli completion bash)',
    'dezero-cli completion zsh > ~/.zsh/completions/_dezero-cli',
    'dezero-cli completion fish > ~/.config/fish/completions/dezero-cli.fish',
  ],
  common: '',
  below: `Put the line for your shell into its file, and open a new shell:
  bash  ~/.bashrc  source <(dezero-cli completion bash)
  zsh   ~/.zshrc   source <(dezero-cli completion zsh), after compinit
  fish  ~/.config/fish/config.fish  dezero-cli completion fish | source

It completes commands, options, their values and files, and, inside a chain,
functions: --chain square,si and Tab. The script asks dezero-cli
nothing, so print it anew when dezero-cli has a new version.

Exit status: 0 done, 2 wrong usage or failed write`,
  describe(command) {
    command.addArgument(
      new ChoiceArgument('<shell>', SHELLS.join(', '), { kind: 'words', words: SHELLS }),
    );
  },

  run(command, io) {
    const shell = choice('shell', command.args, SHELLS) as Shell;
    io.writeOutput(completionScript(shell, describeProgram(command.parent as HelpfulCommand)));
    return EXIT_STATUS.done;
  },
};
