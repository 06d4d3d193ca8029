/** What a `style` attribute or a rule says, by property name in lower case; the last word on each property. */
export type Declarations = ReadonlyMap<string, { readonly value: string; readonly important: boolean }>;

/** What a selector can ask of an element. */
export interface Subject {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string | undefined;
}

interface Compound {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  /** Whether it must be the parent of the compound to its right, rather than any ancestor. */
  readonly parent: boolean;
}

interface Rule {
  /** Right to left: the element itself, then what holds it. */
  readonly compounds: readonly Compound[];
  readonly weight: number;
  readonly declarations: Declarations;
}

/** Splits at `sign`, but not inside quotes or round brackets (`url(data:…;base64,…)`). Linear. */
export function splitCss(css: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < css.length; i += 1) {
    const at = css[i];
    if (at === '\\') i += 1;
    else if (quote) quote = at === quote ? '' : quote;
    else if (at === '"' || at === "'") quote = at;
    else if (at === '(') depth += 1;
    else if (at === ')') depth = Math.max(0, depth - 1);
    else if (at === sign && depth === 0) {
      parts.push(css.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(css.slice(from));
  return parts;
}

/** Reads `property: value; …`. What is no declaration is passed over, as browsers do. */
export function readDeclarations(css: string): Declarations {
  const declarations = new Map<string, { value: string; important: boolean }>();
  for (const part of splitCss(withoutComments(css), ';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    const stated = part.slice(colon + 1).trim();
    const important = stated.slice(-20).toLowerCase().endsWith('important') && stated.lastIndexOf('!') >= stated.length - 20;
    const value = important ? stated.slice(0, stated.lastIndexOf('!')).trim() : stated;
    if (name && value && (important || !declarations.get(name)?.important)) declarations.set(name, { value, important });
  }
  return declarations;
}

function withoutComments(css: string): string {
  let clean = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    clean += `${css.slice(from, at)} `;
    const end = css.indexOf('*/', at + 2);
    from = end < 0 ? css.length : end + 2;
  }
  return from === 0 ? css : clean + css.slice(from);
}

/** Selectors that are kept of all style sheets of one message, and comparisons that they may cost; what goes beyond is not applied. */
const SELECTORS = 5000;
const WORK = 1_000_000;

/** The rules of a message's `<style>` elements, as far as mail clients use them: tags, classes, ids and what holds them. At-rules are left out. */
export class StyleSheet {
  readonly #byKey = new Map<string, Rule[]>();
  #order = 0;
  #work = 0;

  add(css: string): void {
    const text = withoutComments(css).replaceAll('<!--', ' ').replaceAll('-->', ' ');
    let at = 0;
    while (at < text.length) {
      const brace = text.indexOf('{', at);
      if (brace < 0) return;
      const selector = text.slice(at, brace).trim();
      const semicolon = selector.indexOf(';');
      if (selector.startsWith('@') && semicolon >= 0) {
        at = text.indexOf(';', at) + 1;
        continue;
      }
      const end = closingBrace(text, brace);
      if (!selector.startsWith('@')) this.#addRule(selector, text.slice(brace + 1, end));
      at = end + 1;
    }
  }

  get empty(): boolean {
    return this.#byKey.size === 0;
  }

  /** What the sheets say of an element, weakest first. `holders` are what holds it, outermost first. */
  matching(subject: Subject, holders: readonly Subject[]): readonly Declarations[] {
    const found: Rule[] = [];
    const keys = ['*', subject.tag, ...subject.classes.map((name) => `.${name}`), ...(subject.id ? [`#${subject.id}`] : [])];
    for (const key of keys) for (const rule of this.#byKey.get(key) ?? []) if (this.#matches(rule, subject, holders)) found.push(rule);
    return found.sort((a, b) => a.weight - b.weight).map((rule) => rule.declarations);
  }

  #matches({ compounds }: Rule, subject: Subject, holders: readonly Subject[]): boolean {
    this.#work += 1;
    if (this.#work > WORK || !fits(compounds[0], subject)) return false;
    let holder = holders.length - 1;
    for (let i = 1; i < compounds.length; i += 1) {
      const { parent } = compounds[i - 1];
      while (holder >= 0 && !fits(compounds[i], holders[holder])) {
        this.#work += 1;
        if (parent) return false;
        holder -= 1;
      }
      if (holder < 0) return false;
      holder -= 1;
    }
    return true;
  }

  #addRule(selectors: string, body: string): void {
    const declarations = readDeclarations(body);
    if (declarations.size === 0) return;
    for (const selector of selectors.split(',')) {
      const compounds = readSelector(selector.trim());
      if (!compounds || this.#order >= SELECTORS) continue;
      const own = compounds[0];
      const key = own.id ? `#${own.id}` : own.classes.length > 0 ? `.${own.classes[0]}` : (own.tag ?? '*');
      const rules = this.#byKey.get(key) ?? [];
      this.#order += 1;
      // Ids before classes before tags before order, as CSS ranks them.
      const weight = compounds.reduce((sum, each) => sum + (each.id ? 1e12 : 0) + each.classes.length * 1e9 + (each.tag ? 1e6 : 0), 0);
      rules.push({ compounds, weight: weight + this.#order, declarations });
      this.#byKey.set(key, rules);
    }
  }
}

function fits(compound: Compound, subject: Subject): boolean {
  if (compound.tag && compound.tag !== subject.tag) return false;
  if (compound.id && compound.id !== subject.id) return false;
  return compound.classes.every((name) => subject.classes.includes(name));
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === 123) depth += 1;
    else if (sign === 125) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return text.length;
}

/** The compounds of a selector from right to left; undefined where it asks what is not known here (states, attributes, siblings). */
function readSelector(selector: string): Compound[] | undefined {
  if (selector === '' || selector.length > 200 || /[:[\]+~\\()]/.test(selector)) return undefined;
  const compounds: Compound[] = [];
  let parent = false;
  for (const token of selector.replaceAll('>', ' > ').split(/\s+/)) {
    if (token === '') continue;
    if (token === '>') {
      parent = true;
      continue;
    }
    const match = /^(\*|[\w-]+)?((?:[.#][\w-]+)*)$/.exec(token);
    if (!match) return undefined;
    const names = match[2].match(/[.#][\w-]+/g) ?? [];
    compounds.push({
      tag: match[1] === '*' ? undefined : match[1]?.toLowerCase(),
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      id: names.find((name) => name.startsWith('#'))?.slice(1),
      parent,
    });
    parent = false;
  }
  return compounds.length > 0 ? compounds.reverse() : undefined;
}

/** Several sets of declarations as one: the later is the stronger, and what is important beats what is not. */
export function cascade(layers: readonly Declarations[]): Declarations {
  if (layers.length === 1) return layers[0];
  const all = new Map<string, { value: string; important: boolean }>();
  for (const layer of layers)
    for (const [name, declaration] of layer) if (declaration.important || !all.get(name)?.important) all.set(name, declaration);
  return all;
}
