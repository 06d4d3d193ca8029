import type { Check, Hit, Look, Remark, Sentence } from 'replylint/rule';
import { barred } from './barred.js';
import { noMore } from './no-more.js';
import { notTakenUp } from './not-taken-up.js';
import { putAway } from './put-away.js';
import { toldToStop } from './told-to-stop.js';

const CLOSERS = new Set(['closed', 'silence', 'no-reply', 'unread']);
/** What we send by ourselves, and what nobody wants of it. */
const MISSIVE = /^(?:letters?|mails?|emails?|messages?|texts?|calls?|visits?|communication|contact)$/;
const UNWANTED =
  /^(?:reminders?|reminded|dunning|adverts?|ads|advertising|marketing|newsletters?|spam|promotions?|unsubscribed?|cold|bailiffs?)$/;
const REGULATOR = /^(?:ombuds|regulator|adjudicator|arbitrat)/;

/** Closing words with no way onward in the message; or a refusal that is final, with none. One finding: shutting the door is one act. */
const check: Check<{ readonly ombudsman: boolean }> = (look) => {
  const { hits, language } = look;
  const shown = language.sentences.flatMap((sentence) => (sentence.role === 'body' ? readClosers(look, sentence) : []));
  const said = [...hits.filter(({ span }) => !language.isMention(span)), ...shown];
  const closers = said.filter(({ tag }) => tag !== undefined && CLOSERS.has(tag));
  // "We will not reopen the case", "no appeal is possible": the way onward that is barred.
  const routes = said.filter(
    (route) => route.tag === 'route' && !isSpent(look, route) && !closers.some((hit) => route.from < hit.to && hit.from < route.to),
  );
  const named = look.options.ombudsman ? routes.some((hit) => namesRegulator(look, hit)) : routes.length > 0;
  const shut = closers.filter((hit) => shuts(look, hit, said));
  if (shut.length > 0 && !named && !staysOpen(look, said, shut)) return [remark(shut)];
  return named ? [] : finalRefusal(look, said);
};

/** "The appeal was turned down in May": a way that has been gone. */
function isSpent({ draft, language }: Look<{ readonly ombudsman: boolean }>, { from }: Hit): boolean {
  if (!/^(?:appeals?|reviews?)$/.test(draft.words.norm[from])) return false;
  const verb = language.clauseAt(from)?.verb;
  // "Your appeal is rejected."
  if (verb?.voice === 'passive' && /^(?:reject|deny|dismiss|refuse|turn|decline)$/.test(verb.lemma)) return true;
  return (verb?.tense === 'past' || verb?.tense === 'perfect') && verb.voice === 'passive';
}

/** Closing words that no phrase tells. */
function readClosers(look: Look<{ readonly ombudsman: boolean }>, sentence: Sentence): Hit[] {
  return [
    barred(look, sentence),
    noMore(look, sentence),
    toldToStop(look, sentence),
    putAway(look, sentence),
    notTakenUp(look, sentence),
  ].filter((hit): hit is Hit => hit !== undefined && !look.language.isMention(hit.span));
}

function namesRegulator({ draft }: Look<{ readonly ombudsman: boolean }>, { from, to }: Hit): boolean {
  for (let i = from; i < to; i += 1) if (REGULATOR.test(draft.words.norm[i])) return true;
  return false;
}

/** Not what the customer asked for, not an old slip of ours, not a question or a negation. */
function shuts(look: Look<{ readonly ombudsman: boolean }>, hit: Hit, said: readonly Hit[]): boolean {
  const { language, draft } = look;
  const sentence = language.sentenceAt(hit.span.start);
  // "The outcome stands at 40 pounds": told of a sum.
  if (draft.words.norm[hit.to] === 'at' && /^stands?$/.test(draft.words.norm[hit.to - 1])) return false;
  // "I won't be going over it again until you have seen it."
  if (/^(?:until|till|before)$/.test(draft.words.norm[hit.to] ?? '')) return false;
  // "The file is closed in your editor": a file of theirs.
  if (draft.words.norm[hit.to] === 'in' && draft.words.norm[hit.to + 1] === 'your') return false;
  // "Your old file is closed, and the new one has it all."
  if (sentence && draft.words.norm.slice(hit.to, sentence.to).join(' ').includes('new one')) return false;
  const clause = language.clauseAt(hit.from);
  if (sentence?.question || clause?.mood === 'condition' || clause?.mood === 'counterfactual') return false;
  if (hit.tag === 'closed' && clause?.negated) return false;
  if (hit.tag === 'closed' && language.apologies.some(({ start, end }) => start <= hit.span.start && hit.span.end <= end)) return false;
  // "I'm sorry we said so, and sorrier that we left it at that."
  if (sentence && draft.words.norm.slice(sentence.from, hit.from).some((word) => /^(?:sorry|sorrier|regret|apologise)$/.test(word)))
    return false;
  if (hit.tag === 'silence' && isRelief(look, hit)) return false;
  if (hit.tag === 'no-reply' || hit.tag === 'unread') return true;
  return !said.some(({ tag, span }) => tag === 'wished' && language.sentenceAt(span.start) === sentence);
}

/** "No further letter will come", to whom our letters plagued. */
function isRelief({ draft }: Look<{ readonly ombudsman: boolean }>, { from, to }: Hit): boolean {
  const { norm } = draft.words;
  if (!norm.slice(from, to).some((word) => MISSIVE.test(word))) return false;
  return (
    norm.some((word) => UNWANTED.test(word)) || (draft.customer?.words.norm.some((word) => UNWANTED.test(word) || word === 'stop') ?? false)
  );
}

/** "Don't reply to the receipt: write to me here." A way to us beside the closing words keeps the door open. */
function staysOpen({ draft, language }: Look<{ readonly ombudsman: boolean }>, said: readonly Hit[], shut: readonly Hit[]): boolean {
  // "You need not write again: I will ring you on Friday."
  const again = shut.every(({ to }) => draft.words.norm[to - 1] === 'again');
  if (again && language.commitments.some(({ lemma }) => /^(?:ring|call|phone|write|email|update|contact|come|get)$/.test(lemma)))
    return true;
  return said.some(({ tag, from, to, span }) => {
    if (tag !== 'own-contact' || shut.some((hit) => from < hit.to && hit.from < to)) return false;
    const clause = language.clauseAt(from);
    // "No matter how many times you contact us."
    if (draft.words.norm[from - 1] === 'you' && /^(?:times|often|much|whatever|long|hard)$/.test(draft.words.norm[from - 2])) return false;
    // "Your address is blocked."
    if (draft.words.norm[from] === 'address' && draft.words.norm[from - 1] === 'your') return false;
    // "This address is only for outgoing mail": no way to us.
    if (draft.words.norm[from] === 'address' && /^(?:only|for|not|just|never|solely)$/.test(draft.words.norm[to])) return false;
    return !clause?.negated && clause?.verb?.tense !== 'past' && language.sentenceAt(span.start)?.role !== 'salutation';
  });
}

function remark(shut: readonly Hit[]): Remark {
  // What is said to the customer comes before what is said of the mailbox.
  const [first, ...rest] = [...shut].sort((a, b) => Number(a.tag === 'unread') - Number(b.tag === 'unread'));
  return { span: first.span, related: rest.map(({ span }) => ({ in: 'draft', span, note: 'shuts it once more' })) };
}

/** A complaint refused for good, with nothing done, offered or asked, and no way onward (RULES §5). */
function finalRefusal({ draft, language }: Look<{ readonly ombudsman: boolean }>, said: readonly Hit[]): Remark[] {
  if (language.kind.value !== 'complaint' || language.cutOff) return [];
  const final = said.find(({ tag, from, to }) => tag === 'finality' && draft.words.norm[to] !== 'at' && !language.clauseAt(from)?.mention);
  if (!final || said.some(({ tag }) => tag === 'own-contact')) return [];
  if (language.acts.some(({ kind }) => kind !== 'noted' && kind !== 'decided' && kind !== 'answered')) return [];
  return [{ span: final.span, variant: 'no-route' }];
}

export default check;
