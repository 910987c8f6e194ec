/**
 * The number of the wires between server and pages.
 *
 * A page with another number is told to reload, since server and pages ship together.
 * 1: first. 2: 公安随后 with an order, alarms in tables, the names of dismissed units, notes on receipts.
 * 3: what a recommendation was made from, kind and town in both languages for phones, boards that come packed.
 * 4: questions to ask, and a second opinion.
 * 5: walls, and positions for those consoles alone that want them.
 * 6: which wall a page hangs by a person's session.
 */
export const protocolVersion = 6
