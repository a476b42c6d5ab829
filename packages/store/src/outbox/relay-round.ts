/** Where the number of the relay's finished rounds is kept among the positions. */
export const RELAY_GROUP = 'redress.relay';
export const ROUND = 'round';
