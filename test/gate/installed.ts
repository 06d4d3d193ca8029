import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a command is on the path. */
export const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/**
 * Why `git send-email` cannot be tried here, undefined where it can: a package of its own on most systems, which is there and yet refuses
 * each mail where the Perl modules that it stands on are not. So it is asked to prepare one, in `folder`.
 */
export function noGitSendEmail(folder: string): string | undefined {
  const trial = join(folder, 'trial.mail');
  writeFileSync(trial, 'Subject: Trial\n\nTrial\n');
  const envelope = ['--from=maya@shop.example', '--to=ada@example.com', '--confirm=never', '--suppress-cc=all', '--smtp-server=true'];
  const { status, stderr } = spawnSync('git', ['send-email', '--dry-run', '--quiet', ...envelope, trial], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
  });
  return status === 0 ? undefined : `git send-email is not installed, or not whole: ${(stderr ?? '').split('\n')[0]}`;
}
