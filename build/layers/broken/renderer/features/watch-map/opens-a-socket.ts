import { io } from 'socket.io-client'
export const crime = io
