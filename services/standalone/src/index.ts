export { runRedress } from './run-redress.ts';
