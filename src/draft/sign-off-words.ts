const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Nouns that end a job title. */
export const TITLE_HEADS = set(
  `manager managers director officer assistant adviser advisor secretary bursar agent representative rep specialist consultant executive coordinator supervisor lead leader head
   president vp ceo coo cto cfo cmo founder owner proprietor engineer technician receptionist librarian administrator analyst associate clerk trainer nurse chef host hostess gm agm dos fom
   principal partner chair chairman chairwoman chairperson treasurer editor producer curator concierge landlord practitioner solicitor operator intern apprentice volunteer
   pharmacist teacher instructor coach midwife dentist physician therapist plumber electrician mechanic barista baker butcher florist tailor gardener porter guard conductor pilot guide tutor
   caretaker janitor innkeeper developer designer planner buyer superintendent inspector warden ranger registrar dean professor lecturer counsellor ambassador champion hero wizard guru geschäftsführer leiter
   leiterin mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin directeur directrice responsable gerente conseiller conseillère`,
);
/** Words that stand in job titles before or after the head. */
export const TITLE_WORDS = set(
  `front office general guest hotel operations operation duty deputy assistant senior junior regional area chief executive managing customer client member account service services support
   experience relations relation success care sales marketing community human resources reception house housekeeping food beverage f&b revenue reservations resort property site station depot
   branch store shop practice project product programme program technical team quality hon honorary vice co of and the for to at complaints membership night day guest's communications
   bar public social media digital case reputation cluster complex assistance care travel online web group lead acting interim global national international country room rooms division business development billing finance financial it hr director
   manager president officer general patient patients resident residents tenant tenants tenancy student students pupil pupils parent parents visitor visitors venue fleet claims lettings`,
);
/** Nouns that only a team, a department, a company or its house carries. */
export const TEAM_NOUNS = set(
  `team teams department dept desk services service care support relations office registry billing accounts complaints administration admin management staff crew reservations
   reception helpdesk helpline centre center ltd limited inc llc plc gmbh ag sa sarl bv corp corporation co company group bank airlines airways hotel hotels inn resort suites lodge motel
   hostel library museum school college university hospital clinic surgery pharmacy shop store stores bakery garage restaurant cafe café studio studios farm council society association
   foundation trust institute club theatre cinema gallery station agency partners solutions systems software technologies technology insurance energy utility utilities telecom logistics
   courier couriers delivery deliveries travel tours holidays operations marketing sales finance customer customers client member members guest membership online app works worldwide international
   house hall estates facilities claims bookings renewals payments compliance maintenance repairs admissions warehouse purchasing legal dental medical health fitness gym spa salon cleaning
   plumbing heating motors autos electrical media digital labs press church vets veterinary airport railway rail buses unit section division branch panel board committee programme properties lettings housing homes furniture kitchens events tickets ticketing enquiries information feedback cell unit relations experience collections subscriptions network success engagement helpline hotline secretariat bureau ombudsman kundenservice kundendienst team's équipe equipo atención
   physiotherapy physio osteopathy podiatry radiology outpatients festival returns refunds exchanges orders dispatch despatch fulfilment workshop showroom depot kiosk counter headquarters hq
   parking permits planning licensing records correspondence broadband mobile wireless networks hosting savings mortgages loans pensions union catering cleaners opticians flooring carpets
   upholstery joinery ceramics pottery books bookshop cycles bikes boats sailing campsite caravans ferries coaches taxis cabs academy nursery preschool playgroup kennels cattery choir orchestra
   opera archive archives zoo aquarium cottages holdings trading traders brothers bros sons express freight`,
);
/** Small words inside names and company names. */
export const PARTICLES = set("van von de der den di da la le du del della dos das ter ten bin ibn al el st zu zur af av y e o' mac mc");
