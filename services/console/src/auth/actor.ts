import type { Token } from '@redress/store';

/** Who asks. */
export interface Actor {
  /** The owner's id where the token was made for one, otherwise where it comes from. Goes into activity. */
  readonly name: string;
  readonly token: Token;
}
