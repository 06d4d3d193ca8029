/** What a merge field stands for, as its name tells. */
export interface Meaning {
  /** What the customer may read there. */
  readonly value: string;
  /** Nobody promises that the help desk knows it: names, companies, whatever a form asked for. */
  readonly mayBeEmpty: boolean;
  /** Who says so: the team, the field's name, or nobody (the value is then the name itself, in words). */
  readonly origin: 'team' | 'name' | 'nobody';
}

const AGENT =
  /(?:^|[._ ])(?:agent|assignee|current_?user|staff|my|me|sender|operator|rep|support|assigned|updated_?by|admin|author|owner|poster|signature)(?=[._ ]|$)/i;
const CUSTOMER =
  /(?:^|[._ ])(?:requester|customer|contact|recipient|client|reader|lead|person|to|reply_to|subscriber|contactfield)(?=[._ =]|$)/i;

/** The last word of a name decides, and before that who it speaks of. Sample people are invented. */
const VALUES: readonly (readonly [name: RegExp, customer: string, agent: string, mayBeEmpty?: boolean])[] = [
  [/(?:first|given|fore)[_ ]?name$|^fname$|\.first$/i, 'Nadia', 'Sam', true],
  [/(?:last|family|sur)[_ ]?name$|^lname$|\.last$/i, 'Tate', 'Reed', true],
  [
    /(?:^|[._ ])(?:brand|shop|store|site|mailbox|helpdesk|portal|context|journal|team|dept|department|group|queue|inbox)(?:[._ ]?(?:full_?)?name)?$|from_?name$/i,
    'Larkfield Kitchens',
    'Larkfield Kitchens',
  ],
  [/domain|host(?:_?name)?$/i, 'shop.example', 'shop.example'],
  [
    /(?:full|display|client|customer|contact|recipient|requester|agent|assignee|user|person)[._ ]?(?:full_?)?name$|(?:^|\.)name$/i,
    'Nadia Tate',
    'Sam Reed',
    true,
  ],
  [/e-?mail(?:[_ ]?address)?$/i, 'nadia@mail.example', 'sam@shop.example'],
  [/phone|mobile|telephone/i, '01632 960 123', '01632 960 001', true],
  [/compan(?:y|y_?name)$|organi[sz]ation(?:\.name)?$|account\.name$/i, 'Larkfield Kitchens', 'Larkfield Kitchens', true],
  [/job_?title|position$/i, 'Buyer', 'Customer Care', true],
  [/signature$/i, 'Sam Reed\nCustomer Care', 'Sam Reed\nCustomer Care'],
  [/(?:url|link|href|website)$/i, 'https://shop.example/r/48213', 'https://shop.example/r/48213'],
  [/address$/i, '4 Mill Lane, Leeds', '4 Mill Lane, Leeds', true],
  [/(?:date|_at|_on|day|deadline|due)(?:_with_time(?:stamp)?)?$/i, '12 March', '12 March'],
  [/time$/i, '10:30', '10:30'],
  [/amount|total|price|cost|balance|fee|sum$/i, '£24.50', '£24.50'],
  [/count|quantity|qty|days|hours|number_of/i, '3', '3'],
  [
    /(?:^|[._ ])(?:id|number|no|ref|reference|code|encoded_?id|tracking\w*|order|ticket|invoice)$|(?:number|_id|_no|id)$/i,
    '48213',
    '48213',
  ],
  [/title$|subject$|topic$/i, 'the blue kettle', 'the blue kettle'],
  [/product|item/i, 'the blue kettle', 'the blue kettle'],
  [/status|state$/i, 'open', 'open'],
  [/language|locale/i, 'English', 'English'],
  [/user$|username$/i, 'Nadia Tate', 'Sam Reed', true],
];

/**
 * What stands for a merge field when a template is judged as its reader gets it.
 * @param name without filter and fallback: `ticket.requester.first_name`
 * @param own the team's own values, by the whole name or its last part
 * @param userIsAgent in this product `user` is who answers
 */
export function meaningOf(name: string, own: Readonly<Record<string, string>>, userIsAgent: boolean): Meaning {
  const last = name.replace(/^.*[.=]/, '');
  const said = Object.hasOwn(own, name) ? own[name] : Object.hasOwn(own, last) ? own[last] : undefined;
  const agent = !CUSTOMER.test(name) && (AGENT.test(name) || (userIsAgent && /^user\b/i.test(name)));
  const spaced = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2');
  const known = VALUES.find(([pattern]) => pattern.test(name) || pattern.test(spaced));
  const mayBeEmpty = !agent && (known ? known[3] === true : /custom|contactfield|attribute|cf_/i.test(name));
  if (said !== undefined) return { value: said, mayBeEmpty, origin: 'team' };
  if (known) return { value: agent ? known[2] : known[1], mayBeEmpty, origin: 'name' };
  return {
    value:
      last
        .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .replaceAll(/[_-]+/g, ' ')
        .trim()
        .toLowerCase() || 'this',
    mayBeEmpty,
    origin: 'nobody',
  };
}
