import {
  hostOf,
  isClickCounter,
  siteOf,
  slice,
  splitWords,
  wordSpan,
  type Alternative,
  type Check,
  type Draft,
  type Reading,
  type Remark,
  type Span,
} from 'replylint/rule';

/** Below this share of common words the parts are two different texts. */
const SAME_TEXT = 0.5;
const FEWEST_WORDS = 8;
const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight)$/;

/** Words by which the plain text excuses itself. */
const ABOUT_PROGRAMS = /^(?:html|image|images|picture|browser|view|click|here|mail|email|e-mail)$/i;

type Kind = 'number' | 'day' | 'name';

interface Fact {
  readonly kind: Kind;
  readonly value: string;
  readonly shown: string;
  readonly span: Span;
}

/** What the HTML says of numbers, days, names and links that the plain text does not, and the other way round. Needs a mail that holds both parts. */
const check: Check = ({ draft, language }) => {
  const { alternative } = draft;
  if (!alternative) return [];
  const plain = ownWords(alternative.text);
  if (isOtherText(draft, plain)) return [{ span: null, message: 'The plain text part does not say what the HTML part says.' }];
  const there = everything(
    alternative.text,
    alternative.links.map(({ target }) => target),
  );
  const here = everything(
    draft.text,
    draft.links.map(({ target, alt }) => `${target} ${alt ?? ''}`),
  );
  const onlyHere = factsOf(draft, language).filter(({ value }) => !there.has(value));
  const onlyThere = factsIn(plain).filter(({ value }) => !here.has(value));
  // A name that one part alone holds is mostly a heading or an image in words; two that differ are two people.
  const swapped = [onlyHere, onlyThere].every((facts) => facts.some(({ kind }) => kind === 'name'));
  const missingThere = onlyHere.filter(({ kind }) => kind !== 'name' || swapped);
  const missingHere = onlyThere.filter(({ kind, shown }) =>
    kind === 'name' ? swapped && !ABOUT_PROGRAMS.test(shown) : kind !== 'number' || shown.length > 1,
  );
  const remarks: Remark[] = missingThere.map((fact) => {
    const instead = [...new Set(missingHere.filter(({ kind }) => kind === fact.kind).map(({ shown }) => shown))].slice(0, 3);
    const says = instead.length > 0 ? `says ${instead.map((one) => `“${one}”`).join(', ')} instead of` : 'does not say';
    return { span: fact.span, message: `The plain text part of this mail ${says} “${fact.shown}”.` };
  });
  const kinds = new Set(missingThere.map(({ kind }) => kind));
  const alone = missingHere.filter(({ kind }) => !kinds.has(kind));
  if (alone.length > 0)
    remarks.push({
      span: null,
      message: `Only the plain text part of this mail says “${alone[0].shown}”${alone.length > 1 ? ` and ${alone.length - 1} more` : ''}.`,
    });
  return [...remarks, ...strayLinks(draft, alternative)];
};

/** The words of the plain part without what it quotes. */
function ownWords(text: string): string {
  const original = /^(?:-{2,} ?(?:Original Message|Forwarded message)|On .{5,120} wrote:\s*$|_{10,}\s*$)/m.exec(text)?.index;
  return text
    .slice(0, original)
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n');
}

function isOtherText(draft: Draft, plain: string): boolean {
  const said = prose(draft).flatMap(({ start, end }) => splitWords(draft.text.slice(start, end)).norm);
  if (said.length < FEWEST_WORDS) return false;
  const heard = new Set(splitWords(plain).norm);
  return said.filter((word) => heard.has(word)).length < said.length * SAME_TEXT;
}

function prose({ segments }: Draft): Span[] {
  return segments.filter(({ role }) => role === 'salutation' || role === 'body' || role === 'closing').map(({ span }) => span);
}

/** All numbers and words of a text, whatever they stand for. */
function everything(text: string, targets: readonly string[]): ReadonlySet<string> {
  const all = `${text} ${targets.join(' ')}`;
  return new Set([
    ...splitWords(all).norm,
    ...[...all.matchAll(NUMBER)].map(([written]) => numeral(written)),
    ...(all.match(/\d+/g) ?? []),
  ]);
}

const NUMBER = /\d+(?:[.,:]\d+)*/g;

/** `1,299.00` and `1299` are one number. */
function numeral(written: string): string {
  return written.replace(/,(?=\d{3}(?!\d))/g, '').replace(/[.,]0+$/, '');
}

/** The facts of the HTML: links aside, whose words are often a button that plain text has no use for. */
function factsOf(draft: Draft, language: Reading): Fact[] {
  const linked = draft.links.filter(({ image }) => !image).map(({ span }) => span);
  return prose(draft)
    .flatMap((zone) => factsIn(draft.text.slice(zone.start, zone.end), zone.start, (at) => (language.sentenceAt(at)?.start ?? -1) === at))
    .filter(({ span }) => !linked.some((link) => link.start <= span.start && span.end <= link.end));
}

/** Numbers, days and names of a text. A name is a word with a capital that no sentence begins with; the number of a list item or a note is no fact. */
function factsIn(text: string, base = 0, begins: (at: number) => boolean = () => false): Fact[] {
  // Addresses are compared apart.
  const bare = text.replace(/\b(?:https?:\/\/|www\.)\S+/gi, (address) => ' '.repeat(address.length));
  const facts: Fact[] = [];
  for (const { index, 0: written } of bare.matchAll(NUMBER)) {
    const line = bare.slice(bare.lastIndexOf('\n', index) + 1, index);
    const after = bare[index + written.length] ?? '';
    if ((line.trim() === '' && /[.)]/.test(after)) || (bare[index - 1] === '[' && after === ']')) continue;
    facts.push({
      kind: 'number',
      value: numeral(written),
      shown: written,
      span: { start: base + index, end: base + index + written.length },
    });
  }
  const words = splitWords(bare);
  for (let i = 0; i < words.length; i += 1) {
    const { start, end } = wordSpan(words, i, i + 1);
    const shown = bare.slice(start, end);
    const value = words.norm[i];
    const span = { start: base + start, end: base + end };
    if (DAYS.test(value)) facts.push({ kind: 'day', value, shown, span });
    else if (
      /^\p{Lu}\p{L}{2,}$/u.test(shown) &&
      !begins(base + start) &&
      !/(?:^|[.!?:*_\n>•-])[\s"“'‘(*_]*$/.test(bare.slice(Math.max(0, start - 6), start))
    )
      facts.push({ kind: 'name', value, shown, span });
  }
  return facts.sort((a, b) => a.span.start - b.span.start);
}

/**
 * Links of the HTML to a site that the plain text never names, where that has links of its own; and, of a site that both name, links to pages that the
 * other one does not name. A mailer that counts clicks hides where its links lead, so nothing is held against them, nor against what they stand for.
 */
function strayLinks(draft: Draft, { text, links }: Alternative): Remark[] {
  const theirs = addressesOf(links.map(({ target }) => target));
  if (theirs.size === 0) return [];
  const told = text.toLowerCase();
  const shown = draft.links.filter(({ image, span, target }) => !image && span.start < span.end && !isClickCounter(target));
  const counted = draft.links.some(({ image, target }) => !image && isClickCounter(target));
  const ours = addressesOf(shown.map(({ target }) => target));
  const said = draft.text.toLowerCase();
  const alone = counted ? [] : [...theirs.keys()].filter((one) => !ours.has(one) && !said.includes(one));
  return shown.flatMap(({ span, target }): Remark[] => {
    const [address] = addressesOf([target]);
    if (!address) return [];
    const [at, pages] = address;
    const [page] = pages;
    const there = theirs.get(at);
    if (!there) {
      if (told.includes(at)) return [];
      const instead = alone.length > 0 ? `, the plain text part to ${alone[0]}` : ', which the plain text part does not name';
      return [{ span, message: `“${slice(draft.text, span)}” leads to ${at}${instead}.` }];
    }
    const other = counted || there.has(page) ? undefined : [...there].find((one) => !ours.get(at)?.has(one));
    return other === undefined
      ? []
      : [{ span, message: `“${slice(draft.text, span)}” leads to ${page}, the plain text part to ${other}.` }];
  });
}

/** Addresses of the web by site: host and path, without what only counts or scrolls. */
function addressesOf(targets: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const target of targets) {
    const host = /^(?:https?:|www\.)/i.test(target) ? hostOf(target) : undefined;
    if (!host) continue;
    const path = /^(?:https?:)?(?:\/\/)?[^/?#]*([^?#]*)/i.exec(target.trim())?.[1] ?? '';
    const known = found.get(siteOf(host)) ?? new Set();
    found.set(siteOf(host), known.add(`${host}${path.replace(/\/$/, '')}`));
  }
  return found;
}

export default check;
