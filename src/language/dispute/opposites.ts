import { lazy } from '../../text/lazy.js';

/**
 * What customers say of a thing and what is said against it: on each line the words of one end of a scale, then those of the other. Only adjectives, adverbs and
 * participles that are judged alike wherever they are written.
 */
const SCALES = `
cold chilly freezing lukewarm icy tepid cool | hot warm steaming piping toasty
dirty filthy grubby mucky unclean stained dusty disgusting sticky mouldy soiled greasy grimy | clean spotless immaculate pristine tidy hygienic
rude impolite abrupt unfriendly curt dismissive unhelpful disrespectful aggressive insulting discourteous nasty arrogant | polite friendly courteous helpful kind civil respectful professional welcoming calm
late delayed tardy overdue | punctual prompt promptly punctually timely on-time
noisy loud | quiet silent peaceful
full packed crowded overcrowded crammed rammed busy heaving overbooked | empty quiet half-empty uncrowded free
closed shut locked | open unlocked
broken broke damaged cracked torn faulty defective scratched dented smashed chipped bent leaking ripped ruined dead | intact undamaged flawless working functional functioning sound perfect order condition unbroken unscathed
wrong incorrect inaccurate mistaken | right correct accurate exact
ill sick poorly unwell lame injured | healthy well fit health
stale mouldy rotten wilted off mushy sour rancid bruised dead | fresh ripe crisp
raw undercooked underdone pink bloody | cooked done well-done
burnt overcooked dry tough | tender moist juicy
down offline dead off broken broke crashed failed unavailable unreachable | up online running working available reachable live
empty missing incomplete | full complete present
dark dim | bright lit
small tiny cramped | large big spacious roomy
slow sluggish | fast quick swift
unsafe dangerous slippery | safe secure
expired invalid | valid
used second-hand refurbished worn old | new unused unworn
wet damp soaked soaking | dry
drunk intoxicated | sober
blocked clogged | clear
`;

/** An end of a scale: the number of the scale, negative for its second end. */
export type Pole = number;

const poles = lazy(() => {
  const known = new Map<string, Pole[]>();
  SCALES.trim()
    .split('\n')
    .forEach((line, index) =>
      line.split('|').forEach((end, side) => {
        for (const word of end.trim().split(' ')) known.set(word, [...(known.get(word) ?? []), (index + 1) * (side ? -1 : 1)]);
      }),
    );
  return known;
});

/** The ends of scales at which a folded word stands; most stand at none. */
export function polesOf(word: string): readonly Pole[] {
  return poles().get(word) ?? [];
}
