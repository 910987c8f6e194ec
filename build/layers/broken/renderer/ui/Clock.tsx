import { useState } from 'react'
export const Clock = () => <b>{useState(0)[0]}</b>
