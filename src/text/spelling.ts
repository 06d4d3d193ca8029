/** American forms whose British twin no suffix rule gives. */
const TWINS = new Map<string, string>(
  Object.entries({
    color: 'colour',
    colors: 'colours',
    colored: 'coloured',
    favor: 'favour',
    favors: 'favours',
    favorite: 'favourite',
    favorites: 'favourites',
    honor: 'honour',
    honors: 'honours',
    honored: 'honoured',
    honoring: 'honouring',
    behavior: 'behaviour',
    neighbor: 'neighbour',
    neighbors: 'neighbours',
    labor: 'labour',
    center: 'centre',
    centers: 'centres',
    canceled: 'cancelled',
    canceling: 'cancelling',
    traveled: 'travelled',
    traveling: 'travelling',
    traveler: 'traveller',
    travelers: 'travellers',
    inquiry: 'enquiry',
    inquiries: 'enquiries',
    inquire: 'enquire',
    inquired: 'enquired',
    gray: 'grey',
    fulfill: 'fulfil',
    fulfillment: 'fulfilment',
    defense: 'defence',
    offense: 'offence',
    apologys: 'apologies',
    appologise: 'apologise',
    appologize: 'apologise',
    appologies: 'apologies',
    inconvience: 'inconvenience',
    inconvinience: 'inconvenience',
    inconvenince: 'inconvenience',
    recieve: 'receive',
    recieved: 'received',
    unfortunatly: 'unfortunately',
    judgment: 'judgement',
    labeled: 'labelled',
    rumor: 'rumour',
    humor: 'humour',
    flavor: 'flavour',
    theater: 'theatre',
    catalog: 'catalogue',
    dialog: 'dialogue',
    program: 'programme',
    programs: 'programmes',
    tonite: 'tonight',
    alright: 'alright',
  }),
);
const KEEPS_Z = /^(?:size|prize|seize|capsize|resize|downsize|maize|baize|assize|oversize|citizen|bronze)/;

/**
 * The British spelling of a lower-case word (`apologize` → `apologise`), so that one entry in a word list meets both (RULES §1.9).
 * A few common misspellings of words that rules turn on fold the same way.
 */
export function foldSpelling(word: string): string {
  if (word.length < 4) return word;
  const twin = TWINS.get(word);
  if (twin !== undefined) return twin;
  const z = word.lastIndexOf('z');
  if (z < 3 || word.length - z > 6 || KEEPS_Z.test(word)) return word;
  const before = word[z - 1];
  if (before !== 'i' && before !== 'y') return word;
  return /^(?:e|ed|es|er|ers|ing|ation|ations)$/.test(word.slice(z + 1)) ? `${word.slice(0, z)}s${word.slice(z + 1)}` : word;
}
