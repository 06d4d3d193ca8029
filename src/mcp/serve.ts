import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { inert } from '../report/inert.js';
import { problemLine } from '../report/problem-line.js';
import { didYouMean } from '../text/nearest.js';
import { FollowedWorkspace } from '../workspace/followed.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkReply } from './check-reply.js';
import { explainRuleTool } from './explain-rule.js';
import { listRulesTool } from './list-rules.js';
import { refusal, type Arguments, type Tool } from './tool.js';
import { LineTransport, type Lines } from './transport.js';

const TOOLS: readonly Tool[] = [checkReply, explainRuleTool, listRulesTool];

const INSTRUCTIONS =
  'Judges replies to customers. Check every reply that you draft with check_reply, with the message that it answers, before you show it or send it; ' +
  'put right what it finds and check again. It judges the text, never the person who wrote it.';

/** JSON may write one byte of text in six (`\u00e9` takes two bytes in UTF-8), and the draft is not alone in its message. */
const MESSAGE_PER_FILE_BYTE = 4;

/**
 * Answers an assistant in the Model Context Protocol until its input ends, and what was asked before with it.
 * @param onError is told of faults that no answer can tell of
 */
export async function serve(workspace: Workspace, version: string, lines: Lines, onError: (error: Error) => void): Promise<void> {
  // The low-level server takes JSON Schema as it is published; the other one makes it from a second description.
  const server = new Server(
    { name: 'replylint', title: 'replylint', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  Object.assign(server, { onerror: onError });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(({ listed }) => listed) }));
  const setup = new FollowedWorkspace(workspace);
  // One after the other: each may take all the memory that there is for a draft.
  let last: Promise<unknown> = Promise.resolve();
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) => {
    const answer = last.then(async () => {
      if (signal.aborted) return refusal('called off');
      await setup.look();
      return call(params.name, params.arguments ?? {}, setup.latest);
    });
    last = answer.catch(() => undefined);
    return answer;
  });
  const limit = workspace.settingsFor().limits.fileBytes.value * MESSAGE_PER_FILE_BYTE;
  const transport = new LineTransport(lines, limit);
  await server.connect(transport);
  await transport.closed;
}

async function call(name: string, given: Arguments, workspace: Workspace): Promise<CallToolResult> {
  // Only a configuration that has changed since: with one that was wrong from the start, nothing is served.
  const [problem] = workspace.problems;
  const tool = TOOLS.find(({ listed }) => listed.name === name);
  if (!tool) {
    const names = TOOLS.map(({ listed }) => listed.name);
    throw new McpError(
      ErrorCode.InvalidParams,
      `there is no tool "${inert(name)}"${didYouMean(name, names) || `; there are ${names.join(', ')}`}`,
    );
  }
  const known = Object.keys(tool.listed.inputSchema.properties ?? {});
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined)
    return refusal(`${name} takes no "${inert(unknown)}"${didYouMean(unknown, known) || `; it takes ${known.join(', ') || 'nothing'}`}`);
  if (problem) return refusal(`the configuration cannot be used: ${problemLine(problem)}`);
  return tool.call(given, workspace);
}
