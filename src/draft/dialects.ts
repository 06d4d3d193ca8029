import { lazy } from '../text/lazy.js';
import type { FieldSyntax } from './merge-fields.js';

/** The merge fields that one product fills. */
export interface Dialect {
  readonly name: string;
  readonly syntaxes: readonly FieldSyntax[];
  /** Names it fills. `x.*` is anything below `x`; undefined when the product lets anybody define names, so none can be called wrong. */
  readonly names?: readonly string[];
  /** How it spells the first name, the commonest slip when a text moves from one product to another. */
  readonly firstName?: 'first_name' | 'firstname' | 'firstName';
  /** How a fallback is written behind the name, as told in a suggestion; undefined when the product knows none. */
  readonly fallback?: string;
  /** What parts the name from a filter or a fallback. */
  readonly stop: RegExp;
}

const PIPE = /\s*(?:\|\|?|\?\?)/u;
const COMMA = /\s*,/u;
const NONE = /$/u;

/** `a.{b,c}` stands for `a.b` and `a.c`. */
function names(...patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    const [, before, inside] = /^(.*)\{(.*)\}$/u.exec(pattern) ?? [];
    return inside === undefined ? [pattern] : inside.split(',').map((each) => before + each);
  });
}

const PERSON =
  '{name,first_name,last_name,email,phone,language,locale,time_zone,external_id,details,notes,tags,id,role,signature,custom_fields.*}';
const zendesk = lazy(() =>
  names(
    ...['ticket.requester.', 'ticket.assignee.', 'ticket.submitter.', 'current_user.'].map((who) => who + PERSON),
    ...['ticket.organization.', 'ticket.requester.organization.', 'current_user.organization.', 'ticket.assignee.organization.'].map(
      (who) => `${who}{name,details,notes,id,tags,external_id,custom_fields.*}`,
    ),
    'ticket.{id,encoded_id,title,description,url,link,link_with_text,status,priority,ticket_type,type,via,account,score,external_id,group.name,group,brand.name,brand,tags,due_date}',
    'ticket.{due_date_with_timestamp,created_at,created_at_with_timestamp,created_at_with_time,updated_at,updated_at_with_timestamp,updated_at_with_time,in_business_hours,ticket_form,ticket_field_*}',
    'ticket.{ticket_field_option_title_*,cc_names,ccs,email_ccs,verbatim_description,latest_comment,latest_comment_html,latest_comment_formatted,latest_comment_rich,latest_public_comment,latest_public_comment_html}',
    'ticket.{latest_public_comment_formatted,latest_public_comment_rich,comments,comments_formatted,public_comments,public_comments_formatted,custom_fields.*,printed_id}',
    'ticket.{assignee.extended_role,current_holiday_name,ticket_field_option_title,satisfaction.*}',
    'satisfaction.{rating_section,rating_url,current_rating,positive_rating_url,negative_rating_url,current_comment}',
    'account.{incoming_phone_number_ID,name}',
    'dc.*',
    'agent.{name,first_name,last_name,signature,email}',
    'comment.*',
    'now',
    'date',
    'time',
  ),
);
const helpscout = lazy(() =>
  names(
    'mailbox.{email,name,fromName,from_name}',
    'conversation.{number,id,url,subject}',
    'customer.{fullName,firstName,lastName,email,company,phone,jobTitle,id,location}',
    'user.{fullName,firstName,lastName,email,phone,jobTitle,photoUrl,alias}',
    'subject',
  ),
);

const table = lazy((): Readonly<Record<string, Dialect>> => ({
  zendesk: {
    name: 'Zendesk',
    firstName: 'first_name',
    syntaxes: ['{{}}', '{%%}'],
    names: zendesk(),
    fallback: '| default: "there"',
    stop: PIPE,
  },
  freshdesk: {
    name: 'Freshdesk',
    firstName: 'firstname',
    syntaxes: ['{{}}', '{%%}'],
    names: names(
      'ticket.requester.{firstname,lastname,name,email,phone,mobile,address,language,unique_external_id,company_name,job_title,time_zone,twitter_id,cf_*,custom_fields.*}',
      'ticket.{id,subject,description,url,public_url,portal_url,status,priority,source,ticket_type,tags,due_by_time,fr_due_by_time,created_on,cc_emails,portal_name,product_description}',
      'ticket.{billable_hours,total_time_spent,latest_public_comment,latest_private_comment,group.name,product.name,surveys,survey_link,satisfaction_survey,cf_*,custom_fields.*,raise_reminder_to,association_type}',
      'ticket.agent.{name,email,firstname,lastname,phone,mobile}',
      'ticket.company.{name,description,note,domains,health_score,account_tier,renewal_date,industry,*}',
      'helpdesk_name',
      'comment.*',
      'note.*',
      'dc.*',
      'agent.{name,email,firstname,lastname}',
    ),
    fallback: '| default: "there"',
    stop: PIPE,
  },
  gorgias: {
    name: 'Gorgias',
    firstName: 'firstname',
    syntaxes: ['{{}}'],
    names: names(
      'ticket.customer.{firstname,lastname,name,email,id,phone,note,phone_number,integrations.*,data.*,external_id,language,timezone,channels.*,customer.*}',
      'ticket.{id,channel,created_datetime,subject,status,via,assignee_user.*,account.*,first_message.*,last_message.*,tags,language,uri,custom_fields.*}',
      'current_user.{firstname,lastname,name,email,bio,id}',
      'survey.*',
      'ticket.assignee_user.*',
    ),
    fallback: "| default: 'there'",
    stop: PIPE,
  },
  intercom: { name: 'Intercom', syntaxes: ['{{}}', '{%%}'], fallback: '| fallback:"there"', stop: PIPE },
  front: {
    name: 'Front',
    firstName: 'first_name',
    syntaxes: ['{{}}', '{%%}'],
    names: names(
      'account.{name,id,custom_fields.*,*}',
      'conversation.{id,public_id,ticket_id,subject,link,inbox,*}',
      'message.*',
      'recipient.{handle,email,phone,name,first_name,last_name,link,custom_fields.*}',
      'user.{id,name,first_name,last_name,email,custom_fields.*}',
      'survey',
      'survey.*',
    ),
    stop: PIPE,
  },
  helpscout: {
    name: 'Help Scout',
    firstName: 'firstName',
    syntaxes: ['{%%}'],
    names: helpscout(),
    fallback: ',fallback=there',
    stop: COMMA,
  },
  freescout: {
    name: 'FreeScout',
    firstName: 'firstName',
    syntaxes: ['{%%}'],
    names: helpscout(),
    fallback: ',fallback=there',
    stop: COMMA,
  },
  teamwork: {
    name: 'Teamwork Desk',
    syntaxes: ['{%%}'],
    names: [...helpscout(), ...names('ticket.{id,subject,status,*}', 'agent.*')],
    fallback: ',fallback=there',
    stop: COMMA,
  },
  zammad: {
    name: 'Zammad',
    firstName: 'firstname',
    syntaxes: ['#{}'],
    names: names(
      'ticket.*',
      'user.{firstname,lastname,fullname,login,email,phone,mobile,organization.*,*}',
      'article.*',
      'config.*',
      'recipient.*',
      'current_user.*',
      'group.*',
      'organization.*',
    ),
    stop: NONE,
  },
  osticket: {
    name: 'osTicket',
    syntaxes: ['%{}'],
    names: names(
      'ticket.{id,number,email,name,name.*,subject,phone,status,priority,assigned,assigned.*,staff.*,dept.*,team.*,topic.*,sla.*,create_date,due_date,close_date,last_update,auth_token,client_link,staff_link,source,user.*,user,recipients,thread.*,*}',
      'response',
      'message',
      'comments',
      'comments.*',
      'note.*',
      'assignee',
      'assignee.*',
      'assigner',
      'assigner.*',
      'url',
      'reset_link',
      'link',
      'otp',
      'task.*',
      'poster.*',
      'activity.*',
      'event.*',
      'signature',
      'staff.*',
      'company.*',
      'recipient.*',
      'user.*',
    ),
    stop: NONE,
  },
  discourse: {
    name: 'Discourse',
    syntaxes: ['%{}'],
    names: names(
      '{my_username,my_name,reply_to_username,reply_to_name,context_title,context_url,topic_title,topic_url,original_poster_username,original_poster_name,last_poster_username,last_poster_name,reply_to_or_last_poster_username,reply_to_or_last_poster_name,reply_to_or_original_poster_name,reply_to_or_original_poster_username,chat_channel_name,chat_channel_url,chat_thread_name,chat_thread_url}',
    ),
    fallback: ',fallback:there',
    stop: COMMA,
  },
  chatwoot: {
    name: 'Chatwoot',
    firstName: 'first_name',
    syntaxes: ['{{}}', '{%%}'],
    names: names(
      'contact.{name,first_name,last_name,email,phone,phone_number,id,custom_attribute.*}',
      'conversation.{id,display_id,custom_attribute.*,contact_name,recent_messages,code}',
      'agent.{name,first_name,last_name,email,id}',
      'inbox.{name,id}',
      'account.{name,id}',
    ),
    fallback: '| default: "there"',
    stop: PIPE,
  },
  salesforce: { name: 'Salesforce', syntaxes: ['{!}', '{{{}}}'], stop: NONE },
  hubspot: { name: 'HubSpot', firstName: 'firstname', syntaxes: ['{{}}', '{%%}'], stop: PIPE },
  helprace: { name: 'Helprace', syntaxes: ['{$}'], stop: PIPE },
  mautic: { name: 'Mautic', syntaxes: ['{}'], fallback: '|there', stop: PIPE },
  brevo: { name: 'Brevo', syntaxes: ['{{}}', '{}', '{%%}'], fallback: '| default: "there"', stop: PIPE },
  mailchimp: { name: 'Mailchimp', syntaxes: ['*||*'], stop: NONE },
  cerb: { name: 'Cerb', syntaxes: ['{{}}', '{%%}'], fallback: '|default("there")', stop: PIPE },
  quicktext: { name: 'Quicktext', syntaxes: ['[[]]'], stop: NONE },
  espanso: { name: 'espanso', syntaxes: ['{{}}', '[[]]'], stop: NONE },
  word: { name: 'Word', syntaxes: ['«»'], stop: NONE },
  outlook: { name: 'Outlook', syntaxes: ['«»'], stop: NONE },
}));
const ALIASES: Readonly<Record<string, string>> = {
  freshservice: 'freshdesk',
  znuny: 'otrs',
  thunderbird: 'quicktext',
  sendinblue: 'brevo',
  teamworkdesk: 'teamwork',
};

/** The dialect of a help desk by its name, capitals and spaces aside (`Help Scout`, `zendesk`). Undefined when it is not in the table. */
export function dialectOf(helpdesk: string | undefined): Dialect | undefined {
  const key = helpdesk?.toLowerCase().replace(/[^a-z0-9]+/gu, '');
  if (key === undefined) return undefined;
  const own = Object.hasOwn(ALIASES, key) ? ALIASES[key] : key;
  return Object.hasOwn(table(), own) ? table()[own] : undefined;
}

/** The dialects whose names are known, with their keys. Of products that share all names the first stands for all. */
export function namedDialects(): readonly (readonly [key: string, dialect: Dialect])[] {
  const all = Object.entries(table()).filter(([, { names: known }]) => known !== undefined);
  return all.filter(([, { names: known }], i) => all.findIndex(([, other]) => other.names === known) === i);
}

/** All dialects that write fields in this way. */
export function dialectsWith(syntax: FieldSyntax): readonly Dialect[] {
  return Object.values(table()).filter(({ syntaxes }) => syntaxes.includes(syntax));
}

/** The name in a field, without filter and fallback: `customer.firstName` of `customer.firstName,fallback=there`. */
export function fieldName(content: string, dialect: Dialect | undefined): string {
  const at = content.search(dialect?.stop ?? PIPE);
  return (at < 0 ? content : content.slice(0, at)).trim();
}

/** The name with its "first name" or "last name" spelt as the product does; the same name when there is nothing to change. */
export function respelt(dialect: Dialect, name: string): string {
  return name.replace(/(?:first|last)_?name$/iu, (part) => asSpelt(dialect, part));
}

function asSpelt({ firstName }: Dialect, part: string): string {
  if (firstName === undefined) return part;
  return part.toLowerCase().startsWith('last') ? firstName.replace('first', 'last') : firstName;
}

/** Whether the product fills a field of this name. Capitals count. */
export function fills(dialect: Dialect, name: string): boolean {
  const spelt = /(?:^|\.)((?:first|last)_?name)$/iu.exec(name)?.[1];
  if (spelt !== undefined && dialect.firstName !== undefined && spelt !== asSpelt(dialect, spelt)) return false;
  return (
    dialect.names === undefined ||
    dialect.names.some((known) =>
      known.endsWith('*') ? name.startsWith(known.slice(0, -1)) && name.length >= known.length : name === known,
    )
  );
}
