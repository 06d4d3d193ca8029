import { Gap, inList } from 'replylint/rule';
import type { Words } from 'replylint/rule';

const DETERMINER = /^(?:the|your|his|her|their|its|each|every|any|those|these|such|whoever|whichever|another|somebody|someone|nobody)$/;
/** What an organisation calls itself behind "the" or "our", besides the nouns that all rules share. */
const OURSELVES =
  /^(?:home|depot|desk|reception|counter|garage|ward|lodge|farm|centre|network|group|management|administration|people|staff|colleagues|crew|person|part|lot|line|market|station|terminal|canteen|chain|workshop|list|job|helpline|hotline|floor|section|unit|division|faculty|secretariat)$/;
/** An institution that may call itself "the …". */
const INSTITUTION =
  /^(?:zoo|rink|pool|cinema|ministry|embassy|consulate|institute|academy|hostel|campsite|campground|park|federation|league|foundation|cooperative|union|chamber|registry|publisher|bakery|brewery|vineyard|marina|harbour|ferry|railway|operator|playhouse|opera|orchestra|choir|gallery|archive|embassy|court|police|post|parish|church|mosque|temple|diocese|embassy|laundry|pharmacy|hospice|kindergarten|creche|playgroup|camp|resort|spa|casino|stadium|arena|circus|fairground|landlord|lettings|insurer|utility|waterworks|airport|port|venue|salon|dealership|showroom|supermarket|mall|bookshop|museum|organiser|magazine|newspaper|editor|broadcaster|channel|studio|laboratory|observatory|conservatory|ranch|stables|kennels|shelter|rescue|fund|bureau|commission|committee|panel|jury|tribunal|inspectorate|faculty|institute|consultancy|brokerage|exchange|cafe|pub|bar|inn|guesthouse)$/;
/** A pronoun or an adverb that ends a noun phrase, or a verb that follows it. */
const FUNCTION_WORD =
  /^(?:a|an|the|and|or|but|so|if|as|to|of|in|on|at|by|for|from|with|not|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|i|we|you|he|she|it|they|us|me|him|them|that|this|who|which|what|when|where|how|why|because|than|then|alone|now|instead|here|there|'s)$/;
/** "Up to the end", "for the time being": no party. */
const MEASURE =
  /^(?:end|time|moment|minute|hour|day|days|week|weeks|weekend|month|months|year|years|date|point|limit|maximum|minimum|amount|value|sum|age|age|number|top|speed|standard|standards|mark|level|task|job|bottom|edge|first|second|third|last|next|door|doors|floor|house|address|value|full|same|half|total|rest|present|latest|price|purpose|reason|record|future|night|evening|morning|season)$/;
/** Who stands alone, with no article. */
const OTHERS = /^(?:them|him|her|others|themselves|whoever|whomever|somebody|someone)$/;

/** Where a party that is the writer ends ("us", "my team", "the housing association"), from word `i`; -1 where none stands. */
export function ownParty({ norm, gap }: Words, i: number, to: number): number {
  const word = norm[i];
  if (i >= to) return -1;
  if (/^(?:us|me|ourselves|myself)$/.test(word)) return i + 1;
  if (!/^(?:our|my|this|the)$/.test(word)) return -1;
  for (let k = i + 1; k < Math.min(to, i + 5) && (k === i + 1 || gap[k] === 0 || gap[k] === Gap.hyphen); k += 1) {
    if (!isOrganisation(norm[k])) {
      if (FUNCTION_WORD.test(norm[k])) return -1;
      continue;
    }
    // "The service desk", "my team's".
    return k + 1 < to && isOrganisation(norm[k + 1]) && gap[k + 1] === 0 ? k + 2 : k + 1;
  }
  return -1;
}

/** Where a party that is not the writer ends ("the phone maker", "others", "your own IT people"), from word `i`; -1 where none stands. */
export function otherParty(words: Words, i: number, to: number): number {
  const { norm, gap } = words;
  if (i >= to) return -1;
  if (OTHERS.test(norm[i])) return i + 1;
  if (norm[i] === 'other' && /^(?:people|parties|firms|companies)$/.test(norm[i + 1] ?? '')) return i + 2;
  if (!DETERMINER.test(norm[i])) return -1;
  let k = i + 1;
  while (k < Math.min(to, i + 6) && (k === i + 1 || gap[k] === 0 || gap[k] === Gap.hyphen) && !ends(words, k)) k += 1;
  if (k === i + 1 || /\d/.test(norm[i + 1]) || MEASURE.test(norm[k - 1]) || MEASURE.test(norm[i + 1])) return -1;
  // "The team", "the store manager": ours.
  return /^(?:team|department|staff|manager|colleague|colleagues|side|desk)$/.test(norm[k - 1]) && norm[i] === 'the' ? -1 : k;
}

/** Whether a word is one by which an organisation or a part of it calls itself. */
export function isOrganisation(word: string): boolean {
  return OURSELVES.test(word) || isInstitution(word) || inList('departments', word);
}

/** Whether it is one that an outsider would call it, too: "the bank", "the zoo". */
export function isInstitution(word: string): boolean {
  return INSTITUTION.test(word) || inList('organisation-nouns', word);
}

/** Whether the noun phrase is over before word `k`. "Your own IT people" goes on. */
function ends({ norm }: Words, k: number): boolean {
  return FUNCTION_WORD.test(norm[k]) && !(norm[k] === 'it' && norm[k - 1] === 'own');
}
