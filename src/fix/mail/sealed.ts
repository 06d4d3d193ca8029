import type { Mail } from '../../parse/mail/mail.js';

/** Parts that say that what is beside or inside them is signed or encrypted. */
const SIGNED = /^(?:multipart\/signed|application\/(?:x-)?pkcs7-signature|application\/pgp-signature)$/;
const ENCRYPTED = /^(?:multipart\/encrypted|application\/pgp-encrypted)$/;
/** S/MIME: signed or encrypted, which only its inside would tell. */
const SMIME = /^application\/(?:x-)?pkcs7-mime$/;
const INLINE = /^-----BEGIN PGP (?:(SIGNED) )?MESSAGE-----/m;

/** Why a mail must not be changed: a signature over it would no longer hold, or it cannot be read at all. Undefined for an open mail. */
export function sealOf({ parts, headers }: Mail): string | undefined {
  for (const { type, text } of parts) {
    if (SIGNED.test(type)) return 'the mail is signed, and a change would break the signature';
    if (ENCRYPTED.test(type)) return 'the mail is encrypted';
    if (SMIME.test(type)) return 'the mail is signed or encrypted (S/MIME)';
    const inline = text?.includes('-----BEGIN PGP') ? INLINE.exec(text) : null;
    if (inline) return inline[1] ? 'the mail is signed (PGP), and a change would break the signature' : 'the mail is encrypted (PGP)';
  }
  if (headers.has('content-md5')) return 'the mail carries a digest of its text (Content-MD5), which a change would break';
  return headers.has('dkim-signature') ? 'the mail was sent and is signed (DKIM); a change would break the signature' : undefined;
}
