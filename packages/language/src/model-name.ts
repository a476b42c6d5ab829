/** Names the rules, lexicons and weights that judged; changes with every release that judges differently. */
export const MODEL = 'redress-language-1';
