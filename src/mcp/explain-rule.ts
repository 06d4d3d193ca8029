import { inert } from '../report/inert.js';
import { explainRule, type Explanation } from '../workspace/explain.js';
import { READS_ONLY, refusal, told, type Tool } from './tool.js';

export const explainRuleTool: Tool = {
  listed: {
    name: 'explain_rule',
    title: 'Explain a rule',
    description:
      'Says why a rule is there, whose advice it carries out, how often it is right, a bad and a good example, and how to silence it.',
    inputSchema: {
      type: 'object',
      properties: { rule: { type: 'string', description: 'The id of the rule, as findings give it: blame-shifting.' } },
      required: ['rule'],
      additionalProperties: false,
    },
    annotations: { title: 'Explain a rule', ...READS_ONLY },
  },
  call({ rule }, workspace) {
    if (typeof rule !== 'string') return refusal('"rule" must be the id of a rule, such as blame-shifting; list_rules lists them');
    const explanation = explainRule(workspace, rule);
    return 'code' in explanation ? refusal(inert(explanation.message.replace('`replylint rules`', 'list_rules'))) : told(page(explanation));
  },
};

function page({ id, title, facts, sections, formerly }: Explanation): string {
  return [
    `${id}: ${inert(title)}`,
    facts,
    ...(formerly === undefined ? [] : [`Formerly ${inert(formerly)}.`]),
    ...sections.flatMap((section) => [
      '',
      section.title,
      ...section.texts.flatMap((text) => text.split('\n').map((line) => `  ${inert(line)}`.trimEnd())),
    ]),
  ].join('\n');
}
