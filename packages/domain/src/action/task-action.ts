import type { RootCause } from '@redress/contracts';

/** What a person does with a task; `by` is the owner's id or the name of a token. */
export type TaskAction =
  | { readonly type: 'acknowledge'; readonly by: string }
  | { readonly type: 'claim'; readonly by: string }
  | { readonly type: 'promise'; readonly by: string; readonly text: string; readonly dueAt: string }
  | { readonly type: 'deliver'; readonly by: string; readonly note?: string | undefined }
  | {
      readonly type: 'resolve';
      readonly by: string;
      /** What it came from. */
      readonly cause: string;
      /** What the customer's words complain of, confirmed or corrected; left out where nobody looked. */
      readonly causes?: readonly RootCause[] | undefined;
      readonly actionType: string;
      readonly cost?: number | undefined;
      readonly note?: string | undefined;
    }
  | { readonly type: 'reopen'; readonly by: string; readonly reason: string }
  | { readonly type: 'assign'; readonly by: string; readonly owner: string }
  | { readonly type: 'note'; readonly by: string; readonly text: string }
  | { readonly type: 'not-a-complaint'; readonly by: string; readonly reason?: string | undefined };
