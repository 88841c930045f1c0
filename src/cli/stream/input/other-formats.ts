/** @file What is said of input in formats that are not read. */

/** A hint if a first line is that of JSON: of an array of objects, or of an object a line. @param names what is wanted */
export function jsonHint(names: readonly string[], line: string): string | undefined {
  const isArray = /^\[\s*(?:\{|$)/.test(line);
  if (!isArray && !line.startsWith('{"')) return undefined;
  const keys = names.map((name) => (/^[A-Za-z]\w*$/.test(name) ? `.${name}` : '.NAME'));
  const each = isArray ? '.[] | ' : '';
  const made =
    keys.length === 1
      ? `jq '${isArray ? '.[]' : ''}${keys.join()}' FILE makes of it a number a line, for --x -`
      : `jq -r '${each}[${keys.join(', ')}] | @tsv' FILE makes of it a point a line, for --at -`;
  return ` The input is JSON, and a table is CSV or TSV: ${made}`;
}

/** A hint if cells seem to be separated by semicolons. */
export function separatorHint([name, second]: readonly string[]): string | undefined {
  if (second !== undefined || name?.includes(';') !== true) return undefined;
  return " Cells are separated by commas or tabs, these by semicolons: tr ';' '\\t' < FILE > NEW_FILE";
}
