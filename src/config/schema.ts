import { z } from 'zod';
import { kinds } from '../draft/choices.js';
import { defaultLimits } from '../parse/source.js';
import { dialects } from './dialects.js';

/*
 * The form of a config file. Used when the package is built: from it come the published JSON Schema and the code that checks files at run time,
 * so that no user loads zod or ajv. `expected` finishes the sentence "… must be" of an error; it is not published.
 */

/** A rule that editors shall offer. */
export interface ListedRule {
  readonly id: string;
  readonly title: string;
}

const CLOCK = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DURATION = /^[0-9]{1,6}(?:\.[0-9]{1,6})? ?[hd]$/;

const text = (expected: string) => z.string().max(1000).regex(/\S/).meta({ expected });
const texts = (one: string, description: string, example: readonly string[]) =>
  z.array(text(one)).meta({ description, examples: [example], expected: `a list, such as ${JSON.stringify(example)}` });

const level = z
  .enum(['off', 'error', 'warning', 'suggestion'])
  .meta({ id: 'level', description: 'How loud a rule is.', expected: 'off, error, warning or suggestion' });
const options = z.record(z.string(), z.unknown()).meta({ expected: 'a map of options' });
const ruleEntry = z
  .union([level, z.tuple([level, options.optional()]).meta({ expected: '[level, {options}]' })])
  .meta({ id: 'ruleEntry', expected: 'off, error, warning or suggestion, or [level, {options}]' });
const weight = z.number().min(0).max(100).meta({ id: 'weight', expected: 'a number of points from 0 to 100' });

const glob = z.string().min(1).max(500).meta({ expected: 'a glob, such as "macros/**/*.md"' });
const globs = (description: string) =>
  z.union([glob, z.array(glob).min(1)]).meta({ description, expected: 'a glob or a list of globs, such as "macros/**/*.md"' });

/** Offers every shipped rule by name; any other id may be one of the user's own. */
function byRule<T extends z.ZodType>(rules: readonly ListedRule[], value: T) {
  return z.object(Object.fromEntries(rules.map(({ id, title }) => [id, value.meta({ description: title }).optional()]))).catchall(value);
}

const path = (description: string) => text('a key, a column or a path with dots').meta({ description });
const libraryMap = z
  .strictObject({
    entries: path('Where the list of entries stands; the whole file when absent.').optional(),
    body: path('The text of an entry.'),
    format: z.enum(['markdown', 'html', 'text']).meta({ expected: 'markdown, html or text' }).optional(),
    ...Object.fromEntries(
      ['id', 'title', 'subject', 'lang', 'scenario', 'intent', 'tags', 'folder', 'visibility', 'usage', 'owner', 'active', 'dialect'].map(
        (key) => [key, path(`Where an entry keeps its ${key}.`).optional()],
      ),
    ),
  })
  .meta({
    description: 'Where a file of no known kind keeps what: keys, columns of CSV, or paths with dots.',
    examples: [{ entries: 'data', id: 'key', title: 'Macro name', body: 'content.html', format: 'html' }],
    expected: 'a map with at least "body"',
  });

/** The keys that may also stand in an override. */
function sharedKeys(rules: readonly ListedRule[], profiles: readonly string[]) {
  const base = z
    .union([z.enum(profiles), text('a profile or a file')])
    .meta({ expected: `a profile (${profiles.join(', ')}) or a file such as ./base.yaml` });
  return {
    extends: z.union([base, z.array(base)]).meta({
      description:
        'Shipped profiles, or config files inside the project (relative to this file). Later ones win over earlier ones, this file over all.',
      examples: ['formal', ['regulated', './team.yaml']],
      expected: `a profile (${profiles.join(', ')}), a file such as ./base.yaml, or a list of them`,
    }),
    as: z.enum(['draft', 'template']).meta({
      description: 'What the files are: drafts about to be sent, or templates, which may hold merge fields.',
      expected: 'draft or template',
    }),
    rules: byRule(rules, ruleEntry).meta({
      description: 'Level of each rule by id, or [level, options].',
      examples: [{ officialese: 'off', 'missing-thanks': 'error' }],
      expected: 'a map from rule ids to levels',
    }),
    score: z
      .strictObject({
        weights: byRule(rules, weight).meta({
          description: 'Points for the first finding, by rule id.',
          examples: [{ 'missing-thanks': 4 }],
          expected: 'a map from rule ids to points',
        }),
        pass: z
          .number()
          .min(0)
          .max(100)
          .meta({ description: 'The score from which a draft passes. Default 80.', expected: 'a number from 0 to 100' }),
      })
      .partial()
      .meta({ description: 'How drafts are scored.', examples: [{ pass: 85 }] }),
    organisation: z
      .strictObject({
        names: texts('a name', 'What the organisation is called, brands included.', ['Larkfield Kitchens']),
        departments: texts('a department', 'Its departments and teams: blaming them is blaming a colleague.', [
          'Accounts',
          'the fitting team',
        ]),
        products: texts('a product', 'Product names, so that capitals and odd spellings in them are no fault.', ['KettleOne']),
      })
      .partial()
      .meta({ description: 'Names that belong to the team itself.' }),
    vocabulary: z
      .array(
        z
          .strictObject({
            phrase: text('the allowed words').meta({ description: 'The words that are allowed.' }),
            reason: text('why the phrase is allowed').meta({ description: 'Why. Shown to whoever asks later.' }),
            rules: z
              .array(z.string())
              .min(1)
              .optional()
              .meta({ description: 'The rules it is allowed in; all when absent.', expected: 'a list of rule ids' }),
          })
          .meta({ expected: 'a map of phrase and reason' }),
      )
      .meta({
        description: 'Phrases that are allowed here, each with a reason.',
        examples: [[{ phrase: 'kindly', reason: 'House style since 1962.', rules: ['officialese'] }]],
        expected: 'a list of {phrase, reason}',
      }),
    agent: text('the name of the person who signs').meta({ description: 'Who signs the replies.', examples: ['Priya Nair'] }),
    contact: text('a line that says how to reach a person').meta({
      description: 'How the customer reaches a person; offered where it is missing.',
      examples: ['Call me on 0161 496 0002.'],
    }),
    sla: z.union([z.number().positive().max(10_000), z.string().regex(DURATION)]).meta({
      description: 'Longest time to a reply: working hours (8, "8h") or working days ("2d").',
      examples: ['2d', 8],
      expected: 'a number of working hours, or text such as "8h" or "2d"',
    }),
    workingHours: z
      .strictObject({
        from: z.string().regex(CLOCK).meta({ expected: 'a time such as "09:00"' }),
        to: z.string().regex(CLOCK).meta({ expected: 'a time such as "17:30"' }),
        days: z
          .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']).meta({ expected: 'mon, tue, wed, thu, fri, sat or sun' }))
          .min(1)
          .meta({ expected: 'a list of weekdays, such as [mon, tue, wed]' }),
      })
      .partial()
      .meta({
        description: 'When the team works: 24-hour clock, and weekdays. Default 09:00 to 17:00, Monday to Friday.',
        examples: [{ from: '08:00', to: '18:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }],
      }),
    holidays: z.array(z.string().regex(DATE).meta({ expected: 'a date such as 2026-12-25' })).meta({
      description: 'Days on which nobody works.',
      examples: [['2026-12-25', '2026-12-28']],
      expected: 'a list of dates, such as [2026-12-25]',
    }),
    suppressions: z
      .strictObject({
        reason: z.enum(['optional', 'required']).meta({
          description: 'Whether a suppression needs its reason; one without it then silences nothing. Default optional.',
          expected: 'optional or required',
        }),
        unused: z.enum(['off', 'warning', 'error']).meta({
          description: 'What becomes of a suppression that silences nothing. Default warning.',
          expected: 'off, warning or error',
        }),
      })
      .partial()
      .meta({ description: 'How suppressions in drafts are taken.', examples: [{ reason: 'required', unused: 'error' }] }),
    dialect: z.enum(dialects).meta({
      description: 'The helpdesk whose merge fields are legitimate in templates; `auto` recognises it.',
      examples: ['zendesk'],
      expected: `one of ${dialects.join(', ')}`,
    }),
    library: z
      .strictObject({
        format: text('the name of a library format').meta({
          description: 'What kind of file a library is, where neither its name nor its content tells it.',
          examples: ['zendesk'],
        }),
        map: libraryMap,
        kinds: z.record(z.string(), z.enum(kinds).meta({ expected: `one of ${kinds.join(', ')}` })).meta({
          description: 'Scenarios, intents, tags and folders of the library, each with the kind of message that it answers.',
          examples: [{ 'refund-late': 'complaint', billing: 'question' }],
          expected: 'a map from words of the library to kinds of message',
        }),
        languages: texts('a language', 'Languages in which every entry must be there.', ['en', 'de']),
        samples: z.record(z.string(), z.string().max(1000)).meta({
          description: 'Merge fields, each with the value that stands for it when an entry is judged as the customer gets it.',
          examples: [{ 'ticket.requester.first_name': 'Nadia' }],
          expected: 'a map from merge fields to values',
        }),
      })
      .partial()
      .meta({ description: 'How libraries of canned responses are read, and what their entries must have.' }),
  };
}

const limitTexts: Readonly<Record<keyof typeof defaultLimits, string>> = {
  fileBytes: 'Bytes of one file.',
  draftUnits: 'Length of one decoded draft, in UTF-16 units.',
  drafts: 'Drafts of one file: entries of a library, mails of an mbox.',
  depth: 'Nesting of HTML, Markdown, quotes, MIME and YAML.',
  mimeParts: 'Parts of one mail.',
  headerBytes: 'Bytes of the headers of one mail.',
  yamlAliases: 'Aliases in one YAML file.',
  work: 'Counted work of a parser for one draft, in per cent of its budget (docs/limits.md).',
  findings: 'Findings of one rule in one draft.',
  milliseconds: 'Time for one file: the last resort.',
};

/** The whole schema, for the given rules and the names of the shipped profiles. */
function configSchema(rules: readonly ListedRule[], profiles: readonly string[]) {
  const shared = z.strictObject(sharedKeys(rules, profiles)).partial().shape;
  const limits = Object.fromEntries(
    Object.entries(limitTexts).map(([name, description]) => [
      name,
      z
        .int()
        .positive()
        .meta({
          description: `${description} Default ${defaultLimits[name as keyof typeof defaultLimits]}.`,
          expected: 'a whole number above 0',
        }),
    ]),
  );
  return z
    .strictObject({
      $schema: z.string().optional().meta({ description: 'Where the schema of this file is, for editors.' }),
      ...shared,
      overrides: z
        .array(
          z.strictObject({
            files: globs('The files it holds for, relative to this config file.'),
            excludedFiles: globs('Files among them that it does not hold for.').optional(),
            ...shared,
          }),
        )
        .optional()
        .meta({
          description: 'Settings for some files alone. Later ones win.',
          examples: [[{ files: 'macros/**', extends: 'template-library' }]],
          expected: 'a list of {files, …settings}',
        }),
      ignore: z
        .array(glob)
        .optional()
        .meta({
          description: 'Files to leave alone, in the form of .gitignore.',
          examples: [['archive/', '*.old.md']],
          expected: 'a list of patterns, such as ["archive/"]',
        }),
      rulePaths: z
        .array(text('a file or folder'))
        .optional()
        .meta({
          description: "The team's own rules: YAML files, or folders of them, inside the project.",
          examples: [['./rules']],
          expected: 'a list of files or folders',
        }),
      plugins: z
        .array(text('a package or a path'))
        .optional()
        .meta({
          description:
            'Modules that bring rules in code: packages, or files such as ./plugin.mjs. They run only where the user trusts them.',
          examples: [['./plugin.mjs']],
          expected: 'a list of packages or files',
        }),
      limits: z
        .strictObject(limits)
        .partial()
        .optional()
        .meta({ description: 'Bounds on one input. What is beyond them is refused, never cut.' }),
    })
    .meta({
      title: 'replylint configuration',
      description: 'Settings of replylint: .replylintrc, .replylintrc.json, .yaml, .yml, or the key "replylint" of package.json.',
    });
}

/** As JSON Schema draft-07, `expected` included. */
export function jsonSchema(rules: readonly ListedRule[], profiles: readonly string[]): Record<string, unknown> {
  return z.toJSONSchema(configSchema(rules, profiles), { target: 'draft-7' });
}
