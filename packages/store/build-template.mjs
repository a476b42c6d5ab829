// Last step of the build: the template is made here once, so that a first start takes a second and turbo can keep it.
import { ensureTemplate } from './dist/index.js';

await ensureTemplate();
