import { wordClass } from '../../lexicon/index.js';
/** A negated one of these is a judgement: is no fun, was not acceptable, is not right. */
export const GOOD = wordClass(
  'fun funny easy pleasant nice fair acceptable welcome good right ok okay ideal great normal enough reasonable pretty comfortable kind helpful',
);
/** "It is no problem": a `no` that judges nothing. */
export const IDLE_NO = wordClass(
  'problem problems trouble longer charge charges cost bother matter need worries reason doubt change fee extra further difference different later fewer more limit obligation record concern business affair',
);
/** Predicates that report a state of things and judge nothing. */
export const STATUS = wordClass(
  'available ready free due open closed full valid possible required necessary included subject correct complete active live online offline new based here there back done sure able part rule minimum maximum standard limit norm notice period average deadline refundable limited different unable responsible happy glad delighted welcome pleased safe standard normal common usual typical one used allowed permitted',
);
