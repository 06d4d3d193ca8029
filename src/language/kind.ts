import { inList } from '../lexicon/index.js';
import type { Kind } from '../draft/draft.js';
import type { ReplyKind } from '../draft/kind.js';
import type { Grammar } from './grammar.js';
import type { LazyReading } from './index.js';
import { PhraseSet } from './window.js';

/** What speaks for each kind in a text. Weights add up; the heaviest kind wins. */
interface Signals {
  complaint: number;
  problem: number;
  question: number;
  thanks: number;
  suggestion: number;
  sensitive: number;
  proactive: number;
}

const SUGGESTING = new PhraseSet([
  'please add',
  'you should',
  'it would be nice',
  'would be great if',
  'would be good if',
  'would love to see',
  'would be nice if',
  'why not',
  'how about',
  'have you thought',
  'have you considered',
  'you could',
  'suggestion',
  'an idea',
  'my idea',
  'feature request',
  'wish you',
  'could you add',
  'would like to see',
  'might help',
]);
const CHASING = new PhraseSet([
  'third time',
  'second time',
  'fourth time',
  'third email',
  'third e-mail',
  'second email',
  'still waiting',
  'still no',
  'still have not',
  'still not',
  'no reply',
  'no response',
  'nobody',
  'no one',
  'again and again',
  'yet again',
  'not good enough',
  'fed up',
  'sick of',
  'had enough',
  'let down',
  'waste of',
  'rip off',
  'never again',
  'money back',
  'want a refund',
  'demand',
  'unacceptable',
  'not happy',
  'not impressed',
  'do better',
  'lost my',
  'lost our',
  'stranded',
  'no help',
  'not once',
  'what a joke',
  'come on',
  'so much for',
  'ruined',
  'missed my',
  'missed our',
  'cost me',
  'on hold',
]);
const PRAISING = new PhraseSet([
  'thank you',
  'thanks',
  'well done',
  'kudos',
  'shout out',
  'great job',
  'keep it up',
  'made my day',
  'love your',
  'so happy',
  'can not fault',
  'hats off',
  'big up',
]);

/** The kind of message that is answered: as given, else from the customer's turn, else from the draft (RULES §1.7). */
export function inferKind(reading: LazyReading): ReplyKind {
  const { givenKind } = reading.draft;
  if (givenKind && givenKind !== 'unknown') return { value: givenKind, source: 'given' };
  const customer = reading.customerGrammar;
  const value = customer ? heaviest(ofCustomer(customer)) : heaviest(ofDraft(reading));
  return value === 'unknown' ? { value, source: 'unknown' } : { value, source: 'inferred' };
}

function heaviest(signals: Signals): Kind {
  if (signals.sensitive > 0 && signals.complaint < 3) return 'sensitive';
  let best: Kind = 'unknown';
  let most = 0.9;
  for (const kind of ['complaint', 'suggestion', 'problem', 'question', 'thanks', 'proactive'] as const) {
    if (signals[kind] > most) {
      most = signals[kind];
      best = kind;
    }
  }
  return best;
}

function empty(): Signals {
  return { complaint: 0, problem: 0, question: 0, thanks: 0, suggestion: 0, sensitive: 0, proactive: 0 };
}

function count(grammar: Grammar, phrases: PhraseSet): number {
  let found = 0;
  const { words } = grammar;
  for (let i = 0; i < words.length; i += 1) found += phrases.startingAt(words, i).length;
  return found;
}

/** Negative evaluation, loss, demand, repeated contact, capitals or "!!" make a complaint; praise without a request makes thanks; and so on. */
function ofCustomer(grammar: Grammar): Signals {
  const signals = empty();
  const { words, text } = grammar;
  let negative = 0;
  let positive = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words.norm[i];
    const lemma = grammar.tags.lemma[i] ?? word;
    const negated =
      /^(?:not|no|never|less|without|hardly)$/.test(words.norm[i - 1] ?? '') || /^(?:not|never)$/.test(words.norm[i - 2] ?? '');
    if (inList('negative-evaluation', word)) {
      if (negated) positive += 0.5;
      else negative += 1;
    } else if (inList('positive-evaluation', word)) {
      if (negated) negative += 1;
      else positive += 1;
    }
    if (inList('malfunction', lemma) || inList('malfunction', word)) signals.problem += 0.8;
    if (
      inList('life-events', word) &&
      /^(?:my|our|her|his|the|mum|dad|mother|father|husband|wife|has|had|have|was)$/.test(words.norm[i - 1] ?? '')
    )
      signals.sensitive += inList('bereavement', word) ? 1 : 0;
    const raw = text.slice(words.start[i], words.end[i]);
    if (raw.length > 3 && raw === raw.toUpperCase() && /[A-Z]{4}/.test(raw)) signals.complaint += 0.4;
  }
  negative += count(grammar, CHASING) * 1.2;
  positive += count(grammar, PRAISING) * 0.8;
  if (/!!|\?!|\?\?/.test(text)) negative += 0.5;
  let asks = 0;
  for (const sentence of grammar.sentences) if (sentence.question) asks += 1;
  for (const clause of grammar.clauses)
    if (clause.verb && (clause.mood === 'imperative' || (clause.mood === 'question' && clause.verb.modal))) asks += 0.5;
  signals.complaint += negative * 1.1 - positive * 0.7;
  signals.problem = signals.problem > 0 ? signals.problem + 0.3 + (negative > 0 ? -0.2 * negative : 0) : 0;
  signals.question += asks > 0 ? 1 + Math.min(asks, 3) * 0.15 - negative * 0.3 : 0;
  signals.thanks += positive > 0 ? 0.6 + positive * 0.7 - negative * 0.8 - (asks > 0 ? 0.8 : 0) : 0;
  signals.suggestion += count(grammar, SUGGESTING) * 1.2 - negative * 0.4;
  return signals;
}

// What a reply says of the message that it answers.
const OF_COMPLAINTS = new PhraseSet([
  'your complaint',
  'bad experience',
  'your experience',
  'let you down',
  'your disappointment',
  'your frustration',
  'frustrating',
  'unacceptable',
  'fell short',
]);
const OF_THANKS = new PhraseSet([
  'kind words',
  'your compliment',
  'lovely feedback',
  'glad you enjoyed',
  'delighted you',
  'so happy you',
  'great feedback',
  'kind review',
  'your praise',
]);
const OF_SUGGESTIONS = new PhraseSet(['your suggestion', 'your idea', 'feature request', 'the suggestion']);
const OF_QUESTIONS = new PhraseSet(['your question', 'your enquiry', 'you asked', 'your query']);
const OF_PROBLEMS = new PhraseSet(['your report', 'the fault', 'the bug', 'not working', 'stopped working']);
const OF_NEWS = new PhraseSet([
  'we are writing to tell you',
  'we are writing to let you know',
  'i am writing to tell you',
  'writing to inform you',
  'wanted to let you know',
  'we noticed',
  'i am writing to let you know',
]);

/** Without the customer's words: apology, refund, "your complaint", "kind words", "we are writing to tell you". */
function ofDraft(reading: LazyReading): Signals {
  const signals = empty();
  const { grammar } = reading;
  signals.complaint += count(grammar, OF_COMPLAINTS);
  signals.complaint +=
    reading.apologies.filter((apology) => !apology.mention && !/^(?:courtesy|refusal-preface|life-event)$/.test(apology.kind)).length * 1.2;
  signals.thanks += count(grammar, OF_THANKS) * 1.2;
  signals.suggestion += count(grammar, OF_SUGGESTIONS) * 1.3;
  signals.question += count(grammar, OF_QUESTIONS) * 1.1;
  signals.problem += count(grammar, OF_PROBLEMS);
  signals.proactive += count(grammar, OF_NEWS) * 1.5;
  signals.sensitive += reading.apologies.some((apology) => apology.kind === 'life-event' && !apology.mention) ? 2 : 0;
  return signals;
}
