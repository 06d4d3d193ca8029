import type { Oddity } from '../text/odd-signs.js';
import type { Entry, Note } from './entry.js';
import type { Place, SourceMap } from '../text/source-map.js';
import type { Span } from '../text/span.js';
import type { Words } from '../text/words.js';

export type { Entry, Note } from './entry.js';

/** What a stretch of a message is. Rules run on salutation, body and closing unless they say otherwise (RULES §1.1). */
export type Role = 'subject' | 'salutation' | 'body' | 'closing' | 'signature' | 'quoted' | 'forwarded' | 'footer' | 'code' | 'directive';

/** One stretch with one role. The segments of a draft tile its text: in order, no gap, no overlap. */
export interface Segment {
  readonly role: Role;
  readonly span: Span;
}

/**
 * A note of the writer to the linter that stands beside the text: in a header, in front matter, in a field or a comment of a library. It holds for the
 * whole draft. Notes in the text are segments of the role `directive`.
 */
export interface Directive {
  /** As a comment would say it: `replylint-disable canned-phrase -- house style`. */
  readonly text: string;
  /** With bytes where taking those out of the file takes the note out. */
  readonly place: Place;
  /** It holds for other drafts too, so this one alone cannot tell whether it is needed. */
  readonly shared?: boolean;
}

/** Kinds of message (RULES §1.7 and §2). */
export type Kind = 'complaint' | 'problem' | 'question' | 'thanks' | 'suggestion' | 'proactive' | 'sensitive' | 'unknown';

export type Channel = 'email' | 'chat' | 'review';

/** A draft is about to be sent; a template may hold merge fields. */
export type Mode = 'draft' | 'template';

/** How the reader will see the text. `plain` shows markup characters as they stand. */
export type Surface = 'plain' | 'rich';

/** What one stretch of HTML looks like once inheritance has been worked out. */
export interface Style {
  /** First family of the stack, folded (`times new roman`); undefined when the reader's client decides. */
  readonly font?: string;
  /** Size in CSS pixels. */
  readonly size?: number;
  /** `#rrggbb`. */
  readonly color?: string;
  /** `#rrggbb`; undefined for none or transparent. */
  readonly background?: string;
}

/** What holds a stretch in the markup, where that decides how its style is judged. */
export type Setting = 'text' | 'link' | 'heading' | 'code' | 'table' | 'small' | 'emphasis';

export interface StyleRun {
  readonly span: Span;
  readonly style: Style;
  readonly setting: Setting;
  /** Index of the block (paragraph, list item, cell) that holds the run. */
  readonly block: number;
  /** A Word or Outlook paste marker (`mso-…`, `MsoNormal`) gave this run a style. */
  readonly pasted?: boolean;
}

/** A link or an image: its text is in `span`, its target is not prose. */
export interface Link {
  readonly span: Span;
  readonly target: string;
  readonly image?: boolean;
  /** What stands for an image where it is not shown; absent where the markup says nothing of it. */
  readonly alt?: string;
  /** Where the markup of an image stands, which takes no room in the text. */
  readonly place?: () => Place;
  /** An image that is all there is of a link, and that has no words. */
  readonly isWholeLink?: boolean;
  /** An image that is not there to be looked at: a tracking pixel, an ornament by its own account. */
  readonly ornament?: boolean;
}

/** Signs that a reader does not see for what they are. `Draft.text` holds what they are taken for. */
export interface OddStretch {
  readonly kind: Oddity;
  /** Empty where the signs stand for nothing. */
  readonly span: Span;
  /** As the source has it. */
  readonly written: string;
}

/** What the plain text part of a mail says whose HTML part is the draft: readers see one or the other. */
export interface Alternative {
  readonly text: string;
  readonly links: readonly Link[];
}

export interface Attachment {
  readonly name: string;
  /** Shown inside the text (a signature logo), so it does not count as attached. */
  readonly inline?: boolean;
  readonly contentType?: string;
  readonly size?: number;
}

/** A mail address as a header gives it. */
export interface Mailbox {
  readonly name?: string;
  readonly address?: string;
}

export interface Headers {
  readonly from?: Mailbox;
  readonly to?: readonly Mailbox[];
  readonly subject?: string;
  /** ISO 8601. */
  readonly date?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
}

/** Where the customer's name was learnt. Each source is weaker than the one before it. */
export type NameSource = 'option' | 'sign-off' | 'to' | 'attribution';

export interface KnownName {
  readonly name: string;
  readonly source: NameSource;
}

/** The customer's turn: the message this draft answers. */
export interface Turn {
  /**
   * Their words alone. Spans "in the customer" count in this string. As given by option it keeps its length: what they quoted, their signature and footers
   * are spaces. From a quoted original it is their lines without quote marks.
   */
  readonly text: string;
  readonly words: Words;
  readonly sentences: readonly Span[];
  /** Every name that was learnt, best source first. */
  readonly names: readonly KnownName[];
  /** Other people they speak of, as written: the "Jean Hall" of "my mum, Jean Hall". Names of theirs are no wrong names. */
  readonly others?: readonly string[];
  /** ISO 8601, from the option, the header or the attribution line. */
  readonly date?: string;
  readonly source: 'option' | 'quoted';
  /** Where the words stand inside the draft's own text, when they were quoted there. */
  readonly quotedAt?: Span;
  /** Where their words stand in the file of the draft: quoted in it, or in its front matter. */
  readonly map?: SourceMap;
}

/** A reply of ours that went before this one. */
export interface EarlierReply {
  readonly text: string;
  /** ISO 8601. */
  readonly date?: string;
}

/** One of those whom a salutation names: "Mrs" and "Tate" of "Dear Mr and Mrs Tate". Whether the name is a name or a class noun is for the rules to say. */
export interface Addressee {
  readonly span: Span;
  /** One or more titles: "Mr", "Dr. Prof.", the "Sir" of "Dear Sir/Madam". */
  readonly honorific?: Span;
  /** The rest: a name, a class noun ("Valued Customer"), "there", a merge field's words. */
  readonly name?: Span;
}

/** The words that greet. */
export interface Salutation {
  /** From the opener to the sign that ends it. */
  readonly span: Span;
  /** "Dear", "Good morning"; undefined for the name alone ("Nadia -"). */
  readonly opener?: Span;
  /** All that stands in the addressee's slot, merge fields included; undefined for "Hi," and "Dear ,". */
  readonly addressee?: Span;
  /** Empty without an addressee and for "To whom it may concern". */
  readonly people: readonly Addressee[];
  /** The comma, dash, colon or mark that ends it. */
  readonly punctuation?: Span;
  /** The message goes on in the same line. */
  readonly inline: boolean;
}

/** How the message ends: the closing phrase and who signs. Taken from closing and signature together. */
export interface SignOff {
  readonly span: Span;
  /** "Kind regards"; undefined when a name alone signs. */
  readonly phrase?: Span;
  /** Persons, in order: "Tom Beck", "Dr. A. Brandt", the "Ines" of "Ines, Customer Care". */
  readonly names: readonly Span[];
  /** Job titles: "Front Office Manager". */
  readonly titles: readonly Span[];
  /** Teams, departments, companies. */
  readonly teams: readonly Span[];
  readonly phones: readonly Span[];
  /** Merge fields and bracketed slots where a name belongs. */
  readonly placeholders: readonly Span[];
  /** Initials or a name behind a sign, as agents sign in chat: `^MS`, `*HAA`, `-Anna`. They stay body text. */
  readonly tag?: Span;
}

/** One reply as the customer will read it. Right of the parsers nobody knows what a MIME part or a Markdown node is. */
export interface Draft {
  readonly id: string;
  /** What a library says of this draft, where it is one of its entries. */
  readonly entry?: Entry;
  /** What a look at the whole library has found about it. */
  readonly noted?: readonly Note[];
  readonly mode: Mode;
  readonly channel: Channel;
  readonly surface: Surface;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly salutation?: Salutation;
  readonly signOff?: SignOff;
  /** Names with which the body addresses the reader ("Thank you, Tom."). The salutation's are in `salutation.people`. */
  readonly vocatives: readonly Span[];
  /** Sentences of salutation, body and closing; split once, shared by the matcher and every check. */
  readonly sentences: readonly Span[];
  readonly words: Words;
  readonly styles: readonly StyleRun[];
  readonly links: readonly Link[];
  readonly alternative?: Alternative;
  /** In text order; absent for none. */
  readonly odd?: readonly OddStretch[];
  /** Offsets where a block (paragraph, list item, heading, cell) begins; list items are marked. */
  readonly blocks: readonly Block[];
  readonly subject?: string;
  readonly headers?: Headers;
  /** Undefined: not known. Empty: none. */
  readonly attachments?: readonly Attachment[];
  readonly customer?: Turn;
  /** Names of the customer that are known even when their message is not. */
  readonly customerNames: readonly KnownName[];
  /** The kind as given by option or metadata; inference is the reading's work. */
  readonly givenKind?: Kind;
  readonly helpdesk?: string;
  /** ISO 8601: when the customer's message arrived and when this draft goes out. */
  readonly received?: string;
  readonly sent?: string;
  readonly earlier: readonly EarlierReply[];
  /** Notes to the linter beside the text. */
  readonly directives?: readonly Directive[];
  readonly map: SourceMap;
}

export interface Block {
  readonly span: Span;
  readonly kind: 'paragraph' | 'item' | 'heading' | 'cell' | 'code' | 'quote';
}

/** What the caller knows about a draft besides its bytes. All of it is optional. */
export interface Context {
  readonly customer?: string;
  readonly customerName?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  /** ISO 8601. */
  readonly received?: string;
  /** ISO 8601. */
  readonly sent?: string;
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly mode?: Mode;
  readonly helpdesk?: string;
  readonly attachments?: readonly string[];
  readonly earlier?: readonly EarlierReply[];
  /** What a library says of the draft. */
  readonly entry?: Entry;
  /** What a look at the whole library has found about it. */
  readonly noted?: readonly Note[];
}
