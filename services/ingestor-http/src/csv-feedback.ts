import { IDENTITY_TYPES } from '@redress/contracts';

/** Builds the canonical feedback of one CSV row, unchecked: what is no number or no truth value stays as it was written, and is refused by name. */
export function feedbackOfRow(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const cells = new Map<string, string>();
  const attributes: Record<string, string> = {};
  for (const [header, cell] of Object.entries(row)) {
    if (cell.trim() === '') continue;
    const attribute = /^attributes\.(.+)$/i.exec(header.trim())?.[1];
    if (attribute === undefined) cells.set(plainHeader(header), cell);
    else if (attribute !== '__proto__') attributes[attribute] = cell;
  }
  const value = (...names: readonly string[]): string | undefined =>
    names.map((name) => cells.get(plainHeader(name))).find((cell) => cell !== undefined);

  const scoreValue = value('score', 'score.value');
  const name = value('name', 'customer.name');
  const revisionAt = value('revision', 'revision.at');
  const contactChannel = value('contactRequested', 'contactRequested.channel');
  return {
    ...present('channel', value('channel')?.toLowerCase()),
    ...present('source', value('source')),
    ...present('sourceId', value('sourceId', 'id')),
    ...present('occurredAt', value('occurredAt', 'at')),
    ...present('revision', revisionAt === undefined ? undefined : { at: revisionAt }),
    ...present('historical', truth(value('historical'))),
    customer: { ...present('name', name), identities: identitiesOf(value) },
    ...present(
      'score',
      scoreValue === undefined
        ? undefined
        : {
            ...present('kind', value('scoreKind', 'score.kind')?.toLowerCase()),
            value: number(scoreValue),
            ...present('max', number(value('scoreMax', 'score.max'))),
          },
    ),
    ...present('text', value('text', 'comment')),
    ...present('language', value('language')),
    ...present('touchpoint', value('touchpoint')),
    ...present('minutes', number(value('minutes'))),
    ...present('reach', number(value('reach'))),
    ...present(
      'contactRequested',
      contactChannel === undefined
        ? undefined
        : { channel: contactChannel, ...present('window', value('contactRequested.window')) },
    ),
    ...present('url', value('url')),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}

type Value = (...names: readonly string[]) => string | undefined;

function identitiesOf(value: Value): readonly Record<string, unknown>[] {
  const network = value('network', 'handleNetwork');
  const verified = truth(value('verified'));
  return IDENTITY_TYPES.flatMap((type) => {
    const given = value(type, `customer.${type}`);
    return given === undefined
      ? []
      : [
          {
            type,
            value: given,
            ...(type === 'handle' ? present('network', network) : {}),
            ...present('verified', verified),
          },
        ];
  });
}

/** `Source ID`, `source_id` and `sourceId` are one header; a dotted name keeps its dot. */
function plainHeader(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function present<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}

function number(cell: string | undefined): number | string | undefined {
  if (cell === undefined) return undefined;
  const read = Number(cell.trim().replace(',', '.'));
  return Number.isFinite(read) ? read : cell;
}

function truth(cell: string | undefined): boolean | string | undefined {
  if (cell === undefined) return undefined;
  if (/^(true|yes|1)$/i.test(cell.trim())) return true;
  return /^(false|no|0)$/i.test(cell.trim()) ? false : cell;
}
