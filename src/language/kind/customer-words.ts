import { wordClass } from '../../lexicon/index.js';

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
  'help carry fix save find rock make go lend bring give love hold assist upgrade deserve repair sort solve resolve handle reimburse accommodate reunite hook set put get take'.split(
    ' ',
  ),
);
export const NEGATORS = wordClass('not no never less without hardly nothing none nor neither');
/** Service that went wrong: told of, it is held against us even without a word of judgement. */
export const FAILURES = new Set(
  'delay delays delayed cancelled canceled cancelling cnxd lost missed missing damaged stranded trapped ruined spoiled spoilt wasted destroyed overcharged rebooked skipped bumped overbooked refused'.split(
    ' ',
  ),
);
/** Words for trouble that blame nobody. */
export const TROUBLES = wordClass(
  'problem problems issue issues trouble error errors difficulty difficulties struggling unable mistake incorrect wrong missing',
);
/** States in which a thing is broken. */
export const STATES = wordClass('blank black empty dark dead stuck frozen locked offline loose torn cold wrong missing');

export const ACCUSED = wordClass('you your they their');
export const FIRST = wordClass('i we my our');
export const THANKS = new Set(['thank', 'thanks', 'thanx', 'thx', 'commend', 'applaud']);
export const DEFECTS = new Set(['defects', 'faults', 'errors', 'mistakes']);
export const SELDOM_MALFUNCTIONS = new Set(['down', 'stop', 'drop', 'trip', 'dead', 'wrong', 'missing']);
