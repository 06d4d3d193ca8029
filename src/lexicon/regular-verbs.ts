/**
 * Regular verbs that customer service uses, in British spelling. `+` marks a last consonant that doubles though the verb has more than one
 * syllable (`refer+` → referred); one-syllable verbs double by rule.
 */
export const regularVerbs = `
transpose ping refit+ relaunch recheck retest debug descale vet
interchange
abandon abide abolish absorb abuse accelerate accept access accommodate accompany accomplish account accredit accrue accumulate accuse ache achieve
acknowledge acquire act action activate adapt add address adhere adjourn adjudicate adjust administer admire admit+ adopt advance advertise advise affect affirm
afford agonise agree aid aim alarm alert align allege allocate allow allowlist alter amaze amend amount anaesthetise analyse anger annotate announce annoy
answer anticipate apologise appeal appear appease applaud apply appoint appraise appreciate apprise approach approve arbitrate archive argue arrange arrive
ascertain ask assemble assert assess assign assist assume assure atone attach attain attempt attend attest attract attribute audit authenticate authorise
automate avail avoid await award babysit back backdate backorder badger bake balance ban bank bar base bath battle beg behave believe belittle belong
benefit berate bicker bill blacklist blackmail blame blister block blocklist board boast boil bolt bombard book boost bore borrow botch bother bounce box
bracket brake breach breathe brief brighten broaden browse bruise brush budget bully bump bundle bungle burden bury button cache calculate calibrate call calm
campaign cancel+ capture care carry cash categorise cater caulk cause cease celebrate certify challenge chance change channel+ chaperone charge chase chat
cheat check cheer chew chide chivvy choke chuck circulate cite claim clarify classify clean clear click climb clip clock clog clone close coach coincide
collaborate collapse collate collect combine comfort command commence commend comment commiserate commission commit+ communicate commute compare compel+ compensate
compete compile complain complete complicate comply compose compound comprehend comprise compromise conceal concede concentrate concern conclude conduct
condone confer+ configure confirm conflict conform confuse congratulate connect consent consider consist console constitute construct consult consume contact
contain contest continue contract contradict contribute control+ convert convey convince cooperate coordinate cope copy cordon correct correspond corrupt
cough count cover crack craft crane crash crawl creak create credit cringe criticise cross crush cry cure curse customise damage dampen dare dash date
dawdle deactivate debate debit deceive decide declare decline decorate decrease decrypt dedicate deduct deem defame default defend defer+ define deflate
defraud defrost degrade deice delay delegate delete delight deliver demand demonstrate deny depart depend deplane deploy deposit deprovision derive
describe deserve design designate desire despatch destroy desync detach detail detain detect deteriorate determine detest develop deviate devote diagnose
dial differ direct disable disagree disallow disappear disappoint disapprove discard discharge disclose disconnect discontinue discount discover discuss
disembark disentangle dishearten disinfect dislike dismay dismiss dispatch display dispose dispute disregard disrupt dissatisfy dissolve distinguish
distract distress distribute disturb dither dive divert divide document dodge donate double doubt downgrade download draft drag drain dread dress drill
drip drop drown dry duck dump duplicate earmark earn ease echo edit educate elaborate elect elevate elicit eliminate email embark embarrass embrace emerge
empathise emphasise employ empower empty enable enclose encounter encourage encrypt end endanger endeavour endorse endure enforce engage enhance enjoy
enlarge enlighten enquire enrage enrol+ ensure enter entertain entitle envisage envision equal+ equip+ erase escalate escape escort establish estimate
evacuate evade evaluate evict evolve exaggerate examine exceed excel+ exchange excite exclude excuse execute exempt exercise exhaust exhibit exist exit expand
expect expedite expel+ experience expire explain explode exploit explore export expose express extend extract face facilitate factor fade fail fancy fasten
fathom favour fax fear feature ferry fetch fib field figure file fill film filter finalise finance finish fire fix flag flake flash flatter fleece flicker
flip float flood flow fluff flush fly-tip fob focus fold follow force forfeit form format forward foster frame free fret frighten frown frustrate fry fudge
fuel fulfil+ fume fumigate function fund furnish gain garble gather gauge generate glance glitch glue gnaw gossip govern grab grade grant grasp greet grip
groan grout grumble guarantee guard guess guide haggle halt halve hamper hand handle happen harass harm hassle hate haul head heal heat help hesitate
highlight hinder hint hire hoist honour hoover hop hope hospitalise host hotfix house hurry identify ignore illustrate imagine impact implement imply
import impose impress improve include inconvenience incorporate increase incur+ indemnify indicate indulge infer+ inflate inflict influence inform infringe
initiate inject injure insert insist insource inspect inspire install instruct insulate insult insure integrate intend interact intercept interest
interfere interpret interrupt intervene interview intimidate introduce invalidate invest investigate invigilate invite invoice involve irk irritate isolate
issue itch itemise jam jeopardise join joke judge jump justify key kick kid kill kiss knock label+ lack lacquer lag land last laugh launch leak lease
lessen level+ liaise license lift like limit limp linger link liquidate list listen litter live load loan loathe locate lock lodge log loiter look loop
loosen love lower lug mail maintain major maltreat manage mandate mangle manufacture march marinate mark market marry mask master match matter maximise
measure meddle mediate melt mend mention mentor merge mess message migrate mind minimise misaddress misapply misbook miscalculate mischarge miscommunicate
misdeliver misdial misdirect misfile mishandle misinform misinterpret misjudge miskey mislabel+ misplace misprice misprint misquote misrepresent misroute
miss missell mistreat mistype misuse mitigate mix moan mock moderate modify monitor mop motivate mount move mow muddle multiply mute nag name narrow near
need neglect negotiate nitpick nod note notice notify nudge number nurse obey object oblige observe obstruct obtain occupy occur+ offend offer offload
offshore omit+ open operate oppose opt optimise order organise originate outline outrage outsource outstay outweigh overbill overbook overcharge overcook
overestimate overfill overlap overload overlook overstate overstay overturn overwhelm owe own pacify pack packet page paint palletise pamper panic park
part participate partner pass paste patronise pause peel penalise perceive perfect perform permit+ persist persuade pester phone photograph pick pile pin
placate place plan plant play plead please pledge plough plug point poke police polish pop position possess post postpone pour power practise praise pray
precede preclude predict prefer+ preorder prepare prepone prescribe present preserve press pressure presume pretend prevent preview price print prioritise
probe proceed process procure prod produce programme progress prohibit project prolong promise promote prompt pronounce proofread propose prorate protect
protest provide provoke prune publish pull pump punish purchase purge pursue push qualify quantify quarantine quash quell query question queue quibble
quote raise rankle rant rattle reach react reactivate readjust realign realise reallocate reappear reapply rearrange reason reassess reassign reassure
rebate rebill rebook reboot rebuke recalibrate recall recap receive recertify recharge reckon reclaim recognise recollect recommend recompense reconcile
reconfirm reconnect reconsider record recount recoup recover recredit recruit rectify recur+ recycle redact redecorate redeem redeliver redeploy redesign
redirect redraft reduce refer+ refill reflect reform refresh refuel refund refurbish refuse regard register regrade regret+ regulate reheat reimburse
reindex reinforce reinstall reinstate reinsure reinvoice reissue reiterate reject rejig rejoin relabel+ relate relax relay release relieve relinquish
relist relocate relock relogin rely remain remark remedy remember remind remit+ remortgage remove rename render renew renounce renovate rent reopen reorder
reorganise repack repaint repair repeat rephrase repick replace replenish replicate reply report represent reprimand reprint reprocess reproduce reprogram+
requery request require requote reroute rescan reschedule reseal research reseat reserve reship reshuffle reside resign resist resolve resort respect
respond rest restage restart restitute restock restore restrict resubscribe result resume resync retail retain reticket retighten retire retract retrain
retrieve retry return reunite reupholster reuse reveal reverse revert review revise revisit revoke reward reweigh rewire reword rework rewrap ridicule ring-fence
ringfence rinse rip risk rivet roast rob roll rota rotate route rub ruin rush rustle sack sacrifice safeguard sag sample sanction sanitise satisfy save
scald scam scan scare scatter schedule scold score scramble scrap scrape scratch scream screen screw scroll scrub scuff scurry seal search seat secure
sedate seem seep seethe select separate serve service settle shape share shatter shave shift ship shirk shock shop shortchange shorten shout shrug shuttle
sidestep sign signal+ simmer simplify siphon skim skip slam slash slip slow smash smear smile smoke smooth smudge snap snarl sneer sneeze snow soak soften
solder solve soothe sort sound source spam span spark specify splash splice sponge sponsor spoof spot sprint squeak squeeze stack staff stagger stain stamp
star stare start starve state station stay steer stem step stiffen stir stock stockpile stonewall stop store straighten strain streamline strengthen stress
stretch strip struggle study stumble stutter subcontract subject submit+ subscribe subsidise substitute subtract succeed suffer suffice suggest suit sulk
sum summarise supervise supply support suppose surcharge surface surprise surrender surround survey survive suspect suspend sustain swab swap swindle
switch sympathise sync synchronise tabulate tackle tag tailor talk tamper tap taper target taste tax tease telephone tempt tend tender terminate test
testify text thank thaw thread threaten tick tidy tighten tilt time tinker tip tire toggle tolerate top toss tot total+ touch trace track trade train
transact transcribe transfer+ transform translate transmit+ transport trap travel+ treat treble tremble trigger trim trip triple trouble troubleshoot trust
try tumble tune turn tweak twist type typeset unarchive unban+ unblock uncheck uncover underbill undercharge undercook underestimate underfill undermine
underwrite unearth unenrol uninstall unload unlock unmute unnerve unpack unpick unplug unravel+ unscrew unsubscribe untangle untick unveil unwrap update
upgrade upholster upload urge use usher utilise vacate vaccinate validate value vanish varnish vary vent ventilate verify vibrate view violate visit voice
void volunteer vote vouch wait waive walk wander want warm warn warrant wash waste watch water weaken wean weigh welcome weld whine whinge whisper
whitelist whizz widen wince winch wipe wish witness wobble wonder work worry worsen worship+ wrap wreck yell yield zoom
lapse fiddle coat wave wire
`;
