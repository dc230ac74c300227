/** The characters that nobody means when they type a text. */

/** C0 controls but tab and line breaks, DEL (PostgreSQL stores no NUL), and halves of characters that lost their other half. */
export const ODD_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/u;
