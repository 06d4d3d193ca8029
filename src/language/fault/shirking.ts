import { hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** Verbs of putting something under a name or to an address. */
const RECORDING = new Set('key enter book register deliver send put type file log save note ship leave post take route'.split(' '));
/** Verbs of holding something out to a customer. */
const OFFERING = new Set(['promise', 'sell', 'offer', 'quote', 'guarantee']);
const ELSEWHERE = /^(?:address|house|street|flat|name|number|account|customer|file|order|building|town|city)$/;

/** What only people can be blamed for: the driver could not be bothered, the trainee was told about this before, Kim promised what she had no right to. */
export function shirks(reading: LazyReading, { subject, verb, to, index, sentence }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  const { lemma, negated, tense, voice } = verb!;
  if (lemma === 'bother') return negated && (voice === 'passive' || tense === 'past');
  if (verb!.modal || (tense !== 'past' && tense !== 'perfect') || negated) return false;
  const end = reading.sentences[sentence].to;
  if (voice === 'passive') return /^(?:tell|warn|remind|speak)$/.test(lemma) && /^(?:before|already|repeatedly|twice)$/.test(norm[to - 1]);
  if (lemma === 'throw') return hasWord(norm, verb!.to, to, 'your') && /^(?:out|away)$/.test(norm[to - 1]);
  if (RECORDING.has(lemma))
    for (let i = verb!.to; i + 1 < to; i += 1)
      if (
        (/^(?:another|different|next|old|previous|former)$/.test(norm[i]) &&
          /^(?:under|to|at|for|on|the|a)$/.test(norm[i - 1]) &&
          ELSEWHERE.test(norm[i + 1])) ||
        (/^(?:somebody|someone)$/.test(norm[i]) && norm[i + 1] === 'else')
      )
        return true;
  const next = reading.clauses[index + 1];
  return (
    OFFERING.has(lemma) &&
    norm[verb!.to] === 'you' &&
    norm[verb!.to + 1] !== 'that' &&
    verb!.to + 1 < end &&
    next?.sentence === sentence &&
    (next.negated || (norm[next.to - 2] === 'no' && /^(?:right|authority|business)$/.test(norm[next.to - 1])))
  );
}
