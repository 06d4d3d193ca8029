/** File names that tell a kind of library by themselves. Such a file is judged when it is met in a folder; any other has to be named. */
const NAMES: readonly (readonly [kind: string, name: RegExp])[] = [
  ['replies', /^(?:.*[._-])?(?:canned[._-])?(?:replies|responses)\.(?:ya?ml|json|ndjson|jsonl|csv|tsv)$/i],
  ['zendesk', /^(?:.*[._-])?macros\.json$/i],
  ['freshdesk', /^(?:.*[._-])?canned[._-]?responses\.json$/i],
  ['helpscout', /^(?:.*[._-])?saved[._-]?replies\.json$/i],
  ['front', /^(?:.*[._-])?message[._-]?templates\.json$/i],
  ['zammad', /^(?:.*[._-])?text[._-]?modules?(?:-example)?\.csv$/i],
  ['osticket', /^premade\.ya?ml$/i],
  ['quicktext', /^templates\.xml$/i],
  ['salesforce', /\.email$/i],
];

/** The kinds that a file's name (without its folder) speaks for; empty where it says nothing. */
export function kindsByName(name: string): readonly string[] {
  return NAMES.filter(([, pattern]) => pattern.test(name)).map(([kind]) => kind);
}
