import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as citizen from './citizen.ts'
import { toConsole, toServer } from './console.ts'
import * as field from './field.ts'
import * as manage from './manage.ts'
import * as session from './session.ts'
import { protocolVersion } from './version.ts'
import * as wall from './wall.ts'
import type { Wire } from './wire.ts'

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

const wireShape = (wire: Wire) =>
  Object.entries(wire).map(([name, { payload, reply }]) => [name, shapeOf(payload), reply ? shapeOf(reply) : null])

const formShapes = (forms: object) =>
  Object.entries(forms)
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
    .map(([name, form]) => [name, shapeOf(form)])

const hashOf = (shape: unknown) => createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)

test('[W17] a wire that changed its shape changes its number: pages of another shape are told to reload', () => {
  const shapes = {
    protocolVersion,
    toServer: hashOf(wireShape(toServer)),
    toConsole: hashOf(wireShape(toConsole)),
    field: hashOf(formShapes(field)),
    citizen: hashOf(formShapes(citizen)),
    manage: hashOf(formShapes(manage)),
    session: hashOf(formShapes(session)),
    wall: hashOf(formShapes(wall)),
  }
  expect(shapes).toMatchInlineSnapshot(`
    {
      "citizen": "5f35c9067418d70d",
      "field": "ffdccc167b80a4a7",
      "manage": "992f20bc1a092fc5",
      "protocolVersion": 6,
      "session": "6266ba0eed601476",
      "toConsole": "217e36c11165e620",
      "toServer": "48cab952b94e73bb",
      "wall": "9b56ad44009a0556",
    }
  `)
})

test('[W17] every message of the wires is seen by the lock', () => {
  expect(wireShape(toServer).length + wireShape(toConsole).length).toBeGreaterThanOrEqual(15)
  expect(JSON.stringify(wireShape(toServer))).toContain('incident.take')
  expect(formShapes(field).length + formShapes(citizen).length + formShapes(manage).length + formShapes(session).length).toBeGreaterThan(25)
})
