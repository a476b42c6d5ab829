/**
 * KEYS[1] the window, ARGV[1] its length in milliseconds. Counts one use and answers how many there were. The time to live is set where there
 * is none, so at the first use and never again: use does not prolong the window.
 */
export const COUNT_USE = `
local uses = redis.call('INCR', KEYS[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return uses`;
