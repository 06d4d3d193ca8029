import { defaultLimits, type Limits } from '../parse/source.js';
import type { Level, Organisation } from '../rule/rule.js';
import { PASS_MARK } from '../score/scorecard.js';
import type { Problem } from '../text/problem.js';
import { formerIds } from '../rule/former-ids.js';
import { checkRules, parseRuleFlags } from './check-rules.js';
import { matches } from './match.js';
import { throughFormerIds } from './renamed.js';
import { append } from '../text/append.js';
import type {
  Config,
  Effective,
  Flags,
  Layer,
  LibrarySettings,
  Origin,
  Plain,
  Resolved,
  RuleFacts,
  RuleSetting,
  Setting,
  WorkingHours,
} from './types.js';

const byDefault: Origin = { default: true };
/** Weekdays as a config names them, Monday first. */
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What is being put together; later layers write over earlier ones. */
interface Draft {
  rules: Record<string, RuleSetting>;
  pass: Setting<number>;
  as?: Effective['as'];
  organisation: { [K in keyof Organisation]: Setting<string>[] };
  vocabulary: Effective['vocabulary'][number][];
  agent?: Setting<string>;
  contact?: Setting<string>;
  sla?: Setting<number | string>;
  workingHours?: Setting<WorkingHours>;
  holidays: Setting<string>[];
  dialect?: Setting<string>;
  library?: Effective['library'];
  suppressions: { -readonly [K in keyof Effective['suppressions']]: Effective['suppressions'][K] };
  limits: { -readonly [K in keyof Limits]: Setting<number> };
}

/** Who set what a flag says. */
const FLAGS: Readonly<Record<string, string>> = {
  rules: '--rule',
  as: '--as',
  dialect: '--dialect',
  score: '--min-score',
  limits: '--limit',
};

/**
 * Puts the layers on top of the rules' own defaults: default ← profiles and extended files ← file ← overrides ← flags.
 * Scalars and rule options are replaced by the higher layer, lists (organisation, vocabulary, holidays) grow.
 * Pure: reads no file.
 */
export function resolve(config: Config, rules: readonly RuleFacts[], flags: Flags = {}): Resolved {
  const former = formerIds(rules);
  const redirected = former.size === 0 ? [] : config.layers.map((layer) => throughFormerIds(layer, former, config.cwd));
  const settled = former.size === 0 ? config : { ...config, layers: redirected.map(({ layer }) => layer) };
  const said = parseRuleFlags(flags.rules ?? [], rules, former);
  const problems: Problem[] = [...checkRules(settled, rules), ...said.problems];
  const top: Layer = {
    said: {
      rules: said.levels,
      ...(flags.as && { as: flags.as }),
      ...(flags.dialect && { dialect: flags.dialect }),
      ...(flags.minScore !== undefined && { score: { pass: flags.minScore } }),
      ...(flags.limits && { limits: flags.limits }),
    },
    origin: (path) => ({ flag: FLAGS[path[0]] }),
  };
  const layers = [...settled.layers, top];
  const overrides = layers.filter((layer) => layer.match);
  const ready = new Map<string, Effective>();

  return {
    problems,
    notes: [...redirected.flatMap(({ notes }) => notes), ...said.notes],
    resolveFor(path) {
      const on = new Set(overrides.filter((layer) => path !== undefined && matches(layer.match!, config.cwd, path)));
      const key = overrides.map((layer) => (on.has(layer) ? '1' : '0')).join('');
      let effective = ready.get(key);
      if (!effective) {
        effective = build(
          layers.filter((layer) => !layer.match || on.has(layer)),
          rules,
        );
        ready.set(key, effective);
      }
      return effective;
    },
  };
}

function build(layers: readonly Layer[], rules: readonly RuleFacts[]): Effective {
  const draft: Draft = {
    rules: Object.fromEntries(rules.map((rule) => [rule.id, fromRule(rule)])),
    pass: { value: PASS_MARK, origin: byDefault },
    organisation: { names: [], departments: [], products: [] },
    vocabulary: [],
    holidays: [],
    suppressions: { reason: { value: 'optional', origin: byDefault }, unused: { value: 'warning', origin: byDefault } },
    limits: Object.fromEntries(
      Object.entries(defaultLimits).map(([name, value]) => [name, { value, origin: byDefault }]),
    ) as Draft['limits'],
  };
  for (const layer of layers) apply(layer, draft);
  const { sla, ...rest } = draft;
  return sla ? { ...rest, sla: { value: workingHoursOf(sla.value, draft.workingHours?.value), origin: sla.origin } } : (rest as Effective);
}

function fromRule(rule: RuleFacts): RuleSetting {
  return {
    level: { value: rule.severity, origin: byDefault },
    weight: { value: rule.weight, origin: byDefault },
    options: Object.fromEntries(Object.entries(rule.options).map(([name, value]) => [name, { value, origin: byDefault }])),
  };
}

function apply({ said, origin }: Layer, draft: Draft): void {
  const set = <T>(value: T, ...path: (string | number)[]): Setting<T> => ({ value, origin: origin(path) });
  const list = <T>(values: readonly T[] | undefined, ...path: string[]) => (values ?? []).map((value, i) => set(value, ...path, i));

  for (const [id, entry] of Object.entries(said.rules ?? {})) {
    if (!Object.hasOwn(draft.rules, id)) continue;
    const rule = draft.rules[id];
    const [level, options] = typeof entry === 'string' ? [entry] : entry;
    const own = Object.entries(options ?? {}).map(([name, value]) => [name, set(value, 'rules', id, 1, name)] as const);
    draft.rules[id] = { ...rule, level: set<Level>(level, 'rules', id), options: { ...rule.options, ...Object.fromEntries(own) } };
  }
  for (const [id, weight] of Object.entries(said.score?.weights ?? {})) {
    if (Object.hasOwn(draft.rules, id)) draft.rules[id] = { ...draft.rules[id], weight: set(weight, 'score', 'weights', id) };
  }
  if (said.score?.pass !== undefined) draft.pass = set(said.score.pass, 'score', 'pass');
  if (said.as) draft.as = set(said.as, 'as');
  for (const key of ['names', 'departments', 'products'] as const)
    append(draft.organisation[key], list(said.organisation?.[key], 'organisation', key));
  append(draft.vocabulary, list(said.vocabulary, 'vocabulary'));
  append(draft.holidays, list(said.holidays, 'holidays'));
  for (const key of ['agent', 'contact', 'dialect'] as const) if (said[key] !== undefined) draft[key] = set(said[key], key);
  if (said.library) draft.library = set(joined(draft.library?.value, said.library), 'library');
  if (said.suppressions?.reason) draft.suppressions.reason = set(said.suppressions.reason, 'suppressions', 'reason');
  if (said.suppressions?.unused) draft.suppressions.unused = set(said.suppressions.unused, 'suppressions', 'unused');
  if (said.sla !== undefined) draft.sla = set(said.sla, 'sla');
  if (said.workingHours) draft.workingHours = set(week(said.workingHours, draft.workingHours?.value), 'workingHours');
  for (const [name, value] of Object.entries(said.limits ?? {})) draft.limits[name as keyof Limits] = set(value, 'limits', name);
}

/** The words and samples of both; of anything else what was said last. */
function joined(before: LibrarySettings = {}, said: LibrarySettings): LibrarySettings {
  const kinds = { ...before.kinds, ...said.kinds };
  const samples = { ...before.samples, ...said.samples };
  return { ...before, ...said, kinds, samples };
}

/** Nine to five, Monday to Friday, where nothing else is said. */
const usualWeek: WorkingHours = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };

function week(said: NonNullable<Layer['said']['workingHours']>, before: WorkingHours = usualWeek): WorkingHours {
  return {
    from: said.from ?? before.from,
    to: said.to ?? before.to,
    days: said.days ? said.days.map((day) => WEEK.indexOf(day) + 1).toSorted((a, b) => a - b) : before.days,
  };
}

/** `8`, `8h` or `2d` (working days) as working hours. */
function workingHoursOf(sla: number | string, { from, to }: WorkingHours = usualWeek): number {
  if (typeof sla === 'number') return sla;
  const count = Number.parseFloat(sla);
  return sla.endsWith('d') ? (count * (minutes(to) - minutes(from))) / 60 : count;
}

function minutes(clock: string): number {
  const [hours, rest] = clock.split(':').map(Number);
  return hours * 60 + rest;
}

/** The settings without their origins, in the shapes that the engine and the score take. */
export function plain(effective: Effective): Plain {
  const rules = Object.entries(effective.rules);
  const bare = <T>(record: Readonly<Record<string, Setting<T>>>) =>
    Object.fromEntries(Object.entries(record).map(([key, { value }]) => [key, value]));
  const { organisation, limits } = effective;
  return {
    levels: Object.fromEntries(rules.map(([id, rule]) => [id, rule.level.value])),
    options: Object.fromEntries(rules.map(([id, rule]) => [id, bare(rule.options)])),
    weights: Object.fromEntries(rules.map(([id, rule]) => [id, rule.weight.value])),
    pass: effective.pass.value,
    as: effective.as?.value,
    organisation: {
      names: organisation.names.map(({ value }) => value),
      departments: organisation.departments.map(({ value }) => value),
      products: organisation.products.map(({ value }) => value),
    },
    settings: {
      agent: effective.agent?.value,
      contact: effective.contact?.value,
      slaHours: effective.sla?.value,
      workingHours: effective.workingHours?.value,
      holidays: effective.holidays.map(({ value }) => value),
      dialect: effective.dialect?.value,
    },
    vocabulary: effective.vocabulary.map(({ value }) => value),
    library: effective.library?.value,
    suppressions: { reason: effective.suppressions.reason.value, unused: effective.suppressions.unused.value },
    limits: bare(limits as unknown as Record<string, Setting<number>>) as unknown as Limits,
  };
}
