import { stem } from './topic.js';

/**
 * What people speak of in one breath, a field a line: who asks of one word of a line and is told of another is spoken to of the same matter ("Can I come in a
 * wheelchair?" – "There are two steps"). Everyday nouns, verbs and adjectives of a field; a word may stand in several. Words that mean the same stand in
 * `synonyms` already.
 */
const FIELDS = `
wheelchair scooter disabled accessible mobility step stair ramp lift elevator level floor ground threshold handrail walker crutch pram buggy stroller upstairs downstairs ladder climb
dog cat puppy kitten lead leash kennel bowl basket muzzle paw animal hound terrier labrador vet bark rabbit
horse pony paddock stable saddle hoof farrier gallop trot ride rider foal mare
swim pool lane swimmer diving sauna jacuzzi lifeguard goggles changing
eat food meal kitchen chef cook dine table menu portion buffet takeaway starter dessert pudding soup grill bar bistro tea coffee cake bread
vegan vegetarian meat dairy egg milk butter cheese honey fish gelatine animal plant-based tofu
allergy allergic nut peanut sesame gluten lactose trace soya contain ingredient kitchen pen epipen line label celiac wheat barley oat flour
drink wine beer bottle glass alcohol corkage bar cocktail juice water lemonade cider spirit pub licence vintage grape
parking car space garage permit barrier bay kerb street drive driveway valet vehicle van towbar
bus train tram coach metro tube station platform stop route line conductor timetable fare ticket single return
fly flight plane airport gate board boarding terminal runway aisle cabin luggage carousel hold hand seat window row crew
bag suitcase rucksack backpack locker cloakroom luggage storage store trolley hold
ship boat ferry cruise cabin deck harbour port mooring pontoon sail berth marina tide anchor yacht
bike bicycle cycle rack wheel tyre saddle helmet pedal puncture chain lock e-bike gear brake
car engine mot brake clutch gearbox oil tyre exhaust mileage garage mechanic service warranty battery petrol diesel drive ramp windscreen
charge charger battery plug socket cable usb volt adapter power mains electricity wire lead amp fuse switch
solar panel roof inverter yield sun kwh grid watt
heat heating boiler radiator warm cold thermostat stove fire gas burner hot central oil pump
water tap leak pipe plumber drain sink flood damp tank pressure burst dripping wet shower bath
light lamp bulb lit dim dimmable lantern dark led switch glow brightness
noise noisy loud quiet neighbour music sound decibel silent hear party soundproof
internet wifi router broadband password connection signal network fibre modem code hotspot line speed mbps
phone mobile device sim number esim roaming network data handset android iphone screen battery charger call
computer laptop device mac windows linux android ios browser chrome firefox safari operating version update install
software app device login password account user sign reset link click button menu screen tap settings profile password username update crash install
data privacy server store stored delete gdpr host encrypted europe backup file export cloud hosting
file document pdf scan copy form paper page attachment folder certificate letter print printed download
key keys lock door gate code fob locksmith safe keyhole entry caretaker open
house flat home rent tenant landlord lease deposit let tenancy move furnished vacant sign keys agent viewing property apartment bedroom floor
house buy sell mortgage survey valuation offer solicitor completion exchange lender deposit conveyancing
hotel room bed guest check-in check-out reception lobby night stay suite breakfast key towel twin double sleep crib cot pillow
baby cot crib nappy pushchair highchair high-chair bottle infant toddler changing pram
child school class teacher pupil lesson homework term nursery creche playground age parent grade year
student university course campus exam degree essay lecture term tuition module enrol semester scholarship library thesis lecturer grade credit certificate cpd
course workshop training class trainer seminar session certificate online tutor beginner level lesson webinar zoom classroom
exam test paper sit mark pass resit result grade examiner
job work vacancy hire hiring recruit cv interview apply application salary position post career crew staff internship shift
pay salary wage bonus payslip payroll tax deduction pension overtime
pay card visa mastercard amex cash cheque transfer paypal debit instalment contactless bank direct standing online till
bank account card pin transfer balance loan overdraft interest branch iban statement debit credit cash machine
price cost money euro pound dollar penny cent fee bill sum total quote estimate cheap expensive extra free discount third half percent deposit owe afford budget
refund money back credit deduct penny return reimburse repay
tax vat invoice hmrc allowance zero-rated customs duty import exempt charity
customs duty import border clearance declaration tariff export
insurance policy claim cover premium excess insurer insured bonus liability no-claims underwriter damage loss
law legal court solicitor contract clause sign terms condition agreement witness notary sue lawyer notice
visa passport consulate embassy border immigration permit stamp citizen nationality id residence
tour guide trip excursion travel visit museum sight hike walk boat castle group
weather rain sun snow wind storm forecast wet dry frost cold winter summer umbrella cloud
mountain ski slope piste snow lift hut hike climb boot peak trail glacier
camp tent pitch caravan campsite pegs sleeping motorhome awning hook-up campfire
wedding bride groom ceremony reception band dj marquee vow anniversary party venue
music band play singer sing guitar piano drum sax stage gig concert choir song tune speakers amplifier pa microphone sound instrument violin
theatre show play film cinema ticket seat row interval stage actor performance curtain box
museum gallery exhibition painting artwork collection visitor curator cloakroom sculpture frame canvas
sport gym fitness train trainer membership weight run marathon race runner coach match team ball pitch court bib equipment
football match stadium stand turnstile kick-off fan team shirt ticket season
medicine prescription tablet pharmacy chemist dose pill drug capsule pain paracetamol antibiotic repeat ointment
doctor surgery patient nurse clinic hospital gp appointment blood test x-ray scan result operation anaesthetic pain recovery injection vaccine jab symptom consultant
tooth teeth dentist dental crown filling brace hygienist denture gum check-up
eye glasses lens optician frame sight prescription contact vision varifocal
hair cut colour stylist salon fringe dye highlights barber trim curl blow-dry shampoo
skin beauty facial cream massage treatment spa nails wax lotion sensitive scent perfume
shoe boot trainers sole heel lace foot size insole sandal width leather
clothes dress shirt jacket coat sleeve trousers jeans skirt size medium small large fit wear collar hem wool cotton suit zip button fabric silk linen
wash washing machine washable dry tumble iron laundry degrees detergent dry-clean cleaner stain shrink spin
sew tailor hem alter needle thread shorten zip stitch fabric
furniture sofa chair table wood oak ash pine bed mattress wardrobe shelf cushion upholstery fabric armchair drawer desk veneer oil wax leg cupboard
mattress bed firm soft back sleep pillow spring foam
curtain blind window rail pane glass sill glazing double-glazed frame
wall paint colour brush coat spray primer plaster decorate wallpaper ceiling gloss
build builder extension roof brick plan permission scaffold tile loft cellar foundation concrete planning joist
floor carpet tile wood laminate rug underlay board lino
garden plant seed flower rose prune soil compost tree lawn turf grass hedge pot bulb fertiliser feed water sow weed shrub greenhouse
farm field crop tractor harvest cow sheep barn hen orchard cattle milk egg grain
hen egg free-range coop orchard chicken poultry flock
bee honey hive jar beekeeper swarm
fish aquarium tank angler rod salmon cod catch
clean cleaner dirt dust vacuum oven mop hoover polish stain window bathroom
rubbish waste bin recycle recycling collection tip skip compost dispose landfill plastic bottle tyre
post mail parcel letter stamp courier track tracking sign signature doorstep neighbour label box collect van depot
deliver driver doorstep carry upstairs van lorry lads stairs kerbside courier drop
pack box wrap gift ribbon paper bow card present message
shop store branch till counter shelf stock aisle window display market sell warehouse
stock available sold restock factory supplier batch order back-order run size colour warehouse
return send back label box parcel tag unworn receipt original packaging
machine part motor spare screw drill tool manual instruction noise switch press blade belt bearing
print printer ink cartridge toner paper copy proof page brochure
camera photo picture lens film shoot photographer video image snap album frame
book read author page copy library chapter edition paperback novel publisher
language english french german polish spanish translate translator translation interpreter speak written subtitle
meet meeting conference room agenda projector screen minutes chair microphone venue delegate
event venue hall stage guest caterer headcount number hire capacity room seat evening
election council street light bin pothole tax resident councillor ward park bench lamp road pavement
energy meter reading tariff supplier electricity gas kwh smart reader cupboard unit bill outside
mobile contract plan sim upgrade minutes data allowance roaming number
watch clock ring gold silver jeweller diamond strap battery necklace stone bracelet engrave size
toy game puzzle doll lego console play controller level quest save
pension retire annuity fund invest share savings rate lump sum
church parish baptism funeral grave priest burial cemetery mourner
police theft burglary stolen lock crime alarm burglar report camera guard security
alarm sensor detector smoke siren code keypad battery green red
age old young adult senior child eighteen sixteen fourteen minor birth year limit months
time day hour week month morning noon evening night clock minute late early weekend monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight
holiday bank easter christmas friday closed leave shut lock festive
address street town city road postcode region area county branch location map near corner
person man woman name colleague manager boss team staff desk mother brother sister
wait queue list waiting line turn hold place
cancel notice stop end quit leave membership contract subscription renew
risk safe dangerous danger harm hazard poison toxic security protect fire child-proof
weigh heavy light kilo pound load limit maximum carry lift
size long wide deep tall high centimetre metre inch feet length width measure fit
`;

let fieldsByStem: Map<string, number[]> | undefined;

function fieldsOf(each: string): readonly number[] {
  if (!fieldsByStem) {
    fieldsByStem = new Map();
    FIELDS.trim()
      .split('\n')
      .forEach((field, n) => {
        for (const word of field.split(' ')) {
          const key = stem(word);
          const known = fieldsByStem!.get(key);
          if (!known) fieldsByStem!.set(key, [n]);
          else if (!known.includes(n)) known.push(n);
        }
      });
  }
  return fieldsByStem.get(each) ?? [];
}

/** Whether two topics speak of one field of life: a stem of the one stands in a line with another stem of the other. */
export function ofOneField(topic: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const fields = new Set<number>();
  for (const each of topic) for (const field of fieldsOf(each)) fields.add(field);
  if (fields.size === 0) return false;
  for (const each of other) for (const field of fieldsOf(each)) if (fields.has(field)) return true;
  return false;
}
