import { useState } from 'react'
export const crime = useState
