import { inert } from '../report/inert.js';
import { listedRules } from '../workspace/list-rules.js';
import { READS_ONLY, told, type Tool } from './tool.js';

const texts = { type: 'array', items: { type: 'string' } } as const;
const text = { type: 'string' } as const;

export const listRulesTool: Tool = {
  listed: {
    name: 'list_rules',
    title: 'List the rules',
    description: 'Lists the rules that replies are judged by, each with its level and weight in this project.',
    inputSchema: { type: 'object', properties: {}, additionalProperties: false },
    outputSchema: {
      type: 'object',
      required: ['rules'],
      properties: {
        rules: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'title', 'category', 'level', 'severity', 'weight', 'gate', 'modes', 'kinds', 'message', 'advice'],
            properties: {
              id: text,
              title: text,
              category: text,
              level: { description: 'What the configuration says: off, suggestion, warning or error.', ...text },
              severity: { description: 'What the rule says of itself.', ...text },
              weight: { description: 'Points for one finding.', type: 'number' },
              gate: { description: 'How it holds the score down, where it does.', type: ['string', 'null'] },
              modes: texts,
              kinds: { description: 'The kinds of message it is about; empty: all.', ...texts },
              message: text,
              advice: texts,
            },
          },
        },
      },
    },
    annotations: { title: 'List the rules', ...READS_ONLY },
  },
  call(_, workspace) {
    const rules = listedRules(workspace);
    const lines = rules.map(({ id, level, weight, category, title }) => `${id} (${category}, ${level}, ${weight}): ${inert(title)}`);
    return { ...told(lines.join('\n')), structuredContent: { rules } };
  },
};
