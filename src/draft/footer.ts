import { lazy } from '../text/lazy.js';
import type { Line } from './lines.js';

/**
 * How a line may begin: its first word (several may share an entry), then a pattern of what must follow it. One pattern of them all would be clearer
 * and takes V8 a millisecond to make, for lines that nearly all begin otherwise.
 */
class Beginnings {
  readonly #rest = new Map<string, string>();
  readonly #made = new Map<string, RegExp>();

  constructor(rests: Readonly<Record<string, string>>) {
    for (const [words, rest] of Object.entries(rests)) for (const word of words.split(' ')) this.#rest.set(word, rest);
  }

  matches(line: string): boolean {
    let end = 0;
    while (end < line.length && !' \t:.,;!'.includes(line[end])) end += 1;
    const word = line.slice(0, end).toLowerCase();
    const rest = this.#rest.get(word);
    if (rest === undefined) return false;
    let pattern = this.#made.get(word);
    if (!pattern) this.#made.set(word, (pattern = new RegExp(`^(?:${rest})`, 'i')));
    return pattern.test(line.slice(end));
  }
}

const DEVICE = lazy(
  () =>
    new Beginnings({
      'sent written': ' (?:from|via|with|using) (?:my|the|yahoo|outlook|gmail|samsung|proton|mailspring|blackberry|a mobile)',
      get: ' outlook for',
      von: ' meinem .{2,40} gesendet',
      gesendet: ' (?:von|mit|aus)',
      diese: ' (?:nachricht|e-?mail) wurde von',
      holen: ' sie sich outlook',
      envoyé: ' (?:de|depuis|à partir)',
      'télécharger téléchargez': ' outlook',
      enviado: ' (?:desde|de|con)',
      obtener: ' outlook',
      inviato: ' da',
      verzonden: ' (?:vanaf|met)',
      excuse: ' (?:my |any )?(?:brevity|typos)',
    }),
);
const LEGAL_START = lazy(
  () =>
    new Beginnings({
      'confidential confidentiality disclaimer privileged unsubscribe geschäftsführer amtsgericht handelsregister': '',
      legal: ' (?:notice|disclaimer)',
      important: ' notice',
      notice: ':',
      this: ' (?:e-?mail|message|communication|transmission|electronic|sf\\.net)',
      the: ' (?:(?:information|contents?) (?:contained )?(?:in|of) this|information transmitted)',
      if: ' you (?:are not the intended|have received this (?:e-?mail|message|communication) in error)',
      diese: ' (?:e-?mail|nachricht)',
      der: ' inhalt dieser',
      ce: ' (?:message|courriel|courrier|e-?mail)',
      cet: ' e-?mail',
      este: ' (?:mensaje|correo|e-?mail)',
      la: ' información contenida',
      please: ' consider the environment',
      think: ' before you print',
      bitte: ' denken sie an die umwelt',
      pensez: ' à l.environnement',
      registered: ' (?:in|office|address|company)',
      company: ' (?:no|number|registration)',
      vat: ' (?:no|number|reg)',
      sitz: ' der gesellschaft',
      siège: ' social',
      to: ' unsubscribe',
      you: ' (?:(?:are|have) receiv(?:ing|ed) this|received this)',
      manage: ' your (?:preferences|subscription)',
      copyright: ' ©',
    }),
);
const LIST_NAME = /^\S+ mailing list\b/i;
const LEGAL_WORDS =
  /mailing list|list(?:s|info)\b|sponsored by|confidential|privileged|intended (?:solely|only|recipient|for)|addressee|disclaim|in error|liab|virus|vertraulich|rechtlich geschützt|confidentiel|confidencial|destinat[aá]|unsubscribe|abmelden|désabonner|darse de baja|registered|environment|umwelt|company no|hrb|amtsgericht|authori[sz]ed and regulated|©|vat |preferences|mailing list|receiving this|received this/i;

/** "Sent from my iPhone" and what other devices add, in English, German, French, Spanish. */
export function isDeviceLine(text: string, line: Line): boolean {
  return line.last - line.first <= 120 && line.last - line.first > 8 && DEVICE().matches(text.slice(line.first, line.last));
}

/** Company particulars speak to nobody: "VAT number: I've put yours on the invoice" is an answer. */
const PARTICULARS = /^[ \t*_-]*(?:registered|company|vat)\b/i;
const SPEAKS = /\b(?:you|your|yours|i|i['’]m|i['’]ve|i['’]ll|my|we['’]ve|we['’]ll|it)\b/i;
/** "Kind regards," alone on its line. */
const CLOSING =
  /^(?:(?:(?:kind|best|warm|kindest|warmest|many|with|all|yours)\b[^.!?:\d]{0,30})|regards|sincerely|cheers|thanks|thank you|best)[,.]?$/i;

/** Whether a paragraph that begins on this line is a disclaimer, company particulars, or the notice of a mailing. `end`: where the paragraph ends. */
export function isLegalParagraph(text: string, line: Line, end: number): boolean {
  if (!isLegalStart(text.slice(line.first, Math.min(line.last, line.first + 80)))) return false;
  const paragraph = text.slice(line.first, Math.min(end, line.first + 1200));
  if (PARTICULARS.test(paragraph) && SPEAKS.test(paragraph)) return false;
  return LEGAL_WORDS.test(paragraph);
}

/** Whether the line is a closing and nothing else: what stands above it in a message is no footer. */
export function isClosingLine(text: string, { first, last }: Line): boolean {
  return last - first <= 40 && CLOSING.test(text.slice(first, last));
}

function isLegalStart(line: string): boolean {
  let from = 0;
  while (from < line.length && ' \t*_-'.includes(line[from])) from += 1;
  const bare = from === 0 ? line : line.slice(from);
  return bare.startsWith('©') || LEGAL_START().matches(bare) || (bare.includes('mailing list') && LIST_NAME.test(bare));
}
