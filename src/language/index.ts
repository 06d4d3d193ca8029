import type { Draft, Kind } from '../draft/draft.js';
import type { ReplyKind } from '../draft/kind.js';
import type { Organisation } from '../draft/organisation.js';
import { isAsked, isNamed } from './refusal/asked.js';
import { firstEndingAfter, type Span } from '../text/span.js';
import { readOpening } from './message/opening.js';
import { readActs } from './act/acts.js';
import { readApologies } from './apology/apologies.js';
import { readCommitments } from './promise/commitments.js';
import { isCutOff } from './message/cut-off.js';
import { readEmpathy } from './empathy/empathy.js';
import { readHardships } from './empathy/own-lot.js';
import { faultStateOf } from './fault/fault-state.js';
import { readDisputes } from './dispute/disputes.js';
import { readDeeds } from './fault/deeds.js';
import { readFaults } from './fault/faults.js';
import { isBrief, isFollowUp } from './message/follow-up.js';
import { readGrammar, type Grammar } from './grammar/grammar.js';
import { theirPeople } from './grammar/their-people.js';
import { inferKind, likelihoodOf, weighKinds } from './kind/kind.js';
import { languageOf } from './message/language-of.js';
import { readQuestions } from './question/questions.js';
import type {
  Apology,
  Clause,
  Commitment,
  CustomerQuestion,
  Deed,
  Dispute,
  EmpathyStatement,
  Hardship,
  Fault,
  FaultState,
  Opening,
  Reading,
  Recovery,
  Referral,
  Refusal,
  Sentence,
  SpeechAct,
  Thanks,
  TimeExpression,
} from './reading.js';
import { readRecovery } from './fault/recovery.js';
import { readReferrals } from './referral/referrals.js';
import { readRefusals } from './refusal/refusals.js';
import { readThanks } from './thanks/thanks.js';
import { readTimes, timesOf } from './time/times.js';
import { firstPastWord } from './window.js';

const NOBODY: Organisation = { names: [], departments: [], products: [] };

/** The reading of one draft. Nothing is worked out before it is asked for, and nothing twice. */
export function read(draft: Draft, organisation: Organisation = NOBODY): LazyReading {
  return new LazyReading(draft, organisation);
}

/** What each getter computed. All fields are there from the start, whatever is asked for first: V8 finds them at once in objects that are all alike. */
class Kept {
  grammar?: Grammar;
  customer?: Grammar | null;
  weighed?: readonly number[] | null;
  body?: Reading['body'];
  language?: string;
  kind?: ReplyKind;
  apologies?: Reading['apologies'];
  empathy?: Reading['empathy'];
  hardships?: Reading['hardships'];
  thanks?: Reading['thanks'];
  faults?: Reading['faults'];
  deeds?: Reading['deeds'];
  disputes?: Reading['disputes'];
  faultState?: FaultState;
  times?: Reading['times'];
  earlierTimes?: Reading['earlierTimes'];
  commitments?: Reading['commitments'];
  refusals?: Reading['refusals'];
  referrals?: Reading['referrals'];
  acts?: Reading['acts'];
  recovery?: Recovery;
  questions?: Reading['questions'];
  cutOff?: boolean;
  brief?: boolean;
  followUp?: boolean;
  opening?: Opening;
}

export class LazyReading implements Reading {
  readonly draft: Draft;
  readonly organisation: Organisation;
  readonly #kept = new Kept();
  /** What {@link oncePerReading} keeps. */
  readonly asides: unknown[] = [];

  constructor(draft: Draft, organisation: Organisation) {
    this.draft = draft;
    this.organisation = organisation;
  }

  /** Tags, sentences, clauses and mentions: what the other parts of the reading stand on. */
  get grammar(): Grammar {
    return (this.#kept.grammar ??= readGrammar(
      this.draft,
      this.organisation,
      this.draft.customerNames.map((known) => known.name),
      [...(this.draft.customer?.others ?? []), ...theirPeople(this.draft.customer, this.draft)],
    ));
  }

  /** The same for the customer's turn; undefined when it is not known. */
  get customerGrammar(): Grammar | undefined {
    if (this.#kept.customer === undefined) {
      const turn = this.draft.customer;
      this.#kept.customer = turn ? readGrammar(turn, this.organisation, []) : null;
    }
    return this.#kept.customer ?? undefined;
  }

  get sentences(): readonly Sentence[] {
    return this.grammar.sentences;
  }

  get body(): readonly Sentence[] {
    return (this.#kept.body ??= this.sentences.filter(({ role }) => role === 'body'));
  }

  get clauses(): readonly Clause[] {
    return this.grammar.clauses;
  }

  get mentions(): readonly Span[] {
    return this.grammar.mentions;
  }

  get language(): string {
    return (this.#kept.language ??= languageOf(this.draft));
  }

  get kind(): ReplyKind {
    return (this.#kept.kind ??= inferKind(this));
  }

  /** What speaks for each kind in the customer's words. */
  get weighedKinds(): readonly number[] | undefined {
    if (this.#kept.weighed === undefined) this.#kept.weighed = weighKinds(this) ?? null;
    return this.#kept.weighed ?? undefined;
  }

  likelihood(kinds: readonly Kind[]): number {
    return likelihoodOf(this, kinds);
  }

  get apologies(): readonly Apology[] {
    return (this.#kept.apologies ??= readApologies(this));
  }

  get empathy(): readonly EmpathyStatement[] {
    return (this.#kept.empathy ??= readEmpathy(this));
  }

  get hardships(): readonly Hardship[] {
    return (this.#kept.hardships ??= readHardships(this));
  }

  get thanks(): readonly Thanks[] {
    return (this.#kept.thanks ??= readThanks(this));
  }

  get faults(): readonly Fault[] {
    return (this.#kept.faults ??= readFaults(this));
  }

  get disputes(): readonly Dispute[] {
    return (this.#kept.disputes ??= readDisputes(this));
  }

  get deeds(): readonly Deed[] {
    return (this.#kept.deeds ??= readDeeds(this));
  }

  get faultState(): FaultState {
    return (this.#kept.faultState ??= faultStateOf(this));
  }

  get times(): readonly TimeExpression[] {
    return (this.#kept.times ??= readTimes(this));
  }

  get earlierTimes(): readonly (readonly TimeExpression[])[] {
    return (this.#kept.earlierTimes ??= this.draft.earlier.map(({ text }) => timesOf(text)));
  }

  get commitments(): readonly Commitment[] {
    return (this.#kept.commitments ??= readCommitments(this));
  }

  get refusals(): readonly Refusal[] {
    return (this.#kept.refusals ??= readRefusals(this));
  }

  get referrals(): readonly Referral[] {
    return (this.#kept.referrals ??= readReferrals(this));
  }

  get acts(): readonly SpeechAct[] {
    return (this.#kept.acts ??= readActs(this));
  }

  get recovery(): Recovery {
    return (this.#kept.recovery ??= readRecovery(this));
  }

  get questions(): readonly CustomerQuestion[] {
    return (this.#kept.questions ??= readQuestions(this));
  }

  get cutOff(): boolean {
    return (this.#kept.cutOff ??= isCutOff(this.draft));
  }

  get brief(): boolean {
    return (this.#kept.brief ??= isBrief(this.draft));
  }

  get followUp(): boolean {
    return (this.#kept.followUp ??= isFollowUp(this));
  }

  get opening(): Opening | undefined {
    return (this.#kept.opening ??= readOpening(this));
  }

  isMention(at: Span): boolean {
    const index = firstEndingAfter(this.mentions, at.start);
    return index < this.mentions.length && this.mentions[index].start <= at.start && at.end <= this.mentions[index].end;
  }

  sentenceAt(offset: number): Sentence | undefined {
    const index = firstEndingAfter(this.sentences, offset);
    return this.sentences[Math.min(index, this.sentences.length - 1)];
  }

  clauseAt(index: number): Clause | undefined {
    const { clauses } = this.grammar;
    return clauses[firstPastWord(clauses, index)];
  }

  takesUp(from: number, to: number): boolean {
    return isAsked(this, from, to) || isNamed(this, from, to);
  }

  isContent(index: number): boolean {
    const pos = this.grammar.tags.pos[index];
    return pos === 'nominal' || pos === 'verb' || pos === 'number';
  }
}
