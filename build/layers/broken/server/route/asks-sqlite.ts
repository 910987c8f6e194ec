import sqlite3 from 'sqlite3'
export const crime = sqlite3
