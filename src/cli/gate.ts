import type { Problem } from '../text/problem.js';
import type { Relay, TlsMode } from '../gate/smtp/upstream.js';
import type { Endpoint } from '../gate/smtp/endpoint.js';
import { areGiven, readCredentials } from '../files/credentials.js';
import { Exit, type ExitCode } from './exit.js';
import { gateOptions, type GateFlags } from './gate-options.js';
import { refused } from './settings.js';
import { tellOfChange } from './tell-of-change.js';
import type { Terminal } from './terminal.js';
import { untilStopped } from './until-stopped.js';

/** The options of `gate`, as commander hands them over. */
export interface GateCommandFlags extends GateFlags {
  readonly listen: string;
  readonly relay: string;
  readonly relayTls?: TlsMode;
  readonly credentials?: string;
  readonly allowRemote?: boolean;
  readonly received?: boolean;
}

/** Runs the gate as an SMTP server until a signal ends it. */
export async function runGate(flags: GateCommandFlags, terminal: Terminal): Promise<ExitCode> {
  const [{ openGate }, { listen }, { showEndpoint }] = await Promise.all([
    import('../gate/gate.js'),
    import('../gate/smtp/server.js'),
    import('../gate/smtp/endpoint.js'),
  ]);
  const at = await listeningAt(flags);
  const relay = await relayOf(flags, terminal);
  for (const problem of [at, relay]) if ('code' in problem) terminal.problem(problem);
  if ('code' in at || 'code' in relay) return Exit.unjudged;
  const { log, ...options } = gateOptions(flags, terminal);
  // A reason is given for one mail, not for all that a server will see.
  const gate = await openGate({ ...options, override: undefined }, tellOfChange(terminal));
  if (refused(gate.workspace, terminal)) return Exit.unjudged;
  const say = (line: string): void => terminal.aside(`${line}\n`);
  const server = await listen({ gate, listen: at, relay, received: flags.received, log, say });
  if ('code' in server) {
    terminal.problem(server);
    return Exit.unjudged;
  }
  say(`replylint: judging mail on ${showEndpoint(server.endpoint)}, passing it on to ${showEndpoint(relay)}`);
  await untilStopped();
  await server.stop();
  return Exit.sendable;
}

async function listeningAt({ listen, allowRemote }: GateCommandFlags): Promise<Endpoint | Problem> {
  const { readEndpoint, isLoopback } = await import('../gate/smtp/endpoint.js');
  const at = readEndpoint(listen, 0);
  if (!at)
    return {
      code: 'usage',
      message: `--listen ${listen}: write an address and a port, such as 127.0.0.1:2525; one of IPv6 stands in square brackets`,
    };
  if (allowRemote || isLoopback(at)) return at;
  return {
    code: 'usage',
    message: `--listen ${listen}: whoever reaches this address could send mail through the gate; listen on 127.0.0.1, or add --allow-remote`,
  };
}

async function relayOf({ listen, relay, relayTls, credentials: file }: GateCommandFlags, { cwd, env }: Terminal): Promise<Relay | Problem> {
  const { readEndpoint, isLoopback } = await import('../gate/smtp/endpoint.js');
  const to = readEndpoint(relay, 1);
  if (!to) return { code: 'usage', message: `--relay ${relay}: write a server and a port, such as mail.example.com:587` };
  if (relay === listen)
    return { code: 'usage', message: `--relay ${relay}: mail would go round in a circle; name the server that sends it` };
  const variables = { user: 'REPLYLINT_RELAY_USER', password: 'REPLYLINT_RELAY_PASSWORD', token: 'REPLYLINT_RELAY_TOKEN' };
  const sources = { file, cwd, env, variables };
  const login = areGiven(sources) ? (): ReturnType<typeof readCredentials> => readCredentials(sources) : undefined;
  const asked = login?.();
  if (asked && 'code' in asked) return asked;
  const isNear = isLoopback(to);
  const tls = relayTls ?? (to.port === 465 ? 'tls' : isNear ? 'none' : 'starttls');
  if (login && tls === 'none' && !isNear)
    return { code: 'usage', message: '--relay-tls none: the password would travel in the clear; take starttls or tls' };
  return { ...to, tls, ...(login && { login }) };
}
