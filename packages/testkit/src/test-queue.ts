/** A queue on an SQS engine for one test, with its dead-letter queue. */
export interface TestQueue {
  readonly url: string;
  readonly deadLetterUrl: string;
  /** Which the engine takes. */
  readonly connection: {
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  remove(): Promise<void>;
}

let made = 0;

/** Makes a queue on the engine at `engine` (an address without a path), asked for directly, so that no test needs the SDK. */
export async function createTestQueue(
  engine: string,
  name: string,
  options: { readonly maxReceives: number | null },
): Promise<TestQueue> {
  made += 1;
  const own = `test-${name}-${String(process.pid)}-${String(Date.now())}-${String(made)}`;
  const create = async (
    queueName: string,
    attributes: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const answer = await ask(engine, 'CreateQueue', {
      QueueName: queueName,
      Attributes: attributes,
    });
    // Engines tell the host that they believe to have.
    return `${engine}${new URL(String(answer['QueueUrl'])).pathname}`;
  };
  const deadLetterUrl = await create(`${own}-dead`, {});
  const { Attributes } = (await ask(engine, 'GetQueueAttributes', {
    QueueUrl: deadLetterUrl,
    AttributeNames: ['QueueArn'],
  })) as { Attributes: { QueueArn: string } };
  const policy = {
    deadLetterTargetArn: Attributes.QueueArn,
    maxReceiveCount: String(options.maxReceives ?? ''),
  };
  const url = await create(
    own,
    options.maxReceives === null ? {} : { RedrivePolicy: JSON.stringify(policy) },
  );
  return {
    url,
    deadLetterUrl,
    connection: { region: 'eu-central-1', accessKeyId: 'test', secretAccessKey: 'test' },
    async remove() {
      for (const queue of [url, deadLetterUrl])
        await ask(engine, 'DeleteQueue', { QueueUrl: queue });
    },
  };
}

async function ask(
  engine: string,
  action: string,
  input: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(engine, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${action}`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${String(response.status)} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
}
