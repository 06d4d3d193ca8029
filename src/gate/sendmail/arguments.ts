/** What sendmail was called for. */
export interface SendmailCall {
  /** Whether it submits one mail on standard input. Else (queue, aliases, SMTP on standard input, a version) it is no business of ours. */
  readonly submits: boolean;
  /** The envelope's sender (`-f`, `-r`): empty for that of a bounce, undefined where none is given. */
  readonly sender?: string;
  /** Those that the command line names; with `-t` the mail's header names more. */
  readonly recipients: readonly string[];
}

/**
 * Options that take a value, attached or as the next argument: those of Sendmail 8, Postfix and Exim (sendmail(8), sendmail(1), exim(8)), and msmtp's `-a`.
 * A value must be passed over, because it may look like an option.
 */
const WITH_VALUE = new Set('ABCDFLNORVXabefhopr');
/** Ways of working (`-bp`, `-bs`, …) that submit a mail on standard input: `-bm`; any other does not. */
const SUBMITTING_MODE = 'm';
/** Runs the queue (`-q`, `-q30m`, `-qRexample`), rebuilds aliases (`-I`), and what msmtp does besides: shows a server, pretends. */
const NO_SUBMISSION = new Set('qIPS');
/** Long options of msmtp that show something. */
const SHOWING = /^--(?:help|version|serverinfo|rmqs=?.*|configure=?.*|pretend|print-config|list-.*)$/;

/** Reads how sendmail was called, as sendmail's own getopt does. */
export function readCall(argv: readonly string[]): SendmailCall {
  let submits = true;
  let sender: string | undefined;
  const recipients: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at];
    if (word === '--') {
      recipients.push(...argv.slice(at + 1));
      break;
    }
    if (word.startsWith('--')) {
      if (SHOWING.test(word)) submits = false;
      if (word.startsWith('--from=')) sender = word.slice('--from='.length);
      continue;
    }
    if (!/^-./.test(word)) {
      recipients.push(word);
      continue;
    }
    for (let letter = 1; letter < word.length; letter += 1) {
      const option = word[letter];
      if (NO_SUBMISSION.has(option)) submits = false;
      if (option === 'q' || option === 'd') break;
      if (!WITH_VALUE.has(option)) continue;
      const attached = word.slice(letter + 1);
      if (attached === '') at += 1;
      const value = attached === '' ? (argv[at] ?? '') : attached;
      if (option === 'b' && value !== SUBMITTING_MODE) submits = false;
      if (option === 'f' || option === 'r') sender = value.replace(/^<(.*)>$/s, '$1');
      break;
    }
  }
  return { submits, recipients, ...(sender !== undefined && { sender }) };
}
