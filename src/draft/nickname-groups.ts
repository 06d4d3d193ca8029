import { packDictionary, type Packed } from '../text/packed.js';

/** A full name before its short and pet forms; some full names of other spellings stand among them where people use both for themselves. */
const FORMS = `
abigail abby abbie gail|abraham abe bram|adelaide addie heidi|agnes aggie nessa|alan al|albert al bert albie|alexander alex al alec alick lex sandy sasha xander zander ali aleks
alexandra alex ali lexi lexie sandra sandy sasha alix|alexis alex lexi|alfred alf alfie fred freddie|alice allie ali|alison ali allie|amanda mandy manda|amelia amy millie mia|andrea andi andie drea
andrew andy drew|angela angie ange|anna annie ann anya nan|anne annie nan|annette annie nettie|anthony tony ant antony toni|antonia toni tonia|antonio toni tono antonello|archibald archie|arthur art artie
arnold arnie|augustus gus|barbara barb barbie babs|bartholomew bart|beatrice bea trixie|beatrix bea trixie|benedict ben|benjamin ben benji benny benjy|bernadette bernie|bernard bernie|bradley brad
bridget bridie biddy|brian bri|calvin cal|cameron cam|caroline carrie caro carol lina|carolyn carrie lyn|cassandra cass cassie sandra|catherine cath cathy kate katie cat kitty cathie trina|cecilia cissy celia
charles charlie chuck chas charley carl|charlotte charlie lottie lotte char|chloe clo|christian chris kit|christina chris chrissie tina christie|christine chris chrissie tina christie|christopher chris kit topher kris christy
clara clare|clarence clary|clifford cliff|clive cli|colin col|constance connie|cornelius neil con|curtis curt|cynthia cindy|cyril cy|daniel dan danny|danielle dani danny elle|daphne daph|david dave davey davie|deborah deb debbie debs
dennis den denny|desmond des|dominic dom nic|dominique dom|donald don donnie|dorothy dot dottie dolly|douglas doug dougie|duncan dunc|edgar ed eddie|edith edie|edmund ed eddie ned ted|edward ed eddie ned ted teddy ward|edwin ed eddie win
eleanor ellie nell nora elle ellen lena|elizabeth liz lizzie beth betty eliza elsie libby lisa bess betsy liza lilibet eli elspeth|elisabeth liz lizzie beth lisa lisbeth elise sissi|emily em emmy millie|emma em emmy|eric rick|ernest ernie|esther essie hetty
eugene gene|evelyn evie eve|ezekiel zeke|florence flo flossie florrie|frances fran frankie fanny francie|francesca fran frankie cesca chess|francis frank frankie fran|francisco paco pancho fran curro|frederick fred freddie freddy rick fritz
gabriel gabe gaby|gabriella gabby ella gabi gaby|gabrielle gabby elle|geoffrey geoff jeff|george georgie geordie|georgina georgie gina|gerald gerry jerry|gerard gerry jerry ged|geraldine gerry|gertrude trudy gertie|gillian gill jill gilly
giovanni gianni vanni gio|giuseppe beppe peppe pino|gladys glad|gordon gord gordie|grace gracie|graham gray|gregory greg gregg|guillermo memo guille|gwendolyn gwen wendy|hannah han|harold harry hal|harriet hattie harry|helen nell nellie lena
helena lena leni nell|henrietta hetty etta|henry harry hal hank|herbert bert herb herbie|howard howie|hubert bert hugh|hugh hughie|ian iain|ignacio nacho|imogen immy immie|irene rene|isaac ike zac|isabel izzy bella belle isa|isabella izzy bella belle isa|isabelle izzy belle bella
jacob jake jack jay|jacqueline jackie jacqui|james jim jimmy jamie jem jaime|jane janey janie jenny|janet jan|janice jan|jason jay jase|jasmine jas jaz|jean jeannie|jeffrey jeff|jennifer jen jenny jenna jenni|jeremy jem jez jerry|jerome jerry|jesse jess|jessica jess jessie
jesus chucho chuy|joan joanie jo|joanna jo joey joan|joanne jo annie|johannes hans johann hannes jo joe|john jack johnny jon johnnie ian|jonathan jon jonny johnny nathan jonty|jordan jordy|jorge coque|jose pepe chepe|josefina pepa fina|joseph joe joey jo|josephine jo josie fifi|joshua josh
joyce joy|juan juanito|judith judy judi jude|julia jules julie|julian jules|juliana jules julie|juliet jules|justin jus|katarzyna kasia kaska|katherine kath kathy kate katie kat kitty kay trina|katharine kath kathy kate katie kat|kathryn kath kathy kate katie kat
kathleen kath kathy kate katie kay|kenneth ken kenny|kevin kev|kimberly kim|kirsten kirsty|konstantin kostya kosta|kristina kris tina krissy|lawrence larry lawrie loz laz|laurence larry lawrie|laura laurie lau|lauren laurie loz|leanne lee|leonard len leo lenny|leonardo leo
leopold leo|leslie les|lesley les|lewis lew lou|lillian lily lil|lilian lily lil|linda lindy lynn|lorraine lori|louis lou louie|louisa lou lulu|louise lou lulu|lucille lucy lu|lucinda lucy cindy|lucy lu luce|luigi gigi|lydia lyddie|lynette lyn|madeleine maddie maddy maddy
madeline maddie maddy|magdalena magda lena madzia|malcolm mal malc|malgorzata gosia|manuel manny manolo|marcus mark marc|margaret maggie meg peggy marge margie peg madge greta daisy mags rita|marguerite daisy margot|maria mia mary ria maja|maria jose marijose|marianne annie mari
marilyn mari lyn|marjorie marge margie|mark marky|martha marty mattie|martin marty mart|mary molly polly may mae mamie|matilda tilly mattie tilda|matthew matt matty|maureen mo|maurice mo maury|maxine max|maximilian max|maxwell max|megan meg|melanie mel|melissa mel lissa missy|melvin mel
mercedes merche|michael mike mick mickey micky mikey mitch|michaela mickey kaela micha|michelle shell shelly chelle mich|mikhail misha|mildred millie|minerva minnie|miranda mandy randy|miriam mim mimi|mohammed mo moh|mohamed mo moh|muhammad mo moh|monica mon|morris mo
nadezhda nadia nadya|nancy nan|natalie nat nattie tally|natalia nat talia natasha|natasha tasha nat|nathan nat nate|nathaniel nat nate nathan|neil neal|nicholas nick nicky nico klaus nik|nicola nicky nic nikki|nicole nicky nic nikki|nigel nige|nikolai kolya nik|noel noelly|norman norm
oliver ollie olly|olivia liv livvy ollie libby|oscar ossie|oswald oz ozzie|pamela pam pammy|pascal pasc|patricia pat patty trish tricia pattie trisha|patrick pat paddy rick|paul pauly paulie|paula pauly|pauline paula|penelope penny pen nell|percival percy|peter pete petey
philip phil pip|phillip phil pip|phillipa pippa pip|philippa pippa pip|phyllis phyl|prudence pru prue|rachel rach rae|rafael rafa|raymond ray|rebecca becky becca bex becks|reginald reg reggie|reuben rube|ricardo ricky rico|richard rich rick dick richie ricky ritchie dickie|robert rob bob bobby robbie bert robin
roberta bobbie robbie|roberto beto rob|robin rob|roderick rod roddy|rodney rod|roger rodge|roland rolly|ronald ron ronnie|rosalind ros roz|rosamund ros roz|rose rosie|rosemary rosie rose|ruben rube|rupert rupe|russell russ rusty|ruth ruthie|salvatore sal toto|samantha sam sammy|samuel sam sammy
sandra sandy|santiago santi|sarah sally sadie sal|sebastian seb bastian|sharon shaz shaza|sheila shell|shirley shirl|sidney sid|siddharth sid|sigmund sig ziggy|silvester sly|simon si|solomon sol|sophia sophie sophy fia|sophie soph|stanley stan|stephanie steph stef stevie|stephen steve stevie ste|steven steve stevie
stuart stu|stewart stu|susan sue susie suzy sukie|susanna sue susie sanna|susannah sue susie|suzanne sue suzie suzy|sybil syb|sylvia sylvie|tabitha tabby|tamara tammy tam|tatiana tanya tania|terence terry tel|teresa terry tess tessa|theresa terry tess tessa tracy|thaddeus tad|theodore ted teddy theo
theodora thea dora theo|thomas tom tommy thom|timothy tim timmy|tobias toby tobi|tomasz tomek|travis trav|trevor trev|ulrich uli|ulrike uli rike|ursula ursie uschi|valentina val tina|valerie val|vanessa nessa ness|veronica ronnie vera nika|victor vic|victoria vicky vicki tori vic vikki|vincent vin vince vinnie
viola vi|violet vi|virginia ginny ginger|vivian viv|vivienne viv|vladimir vova volodya vlad|walter wally walt|warren waz|wesley wes|wilfred wilf|wilhelm willi will|william will bill billy willy liam wills|wilhelmina mina minnie|winifred winnie freddie|winston win|woodrow woody|yevgeny zhenya|yvonne vonnie|zachary zach zac zak|zacharias zach|zoe zo
aleksander alek olek|aleksandra ola sasha|ekaterina katya kate|dmitri dima|ivan vanya|sergei seryozha|sergio checo|eduardo edu lalo|enrique quique kike|fernando nando fer|alejandro ale alex|alejandra ale alex|ana anita|carmen menchu|concepcion concha conchita|dolores lola|guadalupe lupe|isidro sidro|luis lucho|miguel migue
pilar pili|rosario charo|rocio ro|beatriz bea|gonzalo gonza|cristina cris|sebastien seb|frederic fred|jean-pierre jp|jean-marc jm|dominik dom|matthias matze matt|sebastian basti|stefan steff steve|friedrich fritz fred|gottfried gotti|heinrich heinz heiner|joachim jo achim|josef sepp jupp|katharina kathi katja kati|margarete grete gretel|michael michi|andreas andi
priyanka priya|rajesh raj|rajendra raj|sanjay sanj|vikram vik vicky|abdul abdu|deepika deepi|krishnan krish|lakshmi laks|venkatesh venky venkat|subramaniam subbu mani|gurpreet guri|harpreet harry|jaswinder jas|manpreet mani|olufemi femi|oluwaseun seun|chukwuemeka emeka|ngozi ngo|folasade sade|temitope temi tope|adebayo bayo|ayodele ayo|babatunde tunde|kwabena kobby|eszter eszti|zsuzsanna zsuzsi|erzsebet bozsi
`;

/**
 * The numbers of the groups that each name stands in, packed.
 * @public called by build/generate
 */
export function packNicknames(): Packed {
  const groups = new Map<string, Set<number>>();
  let count = 0;
  for (const line of FORMS.split(/[\n|]+/u)) {
    const names = line.trim().split(' ');
    if (names.length < 2) continue;
    for (const name of names) groups.set(name, (groups.get(name) ?? new Set()).add(count));
    count += 1;
  }
  return packDictionary([...groups].map(([name, numbers]) => [name, [...numbers].join(' ')]));
}
