/**
 * Something that went wrong, in a sentence for the person who looks at the view.
 *
 * - `unreachable`: no answer came, or none in time, so nobody knows whether the request was carried out
 * - `refused`: the server, or Stripe, said no
 * - `disconnected`: there is no connection to a workspace, or its tokens are no longer good
 */
export class Problem extends Error {
  constructor(readonly kind: 'unreachable' | 'refused' | 'disconnected', message: string, readonly reason?: string) {
    super(message);
    this.name = 'Problem';
  }
}

export function sentence(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}

/** Rejects when a promise takes too long: nothing that a view waits for lasts for ever. */
export function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Problem('unreachable',
      `${what} did not answer within ${Math.round(milliseconds / 1000)} seconds.`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
