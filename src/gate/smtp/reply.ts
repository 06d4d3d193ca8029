/** A reply of an SMTP server. */
export interface Reply {
  /** `250`. */
  readonly code: number;
  /** On one line, with the enhanced status code where there is one: `2.0.0 Ok: queued as 4D2`. */
  readonly text: string;
}

/** Reads a reply as it came: `550-5.1.1 No such user\n550 5.1.1 here`. */
export function readReply(response: string): Reply {
  const lines = response.split(/\r?\n/).map((line) => line.replace(/^\d{3}[ -]?/, '').trim());
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3}(?= |$)/.exec(lines[0] ?? '')?.[0];
  const [first, ...rest] = lines;
  // RFC 2034 §4: the enhanced code stands on each line.
  const more = rest.map((line) => (enhanced && line.startsWith(`${enhanced} `) ? line.slice(enhanced.length + 1) : line));
  return { code: Number(response.slice(0, 3)) || 451, text: [first, ...more].filter(Boolean).join(' ') };
}

/** Whether a reply says yes. */
export function isYes({ code }: Reply): boolean {
  return code >= 200 && code < 400;
}

/** A reply that says no, thrown to the server that has to say it. */
export class Refusal extends Error {
  readonly responseCode: number;

  constructor({ code, text }: Reply) {
    super(text);
    this.responseCode = code;
  }
}
