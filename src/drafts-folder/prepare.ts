import type { Problem } from '../text/problem.js';
import { readAddress } from './address.js';
import type { Account } from './connection.js';
import { readCredentials } from './credentials.js';
import { DEFAULT_KEYWORD, keywordsFrom, type Keywords } from './keywords.js';

/** What is asked for, as it was given. */
export interface Asked {
  readonly server?: string;
  readonly credentials?: string;
  readonly keyword?: string;
  readonly plain?: boolean;
}

/** Checks all that can be checked before anybody is asked over the network. */
export function prepare(
  asked: Asked,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): { readonly account: Account; readonly keywords: Keywords } | Problem {
  if (!asked.server)
    return {
      code: 'usage',
      message: 'name the mail server: --server imaps://mail.example.com, or REPLYLINT_IMAP_SERVER in the environment',
    };
  const address = readAddress(asked.server, asked.plain);
  if ('code' in address) return address;
  const keywords = keywordsFrom(asked.keyword ?? DEFAULT_KEYWORD);
  if ('code' in keywords) return keywords;
  const credentials = readCredentials(asked.credentials, env, cwd);
  return 'code' in credentials ? credentials : { account: { address, credentials }, keywords };
}
