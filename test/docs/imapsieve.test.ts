import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../cli/project.js';
import { draft, look } from '../drafts-folder/mails.js';
import { Dovecot, hasDovecot } from '../drafts-folder/dovecot.js';

const page = readFileSync(new URL('../../docs/drafts-folder.md', import.meta.url), 'utf8');
const hasSieve = hasDovecot && existsSync('/usr/lib/dovecot/modules/lib95_imap_sieve_plugin.so');

describe.skipIf(!hasSieve)('the recipe for IMAPSieve in docs/drafts-folder.md (skipped without the Debian package dovecot-sieve)', () => {
  const dovecot = new Dovecot();
  const folder = (name: string): string => join(dovecot.folder, name);
  /** A block of the page, its paths moved below our folder. */
  const recipe = (name: string): string =>
    (new RegExp(`^\`\`\`\\w+ recipe=${name}\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '')
      .replaceAll('/usr/local/lib/dovecot-sieve', folder('lib'))
      .replaceAll('/etc/dovecot/sieve', folder('sieve'))
      .replaceAll('/usr/local/bin', folder('bin'));
  const put = (name: string, text: string): void => {
    writeFileSync(folder(name), text);
    chmodSync(folder(name), 0o755);
  };
  const installed = `#!/bin/sh\nexec "${process.execPath}" "${command}" --no-config "$@"\n`;

  beforeAll(async () => {
    for (const name of ['lib', 'sieve', 'bin']) mkdirSync(folder(name));
    put('lib/replylint-held', recipe('script'));
    put('sieve/drafts.sieve', recipe('sieve'));
    put('bin/replylint', installed);
    await dovecot.start(recipe('conf'));
  });
  afterAll(() => dovecot.remove());

  it('flags a draft that should not be sent, and no other; a replylint that fails flags none', async () => {
    const mail = await dovecot.client();
    const held = 'Dear {{first_name}},\n\nYour kettle will be with you by Thursday 26 November.\n\nKind regards,\nMaya Lindqvist\n';
    const fine = held.replace('{{first_name}}', 'Ms Okafor');
    await mail.append('Drafts', draft(held), ['\\Draft']);
    await mail.append('Drafts', draft(fine), ['\\Draft', '$ReplylintHeld']);
    for (const broken of ['#!/bin/sh\nkill -TRAP $$\n', '#!/bin/sh\nexit 2\n', '#!/no/such/shell\n']) {
      put('bin/replylint', broken);
      await mail.append('Drafts', draft(held), ['\\Draft']);
    }
    const flags = (await look(mail)).map((one) => one.flags);
    expect(flags).toEqual([['$ReplylintHeld', '\\Draft'], ['\\Draft'], ['\\Draft'], ['\\Draft'], ['\\Draft']]);
  });
});
