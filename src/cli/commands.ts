/** The names that stand as commands in the first place; anything else there is a path. */
export const commandNames: readonly string[] = [
  'check',
  'batch',
  'fix',
  'suppressions',
  'baseline',
  'preview',
  'explain',
  'rules',
  'measure',
  'init',
  'allow',
  'trust',
  'mcp',
  'rule',
  'sendmail',
  'help',
];
