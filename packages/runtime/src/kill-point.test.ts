import { afterEach, describe, expect, it } from '@jest/globals';
import { configureKillPoints, killPoint } from './kill-point.ts';

afterEach(() => {
  configureKillPoints(undefined);
});

describe('killPoint', () => {
  it('does nothing unless armed', () => {
    let kills = 0;
    configureKillPoints('', () => (kills += 1));
    killPoint('after-log-append');
    expect(kills).toBe(0);
  });

  it('kills at the n-th hit of its name and only then', () => {
    let kills = 0;
    configureKillPoints('after-log-append:3, before-relay:1', () => (kills += 1));
    killPoint('after-log-append');
    killPoint('after-log-append');
    killPoint('elsewhere');
    expect(kills).toBe(0);
    killPoint('after-log-append');
    expect(kills).toBe(1);
    killPoint('after-log-append');
    expect(kills).toBe(1);
    killPoint('before-relay');
    expect(kills).toBe(2);
  });

  it.each(['name', 'name:0', 'name:x', ':1', 'a:1,b'])('refuses %s', (spec) => {
    expect(() => {
      configureKillPoints(spec);
    }).toThrow('REDRESS_KILL_AT must be name:n');
  });
});
