/**
 * The number of the wires between server and pages.
 *
 * A page with another number is told to reload, since server and pages ship together.
 * 1: first.
 * 2: the receipts of citizens and field phones carry notes.
 */
export const protocolVersion = 2
