import type { Kind, Mode } from '../draft/draft.js';
import type { LibraryMap } from '../parse/library/mapped.js';
import type { Limits } from '../parse/source.js';
import type { AllowedPhrase, Level, Options, Organisation, Rule, Settings, SuppressionSettings } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import type { Trust } from '../trust/trust.js';

/** Who set a value: a place in a config file, a flag, a shipped profile, or the product's own default. */
export type Origin =
  | { readonly file: string; readonly line: number; readonly column: number }
  | { readonly flag: string }
  | { readonly profile: string }
  | { readonly default: true };

/** A value that remembers who set it. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What is set for one rule. */
export interface RuleSetting {
  readonly level: Setting<Level>;
  /** Points for the first finding. */
  readonly weight: Setting<number>;
  /** By option name; the rule's own defaults are among them. */
  readonly options: Readonly<Record<string, Setting<unknown>>>;
}

/** `workingHours`: 24-hour clock, weekdays 1 (Monday) to 7 (Sunday). */
export type WorkingHours = NonNullable<Settings['workingHours']>;

/** Every setting that holds for one file, each with its origin. */
export interface Effective {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Pass mark, 0 to 100. */
  readonly pass: Setting<number>;
  /** `draft` or `template` where a config, a profile or a flag says so; else the file's own nature decides. */
  readonly as?: Setting<Mode>;
  readonly organisation: {
    readonly names: readonly Setting<string>[];
    readonly departments: readonly Setting<string>[];
    readonly products: readonly Setting<string>[];
  };
  readonly vocabulary: readonly Setting<AllowedPhrase>[];
  readonly agent?: Setting<string>;
  readonly contact?: Setting<string>;
  /** Working hours. */
  readonly sla?: Setting<number>;
  readonly workingHours?: Setting<WorkingHours>;
  /** ISO dates. */
  readonly holidays: readonly Setting<string>[];
  /** The helpdesk whose merge fields are legitimate (`zendesk`, …), or `auto`. */
  readonly dialect?: Setting<string>;
  /** How libraries are read, and what their entries must have. */
  readonly library?: Setting<LibrarySettings>;
  readonly suppressions: { readonly [K in 'reason' | 'unused']: Setting<NonNullable<SuppressionSettings[K]>> };
  readonly limits: { readonly [K in keyof Limits]: Setting<number> };
}

/** What a team says of its library. */
export interface LibrarySettings {
  /** The kind of file (`zendesk`), where neither its name nor its content tells it. */
  readonly format?: string;
  /** Where a file of no known kind keeps what. */
  readonly map?: LibraryMap;
  /** Scenarios, intents, tags and folders, each with the kind of message that it answers. */
  readonly kinds?: Readonly<Record<string, Kind>>;
  /** Languages in which each entry must be there. */
  readonly languages?: readonly string[];
  /** Merge fields, each with the value that stands for it when an entry is rendered. */
  readonly samples?: Readonly<Record<string, string>>;
}

/** The same without origins, in the shapes that the engine and the score take. */
export interface Plain {
  readonly levels: Readonly<Record<string, Level>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly pass: number;
  readonly as?: Mode;
  readonly organisation: Organisation;
  readonly settings: Settings;
  readonly vocabulary: readonly AllowedPhrase[];
  readonly library?: LibrarySettings;
  readonly suppressions: SuppressionSettings;
  readonly limits: Limits;
}

/** What config needs to know of a rule. */
export type RuleFacts = Pick<Rule, 'id' | 'renamedFrom' | 'severity' | 'weight' | 'options'>;

/** Settings given on the command line; they win over every file. */
export interface Flags {
  /** Each as typed after `--rule`: `id:level`. */
  readonly rules?: readonly string[];
  /** `--min-score`. */
  readonly minScore?: number;
  /** `--as`. */
  readonly as?: Mode;
  /** `--dialect`. */
  readonly dialect?: string;
  /** `--limit`. */
  readonly limits?: { readonly [K in keyof Limits]?: number };
}

/** Where to begin. */
export interface LoadOptions {
  /** Absolute folder: the search starts here, and shown paths are relative to it. */
  readonly cwd: string;
  /** `--config FILE`: read this file and search nothing. */
  readonly file?: string;
  /** False for `--no-config`. */
  readonly search?: boolean;
  /** Whether code of the project may be run; by default what the user has trusted (`replylint trust`). */
  readonly trust?: Trust;
}

/** What was found and read: layers, lowest first, before any rule is known. */
export interface Config {
  readonly cwd: string;
  /** Absolute project root: the nearest folder with `.git`, else the topmost with a package.json, else the start folder. */
  readonly root: string;
  /** Config files read, absolute; empty when there is none. */
  readonly files: readonly string[];
  readonly layers: readonly Layer[];
  /** Absolute files or folders of the user's own rules. */
  readonly rulePaths: readonly Setting<string>[];
  /** Modules that bring rules: a package, or a path from `base`. */
  readonly plugins: readonly (Setting<string> & { readonly base: string })[];
  /** Patterns in .gitignore's form, each relative to `base` (absolute). */
  readonly ignore: readonly (Setting<string> & { readonly base: string })[];
  /** All that is wrong with the files. Not empty: the caller prints them and exits 2. */
  readonly problems: readonly Problem[];
}

/** One source of settings: a profile or a file, or one entry of a file's `overrides`. */
export interface Layer {
  /** The keys as said, valid by the schema. */
  readonly said: Said;
  /** Who set the value at this path of keys and indexes. */
  readonly origin: (path: readonly (string | number)[]) => Origin;
  /** Set on an override: it holds for files that match. */
  readonly match?: Match;
}

/** Which files an override holds for. */
export interface Match {
  /** Absolute folder from which the patterns count. */
  readonly base: string;
  readonly files: readonly string[];
  readonly except: readonly string[];
  /** The override that extended the file this one stands in. */
  readonly within?: Match;
}

/** The keys of one layer, as a user writes them. */
export interface Said {
  readonly as?: Mode;
  readonly rules?: Readonly<Record<string, Level | readonly [Level] | readonly [Level, Options]>>;
  readonly score?: { readonly weights?: Readonly<Record<string, number>>; readonly pass?: number };
  readonly organisation?: { readonly [K in keyof Organisation]?: readonly string[] };
  readonly vocabulary?: readonly AllowedPhrase[];
  readonly agent?: string;
  readonly contact?: string;
  readonly sla?: number | string;
  readonly workingHours?: { readonly from?: string; readonly to?: string; readonly days?: readonly string[] };
  readonly holidays?: readonly string[];
  readonly dialect?: string;
  readonly library?: LibrarySettings;
  readonly suppressions?: Pick<SuppressionSettings, 'reason' | 'unused'>;
  readonly limits?: { readonly [K in keyof Limits]?: number };
}

/** Settings for any file, once the rules are known. */
export interface Resolved {
  /** Rule ids and options that no rule has, in files and flags. Not empty: the caller prints them and exits 2. */
  readonly problems: readonly Problem[];
  /** Settings that name a rule by a former id. They hold; whoever wrote them should know. */
  readonly notes: readonly Problem[];
  /** The settings for one file. `path` is absolute or relative to the config's `cwd`; undefined for stdin and records without a file. */
  resolveFor(path?: string): Effective;
}
