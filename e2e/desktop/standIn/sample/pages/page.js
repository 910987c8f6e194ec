window.seenAtStart = typeof window.desk
