/** @file Text as words of a shell. */

/** One word of bash or zsh, whatever is in it. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The first line of a script. */
export function banner(shell: string, name: string, version: string): string {
  return `# Completion for ${name} ${version} in ${shell}, printed by: ${name} completion ${shell}\n`;
}

/** The name of the program as the beginning of the name of a function. */
export function functionPrefix(name: string): string {
  return `_${name.replaceAll('-', '_')}`;
}
