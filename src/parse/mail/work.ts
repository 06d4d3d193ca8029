import type { Limits } from '../source.js';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const COLON = 58;

/** Steps of work that grow with the square of the input; about half a second of mailparser's time each. */
const BLANK_STEPS = 2e8;
const GROUP_STEPS = 2.5e9;

const ADDRESS_FIELD = /^(?:from|to|cc|bcc|sender|reply-to|delivered-to|return-path|disposition-notification-to|list-[a-z]+)[ \t]*:/i;

/**
 * What in a mail would cost mailparser time that grows with the square of its length, which no deadline could stop; undefined for a tame mail. One pass:
 * blanks in the middle of a line of quoted-printable text, and groups in an address header.
 */
export function overwork(mail: Uint8Array, { work }: Pick<Limits, 'work'>): string | undefined {
  let blanks = 0;
  let blankSteps = 0;
  let longestBlank = 0;
  let colons = 0;
  let groupSteps = 0;
  let inAddresses = false;
  for (let at = 0; at < mail.length; at += 1) {
    const byte = mail[at];
    if (byte === SPACE || byte === TAB) {
      blanks += 1;
      continue;
    }
    if (blanks > 0) {
      if (byte !== LF && byte !== CR) {
        blankSteps += blanks * blanks;
        longestBlank = Math.max(longestBlank, blanks);
      }
      blanks = 0;
    }
    if (byte === COLON && inAddresses) colons += 1;
    if (byte === LF && mail[at + 1] !== SPACE && mail[at + 1] !== TAB) {
      groupSteps += colons * colons;
      colons = 0;
      inAddresses = beginsAddresses(mail, at + 1);
    } else if (at === 0) inAddresses = beginsAddresses(mail, 0);
  }
  if (groupSteps + colons * colons > (GROUP_STEPS * work) / 100) return 'an address header with too many groups';
  if (blankSteps > (BLANK_STEPS * work) / 100 && /quoted-printable/i.test(LATIN1.decode(mail)))
    return `${longestBlank} blanks in a row inside a line`;
  return undefined;
}

const LATIN1 = new TextDecoder('latin1');

function beginsAddresses(mail: Uint8Array, start: number): boolean {
  // The letters these fields begin with; most lines are done with here.
  if (!'bcdflrstBCDFLRST'.includes(String.fromCharCode(mail[start] ?? 0))) return false;
  return ADDRESS_FIELD.test(LATIN1.decode(mail.subarray(start, start + 40)));
}
