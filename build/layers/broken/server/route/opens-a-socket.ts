import { Server } from 'socket.io'
export const crime = Server
