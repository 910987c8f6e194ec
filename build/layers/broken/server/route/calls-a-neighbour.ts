import type { socket } from '../link/socket.ts'
export type Crime = typeof socket
