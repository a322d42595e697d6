import * as x from '../cli/settings.ts'; export const y = x;
