/**
 * How many texts a second understanding reads by itself, warm: `node language-alone.mjs COUNT DETRACTORS`. Prints one number.
 */
import { understand } from '../../../packages/language/dist/index.js';
import { feedbackOf } from './messages.mjs';

const [count, detractors] = process.argv.slice(2).map(Number);
const inputs = Array.from({ length: count }, (_, index) => {
  const { channel, text, score } = feedbackOf(index, { count, detractors });
  return { channel, text, score };
});
for (const input of inputs.slice(0, 100)) understand(input);
const started = performance.now();
for (const input of inputs) understand(input);
console.log(count / ((performance.now() - started) / 1000));
