import type { Seen } from './survey.js';

/** A file that `init` writes. */
export interface Setup {
  /** The name to write to, and other names that the same thing may have. */
  readonly files: readonly [string, ...string[]];
  readonly text: string;
  /** What to add where the file is there already; the whole text otherwise. */
  readonly part?: string;
  /** What it is for, said to people. */
  readonly does: string;
}

/** The one in the project's `node_modules`, never one of the registry. */
const OWN = 'npx --no-install replylint';

/** The configuration: what was seen of the project, and the keys that most teams set next, as comments. */
export function configFor({ templates, drafts, libraries, helpdesk, others }: Seen): Setup {
  const list = (items: readonly string[]): string => `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
  const lines = [
    '# Settings of replylint: `replylint --print-config FILE` shows what holds for a file, and who set it.',
    '',
    ...(helpdesk === undefined
      ? ['# dialect: zendesk              # the help desk whose merge fields templates hold']
      : [`dialect: ${helpdesk}`]),
    '# agent: Priya Nair             # who signs',
    '# organisation:',
    '#   names: [Larkfield Kitchens] # your own names are no fault',
    '# score:',
    '#   pass: 80                    # the score from which a draft passes',
    '# rules:',
    '#   canned-phrase: off          # `replylint rules` lists them',
    '',
    ...(others.length > 0 ? ['# No replies to customers.', `ignore: ${list(others)}`, ''] : []),
    ...(templates.length > 0
      ? [
          '# Canned responses: merge fields are fine in them, and suppressions may stand in comments.',
          'overrides:',
          `  - files: ${list(templates.map((folder) => `${folder}/**`))}`,
          '    extends: template-library',
        ]
      : []),
    ...(drafts.length + libraries.length > 0
      ? [`# Judged as they are: ${[...drafts.map((folder) => `${folder}/`), ...libraries].join(', ')}`]
      : []),
  ];
  const files = [
    '.replylintrc.yaml',
    '.replylintrc.yml',
    '.replylintrc.json',
    '.replylintrc',
    '.config/replylintrc.yaml',
    'replylint.config.mjs',
  ] as const;
  return { files: [...files], text: `${lines.join('\n').trimEnd()}\n`, does: 'the settings.' };
}

/** The entry for pre-commit. A project that depends on replylint runs that one; any other has it brought from npm's registry. */
export function hookFor(seen: Seen, version: string): Setup {
  const { templates, drafts, libraries, install } = seen;
  const places = [...templates, ...drafts].map((folder) => `${escape(folder)}/.*\\.(md|markdown|html?|txt|eml)`);
  const files = [...places, ...libraries.map(escape)];
  const pattern = files.length === 0 ? '\\.(eml|md|markdown|html?|txt)$' : `^(${files.join('|')})$`;
  const entry = [
    '  - repo: local',
    '    hooks:',
    '      - id: replylint',
    '        name: replylint (replies to customers)',
    ...(install === undefined
      ? [
          '        entry: replylint --no-warn-ignored',
          '        language: node',
          `        additional_dependencies: ['replylint@${version}']`,
        ]
      : [`        entry: ${OWN} --no-warn-ignored`, '        language: system']),
    `        files: '${pattern.replaceAll("'", "''")}'`,
    '',
  ].join('\n');
  return {
    files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
    text: `repos:\n${entry}`,
    part: entry,
    does: 'checks what is committed (pre-commit install).',
  };
}

/** The file for CI: annotations on GitHub, a code quality report on GitLab. */
export function ciFor(seen: Seen, version: string): Setup {
  const paths = seen.try;
  const command = seen.install === undefined ? `npx --yes replylint@${version}` : OWN;
  if (seen.ci === 'gitlab') {
    const text = [
      'replylint:',
      '  image: node:22',
      '  script:',
      ...(seen.install === undefined ? [] : [`    - ${seen.install}`]),
      `    - ${command} --format pretty --format gitlab=gl-code-quality-report.json ${paths}`,
      '  artifacts:',
      '    when: always',
      '    reports:',
      '      codequality: gl-code-quality-report.json',
      '',
    ].join('\n');
    return { files: ['.gitlab-ci.yml'], text, does: 'checks each merge request.' };
  }
  const text = [
    'name: replylint',
    'on:',
    '  pull_request:',
    '  push:',
    '    branches: [main]',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  replylint:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    ...(seen.install === undefined ? [] : [`      - run: ${seen.install}`]),
    `      - run: ${command} --format github ${paths}`,
    '',
  ].join('\n');
  return { files: ['.github/workflows/replylint.yml', '.github/workflows/replylint.yaml'], text, does: 'checks each pull request.' };
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
