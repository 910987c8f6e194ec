import { io } from 'socket.io-client'
export const live = io
