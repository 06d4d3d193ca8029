import { domainToASCII } from 'node:url';
import { isYes, Refusal, type Reply } from './reply.js';
import { Upstream, type Relay } from './upstream.js';

/** The parameters of MAIL FROM that the gate announces; as smtp-server reads them. */
export interface MailParameters {
  readonly SIZE?: string;
  readonly BODY?: string;
  readonly SMTPUTF8?: true;
}

/**
 * One client's way to the upstream server. Sender and recipients are asked for as they come, so that each gets the answer of the server that will have to
 * deliver; the mail follows when it was judged.
 */
export class Passage {
  #upstream?: Upstream;
  #isOpen = false;
  #isUtf8 = false;
  #hasLeft = false;
  #atWork: Promise<unknown> = Promise.resolve();

  constructor(private readonly relay: Relay) {}

  /** Begins a mail; one that was begun before is given up. */
  begin(sender: string, parameters: MailParameters): Promise<void> {
    return this.#working(this.#beginAnew(sender, parameters));
  }

  /** Names one more recipient. */
  add(recipient: string): Promise<void> {
    return this.#working(this.#add(recipient));
  }

  /** Sends the mail; answers what the server says to it. */
  send(mail: Uint8Array): Promise<Reply> {
    return this.#working(this.#send(mail));
  }

  /** Tells the server that the mail is not coming. */
  giveUp(): Promise<void> {
    return this.#working(this.#giveUp());
  }

  async #beginAnew(sender: string, parameters: MailParameters): Promise<void> {
    await this.#giveUp();
    this.#isUtf8 = parameters.SMTPUTF8 === true;
    const kept = this.#upstream?.isOpen === true;
    try {
      await this.#begin(sender, parameters);
    } catch (error) {
      // A server may hang up on a connection that has been quiet; that is known only when it is used again.
      if (!kept || this.#upstream?.isOpen) throw error;
      await this.#begin(sender, parameters);
    }
  }

  async #add(recipient: string): Promise<void> {
    const upstream = await this.#connected();
    demand(await upstream.say(`RCPT TO:<${this.#written(recipient)}>`));
  }

  async #send(mail: Uint8Array): Promise<Reply> {
    const upstream = await this.#connected();
    if (!upstream.supports('8BITMIME') && mail.some((byte) => byte > 127)) {
      await this.#giveUp();
      return { code: 554, text: '5.6.3 the mail holds 8-bit text, and the next server takes none' };
    }
    const reply = await upstream.send(mail);
    if (isYes(reply)) this.#isOpen = false;
    else await this.#giveUp();
    return reply;
  }

  async #giveUp(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#upstream?.isOpen) await this.#upstream.say('RSET').catch(() => {});
  }

  /** Ends the connection as soon as nothing is on its way: a command inside a mail would be taken for its words. */
  leave(): void {
    this.#hasLeft = true;
    void this.#atWork.then(() => this.#upstream?.leave());
  }

  /** Lets {@link leave} wait for some work. */
  async #working<T>(work: Promise<T>): Promise<T> {
    this.#atWork = Promise.allSettled([this.#atWork, work]);
    return work;
  }

  async #begin(sender: string, { SIZE, BODY }: MailParameters): Promise<void> {
    const upstream = await this.#connected();
    if (this.#isUtf8 && !upstream.supports('SMTPUTF8'))
      throw new Refusal({ code: 550, text: '5.6.7 the next server takes no addresses beyond ASCII' });
    const parameters = [
      ...(SIZE !== undefined && upstream.supports('SIZE') ? [`SIZE=${SIZE}`] : []),
      ...(BODY !== undefined && upstream.supports('8BITMIME') ? [`BODY=${BODY.toUpperCase()}`] : []),
      ...(this.#isUtf8 ? ['SMTPUTF8'] : []),
    ];
    demand(await upstream.say([`MAIL FROM:<${this.#written(sender)}>`, ...parameters].join(' ')));
    this.#isOpen = true;
  }

  async #connected(): Promise<Upstream> {
    if (this.#hasLeft) throw new Refusal({ code: 451, text: '4.4.2 the client has hung up' });
    if (!this.#upstream?.isOpen) {
      // Recipients of a mail whose connection is lost are lost with it.
      if (this.#isOpen) throw new Refusal({ code: 451, text: '4.4.2 the connection to the next server was lost; send the mail again' });
      this.#upstream = await Upstream.connect(this.relay);
    }
    return this.#upstream;
  }

  /** An address as the client wrote it: smtp-server has turned an ASCII form of a name (`xn--…`) into what it stands for. */
  #written(address: string): string {
    const at = address.lastIndexOf('@');
    const domain = address.slice(at + 1);
    if (this.#isUtf8 || at < 0 || !/[\u0080-\uffff]/.test(domain)) return address;
    return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`;
  }
}

function demand(reply: Reply): void {
  if (!isYes(reply)) throw new Refusal(reply);
}
