import { afterAll, describe, expect, it } from 'vitest';
import { Session } from './session.js';

const sessions: Session[] = [];
afterAll(() => sessions.forEach((session) => session.remove()));

function session(page: string, before?: Readonly<Record<string, string>>): Session {
  const one = new Session(page, before);
  sessions.push(one);
  return one;
}

describe('the commands of the docs show what the docs say', () => {
  it.each(['baseline.md', 'libraries.md', 'measuring.md', 'page.md', 'plugins.md', 'reports.md'])('docs/%s', (page) => {
    const { said, seen } = session(page).run();
    expect(said.length).toBeGreaterThan(0);
    expect(seen).toEqual(said);
  });
});
