// Every screen, 1280 pixels wide, looks as it should: harness/looks.mjs says what that is.
// POSTWATCH_UPDATE_REFERENCES=1 writes the pictures instead; look at them before they are kept.
import { looksOn } from './harness/looks.mjs';

looksOn('1280');
