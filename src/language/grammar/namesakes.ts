import { wordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import type { Sentence } from '../reading.js';

/** What stands right before the word, behind it or in its sentence, where a thing is meant and nobody at work. */
interface Namesake {
  readonly before?: ReturnType<typeof wordClass>;
  /** Behind it, after "in the" and the like. */
  readonly within?: ReturnType<typeof wordClass>;
  readonly beside?: ReturnType<typeof wordClass>;
}

const BY_PROGRAM = wordClass('virtual digital voice ai chat automated automatic smart');
const coach = wordClass(
  'left leave leaves leaving stop stops stopped bay timetable depart departs departed departure seat seats passengers engine wheel toilet full route road motorway ferry fare pulled broke broken arrived arrives ran runs running tyre windscreen heating',
);
const shoes = wordClass('sole soles lace laces pair pairs stitching scuffed heel heels size sizes insole insoles');

/** Things that are called like somebody at work. */
const NAMESAKES: ReadonlyMap<string, Namesake> = new Map([
  ['agent', { before: wordClass('virtual digital ai automated cleaning bonding drying raising') }],
  ['assistant', { before: BY_PROGRAM, within: wordClass('app chat phone site page browser') }],
  ['carrier', { before: wordClass('baby bike pet cat dog cup child') }],
  ['cleaner', { before: wordClass('vacuum oven drain pipe screen lens'), beside: wordClass('bottle spray leaked nozzle filter') }],
  ['coach', { beside: coach }],
  ['driver', { beside: wordClass('printer graphics audio usb update updated install installed settings software version windows laptop') }],
  ['editor', { beside: wordClass('text crashed file files paste cursor saved') }],
  ['guard', { before: wordClass('mud mouth night fire chain blade safety splash'), beside: wordClass('loose cracked snapped hinge') }],
  ['manager', { before: wordClass('password download file task package content booking tag window') }],
  ['organiser', { before: wordClass('desk drawer jewellery cable') }],
  ['pilot', { beside: wordClass('lit flame boiler gas burner thermostat scheme') }],
  ['printers', { beside: wordClass('ink toner paper jammed offline cartridge cartridges') }],
  ['processor', { before: wordClass('food word computer'), beside: wordClass('bowl blade blades cpu memory') }],
  ['temp', { beside: wordClass('degrees fridge oven freezer thermostat water dropped rose') }],
  ['trainer', { beside: shoes }],
  ['trainers', { beside: shoes }],
]);

/** Whether the word at `head` names a thing that is called like somebody at work: a printer's driver, the coach that left, a night guard. */
export function isNamesake(words: Words, head: number, { from, to }: Sentence): boolean {
  const { norm } = words;
  const word = norm[head];
  // "The starter failed after a week": whoever is new at work is called so.
  if (word === 'starter') return !/^(?:new|newest|latest|recent|young|summer)$/.test(norm[head - 1] ?? '');
  const namesake = NAMESAKES.get(word);
  if (namesake === undefined) return false;
  if (namesake.before !== undefined && head > from && namesake.before.at(words, head - 1)) return true;
  if (namesake.within !== undefined && /^(?:in|on|of)$/.test(norm[head + 1] ?? '') && namesake.within.first(words, head + 2, head + 4) >= 0)
    return true;
  return namesake.beside !== undefined && namesake.beside.first(words, from, to) >= 0;
}
