import { findPaymentNumbers, wordAt, type Check, type Draft, type PaymentNumber, type Reading, type Remark } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What digits in one piece are as often as the number of a card. */
const OTHER_NUMBERS = set(
  'order orders tracking parcel parcels reference ref case ticket tickets imei serial barcode ean gtin consignment shipment booking waybill model item sku article invoice phone call tel voucher gift',
);
const CARD_WORDS = set('card cards visa mastercard amex debit credit payment paid charged pan');
const TRIAL = set('test tests testing dummy sample example sandbox fictitious');
/** "In test mode, pay with …". */
const TRIED = set('mode environment system site store shop account data card cards number numbers transaction transactions');
const PAYING = set('pay transfer remit deposit wire send');

/** Numbers of cards and accounts with right check digits. An account of ours that the customer is to pay into is no leak, and neither is a number for trying out. */
const check: Check = ({ draft, language }) => {
  const remarks: Remark[] = [];
  for (const number of findPaymentNumbers(draft.text)) {
    const { start, end } = number;
    if (number.kind === 'card' ? isSomethingElse(number, draft, language) : isOurs(number, draft, language)) continue;
    remarks.push({ span: { start, end }, ...(number.kind !== 'card' && { variant: 'account' }) });
  }
  return remarks;
};

/** A number without any grouping behind the name of another number; and a number that the sentence calls a test. */
function isSomethingElse({ start, end, compact }: PaymentNumber, { words }: Draft, language: Reading): boolean {
  const first = wordAt(words, start);
  const near = words.norm.slice(Math.max(0, first - 6), first);
  if (near.slice(-4).some((word) => TRIAL.has(word))) return true;
  const from = language.sentenceAt(start)?.from ?? first;
  for (let i = from; i < first; i += 1) if (TRIAL.has(words.norm[i]) && TRIED.has(words.norm[i + 1])) return true;
  if (end - start > compact.length || near.some((word) => CARD_WORDS.has(word))) return false;
  return near.some((word) => OTHER_NUMBERS.has(word));
}

/** "Please transfer the £20 to our account …": the sentence, or the one before it, has the customer pay us. */
function isOurs({ start }: PaymentNumber, { words }: Draft, language: Reading): boolean {
  const here = language.sentenceAt(start);
  if (!here) return false;
  const first = language.sentences[Math.max(0, here.index - 1)];
  const said = words.norm.slice(first.paragraph === here.paragraph ? first.from : here.from, wordAt(words, start));
  const whose = said.findLast((word) => word === 'our' || word === 'your' || word === 'us');
  // "Wire to ABA …, account number …, in your name": theirs, whoever is told to pay.
  const behind = words.norm.slice(wordAt(words, start), here.to);
  if (whose === 'your' || behind.some((word, i) => word === 'name' && behind[i - 1] === 'your' && behind[i - 2] === 'in')) return false;
  return (
    whose !== undefined ||
    language.clauses
      .slice(here.firstClause, here.endClause)
      .some(({ mood, verb }) => mood === 'imperative' && PAYING.has(verb?.lemma ?? ''))
  );
}

export default check;
