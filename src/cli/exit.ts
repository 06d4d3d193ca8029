/** What the exit code says. The worst wins: 2 over 1 over 0. */
export const Exit = {
  /** All of it may be sent. */
  sendable: 0,
  /** At least one draft should not be sent as it is. */
  notSendable: 1,
  /** Something could not be judged, or was asked for in a way that cannot be understood. */
  unjudged: 2,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof Exit)[keyof typeof Exit];

/** EX_TEMPFAIL of sysexits.h: who calls a sendmail that ends so keeps the mail. */
export const TRY_AGAIN = 75;
