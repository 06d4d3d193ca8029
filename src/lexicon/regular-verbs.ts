/**
 * Regular verbs that customer service uses, in British spelling. `+` marks a last consonant that doubles though the verb has more than one
 * syllable (`refer+` → referred); one-syllable verbs double by rule.
 */
export const regularVerbs = `
abandon abide abolish absorb abuse accelerate accept access accommodate accompany accomplish account accrue accumulate accuse achieve
acknowledge acquire act activate adapt add address adhere adjust administer admire admit+ adopt advance advertise advise affect afford agree aid
aim alarm alert align allege allocate allow alter amaze amend amount analyse anger annoy announce answer anticipate apologise appeal appear
applaud apply appoint appreciate apprise approach approve argue arrange arrive ascertain ask assemble assert assess assign assist assume assure
attach attain attempt attend attract attribute audit authorise automate avail avoid await award back backdate balance ban bank bar base bath battle
beg behave believe belong benefit bill blame block board boast bolt book boost bore borrow bother bounce box bracket brake breach brief brighten broaden browse
brush budget bump bundle burden button cache calculate call calm campaign cancel+ capture care carry cash categorise cater cause cease celebrate
certify challenge chance change channel+ charge chase chat cheat check cheer circulate cite claim clarify classify clean clear click clip clock clone
close coach coincide collaborate collapse collate collect combine comfort command commence comment commission commit+ communicate commute compare compel+
compensate compete compile complain complete complicate comply compose comprise compromise conceal concede concentrate concern conclude conduct
confer+ configure confirm conflict conform confuse congratulate connect consent consider consist constitute construct consult consume contact contain
contest continue contract contradict contribute control+ convert convey convince cooperate coordinate cope copy correct correspond corrupt count
cover crack craft crash create credit criticise cross cry cure curse customise damage dare date deactivate debate debit decide declare decline decorate
decrease dedicate deduct deem default defend defer+ define defraud degrade delay delegate delete delight deliver demand demonstrate deny depart
depend deploy deposit derive describe deserve design designate desire despatch destroy detach detail detect deteriorate determine develop deviate
devote diagnose dial differ direct disable disagree disallow disappear disappoint disapprove discard discharge disclose disconnect discontinue
discount discover discuss dislike dismiss dispatch display dispose dispute disregard disrupt dissatisfy distinguish distract distress distribute
disturb dive divert divide document dodge donate double doubt download downgrade draft drag drain dread dress drill drip drop dry dump duplicate ease
echo edit educate elaborate elect elevate elicit eliminate email embarrass embrace emerge emphasise employ empower empty enable enclose encounter
encourage end endanger endeavour endorse endure enforce engage enhance enjoy enlarge enlighten enquire enrage enrol+ ensure enter entertain entitle envisage
equal+ equip+ erase escalate escape escort establish estimate evaluate evolve exaggerate examine exceed excel+ exchange excite exclude excuse execute exempt exercise
exhaust exhibit exist exit expand expect expedite expel+ experience expire explain explode exploit explore export expose express extend extract face
facilitate factor fade fail fancy fasten favour fax fear feature fetch field figure file fill film filter finalise finance finish fire fix flag flash flatter flip
float flood flow flush fly-tip focus fold follow force forfeit form format forward foster frame free frighten frustrate fuel fulfil+ function fund
furnish gain gather gauge generate glance gossip govern grab grade grant grasp greet grumble guarantee guard guess guide halt hamper hand handle happen harass
harm hassle hate haul head heal heat help hesitate highlight hinder hint hire honour hop hope host house hurry identify ignore illustrate imagine
impact implement imply import impose impress improve include inconvenience incorporate increase incur+ indicate infer+ inflict influence inform infringe
initiate inject injure insert insist inspect inspire install instruct insult insure integrate intend interact intercept interest interfere interpret interrupt
intervene introduce invalidate invest investigate invite invoice involve irritate isolate issue itemise jam jeopardise join joke judge jump justify key kick kid
kill kiss knock label+ lack land last laugh launch leak lease lessen level+ liaise license lift like limit link liquidate list listen litter live load loan
locate lock lodge log look loop loosen love lower mail maintain major manage mandate manufacture march mark market marry mask master match matter maximise measure
mediate melt mention merge mess message migrate mind minimise misapply misaddress misbook miscalculate miscommunicate misdirect misfile mishandle
misinform misinterpret miskey misjudge mislabel+ misplace misprice misprint misquote misroute misrepresent miss missell mistreat mistype misuse mitigate mix moan mock moderate
modify monitor motivate mount move multiply name narrow near need neglect negotiate nod note notice notify number nurse obey object oblige observe obstruct
obtain occupy occur+ offend offer omit+ open operate oppose opt optimise order organise originate outline outrage outweigh overbill overbook overcharge overestimate overlap
overload overlook overstate overturn overwhelm owe own pack packet page paint panic park part participate partner pass paste patronise pause penalise perceive
perfect perform permit+ persist persuade phone photograph pick pile pin place plan plant play plead please pledge plug point police polish pop
position possess post postpone pour power practise praise pray precede preclude predict prefer+ prepare prescribe present preserve press pressure presume
pretend prevent preview price print prioritise proceed process procure produce programme progress prohibit project prolong promise promote prompt pronounce
propose protect protest provide provoke publish pull pump punish purchase pursue push qualify quantify query question queue quote raise reach react reactivate
readjust realise reappear reapply rearrange reason reassess reassign reassure rebate rebook rebuke recall recap receive recharge reckon reclaim recognise recollect recommend
reconcile reconfirm reconnect reconsider record recount recoup recover recruit rectify recur+ recycle redeem redeliver redesign redirect reduce refer+ reflect reform
refresh refund refurbish refuse regard register regret+ regulate reimburse reinforce reinstall reinstate reissue reiterate reject rejoin relabel+ relate relax relay
release relieve relist relocate rely remain remedy remember remind remit+ remove rename render renew rent reopen reorder reorganise repack repair repeat replace
replenish replicate reply report represent reprimand reprint reprocess reproduce request require rescan reschedule research reserve reship reside resign resist
resolve resort respect respond rest restart restock restore restrict result resume retail retain retire retrain retract retrieve retry return reuse
reveal reverse revert review revise revisit revoke reward ring-fence risk rob rotate route ruin rush sack sacrifice safeguard sample sanction satisfy save scan scare
schedule scold score scrap scratch screen scroll seal search seat secure seem select separate serve service settle shape share shift ship shock shop shorten
shout sign signal+ simplify skip slash slip slow smile smoke smooth snap snow soften solve sort sound source span spark specify sponsor spot stack staff stamp
star stare start starve state station stay steer stem step stock stop store strain streamline strengthen stress stretch strip struggle study subject submit+ subscribe
subsidise substitute subtract succeed suffer suffice suggest suit sum summarise supervise supply support suppose surcharge surface surprise surrender
surround survey survive suspect suspend sustain swap switch sympathise sync synchronise tackle tag tailor talk tamper tap target taste tax tease
telephone tempt tend tender terminate test text thank thaw thread threaten tick tidy tighten time tip tire toggle tolerate top total+ touch trace track trade train
transact transcribe transfer+ transform translate transmit+ transport trap travel+ treat trigger trim trip triple trouble troubleshoot trust try tune turn twist type
unblock uncover underbill undercharge underestimate undermine uninstall unload unlock unpack unplug unravel+ unsubscribe unveil update upgrade upload urge use utilise
vacate validate value vanish vary vent verify view violate visit voice void volunteer vote vouch wait waive walk wander want warm warn warrant wash waste
watch water weaken weigh welcome whisper widen wipe wish witness wonder work worry worsen worship+ wrap wreck yell yield zoom
rankle irk dismay deflate squeeze reword tweak whizz botch bungle fluff garble muddle fudge dishearten unnerve chuck rattle
`;
