import type { LazyReading } from '../index.js';
import { countPhrases, joinPhrases } from './signals.js';
import { gladSigns } from './signs.js';

const COMPLAINED = `
your complaint
bad experience
your frustration
your disappointment
let you down
frustrating
unacceptable
fell short
the experience we want
improve your experience
raised a concern
`;
const PRAISED = `
kind words
your compliment
lovely feedback
kind feedback
glad you enjoyed
delighted you
so happy you
great feedback
wonderful feedback
positive feedback
kind review
lovely review
wonderful review
great review
your praise
enjoyed your stay
enjoyed your visit
glad you liked
happy to hear
glad to hear
delighted to hear
pleased to hear
great to hear
happy to read
great to read
pleased to read
delighted to read
glad to know
you are welcome
`;
const SUGGESTED = `
your suggestion
your suggestions
your idea
your ideas
the suggestion
the idea
feature request
for suggesting
for proposing
`;
const ASKED = `
your question
your questions
your enquiry
you asked
your query
asking about
for asking
your interest in
`;
const REPORTED = `
your report
for reporting
the fault
the bug
not working
stopped working
will not load
error message
for flagging
for spotting
troubleshoot
`;
const ANNOUNCED = `
are writing to
am writing to
is to inform
are writing about
am writing about
before it could reach you
wanted to let you know
want to let you know
have to tell you that
have to let you know
please be informed
hereby inform
writing before
writing because
writing ahead
writing in connection
this is about your
this is about order
a word about
come to light
before you hear
before you notice
before you see
are coming to
will be off
no longer leaves
moves from
out of action
we noticed
is ready
are ready
from monday
you do not need to do
will be closed
please disregard
we are pleased to announce
`;

/** What is said to somebody who praises, and seldom to somebody who complains. */
const GLAD = `
glad
happy
thrilled
delighted
pleased
excited
awesome
enjoy
enjoyed
love
wonderful
fantastic
great
amazing
yay
congrats
congratulations
proud
welcome
kudos
compliment
compliments
pleasure
`;
const OFFERING = `
happy to help
happy to assist
happy to check
glad to assist
glad to help
take a look
look into
be of assistance
may assist
can help
dm us
please dm
send us
reach out
let us know
contact us
please contact
please call
please share
`;
/** What answers a question. */
const ANSWERING = `
yes
no
you can
you will need
you may
you would
please use
the link
available
allowed
policy
fee
book
booking
`;
/** What is asked of somebody who has to wait. */
const APPEASING = `
patience
bear with
hang in there
hanging in
hanging with
working hard
working to
as quickly
as soon as
`;
const OWNING = `
we should have
our mistake
our fault
our error
we let
down to us
our side
we failed
put right
put this right
it was wrong
we got
`;

const SAYINGS = joinPhrases({
  complained: COMPLAINED,
  praised: PRAISED,
  suggested: SUGGESTED,
  asked: ASKED,
  reported: REPORTED,
  announced: ANNOUNCED,
  glad: GLAD,
  offered: OFFERING,
  answered: ANSWERING,
  appeased: APPEASING,
  owned: OWNING,
});

/** What the draft does, besides what it says. */
interface Deeds {
  /** Words of apology and sorrow that are meant. */
  readonly sorry: number;
  readonly condoled: number;
  readonly understood: number;
  /** It thanks for the message. */
  readonly thanked: number;
  /** "Glad you made it! Have a safe flight": nobody says so to a complaint without a word of regret. */
  readonly carefree: number;
  readonly exclaimed: number;
  readonly smiled: number;
  readonly length: number;
}

/** A cue in the draft. */
export type DraftCue = keyof (typeof SAYINGS)['none'] | keyof Deeds;

/** What is counted in a draft. */
export interface DraftCues {
  readonly said: Readonly<Record<keyof (typeof SAYINGS)['none'], number>>;
  readonly done: Deeds;
}

/** Counts what in a draft tells which kind of message it answers: what it says, and what it does. */
export function cuesOfDraft({ grammar, draft, brief, apologies, empathy, thanks }: LazyReading): DraftCues {
  const said = countPhrases(grammar.words, SAYINGS);
  let sorry = 0;
  let condoled = 0;
  for (const { mention, kind } of apologies) {
    if (mention) continue;
    if (kind === 'life-event') condoled = 1;
    else if (kind !== 'courtesy' && kind !== 'refusal-preface') sorry += 1;
  }
  const done = {
    sorry,
    condoled,
    understood: empathy.length,
    thanked: thanks.some(({ object }) => object === 'contact') ? 1 : 0,
    carefree: brief && said.glad > said.offered && sorry === 0 && empathy.length === 0 ? 1 : 0,
    exclaimed: draft.text.includes('!') ? (draft.text.split('!').length - 1) / 2 : 0,
    smiled: gladSigns(draft.text),
    length: Math.log2(1 + grammar.words.length) / 3,
  };
  return { said, done };
}
