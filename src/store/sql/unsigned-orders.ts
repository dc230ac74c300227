/** Which orders wait for a signature, in SQL. */

/** Of rows of supervision_order: proposed and not decided, of a case that is open. In the words of the index order_unsigned. */
export const UNSIGNED = `status = 'proposed' AND case_open`;
