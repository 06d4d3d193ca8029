import type { LazyReading } from '../index.js';
import { countPhrases, indexPhrases, joinIndexes, noSignals, type Signals } from './kind-signals.js';

const COMPLAINED = indexPhrases(`
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
`);
const PRAISED = indexPhrases(`
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
`);
const SUGGESTED = indexPhrases(`
your suggestion
your suggestions
your idea
your ideas
the suggestion
the idea
feature request
for suggesting
for proposing
`);
const ASKED = indexPhrases(`
your question
your questions
your enquiry
you asked
your query
asking about
for asking
your interest in
`);
const REPORTED = indexPhrases(`
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
`);
const ANNOUNCED = indexPhrases(`
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
we noticed
is ready
are ready
from monday
you do not need to do
will be closed
please disregard
we are pleased to announce
`);

/** What is said to somebody who praises, and never to somebody who complains, unless we are sorry beside it. */
const GLAD = indexPhrases(`
happy to hear
happy to see
happy to have
happy you
happy our
happy we
happy that
glad to hear
glad to have
glad to see
glad you
glad we
glad our
glad that
glad the
glad they
glad everything
great to hear
great to see
great to have
good to hear
nice to hear
lovely to hear
wonderful to hear
awesome to hear
thrilled to
thrilled you
excited to have
excited you
pleased you
pleased to hear
love to hear
love hearing
love to see
love seeing
love it
love that
love this
love having
love your
made our day
kind words
sweet words
shout out
shoutout
kudos
way to go
see you soon
see you onboard
see you on board
see ya
welcome aboard
safe travels
happy travels
happy birthday
happy anniversary
happy thanksgiving
happy holidays
congratulations
congrats
enjoy your
enjoy the
enjoy it
have fun
have a great
have a safe
have a wonderful
have a fantastic
have a lovely
have a good
have an awesome
have an amazing
sounds good
sounds great
sounds like fun
sounds lovely
great photo
great shot
great pic
great picture
great view
awesome pic
lovely photo
beautiful photo
nice view
can not wait to see
can not wait to have
at your service
pleasure to have
pleasure having
you are welcome
proud of
`);

const SAYINGS = joinIndexes({
  glad: GLAD,
  complained: COMPLAINED,
  praised: PRAISED,
  suggested: SUGGESTED,
  asked: ASKED,
  reported: REPORTED,
  announced: ANNOUNCED,
});

/** How much a glad line of chat speaks against a complaint: as much as two words of judgement in the customer's turn. */
const GLADNESS = 6;

/** What the draft says about the kind of message it answers: apology, refund, "your complaint", "kind words", "we are writing to tell you". */
export function signalsOfDraft(reading: LazyReading): Signals {
  const signals = noSignals();
  const said = countPhrases(reading.grammar.words, SAYINGS, {
    complained: 0,
    glad: 0,
    praised: 0,
    suggested: 0,
    asked: 0,
    reported: 0,
    announced: 0,
  });
  const sorrow = reading.apologies.filter(
    (apology) => !apology.mention && !/^(?:courtesy|refusal-preface|life-event)$/.test(apology.kind),
  ).length;
  const understood = reading.empathy.length;
  const told = reading.thanks.some(({ object }) => object === 'contact');
  signals.complaint = Math.min(sorrow, 3) * 0.9 + said.complained + Math.min(understood, 2) * 0.5;
  signals.thanks = said.praised * 1.2 - Math.min(sorrow, 3) * 0.5;
  // "Glad you made it! Have a safe flight": nobody says so to a complaint without a word of regret.
  if (said.glad > 0 && sorrow === 0 && understood === 0 && reading.brief) {
    signals.complaint -= GLADNESS;
    signals.thanks += 1;
  }
  signals.suggestion = said.suggested * 1.3;
  signals.question = said.asked * 1.2;
  signals.problem = said.reported * 1.1;
  signals.sensitive = reading.apologies.some((apology) => apology.kind === 'life-event' && !apology.mention) ? 2 : 0;
  // Who thanks for a message or is sorry to hear of something answers; who announces does not.
  if (!told && !reading.apologies.some(({ kind }) => kind === 'hearing' || kind === 'feelings'))
    signals.proactive = said.announced > 0 ? 1.6 + said.announced * 0.4 : 0;
  return signals;
}
