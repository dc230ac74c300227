/** What the oldest browser we support (Chromium 86) does not have and our pages or their libraries use; each only where it is missing.
 *  A name that is not here, and is younger than Chromium 86, may not be used: see `lib` in tsconfig.json and the lint rules for web. */
import 'core-js/actual/array/at.js';
import 'core-js/actual/object/has-own.js';
import 'core-js/actual/string/at.js';
