import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from '../cli/project.js';
import { Dovecot, hasDovecot, PASSWORD } from '../drafts-folder/dovecot.js';
import { ACCOUNT, clean, flawed } from '../drafts-folder/mails.js';

const page = readFileSync(new URL('../../docs/drafts-folder.md', import.meta.url), 'utf8');
const hasPrograms = hasDovecot && ['neomutt', 'script'].every((name) => !spawnSync(name, ['--version']).error);

describe.skipIf(!hasPrograms)('what NeoMutt shows of a drafts folder (skipped without neomutt, script or dovecot-imapd)', () => {
  const dovecot = new Dovecot();
  const project = new Project();
  afterAll(async () => {
    project.remove();
    await dovecot.remove();
  });

  it('with the settings of docs/drafts-folder.md', async () => {
    await dovecot.start();
    const mail = await dovecot.client();
    await mail.append('Drafts', flawed(), ['\\Draft']);
    await mail.append('Drafts', clean(), ['\\Draft']);
    expect((await project.run(['watch-imap', '--once', '--server', `imap://127.0.0.1:${dovecot.port}`], { env: ACCOUNT })).code).toBe(1);
    const settings = /^```muttrc\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
    const account = `set imap_user = maya\nset imap_pass = "${PASSWORD}"\nset ssl_starttls = no\nset ssl_force_tls = no\nset folder = imap://127.0.0.1:${dovecot.port}\n`;
    const [file, server] = [join(dovecot.folder, 'muttrc'), `imap://127.0.0.1:${dovecot.port}/Drafts`];
    writeFileSync(file, account + settings);
    const { stdout } = spawnSync('script', ['-qec', `neomutt -F '${file}' -f '${server}' -e 'push <quit>'`, '/dev/null'], {
      encoding: 'utf8',
      env: { ...process.env, TERM: 'xterm', HOME: dovecot.folder, LINES: '24', COLUMNS: '80' },
      timeout: 40_000,
    });
    expect(stdout).toMatch(/1 N +HELD +Maya/);
    expect(stdout).toMatch(/2 N +ok +Maya/);
  });
});
