import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { FeedbackFormat, FeedbackLine } from './read-feedback-file.ts';
import { readFeedbackFile } from './read-feedback-file.ts';

async function read(text: string | Buffer, format: FeedbackFormat): Promise<FeedbackLine[]> {
  const lines: FeedbackLine[] = [];
  for await (const line of readFeedbackFile(Buffer.from(text), format)) lines.push(line);
  return lines.sort((a, b) => a.line - b.line);
}

const message = (line: FeedbackLine | undefined) =>
  line !== undefined && 'problems' in line ? line.problems[0]?.message : undefined;

describe('reading JSON lines', () => {
  it('numbers lines, passes over empty ones and takes a byte order mark and CRLF', async () => {
    expect(await read('\uFEFF{"a":1}\r\n\r\n{"b":"ä"}', 'jsonl')).toEqual([
      { line: 1, input: { a: 1 } },
      { line: 3, input: { b: 'ä' } },
    ]);
  });

  it('tells a bad line and goes on', async () => {
    const lines = await read(
      Buffer.concat([
        Buffer.from('{"a":1}\n{nope\n'),
        Buffer.from([0xff, 0xfe, 0x0a]),
        Buffer.from('{"b":2}\n'),
      ]),
      'jsonl',
    );
    expect(lines.map((line) => [line.line, message(line)])).toEqual([
      [1, undefined],
      [2, 'is no JSON'],
      [3, 'is not written in UTF-8'],
      [4, undefined],
    ]);
  });

  it('refuses a line over 1 MB and reads the next, wherever chunks end', async () => {
    const text = `{"a":"${'x'.repeat(1_100_000)}"}\n{"b":"ł"}\n`;
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_537) }, (_, index) =>
      bytes.subarray(index * 65_537, (index + 1) * 65_537),
    );
    const lines: FeedbackLine[] = [];
    for await (const line of readFeedbackFile(Readable.from(chunks), 'jsonl')) lines.push(line);
    expect(lines.map((line) => [line.line, message(line)])).toEqual([
      [1, 'is longer than 1 MB'],
      [2, undefined],
    ]);
  });
});

describe('reading CSV', () => {
  it('builds the canonical shape from its headers', async () => {
    const csv =
      '\uFEFFchannel,source,Source ID,occurredAt,email,phone,name,scoreKind,score,text,attributes.shop\r\n' +
      'Survey,s,1,2026-11-22T09:00:00Z,a@example.org,,Ann,nps,3,"late,\r\nand wet",Berlin\r\n';
    expect(await read(csv, 'csv')).toEqual([
      {
        line: 3,
        input: {
          channel: 'survey',
          source: 's',
          sourceId: '1',
          occurredAt: '2026-11-22T09:00:00Z',
          customer: { name: 'Ann', identities: [{ type: 'email', value: 'a@example.org' }] },
          score: { kind: 'nps', value: 3 },
          text: 'late,\nand wet',
          attributes: { shop: 'Berlin' },
        },
      },
    ]);
  });

  it('tells a row that does not fit its header and goes on', async () => {
    const lines = await read('channel,text\nsurvey,one\nsurvey,two,three\nsurvey,four\n', 'csv');
    expect(lines.map((line) => [line.line, message(line)])).toEqual([
      [2, undefined],
      [3, 'has more or fewer columns than the header'],
      [4, undefined],
    ]);
  });

  it('ends with a reason where a quotation mark is never closed', async () => {
    const lines = await read('channel,text\nsurvey,one\nsurvey,"two\n', 'csv');
    expect(lines.map(message)).toEqual([undefined, 'has a quotation mark out of place']);
  });

  it('leaves what is no number as it was written, so that it is refused by name', async () => {
    const [line] = await read('score,scoreKind,historical\nten,nps,maybe\n', 'csv');
    expect(line).toMatchObject({ input: { score: { value: 'ten' }, historical: 'maybe' } });
  });
});
