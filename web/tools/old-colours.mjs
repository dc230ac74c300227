/** Puts an older value before the ones that the oldest supported browser (Chromium 86) would drop: a plain colour before a mixed one, vh before dvh. */

const COLOUR = '((?:var\\([^()]*\\)|[^(),])+?)';
const MIXED = new RegExp(`color-mix\\(in srgb,\\s*${COLOUR}\\s+([\\d.]+)%\\s*,\\s*${COLOUR}\\s*\\)`, 'g');
const DECLARATION = /(?<=[{;])(?!--)([\w-]+):([^;{}]*(?:color-mix\(|\d[ds]vh)[^;{}]*)/g;
/** Rules that keep a mixed colour in a property of their own: an older browser would keep the words, and drop whatever uses them. */
const OWN = /([^{}]+)\{([^{}]*--[\w-]+:\s*color-mix\([^{}]*)\}/g;
const KNOWS_MIXING = '@supports (color:color-mix(in srgb,red,red))';

/** The value as an older browser understands it: of two mixed colours the one of which there is more. */
export const olderValue = (value) =>
  value
    .replace(MIXED, (_whole, first, share, second) => (Number(share) >= 50 ? first : second))
    .replace(/(\d)[ds]vh/g, '$1vh');

/** The style sheet with an older declaration before each that needs one. */
export const withOlderValues = (css) =>
  plainFirst(css).replace(DECLARATION, (whole, property, value) => {
    const older = olderValue(value);
    return older === value ? whole : `${property}:${older};${whole}`;
  });

const plainFirst = (css) =>
  css.replace(OWN, (_whole, selector, body) => {
    const isMixed = (one) => /^\s*--[\w-]+:\s*color-mix\(/.test(one);
    const all = body.split(';');
    const older = all.map((one) => (isMixed(one) ? olderValue(one) : one)).join(';');
    return `${selector}{${older}}${KNOWS_MIXING}{${selector}{${all.filter(isMixed).join(';')}}}`;
  });

/** Vite plugin: does so in every style sheet of the build, after it was made small. */
export const oldColours = () => ({
  name: 'old-colours',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = withOlderValues(String(file.source));
      }
    },
  },
});
