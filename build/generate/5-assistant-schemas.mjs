import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `schema/batch-*.schema.json` → `src/mcp/schemas.generated.ts`: what an assistant may hand over is a record of `batch` without its id, and what it gets is an
 * answer of `batch`. Programs that offer tools to a language model read little of JSON Schema, so what they are given has no references and no null.
 */
export function generate({ root, write }) {
  const read = (name) => JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8'));
  const { definitions, properties } = read('batch-input');
  const { id: _id, ...fields } = plain(properties, definitions);
  const input = { type: 'object', properties: fields, required: ['draft'], additionalProperties: false };
  const declared = (name, text, value) => `/** ${text} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
  write(
    'src/mcp/schemas.generated.ts',
    declared('replySchema', 'A reply, and what is known about it.', input) +
      declared('answerSchema', 'What is said of it: schema/batch-output.schema.json.', read('batch-output')),
  );
}

/** Dates are checked by us, who say more of them than a pattern can. */
function plain(value, definitions) {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map((item) => plain(item, definitions));
  if (typeof value !== 'object') return value;
  const { $ref, type, pattern: _pattern, ...rest } = value;
  const own = Object.fromEntries(Object.entries(rest).map(([key, held]) => [key, plain(held, definitions)]));
  if (type !== undefined) own.type = Array.isArray(type) ? type.find((name) => name !== 'null') : type;
  if (own.enum) own.type ??= 'string';
  if ($ref === undefined) return own;
  const meant = plain(definitions[$ref.replace('#/definitions/', '')], definitions);
  const description = [own.description, meant.description].filter(Boolean).join(' ');
  return { ...meant, ...own, ...(description && { description }) };
}
