import { describe, expect, it } from '@jest/globals';
import { ACTION_LINK_LIFETIME_MS, createActionLinks } from './action-links.ts';

const claims = {
  taskId: '2f3c1a52-7d0f-5f1e-8a44-0c5be1a9d001',
  cycle: 2,
  action: 'hand-over',
  recipient: 'anna',
  expiresAt: '2026-11-29T09:00:00.000Z',
} as const;
const links = createActionLinks({
  secret: 's'.repeat(32),
  publicUrl: 'https://redress.example.com/in/',
});
const url = links.sign(claims);
const token = url.slice('https://redress.example.com/in/a/'.length);
const now = '2026-11-22T09:00:00.000Z';

describe('a link in a mail', () => {
  it('stands beneath the public address and gives back what was signed', () => {
    expect(url).toMatch(/^https:\/\/redress\.example\.com\/in\/a\/[\w-]+\.[\w-]{43}$/u);
    expect(links.verify(token, now)).toEqual({ ok: true, claims });
  });

  it('is forged once any character of it is another', () => {
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(
        links.verify(`${token.slice(0, index)}${other}${token.slice(index + 1)}`, now),
      ).toEqual({ ok: false, reason: 'forged' });
    }
  });

  it('is forged where its claims are exchanged under another’s signature', () => {
    const other = links.sign({ ...claims, recipient: 'eve' }).split('/a/')[1] ?? '';
    expect(links.verify(`${other.split('.')[0] ?? ''}.${token.split('.')[1] ?? ''}`, now)).toEqual({
      ok: false,
      reason: 'forged',
    });
  });

  it('is forged under another secret', () => {
    expect(
      createActionLinks({
        secret: 't'.repeat(32),
        publicUrl: 'https://redress.example.com',
      }).verify(token, now),
    ).toEqual({ ok: false, reason: 'forged' });
  });

  it.each(['', '.', 'a.b', `${token}.x`, `${token}=`, 'x'.repeat(100_000), '\u0000'])(
    'takes nonsense for forged without throwing',
    (nonsense) => {
      expect(links.verify(nonsense, now)).toEqual({ ok: false, reason: 'forged' });
    },
  );

  it('expires at its instant, not before', () => {
    expect(links.verify(token, '2026-11-29T08:59:59.999Z').ok).toBe(true);
    expect(links.verify(token, '2026-11-29T09:00:00.000Z')).toEqual({
      ok: false,
      reason: 'expired',
    });
    expect(ACTION_LINK_LIFETIME_MS).toBe(604_800_000);
  });

  it('is not made with a secret that could be guessed', () => {
    expect(() =>
      createActionLinks({ secret: 'short', publicUrl: 'https://redress.example.com' }),
    ).toThrow(expect.objectContaining({ code: 'REDRESS_CONFIG_INVALID' }));
  });
});
