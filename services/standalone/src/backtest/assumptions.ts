import { durationInMilliseconds, type History } from '@redress/domain';
import { RedressError } from '@redress/runtime';

const STEPS = ['acknowledged', 'promised', 'delivered', 'resolved'] as const;

/** Reads `acknowledged=PT30M,delivered=PT4H`. Throws REDRESS_USAGE naming what is wrong. */
export function readAssumptions(given: string): History['assume'] {
  return Object.fromEntries(
    given.split(',').map((part) => {
      const [step = '', duration = ''] = part.trim().split('=');
      if (!(STEPS as readonly string[]).includes(step)) {
        throw new RedressError(
          'REDRESS_USAGE',
          `--assume: ${step || '(nothing)'} is none of ${STEPS.join(', ')}.`,
        );
      }
      if (!isDuration(duration)) {
        throw new RedressError(
          'REDRESS_USAGE',
          `--assume ${step}: ${duration || '(nothing)'} is no ISO 8601 duration, e.g. PT30M.`,
        );
      }
      return [step, duration];
    }),
  );
}

function isDuration(text: string): boolean {
  if (!/^P(?=\w)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return false;
  return Number.isFinite(durationInMilliseconds(text));
}
