import { lazy } from '../../text/lazy.js';
import { joinPhrases } from './signals.js';

/** What the customer says, by what it speaks for. Indexed where there is a customer: most drafts come without. */
export const sayings = lazy(() =>
  joinPhrases({
    chasing: 'customer-chasing',
    scorned: 'customer-scorn',
    praise: 'customer-praise',
    proposals: 'customer-proposals',
    help: 'customer-pleas',
    wishes: 'customer-wishes',
    expected: 'customer-expectations',
    enquiries: 'customer-enquiries',
    bidden: 'customer-biddings',
    reproached: 'customer-reproaches',
    repeated: 'customer-repeats',
    forced: 'customer-burdens',
    scoffed: 'customer-disbelief',
    demanded: 'customer-demands',
  }),
);
