import { createHash } from 'node:crypto';

interface Held {
  readonly id: string;
  readonly body: string;
  visibleAt: number;
  receiveCount: number;
  receipt: string;
  /** Deliveries that come on top, as from a server that did not hear of the receive or the delete. */
  repeats: number;
}

/** Entries of a batch that fail, by their place in the call. */
export interface FailedEntries {
  readonly failed: readonly number[];
  readonly code?: string;
  readonly senderFault?: boolean;
}

/** The state of the fake engine's queue. */
export interface FakeQueue {
  /** Bodies of what was never deleted, in the order it was sent. */
  bodies(): readonly string[];
  /** Puts a message as a foreign sender would; nothing is checked. */
  put(body: string): void;
  answer(
    action: string,
    input: Readonly<Record<string, unknown>>,
    fault: FailedEntries | null,
  ): object;
}

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
  readonly ReceiptHandle: string;
}

/** A queue that hands each message over `1 + repeats` times at least, in an order by chance where `random` is given. */
export function createFakeQueue(
  options: {
    readonly repeats?: number;
    readonly random?: () => number;
    readonly deadLetterArn?: string;
  } = {},
): FakeQueue {
  const { repeats = 0, random, deadLetterArn } = options;
  let held: Held[] = [];
  let names = 0;
  const nextName = (): string => `${String((names += 1))}-fake`;

  const put = (body: string, delaySeconds = 0): string => {
    const id = nextName();
    const visibleAt = Date.now() + delaySeconds * 1000;
    held.push({ id, body, visibleAt, receiveCount: 0, receipt: '', repeats });
    return id;
  };
  const remove = (receipt: string): void => {
    held = held.filter((one) => one.receipt !== receipt);
  };
  const receive = (max: number, visibilitySeconds: number): object[] => {
    const visible = held.filter(({ visibleAt }) => visibleAt <= Date.now());
    const ordered = random === undefined ? visible : shuffled(visible, random);
    return ordered.slice(0, max).map((one) => {
      const receipt = nextName();
      one.receiveCount += 1;
      if (one.repeats > 0) {
        one.repeats -= 1;
      } else {
        one.receipt = receipt;
        one.visibleAt = Date.now() + visibilitySeconds * 1000;
      }
      return {
        MessageId: one.id,
        ReceiptHandle: receipt,
        Body: one.body,
        MD5OfBody: md5(one.body),
        Attributes: { ApproximateReceiveCount: String(one.receiveCount) },
      };
    });
  };
  const batch = (
    entries: readonly Entry[],
    fault: FailedEntries | null,
    perform: (entry: Entry) => object,
  ): object => {
    const fails = (index: number): boolean => fault?.failed.includes(index) === true;
    const { code: Code = 'InternalError', senderFault: SenderFault = false } = fault ?? {};
    return {
      Successful: entries
        .filter((_, index) => !fails(index))
        .map((entry) => ({ Id: entry.Id, ...perform(entry) })),
      Failed: entries
        .filter((_, index) => fails(index))
        .map(({ Id }) => ({ Id, Code, SenderFault, Message: 'scripted' })),
    };
  };

  return {
    put: (body) => void put(body),
    bodies: () => held.map(({ body }) => body),
    answer(action, input, fault) {
      const entries = (input['Entries'] ?? []) as readonly Entry[];
      switch (action) {
        case 'SendMessageBatch':
          return batch(entries, fault, ({ MessageBody, DelaySeconds }) => ({
            MessageId: put(MessageBody, DelaySeconds),
            MD5OfMessageBody: md5(MessageBody),
          }));
        case 'DeleteMessageBatch':
          return batch(entries, fault, ({ ReceiptHandle }) => {
            remove(ReceiptHandle);
            return {};
          });
        case 'ReceiveMessage':
          return {
            Messages: receive(
              Number(input['MaxNumberOfMessages']),
              Number(input['VisibilityTimeout']),
            ),
          };
        case 'ChangeMessageVisibility': {
          const one = held.find(({ receipt }) => receipt === input['ReceiptHandle']);
          if (one !== undefined)
            one.visibleAt = Date.now() + Number(input['VisibilityTimeout']) * 1000;
          return {};
        }
        default:
          return {
            Attributes: {
              ApproximateNumberOfMessages: String(held.length),
              ...(deadLetterArn === undefined
                ? {}
                : {
                    RedrivePolicy: JSON.stringify({
                      deadLetterTargetArn: deadLetterArn,
                      maxReceiveCount: 5,
                    }),
                  }),
            },
          };
      }
    },
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function md5(body: string): string {
  return createHash('md5').update(body).digest('hex');
}
