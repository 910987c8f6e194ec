/**
 * The number of the wires between server and pages.
 *
 * A page with another number is told to reload, since server and pages ship together.
 * 1: first. 2: boards keep the names of dismissed units, units the roster of the town's file.
 */
export const protocolVersion = 2
