import type { Entry } from '../../draft/entry.js';
import type { Format, Limits } from '../source.js';
import { isFault, type Fault } from './fault.js';
import { at, truthOf, wordsOf } from './value.js';
import { readXml } from './xml.js';

/** What the metadata beside a Salesforce e-mail template (`Name.email-meta.xml`) says of the text in `Name.email`. */
export interface EmailTemplate {
  readonly entry: Entry;
  readonly format: Exclude<Format, 'eml'>;
}

/** Reads the metadata; its name in the folder is the id. */
export function readEmailTemplate(id: string, xml: string, limits: Pick<Limits, 'depth'>): EmailTemplate | Fault {
  const read = readXml(xml, limits);
  if (isFault(read)) return read;
  const template = at(read, 'EmailTemplate');
  if (template?.kind !== 'map') return { fault: 'no <EmailTemplate> in it', offset: 0 };
  const title = wordsOf(at(template, 'name'));
  const subject = wordsOf(at(template, 'subject'));
  const active = truthOf(at(template, 'available'));
  return {
    entry: {
      id,
      ...(title !== undefined && { title }),
      ...(subject !== undefined && { subject }),
      ...(active !== undefined && { active }),
      dialect: 'salesforce',
    },
    format: wordsOf(at(template, 'type')) === 'text' ? 'text' : 'html',
  };
}
