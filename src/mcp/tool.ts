import type { CallToolResult, Tool as Listed } from '@modelcontextprotocol/sdk/types.js';
import type { Workspace } from '../workspace/workspace.js';

/** What a tool is given, as it came. */
export type Arguments = { readonly [name: string]: unknown };

/** One thing that an assistant can ask for. */
export interface Tool {
  readonly listed: Listed;
  call(given: Arguments, workspace: Workspace): CallToolResult | Promise<CallToolResult>;
}

/** No tool changes anything, and none leaves the machine. */
export const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

/** An answer that says what went wrong, and what to do. */
export function refusal(message: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: message }] };
}

/** An answer in words. */
export function told(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}
