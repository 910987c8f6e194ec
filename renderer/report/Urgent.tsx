import { words, type Language } from './words.ts'

/** Whom to call when a form is too slow. */
export const Urgent = ({ language }: { readonly language: Language }) => (
  <p className="urgent">
    {words.urgent[language]} <a href="tel:110">110</a> <a href="tel:119">119</a> <a href="tel:120">120</a>
  </p>
)
