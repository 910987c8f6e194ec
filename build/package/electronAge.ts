/** How many majors the Electron that package.json wants is behind the newest known one. Each major gets security fixes until the third after it is out. */
export const electronAge = (wanted: string, newestMajor: number): number =>
  Math.max(0, newestMajor - Number(/^[~^]?(\d+)[.]/.exec(wanted)?.[1] ?? 0))
