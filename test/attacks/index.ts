import type { Attack } from './attack.js';
import { htmlAttacks } from './html.js';
import { mailAttacks } from './mail.js';
import { markdownAttacks } from './markdown.js';
import { jsonAttacks, yamlAttacks } from './yaml.js';

export type { Attack } from './attack.js';

/** What is attacked, with every attack on it. */
export const attacks = {
  mail: mailAttacks,
  markdown: markdownAttacks,
  html: htmlAttacks,
  yaml: yamlAttacks,
  json: jsonAttacks,
} as const satisfies Readonly<Record<string, readonly Attack[]>>;
