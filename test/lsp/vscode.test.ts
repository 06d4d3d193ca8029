import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { command } from '../cli/project.js';
import { Stage } from './stage.js';
import { vscodeStub, type Stub } from './vscode-stub.js';

const bundle = fileURLToPath(new URL('../../editors/vscode/dist/extension.js', import.meta.url));
const stage = new Stage();

interface Extension {
  activate(context: { subscriptions: unknown[]; extensionMode: number }): Promise<void>;
  deactivate(): Promise<void>;
}

let running: Extension | undefined;
beforeEach(({ skip }) => {
  if (!existsSync(bundle)) skip('the extension is not built: npm ci --prefix editors/vscode && npm run pack --prefix editors/vscode');
});
afterEach(async () => {
  await running?.deactivate();
  running = undefined;
  stage.clear();
});

/** The extension as it is packed, in an editor that is none, with the built server behind it. */
async function activate(stub: Stub): Promise<void> {
  const { folder } = stage.project({ 'node_modules/vscode/index.js': 'module.exports = globalThis.vscodeStub;' });
  copyFileSync(bundle, join(folder, 'extension.cjs'));
  Object.assign(globalThis, { vscodeStub: stub.module });
  running = createRequire(import.meta.url)(join(folder, 'extension.cjs')) as Extension;
  await running.activate({ subscriptions: [], extensionMode: 1 });
}

function found(
  stub: Stub,
  uri: string,
  isIt: (codes: readonly string[]) => boolean,
): Promise<readonly { code: unknown; range: unknown }[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      const all = stub.diagnostics.get(uri);
      if (all && isIt(all.map(codeOf))) resolve(all);
    };
    stub.changed(look);
    look();
  });
}

function codeOf({ code }: { code: unknown }): string {
  return String((code as { value?: unknown } | null)?.value ?? code);
}

it('shows findings, and makes the fix that is chosen', async () => {
  const project = stage.project({ '.replylintrc.yaml': 'rules: { unprofessional-language: error }\n' });
  const stub = vscodeStub(project.folder, { 'replylint.path': command, 'replylint.enable': true }, true);
  const draft = stub.open(project.path('reply.md'), 'markdown', 'Dear Ms Okafor,\n\nWe are 😀 sorry!!! Your kettle is here.\n');
  await activate(stub);
  const shown = await found(stub, draft.uri.toString(), (codes) => codes.includes('unprofessional-language'));
  const words = stub.range(draft, 'sorry!!!');
  expect(shown.map(({ range }) => range)).toContainEqual(words);
  const [provider] = stub.providers;
  const actions = await provider.provideCodeActions(draft, words, { diagnostics: shown, triggerKind: 1 }, stub.token);
  const fix = actions.find(({ title }) => title.startsWith('write “.”'));
  expect(fix?.edit?.edits).toEqual([{ range: stub.range(draft, '!!!'), newText: '.' }]);
});

it('tells the server when the workspace is not trusted: code of the project is not run', async () => {
  const project = stage.project({ '.replylintrc.yaml': '', 'replylint.config.mjs': 'process.exit(3);\n' });
  const stub = vscodeStub(project.folder, { 'replylint.path': command }, false);
  const draft = stub.open(project.path('reply.md'), 'markdown', 'Dear Customer,\n\nYour kettle is here.\n');
  await activate(stub);
  const [refusal] = await found(stub, draft.uri.toString(), (codes) => codes.length > 0);
  expect(codeOf(refusal)).toBe('untrusted');
});

it('says how to install replylint where it is not there', async () => {
  const project = stage.project();
  const stub = vscodeStub(project.folder, { 'replylint.path': project.path('none') }, true);
  await activate(stub);
  expect(stub.messages.join('\n')).toContain('npm install --save-dev replylint');
});

it('asks why a phrase is allowed, and keeps the answer in the configuration', async () => {
  const project = stage.project();
  const stub = vscodeStub(project.folder, { 'replylint.path': command }, true);
  const draft = stub.open(project.path('reply.md'), 'markdown', 'Dear Ms Okafor,\n\nPlonkety plonk.\n');
  await activate(stub);
  await found(stub, draft.uri.toString(), (codes) => codes.includes('no-plonk'));
  stub.answer = 'It is our song.';
  await stub.run('replylint.allowPhrase', { uri: draft.uri.toString(), phrase: 'plonkety plonk', rule: 'no-plonk' });
  expect(readFileSync(project.path('.replylintrc.yaml'), 'utf8')).toContain('It is our song.');
});
