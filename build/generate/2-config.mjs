import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';

/** `src/config/schema.ts` → the published JSON Schema, and the code that checks config files without zod or ajv. */
export async function generate({ root, load, write }) {
  const [{ jsonSchema }, { profiles }] = await Promise.all([load('src/config/schema.ts'), load('src/config/profiles/index.ts')]);
  const schema = jsonSchema(rulesOf(root), Object.keys(profiles));
  write('schema/replylintrc.schema.json', published(schema));
  // Without the ids: which rules there are is known only when the user's own have been read.
  write('src/config/validate.generated.ts', validator(jsonSchema([], Object.keys(profiles))));
}

/** Ids and titles of `rules/`, by id. */
function rulesOf(root) {
  const folder = join(root, 'rules');
  return readdirSync(folder)
    .filter((id) => !id.startsWith('_'))
    .sort()
    .map((id) => ({ id, file: join(folder, id, 'rule.yml') }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, file }) => ({ id, title: parse(readFileSync(file, 'utf8')).title }));
}

function published(schema) {
  return `${JSON.stringify(schema, (key, value) => (key === 'expected' && typeof value === 'string' ? undefined : value), 2)}\n`;
}

function validator(schema) {
  // `verbose` hands the schema beside each error over, which is where the messages take the known keys and values from.
  // `unicode: false` counts UTF-16 units, so that the code needs nothing of ajv at run time.
  const ajv = new Ajv({
    allErrors: true,
    logger: false,
    verbose: true,
    unicode: false,
    strict: true,
    strictTuples: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(['expected']);
  const code = standalone.default(ajv, ajv.compile(inlined(schema)));
  if (/\brequire\(/.test(code))
    throw new Error('the config validator would need ajv at run time: see the keywords of src/config/schema.ts');
  return `// @ts-nocheck\n/* oxlint-disable */\n${code}\n`;
}

/** Definitions put where they are referred to: code for a `$ref` copies all errors so far at each call, which is quadratic over a long bad list. */
function inlined({ definitions, ...schema }) {
  const put = (node) => {
    if (Array.isArray(node)) return node.map(put);
    if (typeof node !== 'object' || node === null) return node;
    if (node.$ref) return put(definitions[node.$ref.replace('#/definitions/', '')]);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, put(value)]));
  };
  return put(schema);
}
