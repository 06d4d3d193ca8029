import type { Channel, Context, EarlierReply, Kind, Mode } from '../draft/draft.js';
import { didYouMean } from '../text/nearest.js';
import { CHANNELS, KINDS, MODES } from './choices.js';
import { findFences, readAttributes } from './example-fences.js';
import type { Fence } from './example-fences.js';
import { readMarks } from './example-marks.js';
import type { Mark } from './example-marks.js';
import type { Options, Organisation, Rule, Settings } from './rule.js';

/** The words a file can be read as. */
type Format = 'text' | 'markdown' | 'html' | 'eml';

/** One example of a rule: a reply, what is known about it, and what the rule has to mark in it. */
export interface Example {
  /** 1-based line of its fence in the README; for the examples of `rule.yml` their number. */
  readonly line: number;
  /** Must stay silent. */
  readonly fine: boolean;
  readonly text: readonly string[];
  readonly marks: readonly Mark[];
  /** Any finding will do: the example shows a fault, and has no carets. */
  readonly loose: boolean;
  readonly format: Format;
  readonly context: Context;
  readonly options: Options;
  readonly settings: Settings;
  readonly organisation: Organisation;
  readonly now?: string;
}

/** An example that does not hold. */
export interface ExampleFailure {
  readonly line: number;
  /** One line: what was expected, what was found. */
  readonly message: string;
}

const CHOICES = { kind: KINDS, mode: MODES, channel: CHANNELS, format: ['text', 'markdown', 'html', 'eml'] };
const KEYS = (
  'kind mode format channel customer customer-name from to subject received sent helpdesk attachments now ' +
  'agent contact sla holidays dialect organisation departments products option.<name>'
).split(' ');

/** The examples of a README, and failures for blocks that cannot be read. A rule's own `examples` need no README. */
export function readExamples(readme: string): { examples: readonly Example[]; failures: readonly ExampleFailure[] } {
  const examples: Example[] = [];
  const failures: ExampleFailure[] = [];
  let customer: Fence | undefined;
  let earlier: EarlierReply[] = [];
  for (const fence of findFences(readme)) {
    if (fence.kind === 'customer') customer = fence;
    else if (fence.kind === 'earlier') earlier.push(readEarlier(fence));
    else {
      const example = readExample(fence, customer, earlier);
      if ('message' in example) failures.push(example);
      else examples.push(example);
      customer = undefined;
      earlier = [];
    }
  }
  return { examples, failures };
}

/** The short examples of a `rule.yml`. Each may have carets, and begin with a line `% key=value` of context. */
export function ownExamples(rule: Pick<Rule, 'examples'>): { examples: readonly Example[]; failures: readonly ExampleFailure[] } {
  const all = [...rule.examples.bad.map((text) => ({ text, fine: false })), ...rule.examples.good.map((text) => ({ text, fine: true }))];
  const read = all.map(({ text, fine }, at) => {
    const lines = text.split('\n');
    const info = lines[0].startsWith('%') ? (lines.shift() ?? '').slice(1) : '';
    return readExample({ kind: 'reply', info, lines, line: at + 1, section: fine ? 'fine' : '' }, undefined, [], true);
  });
  return {
    examples: read.filter((each): each is Example => !('message' in each)),
    failures: read.filter((each): each is ExampleFailure => 'message' in each),
  };
}

function readEarlier({ lines, info }: Fence): EarlierReply {
  const read = readAttributes(info);
  return { text: lines.join('\n'), ...('attributes' in read && { date: read.attributes.get('date') }) };
}

function readExample(fence: Fence, customer: Fence | undefined, earlier: readonly EarlierReply[], short = false): Example | ExampleFailure {
  const read = readAttributes(customer ? `${customer.info} ${fence.info}` : fence.info);
  if ('error' in read) return { line: fence.line, message: read.error };
  const { attributes } = read;
  for (const key of attributes.keys())
    if (!KEYS.includes(key) && !/^option\.[\w-]+$/.test(key))
      return { line: fence.line, message: `an example has no context "${key}"${didYouMean(key, KEYS)}` };
  const get = (key: string): string | undefined => attributes.get(key);
  const list = (key: string): string[] | undefined =>
    get(key)
      ?.split(/\s*,\s*/)
      .filter((each) => each !== '' && each !== 'none');
  const wrong = Object.entries(CHOICES)
    .map(([key, choices]) => wrongChoice(get(key), choices))
    .find(Boolean);
  if (wrong !== undefined) return { line: fence.line, message: wrong };
  const { text, marks } = readMarks(fence.lines);
  const fine = fence.section === 'fine';
  const sla = get('sla');
  return {
    line: fence.line,
    fine,
    text,
    marks,
    loose: short && !fine && marks.length === 0,
    format: (get('format') as Format | undefined) ?? 'text',
    context: given({
      customer: customer ? customer.lines.join('\n') : get('customer'),
      customerName: get('customer-name'),
      from: get('from'),
      to: get('to'),
      subject: get('subject'),
      received: get('received'),
      sent: get('sent'),
      kind: get('kind') as Kind | undefined,
      channel: get('channel') as Channel | undefined,
      mode: get('mode') as Mode | undefined,
      helpdesk: get('helpdesk'),
      attachments: list('attachments'),
      earlier: earlier.length > 0 ? earlier : undefined,
    }),
    options: Object.fromEntries(
      [...attributes].filter(([key]) => key.startsWith('option.')).map(([key, value]) => [key.slice(7), plainValue(value)]),
    ),
    settings: given({
      agent: get('agent'),
      contact: get('contact'),
      slaHours: sla === undefined ? undefined : Number.parseFloat(sla),
      holidays: list('holidays'),
      dialect: get('dialect'),
    }),
    organisation: { names: list('organisation') ?? [], departments: list('departments') ?? [], products: list('products') ?? [] },
    now: get('now'),
  };
}

function wrongChoice(value: string | undefined, choices: readonly string[]): string | undefined {
  if (value === undefined || choices.includes(value)) return undefined;
  return `"${value}" is none of ${choices.join(', ')}${didYouMean(value, choices)}`;
}

/** The map without its undefined values: what is absent is not known. */
function given<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as T;
}

/** `true`, `2`, `a,b` as what they look like; all else as text. */
function plainValue(text: string): unknown {
  if (text.includes(',')) return text.split(',').map((each) => plainValue(each.trim()));
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
