import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** What is kept for their good. */
const DETAILS = wordClass('details detail data address name number information email photo photos message messages records card');

export const CLAIMS = wordClass(
  'application request claim refund appeal order booking payment reservation proposal suggestion enquiry submission card quote bid',
);

/** Objects that make a benefit verb something else: accept responsibility, hold a grudge, put a price on. */
const NO_BENEFIT = wordClass('responsibility liability blame guarantee guarantees promise promises excuses sense up wait');

/** You, your claim: not how others fare. */
export function isTheirs(norm: readonly string[], { subject }: Clause): boolean {
  return subject?.actor === 'customer' || (subject?.actor === 'thing' && /^(?:your|this|it)$/.test(norm[subject.from]));
}

/** Verbs of many meanings refuse something only with the right object. */
export function isBenefit(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const next = norm[verb!.to] ?? '';
  if (NO_BENEFIT.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0) return false;
  switch (verb!.lemma) {
    case 'help':
      return next !== 'but' && !next.endsWith('ing');
    case 'do':
      return /^(?:this|that|so|it|as)$/.test(next);
    case 'make':
      return (
        /^(?:exceptions?|changes?|amendments?)$/.test(next) ||
        (/^(?:an|any|this|that)$/.test(next) && /^(?:exceptions?|changes?|change|amendments?)$/.test(norm[verb!.to + 1] ?? ''))
      );
    case 'bring':
      return next === 'back' && !/^(?:time|that|those|the (?:time|day))$/.test(norm[verb!.to + 1] ?? '');
    case 'get':
      return /^(?:you|your|someone|somebody)$/.test(next);
    case 'let':
      return (next === 'you' || next === 'your') && norm[verb!.to + 1] !== 'down';
    case 'take':
    case 'put':
    case 'top':
      return next === 'you' || next === 'your';
    case 'give':
    case 'provide':
      return !findInfo(norm, verb!.to, to);
    case 'share':
      return (verb!.modal !== 'will' || next !== 'your') && !DETAILS.at(words, subject?.head ?? -1);
    case 'change':
      return verb!.modal !== 'will' || next !== 'your';
    default:
      return true;
  }
}

/** What we do not know cannot be given; that is no refusal. */
function findInfo(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (/^(?:date|dates|time|timescale|timeframe|timeline|eta|estimate|exact|information|info|enough|until)$/.test(norm[i])) return true;
  return false;
}
