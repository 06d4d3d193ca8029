import { wordClass } from '../../lexicon/index.js';
import { indexPhrases, joinIndexes } from './kind-signals.js';

const SUGGESTING = indexPhrases(`
please add
please bring back
please consider
it would be nice
would be nice
would be great if
would be good if
would be lovely
would be helpful
would be useful
would love to see
would like to see
sure would be
be nice if
be great if
be good if
why not
how about
have you thought
have you considered
suggestion
suggestions
an idea
my idea
one idea
small idea
simple idea
one wish
feature request
wish you
i wish
could you add
might help
it might be worth
you guys should
please start
please introduce
please stock
`);
const CHASING = indexPhrases(`
third time
3rd time
4th time
5th time
third message
fourth message
4th message
3rd message
4th email
3rd email
third call
fourth call
4th call
3rd call
1 star
one star
second time
fourth time
third letter
third email
third e mail
third person
second email
still waiting
still no
still have not
still has not
still not
still dont
no reply
no response
no answer
no explanation
no help
no support
nobody
no one
again and again
yet again
yet to
have yet to
not good enough
fed up
sick of
had enough
let down
waste of
rip off
never again
never fly
never use
never flying
never come
never book
never stay
will not be back
not be returning
last time
money back
i demand
lost my
lost our
not happy
not impressed
not pleased
do better
not once
what a joke
what a waste
what a mess
come on
cmon
sort it out
sort this out
charged twice
charged me twice
charged us twice
it is day
it is now day
who is responsible
laughed at me
laughed at us
shouted at me
shouted at us
hung up on me
hung up on us
how you treat
spoken to like that
treated like
so much for
missed my
missed our
miss my
my query
cost me
on hold
without warning
without a word
expected better
expect better
i expect an
deserve an
deserve better
how dare
how could you
what is the point
who will pay
attitude
nowhere to be found
do not care
go elsewhere
somewhere else
elsewhere
taking my business
not worth
could be better
needs work
need work
needs to be
need to be
needs a
needs some
not a fan
no longer
get it together
get your act
what will you do
what are you going to do
in need of
would have preferred
not meet
not suitable
much higher than
not up to
could have been
not what we
not what i
making us wait
over a month
over a week
been over
over 2 weeks
is it normal
is this normal
maximising
of course
stuck on
stuck in
stuck at
`);
const PRAISING = indexPhrases(`
well done
kudos
shout out
shoutout
great job
good job
keep it up
keep up
made my day
make my day
makes my day
making my day
made our day
love your
love you
so happy
so excited
can not fault
could not fault
hats off
big up
what a star
star
angels
angel
life changing
above and beyond
like a charm
like a dream
like new
works a treat
will be back
will return
will definitely
will certainly
to the rescue
for the win
nothing to complain
no complaints
nothing but
was a treat
went out of
five stars
5 stars
10 out of
like this app
good app
so grateful
home from home
yum
`);
/** Praise that turns: "thanks for nothing", "great, another delay". */
const SARCASTIC = indexPhrases(`
thanks for nothing
thanks for leaving
thanks for losing
thanks for destroying
thanks for ruining
thanks for making me
thanks for the delay
thanks to your
thanks a lot
thank you for nothing
thank you for losing
thank you for ruining
thank you for leaving
at its best
at its finest
top class planning
great job losing
way to go
comedy
stellar
`);
export const ANGRY_SIGNS = /[😡🤬😠🙄😤👎😞😢🤢😒💩😖😩]/gu;
export const GLAD_SIGNS = /[❤😍🙌👏👍😄😊😁💕💙🙏🥰]/gu;
export const ILLNESS = wordClass(
  'stroke cancer chemo chemotherapy tumour surgery hospital hospitalised diagnosis diagnosed miscarriage dementia leukaemia injury injured accident',
);
export const DEATH = wordClass('died dies death deceased passed expired funeral bereavement widow widowed passing');
export const DISASTER = wordClass('burned burnt burgled flooded robbed mugged');
export const UNITS = new Set('minute minutes min mins hour hours hr hrs day days week weeks wk wks month months year years'.split(' '));
/** What nobody gives thanks for in earnest. */
export const HARMS = new Set(
  'lose break destroy ruin leave cancel delay ignore waste strand damage forget spoil wreck kick nothing refuse reject overcharge smash crush mess trap ground bump downgrade deny abandon ditch separate block scam rob steal cheat disappoint screw hang fail misplace mishandle cram starve freeze'.split(
    ' ',
  ),
);
/** What we do for customers that they like. */
export const KINDNESSES = new Set(
  'help carry fix save find rock make go lend bring give love hold assist upgrade deserve repair sort'.split(' '),
);
export const NEGATORS = wordClass('not no never less without hardly nothing none nor neither');
/** Service that went wrong: told of, it is held against us even without a word of judgement. */
export const FAILURES = new Set(
  'delay delays delayed cancelled canceled cancelling cnxd lost missed missing damaged stranded trapped ruined spoiled spoilt wasted destroyed overcharged rebooked skipped bumped overbooked refused'.split(
    ' ',
  ),
);
/** States in which a thing is broken. */
export const STATES = wordClass('blank black empty dark dead stuck frozen locked offline loose torn cold wrong missing');

export const ACCUSED = wordClass('you your they their');
export const FIRST = wordClass('i we my our');
export const CONTRARY = new Set(['not', 'no', 'never', 'only', 'but', 'except', 'unfortunately']);
export const THANKS = new Set(['thank', 'thanks', 'thanx', 'thx']);
export const DEFECTS = new Set(['defects', 'faults', 'errors', 'mistakes']);
export const SELDOM_MALFUNCTIONS = new Set(['down', 'stop', 'drop', 'trip', 'dead', 'wrong', 'missing']);
export const SHOUTED = new Set(['STILL', 'AGAIN', 'TWO', 'NOT', 'NO', 'NEVER', 'AFTER', 'EVERY', 'LAST', 'WORK']);

export const SAYINGS = joinIndexes({ chasing: CHASING, sarcastic: SARCASTIC, praising: PRAISING, suggesting: SUGGESTING });
