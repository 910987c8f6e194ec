import { Server } from 'socket.io'
export const socket = Server
