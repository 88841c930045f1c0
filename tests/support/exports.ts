/** @file What the library exports, as the types of the build say it. */

import { join } from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from './program';

export interface Export {
  readonly name: string;
  /** What an editor shows of it on hover. */
  readonly documentation: string;
  /** Of a function, the ways to call it. */
  readonly signatures: readonly {
    readonly documentation: string;
    /** `param`, `returns`, `throws` */
    readonly tags: readonly string[];
  }[];
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
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
    const isFunction = (symbol.flags & ts.SymbolFlags.Function) !== 0;
    const signatures = isValue ? checker.getTypeOfSymbol(symbol).getCallSignatures() : [];
    // Those of a constant that is a function stand at the constant.
    const ofVariable = isFunction ? [] : symbol.getJsDocTags(checker);
    return {
      name: exported.name,
      documentation: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      signatures: signatures.map((signature) => ({
        documentation: ts.displayPartsToString(signature.getDocumentationComment(checker)),
        tags: [...signature.getJsDocTags(), ...ofVariable].map(({ name }) => name),
      })),
    };
  });
}
