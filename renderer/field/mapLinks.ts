import gcoord from 'gcoord'
import type { Point } from '../../shared/domain/geo/point.ts'

export type MapApp = 'amap' | 'baidu' | 'tencent' | 'apple' | 'other'
export type MapLink = { readonly app: MapApp; readonly href: string }

const seven = (degrees: number) => degrees.toFixed(7)

/** GCJ-02 for Amap, Tencent and Apple (whose Chinese maps are Amap's), BD-09 for Baidu, WGS-84 for `geo:` (RFC 5870). */
const inSystem = (point: Point, system: 'gcj' | 'bd'): readonly [lon: string, lat: string] => {
  const [lon, lat] = gcoord.transform([point[0], point[1]], gcoord.WGS84, system === 'gcj' ? gcoord.GCJ02 : gcoord.BD09)
  return [seven(lon), seven(lat)]
}

/** Links that open the phone's own map apps with the way to the place, by bicycle; those that the phone can have. */
export const mapLinks = (point: Point, name: string, isApple: boolean): readonly MapLink[] => {
  const [lon, lat] = inSystem(point, 'gcj')
  const [bdLon, bdLat] = inSystem(point, 'bd')
  const to = encodeURIComponent(name)
  const amapPath = isApple ? 'iosamap://path' : 'amapuri://route/plan/'
  const amap = `${amapPath}?sourceApplication=xiaonao&dlat=${lat}&dlon=${lon}&dname=${to}&dev=0&t=3`
  const baidu = `baidumap://map/direction?destination=latlng:${bdLat},${bdLon}|name:${to}&coord_type=bd09ll&mode=riding&src=xiaonao`
  const tencent = `qqmap://map/routeplan?type=bike&tocoord=${lat},${lon}&to=${to}&referer=xiaonao`
  const own: MapLink = isApple
    ? { app: 'apple', href: `maps://?daddr=${lat},${lon}&dirflg=w` }
    : { app: 'other', href: `geo:${seven(point[1])},${seven(point[0])}?q=${seven(point[1])},${seven(point[0])}(${to})` }
  return [{ app: 'amap', href: amap }, { app: 'baidu', href: baidu }, { app: 'tencent', href: tencent }, own]
}
