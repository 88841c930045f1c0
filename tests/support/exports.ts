/** @file What the library exports, as the types of the build say it. */

import { join } from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from './program';

export interface Export {
  readonly name: string;
  /** What an editor shows of it on hover. */
  readonly documentation: string;
  readonly tags: readonly string[];
  /** Whether it is there when the program runs. */
  readonly isValue: boolean;
  readonly isCallable: boolean;
}

export function exportsOfLibrary(): Export[] {
  const path = join(REPOSITORY, 'dist/index.d.ts');
  const program = ts.createProgram([path], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const face = source && checker.getSymbolAtLocation(source);
  if (face === undefined) throw new Error('run npm run build first');
  return checker.getExportsOfModule(face).map((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const type = checker.getTypeOfSymbol(symbol);
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
    return {
      name: exported.name,
      documentation: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker).map(({ name }) => name),
      isValue,
      isCallable: isValue && type.getCallSignatures().length > 0,
    };
  });
}
