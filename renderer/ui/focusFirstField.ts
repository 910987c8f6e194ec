/** For `afterOpenChange`: a dialog would put the focus on its closing cross, but it was opened to be filled in. */
export const focusFirstField = (isOpen: boolean): void => {
  if (isOpen) document.querySelector<HTMLElement>('.ant-modal-body input, .ant-modal-body textarea')?.focus()
}
