import sqlite3 from 'sqlite3'
import knex from 'knex'
export const database = [sqlite3, knex]
