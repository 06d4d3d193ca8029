import type { Draft, Entry, Note } from '../draft/draft.js';
import { isPersonName } from '../draft/greeting-name.js';
import { findFields } from '../draft/merge-fields.js';
import { cover, slice } from '../text/span.js';
import { outdatedIn } from './dates.js';
import { languagesIn } from './languages.js';
import { fieldsOf } from './render.js';

const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
};

/**
 * What a look at one entry finds that a look at a draft about to be sent would not ask for.
 * @param source the text of the file in which the entry stands
 * @param now ISO 8601
 */
export function notesOn(draft: Draft, entry: Entry, source: string, now: string | undefined): Note[] {
  return [
    ...brokenFields(draft, source),

    ...(now === undefined || entry.active === false ? [] : outdatedIn(draft, now)),
    ...signatureOf(draft),
    ...languageNotes(draft, entry),
  ];
}

/** Merge fields with markup between their brackets. The reader's mail program shows nothing of it, and the help desk does not know the field. */
function brokenFields(draft: Draft, source: string): Note[] {
  return fieldsOf(draft).flatMap((field): Note[] => {
    const at = draft.map.source(field);
    const raw = at ? slice(source, at) : '';
    const broken = /<\/?[a-z]|\\u003c\/?[a-z]|&nbsp;|\u00a0|&#(?:x0*(?:7[bd]|a0)|0*(?:12[35]|160));/i.test(raw);
    return broken
      ? [
          {
            rule: 'broken-merge-field',
            span: { start: field.start, end: field.end },
            message: `Markup stands inside the brackets of “${slice(draft.text, field)}”, so it will not be filled.`,
          },
        ]
      : [];
  });
}

/** A name that is typed where everybody's would stand, or the details of one desk below it. */
function signatureOf({ signOff, text, segments }: Draft): Note[] {
  // Without a closing it may be any line: a label, a footer.
  if (!signOff?.phrase) return [];
  const said = signOff.names.filter(
    (name) => findFields(text, name).length === 0 && isPersonName({ name: slice(text, name), source: 'to' }),
  );
  const details = [...signOff.titles, ...signOff.phones];
  if (said.length === 0 && (details.length === 0 || !segments.some(({ role }) => role === 'signature'))) return [];
  const span = [...said, ...details].reduce(cover);
  const name = said[0] && slice(text, said[0]);
  return [
    {
      rule: 'signature-in-body',
      span,
      ...(name
        ? { message: `Whoever sends this signs as “${name}”.` }
        : { message: 'The signature of one desk is typed into this entry.' }),
    },
  ];
}

function languageNotes(draft: Draft, entry: Entry): Note[] {
  const stretches = languagesIn(draft);
  const [main, second] = stretches;
  if (main && second)
    return [
      {
        rule: 'mixed-languages',
        span: second.span,
        message: `This is ${nameOf(second.language)}, the rest of the entry is ${nameOf(main.language)}.`,
      },
    ];
  const stated = entry.lang?.toLowerCase().slice(0, 2);
  if (!main || stated === undefined || stated === main.language || !Object.hasOwn(NAMES, stated)) return [];
  return [
    {
      rule: 'mixed-languages',
      span: null,
      message: `The entry is marked as ${nameOf(stated)}, and its text is ${nameOf(main.language)}.`,
      suggest: 'Mend the mark, or the text.',
    },
  ];
}

function nameOf(language: string): string {
  return NAMES[language] ?? language;
}
