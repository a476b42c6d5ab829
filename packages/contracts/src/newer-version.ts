/** The reason's first words for everything that a later release wrote: put aside until an upgrade, no sign of a fault. */
export const NEWER_VERSION = 'newer version';

/** The specification of the envelope that this release knows. */
const ENVELOPE = '1.0';

/** Whether an envelope names a later specification of CloudEvents than ours. */
export function isNewerEnvelope(parsed: unknown): boolean {
  if (typeof parsed !== 'object' || parsed === null || !('specversion' in parsed)) return false;
  const { specversion } = parsed;
  return (
    typeof specversion === 'string' &&
    /^\d+\.\d+$/.test(specversion) &&
    Number(specversion) > Number(ENVELOPE)
  );
}

/** Whether a type can only be of a later release: a later major of the one that is known, or a name of our form that nobody here knows. */
export function isNewerType(type: string, known: readonly string[]): boolean {
  const form = /^([a-z][a-z-]*(?:\.[a-z-]+)*)\.v(\d+)$/.exec(type);
  if (form === null || known.includes(type)) return false;
  const [, name, major] = form;
  const majors = known.flatMap((one) => {
    const [, other, number] = /^(.*)\.v(\d+)$/.exec(one) ?? [];
    return other === name ? [Number(number)] : [];
  });
  return majors.every((one) => Number(major) > one);
}
