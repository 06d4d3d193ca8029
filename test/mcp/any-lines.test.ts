import { Readable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { serve } from '../../src/mcp/serve.js';
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({ config: false, libraryRules: true });
});

const names = ['draft', 'customer', 'format', 'kind', 'sent', 'earlier', 'attachments', 'mode', 'rule', '__proto__', 'constructor', 'id'];
const values = fc.oneof(
  fc.string(),
  fc.constantFrom('html', 'eml', 'complaint', '2026-11-20', 'blame-shifting', null),
  fc.jsonValue({ maxDepth: 2 }),
);
const call = fc.record({
  jsonrpc: fc.constant('2.0'),
  id: fc.oneof(fc.integer(), fc.string()),
  method: fc.constantFrom('tools/call', 'tools/list', 'ping', 'initialize', 'resources/list', 'toString', ''),
  params: fc.oneof(
    fc.record({
      name: fc.constantFrom('check_reply', 'explain_rule', 'list_rules', 'constructor', ''),
      arguments: fc.dictionary(fc.constantFrom(...names), values, { noNullPrototype: true }),
    }),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});
const line = fc.oneof(
  call.map((message) => JSON.stringify(message)),
  fc.json(),
  fc.string().map((text) => text.replaceAll('\n', ' ')),
);

it('whatever is said, each line that asks is answered at most once, nothing breaks, and the last question is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 400 }), async (lines, cut) => {
      const last = JSON.stringify({ jsonrpc: '2.0', id: 'the last', method: 'ping' });
      const bytes = Buffer.from([...lines, last].join('\n'));
      const pieces = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) => bytes.subarray(at * cut, (at + 1) * cut));
      let out = '';
      const write = (text: string): Promise<boolean> => {
        out += text;
        return Promise.resolve(true);
      };
      await serve(workspace, '1.0.0', { input: Readable.from(pieces), write }, () => {});
      const answers = out
        .trimEnd()
        .split('\n')
        .map((answer) => JSON.parse(answer) as { jsonrpc: string; id?: unknown; error?: { message: string } });
      expect(answers.length).toBeLessThanOrEqual(lines.length + 1);
      expect(answers.filter(({ id }) => id === 'the last').length).toBeGreaterThan(0);
      for (const { jsonrpc, error } of answers) {
        expect(jsonrpc).toBe('2.0');
        expect(error?.message ?? '').not.toMatch(/TypeError|RangeError|Cannot read|\n/);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});
