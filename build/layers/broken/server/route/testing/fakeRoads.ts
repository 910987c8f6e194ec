export const fakeRoads = 1
