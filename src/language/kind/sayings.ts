import { lazy } from '../../text/lazy.js';
import { joinPhrases } from './signals.js';

/** What is proposed. */
const SUGGESTING = `
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
be cool if
any way you could
any way you guys could
please enable
please make
you need to have
really need to have
you need to add
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
ought to
let people
let users
let customers
allow us
an option to
the option to
dark mode
have you thought of
you would save
just a thought
just a suggestion
friendly suggestion
suggestion for you
food for thought
something to consider
please let us
wish there was
if you could add
can you add
we would love a
`;
/** What those say who were let down, and not for the first time. */
const CHASING = `
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
another airline
different airline
new airline
lost a customer
avoid
stay away
regret
regretting
uninstall
uninstalled
`;
const PRAISING = `
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
never want to leave
never wanted to leave
not want to leave
hate to leave
hate leaving
sad to leave
hard to leave
like leaving
nothing to moan
never had a better
never had better
never seen better
never tasted better
never been better
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
wanted to say
want to say
just to say
wanna say
compliments
quick note
please tell
pass this on
pass on my
credit to
saved us
saved my
saved our
saved the day
made our
made my
a marvel
a legend
legend
a gem
a hero
a joy
a delight
rocks
rock
rare these days
second to none
we made it
made it home
took care of us
taking care of
taken care of
would return
would stay again
will stay again
book again
recommend
so much better
looking after us
thank you to
thanks to the
would definitely
could not have had a better
could not have been better
could not have asked for
could not be happier
can not say enough
can not thank
can not brag
crushing it
killing it
nailed it
high 5s
high 5
high five
high fives
needs a raise
deserves a raise
a raise
can not wait to get back
`;
/** Praise that turns: "thanks for nothing", "great, another delay". */
const SARCASTIC = `
nothing like
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
and the award
nice touch
well played
nice one
slow clap
sarcasm
`;
/** Who asks for help reports, and does not complain. */
const HELP = `
help me
help us
please help
pls help
plz help
need help
any help
kindly assist
please assist
please advise
pls advise
kindly advise
can you help
could you help
can you assist
can anyone help
someone help
please fix
pls fix
can you fix
any fix
what now
known issue
`;
/** What they want to know or to do. */
const WISHING = `
i would like
we would like
i wish to
i want to know
would like to know
wondering if
am confused
bit confused
little confused
wondering whether
i need to
i need a
we need to
let me know
please confirm
pls confirm
please tell me
trying to
want to
looking to
hoping to
`;
/** What was expected, and did not come. */
const EXPECTING = `
instead of
was promised
were promised
was told
were told
was assured
supposed to
meant to
should have been
paid for
paid extra
even though
although
despite
yet again
you said
you promised
website says
as promised
rather than
no reason
no explanation
no apology
no announcement
no sign
still waiting
still not
never arrived
not arrived
never received
not received
never turned up
no show
`;
/** Not for the first time. */
const REPEATING = `
twice
in a row
once again
every time
every single time
every month
every week
every day
every flight
over and over
repeatedly
constantly
many times
several times
multiple times
`;
/** What they were made to do. */
const FORCING = `
forced to
made me
made us
having to
had to
left me
left us
for hours
all day
all night
`;
/** How somebody speaks who can hardly believe it. */
const SCOFFING = `
only took
apparently
seriously
unreal
really
wow
`;
/** What they want as theirs. */
const DEMANDING = `
refund me
refund us
refund my
return my
return me
compensate
compensation
reimburse
reimbursed
pay me
pay us
pay for my
i expect
i want my
i want a
`;
/** How somebody asks who wants to know. */
const ENQUIRING = `
can i
can we
could i
could we
may i
may we
am i
do i
do we
should i
should we
is it possible
is there
are there
how do i
how do we
how can i
how much
how many
how long
what time
what is
when will
when is
when are
when does
where can
where do
will i
will there
will you be
do you
do under
does the
does my
does this
is the
is my
is this
are you
what do i
who do i
any idea
any reason
any chance
any way
`;
const BIDDING = `
can you
could you
would you
will you
can u
could u
`;
/** How somebody asks who wants no answer. */
const REPROACHING = `
why
how come
how is it
how could
what is wrong
who is going
who is paying
who pays
what are you
how are you going
are you serious
`;

/** What the customer says, by what it speaks for. Indexed where there is a customer: most drafts come without. */
export const sayings = lazy(() =>
  joinPhrases({
    chasing: CHASING,
    scorned: SARCASTIC,
    praise: PRAISING,
    proposals: SUGGESTING,
    help: HELP,
    wishes: WISHING,
    expected: EXPECTING,
    enquiries: ENQUIRING,
    bidden: BIDDING,
    reproached: REPROACHING,
    repeated: REPEATING,
    forced: FORCING,
    scoffed: SCOFFING,
    demanded: DEMANDING,
  }),
);
