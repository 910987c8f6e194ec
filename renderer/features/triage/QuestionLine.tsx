/** Questions in one quiet line after a word on what they are; without any it is not there. */
export const QuestionLine = ({ title, questions }: { readonly title: string; readonly questions: readonly string[] }) =>
  questions.length > 0 && (
    <div className="xn-ask-next">
      <span className="xn-dim">{title}</span>
      <ul aria-label={title}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </div>
  )
