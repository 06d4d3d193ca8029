const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Openers of one word. `dear` and its kin expect somebody to be named after them. */
export const OPENERS = set(
  'dear hi hello hey hiya howdy heya helo hallo greetings salutations respected liebe lieber liebes geehrte geehrter werte werter bonjour bonsoir salut cher chère chere chers ' +
    'hola estimado estimada estimados querido querida ciao gentile caro cara aloha namaste namaskar olá ola prezado prezada beste geachte hej moin servus buongiorno hullo salaam salam shalom merhaba annwyl ahoj hei vanakkam sawubona jambo bula kalimera privet grüezi नमस्ते नमस्कार',
);
/** Openers of two words. */
export const OPENER_PAIRS: ReadonlySet<string> = new Set([
  'kia ora',
  'tēnā koe',
  'salaam alaikum',
  'salam alaikum',
  'alaikum salaam',
  'alaikum salam',
  'assalamu alaikum',
  'assalamualaikum wr',
  'dia duit',
  'dia dhuit',
  'dzień dobry',
  'dobrý den',
  'dobar dan',
  'god dag',
  'god morgen',
  'goede morgen',
  'goede middag',
  'goeie dag',
  'xin chào',
  'bore da',
  'ni hao',
]);
export const GOOD = set('good guten buenos buenas bom boa');
export const DAYTIME = set('morning afternoon evening day tag morgen abend días dias tardes noches dia tarde noite');
export const BEFORE_OPENER = set('my very oh well sehr wa as');
/** Words that stand in the addressee's slot in small letters. */
export const SLOT = set(
  'sir sirs madam maam customer customers valued esteemed loyal client clients guest guests member members user users holder account policyholder patient passenger ' +
    'subscriber tenant resident student shopper friend friends there all everyone everybody folks team guys guy both family reader colleague colleagues traveller buyer seller ' +
    'applicant owner homeowner ladies gentlemen concerned partner patron visitor parent parents neighbour supporter donor viewer player gamer mate pal buddy dear damen herren kunde kundin ' +
    'customerservice reviewer fan fans cardholder sender employee again lovely other whoever whomever miss mister doctor damen und client cliente',
);
export const JOINERS = set('and or und et y e van von de der den di da la le du del ter ten bin al of at the an your');
/** Words that begin what follows a salutation without punctuation ("Dear Paul B Thank you …"). A name may be spelt like some of them. */
export const STARTERS = set(
  'thank thanks thankyou we i it this that these our your you please sorry apologies my as after further with following in on at for to the a an just many unfortunately ' +
    'appreciate first firstly good great glad so what how when where why who if they he she there here yes no not regarding re welcome having since while once because although ' +
    'although really truly very much is are was were have has had do does did can could would should let hope hopefully i am delighted happy pleased it its looks seems upon per wow',
);
export const NAMES_LIKE_STARTERS = set('will may mark grace rich dawn bill hope glad joy sue art drew rob pat jack');
/** First words before a comma that are no vocative. */
export const ADVERBS = set(
  'unfortunately however hello yes no ok okay sure firstly first secondly finally also again today tomorrow yesterday currently sadly luckily thankfully absolutely certainly ' +
    'indeed actually well oh wow sorry thanks apologies please therefore meanwhile moreover otherwise instead additionally further furthermore here there now then still hopefully ' +
    'regrettably clearly obviously monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'great perfect excellent awesome fantastic congratulations congrats good alternatively personally honestly frankly generally normally usually once next last lastly similarly ' +
    'regards sincerely cheers best warmly yours cordially respectfully gratefully aw awe dang whew bummer oops yay hooray yippee ugh yikes ouch shh anytime sometimes outstanding haha lol goodmorning otherwise eh whoa hmm ah aww agreed correct right true understood noted hi hey as soon yep yup nope done',
);
