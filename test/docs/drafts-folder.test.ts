import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Dovecot, hasDovecot, PASSWORD } from '../drafts-folder/dovecot.js';
import { look } from '../drafts-folder/mails.js';
import { Session } from './session.js';

const page = readFileSync(new URL('../../docs/drafts-folder.md', import.meta.url), 'utf8');
const mails = (kind: string): string[] =>
  [...page.matchAll(/^```eml (\w+)\n([^]*?)^```$/gm)]
    .filter(([, said]) => said === kind)
    .map(([, , text]) => text.replaceAll('\n', '\r\n'));

describe.skipIf(!hasDovecot)('docs/drafts-folder.md (skipped without the Debian package dovecot-imapd)', () => {
  const dovecot = new Dovecot();
  const session = new Session('drafts-folder.md');
  afterAll(async () => {
    session.remove();
    await dovecot.remove();
  });

  it('its recipe does what it says', async () => {
    expect(page).toContain(PASSWORD);
    await dovecot.start();
    const mail = await dovecot.client();
    for (const source of mails('draft')) await mail.append('Drafts', source, ['\\Draft']);
    const { said, seen } = session.run({ REPLYLINT_IMAP_SERVER: `imap://127.0.0.1:${dovecot.port}` });
    expect(said.length).toBeGreaterThan(2);
    expect(seen).toEqual(said);
    const found = await look(mail);
    expect(found.slice(0, -1).map(({ source }) => source)).toEqual(mails('draft'));
    const stable = (source = ''): string =>
      source
        .replace(/^Date: .*\r\n/, '')
        .replaceAll(/\d{10}\.1\b/g, '1795341076.1')
        .trimEnd();
    expect(stable(found.at(-1)?.source)).toBe(stable(mails('note')[0]));
  });
});
