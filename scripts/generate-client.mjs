// Writes the types of the example client's operations: examples/client/generated.ts, out of schema.graphql and
// examples/client/operations.graphql. With `--print` it goes to standard output.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => parse(readFileSync(path(name), 'utf8'));

const text = await codegen({
  filename: 'generated.ts',
  schema: read('schema.graphql'),
  documents: [{ location: 'operations.graphql', document: read('examples/client/operations.graphql') }],
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    immutableTypes: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'string', Date: 'string', URL: 'string' },
    documentNodeImport: '@apollo/client#TypedDocumentNode',
  },
  pluginMap: { typescriptOperations, typedDocumentNode },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
});

const generated = `// Made by \`npm run client:generate\`; not to be edited.\n${text.trimEnd()}\n`;
if (process.argv.includes('--print')) process.stdout.write(generated);
else writeFileSync(path('examples/client/generated.ts'), generated);
