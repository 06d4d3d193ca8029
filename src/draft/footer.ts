import type { Line } from './lines.js';

const DEVICE =
  /^(?:sent|written) (?:from|via|with|using) (?:my|the|yahoo|outlook|gmail|samsung|proton|mailspring|blackberry|a mobile)|^get outlook for|^von meinem .{2,40} gesendet|^gesendet (?:von|mit|aus)|^diese (?:nachricht|e-?mail) wurde von|^holen sie sich outlook|^envoyé (?:de|depuis|à partir)|^télécharge[rz] outlook|^enviado (?:desde|de|con)|^obtener outlook|^inviato da|^verzonden (?:vanaf|met)|^excuse (?:my |any )?(?:brevity|typos)/i;
const LEGAL_START =
  /^(?:\*+|[_-]+)?\s*(?:confidential(?:ity)?\b|legal (?:notice|disclaimer)|disclaimer|privileged|important notice|notice:|this (?:e-?mail|message|communication|transmission|electronic)|the (?:information|contents?) (?:contained )?(?:in|of) this|the information transmitted|if you (?:are not the intended|have received this (?:e-?mail|message|communication) in error)|diese (?:e-?mail|nachricht)|der inhalt dieser|ce (?:message|courriel|courrier)|cet? e-?mail|este (?:mensaje|correo|e-?mail)|la información contenida|please consider the environment|think before you print|bitte denken sie an die umwelt|pensez à l.environnement|registered (?:in|office|address|company)|company (?:no|number|registration)|vat (?:no|number|reg)|sitz der gesellschaft|geschäftsführer|amtsgericht|handelsregister|siège social|to unsubscribe|unsubscribe|you (?:are|have) receiv(?:ing|ed) this|you received this|\S+ mailing list\b|this sf\.net|manage your (?:preferences|subscription)|©|copyright ©)/i;
const LEGAL_WORDS =
  /mailing list|list(?:s|info)\b|sponsored by|confidential|privileged|intended (?:solely|only|recipient|for)|addressee|disclaim|in error|liab|virus|vertraulich|rechtlich geschützt|confidentiel|confidencial|destinat[aá]|unsubscribe|abmelden|désabonner|darse de baja|registered|environment|umwelt|company no|hrb|amtsgericht|authori[sz]ed and regulated|©|vat |preferences|mailing list|receiving this|received this/i;

/** "Sent from my iPhone" and what other devices add, in English, German, French, Spanish. */
export function isDeviceLine(text: string, line: Line): boolean {
  return line.last - line.first <= 120 && line.last - line.first > 8 && DEVICE.test(text.slice(line.first, line.last));
}

/** Whether a paragraph that begins on this line is a disclaimer, company particulars, or the notice of a mailing. `end`: where the paragraph ends. */
export function isLegalParagraph(text: string, line: Line, end: number): boolean {
  if (!LEGAL_START.test(text.slice(line.first, Math.min(line.last, line.first + 80)))) return false;
  return LEGAL_WORDS.test(text.slice(line.first, Math.min(end, line.first + 1200)));
}
