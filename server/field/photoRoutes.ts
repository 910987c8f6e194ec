import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KeptPhoto } from '../../shared/contracts/field.ts'
import { assertNever } from '../../shared/domain/assertNever.ts'
import { PhotoId } from '../../shared/domain/ids.ts'
import { cannotKeep, FieldNo, noFile, notAPicture, notMultipart, notYours, photoTooLarge, tooManyPixels } from './fieldErrors.ts'
import type { FieldNeeds, FieldPass, PhotoKept } from './fieldNeeds.ts'
import { ownTasks } from './fieldView.ts'

/** 10 MB: a phone's full picture; the page sends far less. */
export const mostPhotoBytes = 10 * 1024 * 1024

const problemOf = (problem: Extract<PhotoKept, { ok: false }>['problem']) => {
  switch (problem) {
    case 'too-large':
      return photoTooLarge()
    case 'not-a-picture':
      return notAPicture()
    case 'too-many-pixels':
      return tooManyPixels()
    case 'cannot-keep':
      return cannotKeep()
    default:
      return assertNever(problem)
  }
}

const isOfOwnTask = (needs: FieldNeeds, { unit, town }: FieldPass, photo: PhotoId): boolean => {
  const board = needs.board(town)
  if (!board) return false
  return ownTasks(board, unit).some(
    ({ incident, assignment }) => assignment.photos.includes(photo) || incident.reports.some((report) => report.photos.includes(photo)),
  )
}

/** The one file of a form. An error without a code is the parser's about a form that broke off or is none. */
const fileOf = async (request: FastifyRequest): Promise<Buffer> => {
  try {
    const file = await request.file({ limits: { fileSize: mostPhotoBytes, files: 1 } })
    if (!file) throw noFile()
    return await file.toBuffer()
  } catch (error) {
    throw error instanceof FieldNo || (error as { code?: string }).code ? error : noFile()
  }
}

/** POST /api/field/photos, and GET /api/field/photos/:id?size=thumb for photos of the unit's own tasks. */
export const photoRoutes = (field: FastifyInstance, needs: FieldNeeds, passOf: (request: FastifyRequest) => FieldPass): void => {
  field.post('/api/field/photos', async (request): Promise<KeptPhoto> => {
    const { town } = passOf(request)
    if (!request.isMultipart()) throw notMultipart()
    const kept = await needs.photos.keep(await fileOf(request), { town })
    if (!kept.ok) throw problemOf(kept.problem)
    const { photo, point, takenAt } = kept
    return { photo, point, takenAt }
  })

  field.get<{ Params: { id: string }; Querystring: { size?: unknown } }>('/api/field/photos/:id', async (request, reply) => {
    const pass = passOf(request)
    const photo = PhotoId.safeParse(request.params.id)
    if (!photo.success || !isOfOwnTask(needs, pass, photo.data)) throw notYours()
    const bytes = await needs.photos.read(photo.data, pass.town, request.query.size === 'thumb' ? 'thumb' : 'full')
    if (!bytes) throw notYours()
    return reply
      .type('image/jpeg')
      .header('cache-control', 'private, max-age=86400, immutable')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(bytes))
  })
}
