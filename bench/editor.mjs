// `npm run bench:editor`: what an editor waits for. Only ratios of one run can be compared; the times are this machine's.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { root } from '../build/root.mjs';
import { median, time } from './pairs.mjs';

const command = join(root, 'bin/replylint.cjs');
const THINGS = ['kettle', 'lamp', 'toaster', 'jacket', 'parcel', 'subscription', 'invoice', 'refund', 'voucher', 'account'];
const OPENINGS = [
  (thing) => `Thank you for telling us about the ${thing}.`,
  (thing) => `We have read what you wrote about your ${thing} with care.`,
  (thing) => `It was right of you to ask after the ${thing}.`,
  (thing) => `You wrote to us because the ${thing} is not what you ordered.`,
];
const MIDDLES = [
  (thing, i) => `I have looked into order ${i * 31} and found where it went astray on ${1 + (i % 28)} March.`,
  (thing, i) => `Our warehouse in Leeds packs it again tonight, and the courier collects it before ${6 + (i % 5)} o'clock.`,
  (thing, i) => `You can return the ${thing} within ${5 + ((i * 7) % 40)} days of delivery at desk ${i % 97}.`,
  (thing, i) => `The difference of £${3 + (i % 60)}.50 goes back to the card that you paid with.`,
  (thing) => `We apologise for any inconvenience caused by the ${thing}.`,
  (thing, i) => `Please send a photograph of the label, and quote the reference ${i * 17} so that it reaches me.`,
  (thing) => `Nobody should have to ask for a ${thing} three times before somebody answers the telephone.`,
  (thing, i) => `Page ${i % 90} of the handbook shows how to take the filter out and rinse it under the tap.`,
  (thing, i) => `I have put ${5 + (i % 20)} points on your card, which you may spend on anything in the shop.`,
  (thing) => `The new ${thing} leaves here today, and it is with you by Friday.`,
  (thing, i) => `If the light blinks ${2 + (i % 7)} times, hold the left button until it goes out, then plug it in again.`,
  () => 'My colleague in the fitting team rings you tomorrow to agree a time that suits you.',
  (thing, i) => `The guarantee covers the ${thing} for ${1 + (i % 5)} years from the day on the receipt.`,
  (thing, i) => `Choose “change my address” under your name, then type the code ${i * 13} that we sent by text message.`,
  () => 'We cannot read the bank details in your letter, so please write them once more in capitals.',
  (thing, i) => `Two of the ${3 + (i % 9)} boxes left on Monday; the rest follow from our depot in Hull.`,
  (thing) => `A spare part for the ${thing} costs nothing while we still make it.`,
  () => 'You asked whether the paint is safe for children: it is, and the certificate is attached.',
  (thing, i) => `Because of the strike at the port the ship docks ${1 + (i % 14)} days late.`,
  () => 'Your password can be set anew from the page where you sign in, and nobody here can see it.',
  (thing, i) => `I have cancelled the second order, number ${i * 7}, and nothing was charged for it.`,
  () => 'The shop in Bristol keeps the last one behind the counter until Saturday evening under your surname.',
  (thing) => `Wash the ${thing} by hand in lukewarm water and dry it flat, away from the stove.`,
  (thing, i) => `The engineer's report says that a fuse of ${1 + (i % 13)} amps was fitted where a smaller one belongs.`,
];

function bodyOf(i) {
  const thing = THINGS[i % 10];
  const middles = [0, 1, 2, 3].map((n) => MIDDLES[(i * (n + 3) + n * 5 + (i >> 3)) % MIDDLES.length](thing, i + n));
  const words = [
    OPENINGS[i % 4](thing),
    `This is case number ${i} of ours.`,
    ...middles,
    'If anything is unclear, call me on 01632 960 114.',
  ].join(' ');
  return `Hi {{ticket.requester.first_name}},\n\n${words}\n\nKind regards,\n{{agent.name}}`;
}

/** A library of so many entries, each of about 450 letters. */
export const libraries = {
  yaml: (count) =>
    Array.from({ length: count }, (_, i) => {
      const body = bodyOf(i).replaceAll(/^(?=.)/gm, '    ');
      return `- id: entry-${i}\n  title: The ${THINGS[i % 10]} of case ${i}\n  scenario: complaint\n  lang: en\n  body: |\n${body}\n`;
    }).join(''),
  json: (count) =>
    JSON.stringify(
      Array.from({ length: count }, (_, i) => ({
        id: `entry-${i}`,
        title: `The ${THINGS[i % 10]} of case ${i}`,
        scenario: 'complaint',
        body: bodyOf(i),
      })),
      null,
      2,
    ),
  csv: (count) =>
    `id,title,scenario,body\n${Array.from({ length: count }, (_, i) => `entry-${i},The ${THINGS[i % 10]} of case ${i},complaint,"${bodyOf(i)}"\n`).join('')}`,
};

/** An editor with one document. */
class Editor {
  #process;
  #connection;
  #uri;
  #text;
  #version = 1;
  #shown = () => {};

  constructor(name, text) {
    this.#process = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#uri = pathToFileURL(join(root, 'fixtures', name)).href;
    this.#text = text;
    this.#connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      if (uri === this.#uri && version === this.#version) this.#shown(diagnostics);
    });
    this.#connection.listen();
  }

  #next() {
    return new Promise((resolve) => {
      this.#shown = resolve;
    });
  }

  /** From the start of the process to the first diagnostics, in milliseconds. */
  async begin() {
    const start = performance.now();
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      initializationOptions: { config: undefined },
    });
    await this.#connection.sendNotification('initialized', {});
    const shown = this.#next();
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'plaintext', version: 1, text: this.#text },
    });
    const diagnostics = await shown;
    return { milliseconds: performance.now() - start, diagnostics };
  }

  /** Types one letter behind some words; from then until the diagnostics are there, in milliseconds. */
  async type(words, letter) {
    const at = this.#text.indexOf(words) + words.length;
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length - 1;
    const character = at - before.lastIndexOf('\n') - 1;
    this.#text = before + letter + this.#text.slice(at);
    this.#version += 1;
    const shown = this.#next();
    const start = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: letter }],
    });
    await shown;
    return performance.now() - start;
  }

  /** Processor time that the server has used so far, in milliseconds; undefined where the system does not tell. On a busy machine it says more than the clock. */
  used() {
    const stat = `/proc/${this.#process.pid}/stat`;
    if (!existsSync(stat)) return undefined;
    const [user, system] = readFileSync(stat, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
      .map(Number);
    // The kernel counts in hundredths of a second.
    return (user + system) * 10;
  }

  end() {
    this.#connection.dispose();
    this.#process.kill();
  }
}

const DRAFT = `Dear Customer,\n\n${bodyOf(7).split('\n\n')[1]}\n\nKind regards,\nMaya Lindqvist\n`;
const quick = process.argv.includes('--quick');

const starts = [];
for (let i = 0; i < (quick ? 3 : 11); i += 1) {
  const bare = time([process.execPath, '-e', '0']);
  const editor = new Editor('draft.txt', DRAFT);
  const { milliseconds } = await editor.begin();
  editor.end();
  starts.push({ bare, milliseconds });
}
console.log(
  `start to first findings of a draft: ${median(starts.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms, ${median(starts.map(({ bare, milliseconds }) => milliseconds / bare)).toFixed(1)} x a bare node`,
);

for (const [format, write] of Object.entries(libraries)) {
  const few = new Editor(`replies.${format}`, write(10));
  const many = new Editor(`replies.${format}`, write(1000));
  await few.begin();
  const { milliseconds, diagnostics } = await many.begin();
  const pairs = [];
  let before;
  for (let i = 0; i < (quick ? 10 : 60); i += 1) {
    const letter = 'plonkety '[i % 9];
    const a = await few.type('case number 5 of', letter);
    const b = await many.type(`case number ${(i * 37) % 1000} of`, letter);
    if (i === 4) before = many.used();
    if (i > 4) pairs.push({ a, b });
  }
  const used = before === undefined ? undefined : (many.used() - before) / pairs.length;
  few.end();
  many.end();
  const [a, b] = [median(pairs.map((one) => one.a)), median(pairs.map((one) => one.b))];
  console.log(
    `${format}: a keystroke among 1000 entries (${diagnostics.length} findings): ${b.toFixed(1)} ms, among 10: ${a.toFixed(1)} ms, ratio ${median(pairs.map((one) => one.b / one.a)).toFixed(2)}${used === undefined ? '' : `, processor time ${used.toFixed(1)} ms`}; first look ${milliseconds.toFixed(0)} ms`,
  );
}
