import { inList } from 'replylint/rule';
import type { Clause, Look, Sentence, Span } from 'replylint/rule';
import { isHarm, isOwnedNear } from './harm.js';

/** How a cause is told of what it did. */
const DID =
  /^(?:ruined|wrecked|damaged|broke|cracked|cost|voided|invalidated|caused|led|resulted|meant|blocked|burnt|burned|flooded|shrank|killed|spoilt|spoiled|destroyed|delayed|triggered|made|got|left|locked|lost|stopped|prevented|explains)$/;
/** Ways that only customers have: what they do with what we sold them, or to what we wrote. */
const OF_CUSTOMERS =
  /^(?:ignoring|disregarding|overlooking|neglecting|skipping|forgetting|washing|leaving|buying|parking|arriving|smoking|plugging|unplugging|opening|sharing|clicking|deleting|choosing|picking|ordering|overloading|overfilling|overwatering|driving|bleaching|ironing|tumble|pouring|typing|entering|cancelling|refusing|booking|dropping|signing|turning|using|putting|keeping|storing|feeding|paying|throwing|running|wearing|soaking|boiling|freezing|microwaving|forcing|pulling|pushing|bending|sitting|standing|letting|connecting|installing|cutting|drilling|tightening|filling)$/;
/** What customers decide or do, as a noun: "your choice", "your rough handling". */
const THEIR_ACT =
  /^(?:choice|decision|insistence|handling|treatment|habit|behaviour|behavior|delay|silence|absence|use|usage|settings|setting|entry|method|driving|parking|washing|cleaning|cooking|storage|installation|wiring|packing|packaging|reply|arrival|cancellation|mood|actions|conduct|impatience|haste|inaction|lack|refusal|failure|reluctance|oversight)$/;
const BLAMED =
  /^(?:is|'s|was|are|were|has been) (?:simply |clearly |really |exactly |precisely |in fact )?(?:what|why|the reason|the cause|the problem|the culprit|to blame|responsible)\b/;

/** A way of acting as the cause: "ignoring our letters is what got it closed", "your choice of fare is the reason for the wait", "the crack comes from your handling". */
export function wayToBlame(look: Look, sentence: Sentence): Span | undefined {
  if (sentence.role !== 'body' || sentence.question) return undefined;
  return throughDoing(look, sentence) ?? throughTheirs(look, sentence) ?? backToTheirs(look, sentence);
}

/** "Leaving it out all winter ruined the mower", "not reading the terms has led to this": past, and without us in it. */
function throughDoing(look: Look, { from, to, start, end, index }: Sentence): Span | undefined {
  const { norm } = look.draft.words;
  const denied = norm[from] === 'not' || norm[from] === 'never';
  const at = denied ? from + 1 : norm[from] === 'by' ? from + 1 : from;
  const doing = norm[at] ?? '';
  if (!(denied ? doing.endsWith('ing') && isDuty(doing) : OF_CUSTOMERS.test(doing))) return undefined;
  for (let i = at + 1; i + 1 < to; i += 1) {
    if (/^(?:our|us|you|my|me|can|could|may|might|will|would|should|if)$/.test(norm[i])) {
      if (
        norm[i] !== 'our' ||
        !/^(?:letters?|reminders?|e-?mails?|advice|instructions|terms|rules|notices?|signs?|warnings?|calls?|three|two|four)$/.test(
          norm[i + 1],
        )
      )
        return undefined;
      continue;
    }
    if (norm[i] === 'we' || norm[i] === 'i') return undefined;
    // "a drip that has got worse": told of the thing.
    const caused =
      DID.test(norm[i]) &&
      (norm[i - 1] !== 'that' || norm[i - 2] !== 'the') &&
      !(/^(?:has|have|had)$/.test(norm[i - 1]) && /^(?:that|which)$/.test(norm[i - 2]));
    const named = /^(?:is|'s|was)$/.test(norm[i]) && BLAMED.test(norm.slice(i, i + 4).join(' '));
    if (!caused && !named) continue;
    return isHarm(look, i, to) && !isOwnedNear(look, index) ? { start, end } : undefined;
  }
  return undefined;
}

function isDuty(doing: string): boolean {
  const stem = doing.slice(0, -3);
  return inList('customer-duties', stem) || inList('customer-duties', `${stem}e`) || /^(?:ring|tell|turn|listen|heed)/.test(stem);
}

/** "Your choice of the cheapest fare is the reason for the long wait", "your late reply cost us the slot". */
function throughTheirs(look: Look, { from, to, start, end, index }: Sentence): Span | undefined {
  const { norm } = look.draft.words;
  if (norm[from] !== 'your') return undefined;
  const head = norm.slice(from + 1, from + 4).findIndex((word) => THEIR_ACT.test(word));
  const notDoing = /^(?:not|never)$/.test(norm[from + 1] ?? '') && (norm[from + 2] ?? '').endsWith('ing');
  if (head < 0 && !notDoing) return undefined;
  for (let i = from + 2; i + 1 < to; i += 1) {
    if (/^(?:can|could|may|might|will|would|should|if|not|our|we)$/.test(norm[i]) && i > from + 2) return undefined;
    const named = /^(?:is|'s|was|are|were)$/.test(norm[i]) && BLAMED.test(norm.slice(i, i + 5).join(' '));
    const caused =
      !/^(?:is|was|are|were|been|be|not)$/.test(norm[i - 1]) &&
      /^(?:caused|led|resulted|ruined|damaged|broke|cost|delayed|meant|voided|means|caused|cracked|killed|blocked|explains)$/.test(norm[i]);
    // "Your decision to tell us is the reason we found it."
    if (norm.slice(i, i + 6).some((word) => /^(?:we|i)$/.test(word))) return undefined;
    if (named || caused) return (isHarm(look, i + 1, to) || notDoing) && !isOwnedNear(look, index) ? { start, end } : undefined;
  }
  return undefined;
}

/** "The reason for the crack is your rough handling", "the delay results from your late reply". */
function backToTheirs(look: Look, { from, to, start, end, index }: Sentence): Span | undefined {
  const { norm } = look.draft.words;
  for (let i = from + 2; i + 1 < to; i += 1) {
    if (norm[i] !== 'your') continue;
    const reason =
      /^(?:is|was|are|were|lies|lay)$/.test(norm[i - 1]) &&
      /^the (?:reason|cause|culprit|problem|trouble)\b/.test(norm.slice(from, from + 2).join(' '));
    const from2 = norm[i - 1] === 'from' && /^(?:comes|came|stems|stemmed|results|resulted|arises|arose)$/.test(norm[i - 2]);
    const by = norm[i - 1] === 'by' && /^(?:caused|triggered|explained)$/.test(norm[i - 2]);
    const to2 = norm[i - 1] === 'to' && /^(?:due|down|owing|thanks)$/.test(norm[i - 2]);
    const of = norm[i - 1] === 'of' && /^(?:because|result|consequence)$/.test(norm[i - 2]);
    if (!(reason || from2 || by || to2 || of)) continue;
    const theirs = norm
      .slice(i + 1, Math.min(to, i + 4))
      .some((word) => THEIR_ACT.test(word) && !/^(?:order|payment|reply|response|change|changes|use|usage|cancellation)$/.test(word));
    const late = /^(?:late|wrong|incorrect|slow|rough|careless|poor|improper|heavy|excessive|own|repeated)$/.test(norm[i + 1]);
    if (!theirs && !late) continue;
    if (norm.slice(from, i).some((word) => /^(?:not|never|no|we|i|thanks|thank|can|may|might|could)$/.test(word))) return undefined;
    return isHarm(look, from, i) && !isOwnedNear(look, index) ? { start, end } : undefined;
  }
  return undefined;
}

/** "You could have rung us before cutting the cloth", "you might have checked the height beforehand": the better way, held up. */
export function couldHave({ draft: { words }, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, link, sentence, mood } = clause;
  const { norm } = words;
  if (!verb || subject?.actor !== 'customer' || norm[subject.from] !== 'you' || mood !== 'statement' || verb.negated) return undefined;
  if (
    !/^(?:could|might)$/.test(verb.modal ?? '') ||
    verb.tense !== 'perfect' ||
    verb.voice === 'passive' ||
    (link && !/^(?:and|but)$/.test(link))
  )
    return undefined;
  if (!inList('customer-duties', verb.lemma) && !/^(?:ring|phone|call|write|ask|email|order|pick|measure)$/.test(verb.lemma))
    return undefined;
  const { from, to, firstClause, endClause, end } = language.sentences[sentence];
  if (hasTold(norm, from, subject.from)) return undefined;
  for (let k = firstClause; k < endClause; k += 1)
    if (language.clauses[k].subject?.actor === 'own' && language.clauses[k].index < clause.index) return undefined;
  // "You could have kept quiet, and you told us": thanks.
  if (norm.slice(verb.to, to).some((word) => /^(?:elsewhere|quiet|thank|thanks|grateful|competitor|competitors|anywhere)$/.test(word)))
    return undefined;
  const shown = norm
    .slice(verb.from, to)
    .some((word) =>
      /^(?:before|beforehand|easily|simply|just|instead|earlier|sooner|advance|always|online|anytime|also|but|first|yourself|somebody|someone)$/.test(
        word,
      ),
    );
  return shown ? { start: subject.start, end } : undefined;
}

function hasTold(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:wish|if|had|that|perhaps|where|how|what)$/.test(norm[i])) return true;
  return false;
}
