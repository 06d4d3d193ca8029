import { espanso } from './espanso.js';
import { gorgias } from './gorgias.js';
import {
  chatwoot,
  discourse,
  freescout,
  freshdesk,
  front,
  github,
  gitlab,
  helpscout,
  intercom,
  osticket,
  textexpander,
  zammad,
} from './helpdesks.js';
import { native } from './native.js';
import { quicktext } from './quicktext.js';
import type { Shape } from './shape.js';
import { zendesk } from './zendesk.js';

/** All kinds of library that are read, in the order in which they are tried: what is told by a key of its own comes before what others have too. */
export const shapes: readonly Shape[] = [
  gorgias,
  zendesk,
  freshdesk,
  intercom,
  front,
  freescout,
  chatwoot,
  zammad,
  osticket,
  discourse,
  espanso,
  quicktext,
  textexpander,
  helpscout,
  native,
  github,
  gitlab,
];
