import type { Rule, Severity } from '../rule/rule.js';

interface LibraryRule {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly suggest: string;
  readonly severity?: Severity;
  readonly weight?: number;
  readonly gate?: Rule['gate'];
  readonly bad: string;
  readonly good: string;
}

/*
 * Rules that see a whole library. They cost no points, but where the customer is hurt: a score says what one reply does to its reader, and a text that
 * stands there twice reads no worse for it.
 */
const RULES: readonly LibraryRule[] = [
  {
    id: 'broken-merge-field',
    title: 'Merge field broken by markup',
    message: 'Markup stands inside the brackets of this merge field, so it will not be filled.',
    why: 'The help desk looks for the signs as they are. With a tag or an entity between them the customer gets the field itself.',
    suggest: 'Type the field anew, without formatting inside the brackets.',
    severity: 'error',
    weight: 25,
    gate: 'blocker',
    bad: 'Hi {{<b>customer.name</b>}},',
    good: 'Hi <b>{{customer.name}}</b>,',
  },
  {
    id: 'near-duplicate',
    title: 'Nearly the same as another entry',
    message: 'This says nearly the same as another entry.',
    why: 'Of two texts for one purpose one is mended and the other forgotten, and customers get whichever an agent finds first.',
    suggest: 'Keep one of them, or say in the titles what sets them apart.',
    bad: 'two entries of which one was copied from the other',
    good: 'one entry for one purpose',
  },
  {
    id: 'contradicting-entry',
    title: 'Says otherwise than other entries',
    message: 'Other entries say otherwise.',
    why: 'A customer who is told 30 days by one agent and 14 by the next stops believing both, and holds the firm to the better one.',
    suggest: 'Find out which is right, and say it everywhere.',
    bad: 'You can return it within 14 days of delivery. (others: 30 days)',
    good: 'the same period in every entry',
  },
  {
    id: 'duplicate-title',
    title: 'Two entries with one title',
    message: 'Another entry has the same title.',
    why: 'Agents choose by the title. Of two that look alike they take the first, whatever it says.',
    suggest: 'Say in the title what sets this one apart.',
    bad: 'two entries called “Refund”',
    good: '“Refund, paid by card” and “Refund, paid by invoice”',
  },
  {
    id: 'mismatched-variants',
    title: 'HTML and text say different things',
    message: 'The HTML and the text of this entry do not say the same.',
    why: 'Which of the two a customer reads is up to their mail program, so one of them reads what you took back.',
    suggest: 'Write the one anew from the other.',
    bad: '“within 30 days” in the HTML, “within 14 days” in the text',
    good: 'the same words in both',
  },
  {
    id: 'mixed-languages',
    title: 'Two languages in one entry',
    message: 'This entry is in two languages.',
    why: 'Half of the message means nothing to its reader, and it shows that a text was put together from pieces.',
    suggest: 'Make an entry for each language.',
    bad: 'Guten Tag … followed by a paragraph in English',
    good: 'one language from greeting to closing',
  },
  {
    id: 'missing-translation',
    title: 'Missing in one language',
    message: 'This entry is not there in every language.',
    why: 'Where the text is missing, agents translate it as they go, or answer in a language that the customer does not read.',
    suggest: 'Add the entry in the missing language.',
    severity: 'suggestion',
    bad: 'refund.en without refund.de',
    good: 'refund.en and refund.de',
  },
  {
    id: 'outdated-date',
    title: 'A date or season that has passed',
    message: 'This day has passed.',
    why: 'A promise for last Christmas shows that nobody looks after these texts, and that nobody read this one before it went out.',
    suggest: 'Write the new date, or take the sentence out.',
    bad: 'You can return it until 31 January 2024. (today: November 2026)',
    good: 'You can return it for 30 days.',
  },
  {
    id: 'signature-in-body',
    title: 'A person’s signature typed into the entry',
    message: 'A signature is typed into this entry.',
    why: 'Whoever sends it signs with another’s name, or signs twice where the help desk adds a signature of its own.',
    suggest: 'Leave the signature to the help desk, or write a merge field for the agent’s name.',
    severity: 'suggestion',
    bad: 'Kind regards,\nPriya Nair\nBilling, 01632 960 042',
    good: 'Kind regards,\n{{agent.name}}',
  },
  {
    id: 'unused-entry',
    title: 'An entry that nobody uses',
    message: 'This entry was never used.',
    why: 'Each text that nobody needs hides one that somebody does.',
    suggest: 'Take it out, or find out why nobody finds it.',
    severity: 'suggestion',
    bad: 'an entry with a usage of 0 among entries that are used',
    good: 'an entry that is used',
  },
];

/** The rules about entries of a library. What they found stands in the draft already (`noted`): a look at one draft cannot find it. */
export const libraryRules: readonly Rule[] = RULES.map(({ severity = 'warning', weight = 0, bad, good, ...facts }) =>
  Object.freeze({
    ...facts,
    severity,
    weight,
    category: 'template' as const,
    advice: [],
    sources: [],
    density: false,
    variants: {},
    modes: ['template' as const],
    kinds: ['complaint', 'problem', 'question', 'thanks', 'suggestion', 'proactive', 'sensitive', 'unknown'] as const,
    absence: false,
    anyLanguage: true,
    scope: ['subject', 'salutation', 'body', 'closing', 'signature', 'quoted', 'forwarded', 'footer', 'code', 'directive'] as const,
    phrases: [],
    options: {},
    yieldsTo: [],
    examples: { bad: [bad], good: [good] },
    check: ({ draft }: Parameters<Rule['check']>[0]) => (draft.noted ?? []).filter(({ rule }) => rule === facts.id),
  }),
);
